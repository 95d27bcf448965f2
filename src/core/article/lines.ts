import { type TextSpan, textSpan } from "../text/spans.js";

/** A line of the visible text that shows something. `text` is without the white space around it, as is `span`. */
export interface Line {
  readonly text: string;
  readonly span: TextSpan;
  /** Counts the lines that are blank as well. */
  readonly number: number;
}

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const end = lineEnd(text, at);
    let start = at;
    let stop = end;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
    if (stop > start) lines.push({ text: text.slice(start, stop), span: textSpan(start, stop), number });
    number++;
    at = text.startsWith("\r\n", end) ? end + 1 : end;
  }
  return lines;
}

/** The offset of the mark that ends a line, or of the text's end. */
function lineEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

function isBlank(code: number): boolean {
  // Most characters are told by one comparison; the rest as JavaScript tells white space, with the zero-width space.
  if (code >= 0x3001 && code < 0xfeff) return false;
  return code === 0x20 || code === 0x3000 || code === 0x200b || (code !== 0 && /\s/.test(String.fromCharCode(code)));
}
