import type { Reading } from "./reading.js";

/** A stretch between quotation marks. `start` and `end` are inside the marks. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const pairs: Readonly<Record<string, string>> = { "“": "”", "〝": "〞", "「": "」", "『": "』", "‘": "’", '"': '"', "＂": "＂", "″": "″" };
/** Marks that scraped pages set wrongly are taken for the closing one as well. */
const closers = new Set(["”", "〞", "」", "』", "’", '"', "＂", "〟", "″"]);
const longest = 120;

/** The quotes of the text that is read, outermost first; a quote may close with a wrong mark (“…“). */
export function quotesOf(reading: Reading): Quote[] {
  const quotes: Quote[] = [];
  for (const span of reading.spans) {
    for (let i = span.start; i < span.end; i++) {
      const close = pairs[reading.text.charAt(i)];
      if (!close) continue;
      const end = closing(reading.text, i, close, span.end);
      if (end === undefined) continue;
      quotes.push({ start: i + 1, end, text: reading.text.slice(i + 1, end) });
      if (close === '"' || close === "＂" || close === "″") i = end;
    }
  }
  return quotes;
}

function closing(text: string, open: number, close: string, limit: number): number | undefined {
  for (let i = open + 1; i < limit && i - open <= longest; i++) {
    const char = text.charAt(i);
    if (char === "\n") return undefined;
    if (char === close) return i;
    if (closers.has(char) && close !== "’") return i;
    if (char === text.charAt(open) && i > open + 1) return i;
  }
  return undefined;
}
