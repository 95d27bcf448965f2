import type { TextSpan } from "../text/spans.js";

/** Where a term stands whole inside one of the spans, which are in order: offsets of the text. */
export function occurrencesOf(text: string, spans: readonly TextSpan[], term: string): number[] {
  const found: number[] = [];
  let at = -1;
  for (const span of spans) {
    if (at < span.start) at = text.indexOf(term, span.start);
    // One search runs over all spans: what lies behind this one waits for the next.
    while (at >= 0 && at + term.length <= span.end) {
      found.push(at);
      at = text.indexOf(term, at + 1);
    }
    if (at < 0) break;
  }
  return found;
}
