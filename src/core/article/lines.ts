import { type TextSpan, textSpan } from "../text/spans.js";

/** A line of the visible text that shows something. `text` is without the white space around it, as is `span`. */
export interface Line {
  readonly text: string;
  readonly span: TextSpan;
  /** Counts the lines that are blank as well. */
  readonly number: number;
}

const notBlank = /[^\s\u3000\u200B\uFEFF]/;

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n|[\r\n\u2028\u2029]/g)) {
    const raw = match[0];
    if (/^[\r\n\u2028\u2029]/.test(raw)) number++;
    if (!notBlank.test(raw)) continue;
    const trimmed = raw.replace(/^[\s\u3000\u200B\uFEFF]+/, "");
    const start = match.index + raw.length - trimmed.length;
    const shown = trimmed.replace(/[\s\u3000\u200B\uFEFF]+$/, "");
    lines.push({ text: shown, span: textSpan(start, start + shown.length), number });
  }
  return lines;
}
