import type { Place } from "./line-index.js";

/** The offset at which each line starts; CR, LF and CRLF each end a line. Four bytes a line, to be kept by thousands. */
export function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}

/** The place of a UTF-16 offset, which lies in the text that the lines are of. */
export function placeIn(starts: Uint32Array, offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - (starts[low] ?? 0) };
}
