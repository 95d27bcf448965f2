import { textSpan } from "../core/text/spans.js";
import type { Word } from "../service/ports.js";

/** A word as a segmenter returns it, without its place. */
export interface BareWord {
  readonly word: string;
  readonly tag?: string;
}

/** How far behind the last word the next one is looked for, in UTF-16 code units. */
const reach = 64;

/**
 * The words with their spans of `text`. What a segmenter drops or changes (half of a surrogate pair, a
 * control character) belongs to no word, and the words behind it still have their right places.
 */
export function wordSpans(text: string, words: readonly BareWord[]): Word[] {
  const found: Word[] = [];
  let at = 0;
  for (const { word, tag } of words) {
    if (word === "") continue;
    const start = text.startsWith(word, at) ? at : text.slice(at, at + reach + word.length).indexOf(word) + at;
    if (start < at) continue;
    at = start + word.length;
    found.push({ span: textSpan(start, at), ...(tag ? { tag } : {}) });
  }
  return found;
}
