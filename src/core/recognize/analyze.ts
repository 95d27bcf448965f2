import { parseArticle } from "../article/parse-article.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { Analysis } from "./analysis.js";
import { recognize } from "./recognize.js";
import type { Word } from "./segmenter.js";

/**
 * Reads and recognises one version of one file. `words` is a segmentation of the article's visible text,
 * where there is one. Never throws for any `source`.
 */
export function analyze(
  file: { readonly uri: string; readonly version: number; readonly source: string },
  lexicon: Lexicon,
  words?: readonly Word[],
): Analysis {
  const article = parseArticle(file.source);
  return { uri: file.uri, version: file.version, lexiconVersion: lexicon.version, article, ...recognize(article, lexicon, { words }) };
}
