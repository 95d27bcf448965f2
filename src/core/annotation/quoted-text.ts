import { type TextSpan, textSpan } from "../text/spans.js";

/** What reformatting puts into a text and takes out again: white space of every kind, and joiners that show nothing. */
function isBlank(code: number): boolean {
  if (code < 0x85) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** A text without its blanks: two quotes are the same words where these are equal. */
export function squeeze(text: string): string {
  let out = "";
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isBlank(text.charCodeAt(i))) continue;
    out += text.slice(from, i);
    from = i + 1;
  }
  return out;
}

/**
 * A text in which quotes are looked up. A scraper's spaces, indents and line ends come and go without a
 * change of the words, so that everything is compared without them. `index` counts characters that are
 * not blank (UTF-16); offsets and spans are those of the text itself.
 */
export class QuotedText {
  readonly squeezed: string;
  /** The offset in the text of each character of `squeezed`. */
  private readonly offsets: Int32Array;

  constructor(readonly text: string) {
    const offsets = new Int32Array(text.length);
    let size = 0;
    for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) offsets[size++] = i;
    this.offsets = offsets.subarray(0, size);
    this.squeezed = size === text.length ? text : squeeze(text);
  }

  /** The index of the first character that is not blank at an offset or behind it. */
  indexOf(offset: number): number {
    let low = 0;
    let high = this.offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.offsets[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The offset of the character at an index; the text's length behind the last one. */
  offsetOf(index: number): number {
    return this.offsets[index] ?? this.text.length;
  }

  /** The span from the character at `start` to the one before `end`, without blanks at its ends; `end` > `start`. */
  spanOf(start: number, end: number): TextSpan {
    return textSpan(this.offsetOf(start), this.offsetOf(end - 1) + 1);
  }

  /** The indexes at which squeezed words stand, overlapping ones included. */
  occurrences(words: string): number[] {
    const found: number[] = [];
    if (words === "") return found;
    for (let at = this.squeezed.indexOf(words); at >= 0; at = this.squeezed.indexOf(words, at + 1)) found.push(at);
    return found;
  }

  /** Whether nothing but blanks stands between an offset and the start of its line. */
  startsLine(offset: number): boolean {
    for (let i = offset - 1; i >= 0; i--) {
      const code = this.text.charCodeAt(i);
      if (code === 10 || code === 13) return true;
      if (!isBlank(code)) return false;
    }
    return true;
  }

  /** Whether nothing but blanks stands between an offset and the end of its line. */
  endsLine(offset: number): boolean {
    for (let i = offset; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === 10 || code === 13) return true;
      if (!isBlank(code)) return false;
    }
    return true;
  }
}
