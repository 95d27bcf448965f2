import { parseArticle } from "../article/parse-article.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { Analysis } from "./analysis.js";
import { type RecognizeOptions, recognize } from "./recognize.js";

/** Reads and recognises one version of one file. Never throws for any `source`. */
export function analyze(
  file: { readonly uri: string; readonly version: number; readonly source: string },
  lexicon: Lexicon,
  options: RecognizeOptions = {},
): Analysis {
  const article = parseArticle(file.source);
  return {
    uri: file.uri,
    version: file.version,
    lexiconVersion: lexicon.version,
    article,
    ...recognize(article, lexicon, options),
  };
}
