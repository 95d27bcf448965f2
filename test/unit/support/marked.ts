import { parseArticle } from "../../../src/core/article/parse-article.js";
import { recognize } from "../../../src/core/recognize/recognize.js";
import { realLexicon } from "./real-lexicon.js";

const letters: Readonly<Record<string, string>> = { official: "o", agency: "a", slogan: "s", byline: "b", person: "p" };

const head = "澜江日报数字报测试用标题一则\n2024-05-03 09:30:00 来源：澜江日报\n\n";

/** Recognises a paragraph inside a plain article and gives it back with its mentions marked: ⟦o|张三⟧. */
export function marked(paragraph: string, options: { candidates?: boolean } = {}): string {
  const article = parseArticle(`${head}${paragraph}\n`);
  const { mentions } = recognize(article, realLexicon());
  let out = "";
  let done = head.length;
  for (const mention of mentions) {
    if (mention.span.start < done || (mention.candidate && !options.candidates)) continue;
    out += `${article.text.slice(done, mention.span.start)}⟦${mention.candidate ? "c" : letters[mention.type]}|${mention.text}⟧`;
    done = mention.span.end;
  }
  return (out + article.text.slice(done)).trimEnd();
}

/** The paragraph without its marks. */
export function unmarked(paragraph: string): string {
  return paragraph.replace(/⟦\w\||⟧/g, "");
}
