import { isHan } from "../text/characters.js";
import type { Reading } from "./reading.js";

/** A stretch between quotation marks. `start` and `end` are inside the marks. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const pairs: Readonly<Record<string, string>> = {
  "“": "”",
  "〝": "〞",
  "「": "」",
  "『": "』",
  "‘": "’",
  '"': '"',
  "＂": "＂",
  "″": "″",
};
/** The code units of the marks that open a quote. */
export const opensQuote: ReadonlySet<number> = new Set(Object.keys(pairs).map((mark) => mark.charCodeAt(0)));
/** Marks that scraped pages set wrongly are taken for the closing one as well. */
const closers = new Set(Array.from('”〞」』’"＂〟″', (mark) => mark.charCodeAt(0)));
const single = "’";
const longest = 120;

/** The quotes of the text that is read, outermost first; a quote may close with a wrong mark (“…“). */
export function quotesOf(reading: Reading): Quote[] {
  const quotes: Quote[] = [];
  const { text } = reading;
  for (const { span, quoteMarks } of reading.landmarks) {
    let done = span.start;
    for (const open of quoteMarks) {
      if (open < done) continue;
      const close = pairs[text.charAt(open)] ?? "";
      const end = closing(text, open, close, span.end);
      if (end === undefined) continue;
      quotes.push({ start: open + 1, end, text: text.slice(open + 1, end) });
      if (close === text[open]) done = end + 1;
    }
  }
  return quotes;
}

function closing(text: string, open: number, close: string, limit: number): number | undefined {
  const opener = text.charCodeAt(open);
  const last = Math.min(limit - 1, open + longest);
  for (let i = open + 1; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code)) continue;
    if (code === 10) return undefined;
    if (closers.has(code) && (close !== single || text[i] === single)) return i;
    if (code === opener && i > open + 1) return i;
  }
  return undefined;
}
