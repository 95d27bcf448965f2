import { type TextSpan, textSpan } from "../text/spans.js";

const ends = /[。！？\n\r]/;
/** The longest sentence that is shown whole, in UTF-16 code units. */
const longest = 120;

/** The sentence around a span of a text, without the white space at its ends. */
export function sentenceAround(text: string, span: TextSpan): TextSpan {
  let start = span.start;
  let end = span.end;
  while (start > 0 && !ends.test(text.charAt(start - 1))) start--;
  while (end < text.length && !ends.test(text.charAt(end))) end++;
  if (end < text.length && !/[\n\r]/.test(text.charAt(end))) end++;
  while (/[”’」』）]/.test(text.charAt(end)) && end < text.length) end++;
  while (start < span.start && /[\s\u3000”’」』]/.test(text.charAt(start))) start++;
  while (end > span.end && /[\s\u3000]/.test(text.charAt(end - 1))) end--;
  return textSpan(start, end);
}

/** A sentence to be shown: a long one is cut at commas around the span, with … where it is cut. */
export function shownSentence(text: string, span: TextSpan): string {
  const sentence = sentenceAround(text, span);
  if (sentence.end - sentence.start <= longest) return oneLine(text.slice(sentence.start, sentence.end));
  const room = Math.max(0, longest - (span.end - span.start));
  let start = Math.max(sentence.start, span.start - Math.floor(room / 2));
  let end = Math.min(sentence.end, span.end + Math.ceil(room / 2));
  if (start > sentence.start) start = clauseStart(text, start, span.start);
  if (end < sentence.end) end = clauseEnd(text, span.end, end);
  const before = start > sentence.start ? "…" : "";
  const after = end < sentence.end ? "…" : "";
  return before + oneLine(whole(text.slice(start, end))) + after;
}

function clauseStart(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (/[，,；;：]/.test(text.charAt(i))) return i + 1;
  return from;
}

function clauseEnd(text: string, from: number, to: number): number {
  for (let i = to; i > from; i--) if (/[，,；;]/.test(text.charAt(i))) return i;
  return to;
}

/** A cut through a character outside the basic plane leaves half of it, which no protocol carries. */
export function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");
}

export function oneLine(text: string): string {
  return text.replace(/[\s\u3000]+/g, " ").trim();
}
