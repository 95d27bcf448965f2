import { linesOf } from "./lines.js";
import { layOutPlain } from "./plain-text.js";

/** As much of a file as is looked at: enough for any front matter and a page's navigation. */
const head = 12_000;
const frontMatter = /^\uFEFF?\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Whether a text is one of the two forms of policy article: front matter with a title above HTML with
 * Chinese prose, or a scraped page with headline, date line and Chinese paragraphs. Cheap, and strict:
 * a note, a translation file or source code is never claimed.
 */
export function isArticle(text: string): boolean {
  const start = text.slice(0, head);
  const matter = frontMatter.exec(start);
  if (matter) {
    const rest = text.slice(matter[0].length, matter[0].length + head);
    return /^title\s*:/m.test(matter[1] ?? "") && /<(?:p|div)\b/i.test(rest) && hasProse(rest);
  }
  if (/^\s*(?:<|---|[{[]|#!|#\s|\/[/*]|import\s|package\s)/.test(start)) return false;
  const lines = linesOf(start);
  const layout = layOutPlain(lines);
  if (layout.dateLine === undefined || layout.headline.length === 0) return false;
  return lines.slice(layout.bodyStart).some((line) => line.text.length >= 30 && hasProse(line.text));
}

/** A run of Chinese of a sentence's length with a mark of punctuation in it. */
function hasProse(text: string): boolean {
  return (
    /\p{Script=Han}[^\n]{0,200}[。，；,][^\n]{0,200}\p{Script=Han}/u.test(text) &&
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 25
  );
}
