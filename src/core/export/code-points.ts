/**
 * Counts a text's characters as the exchange formats do: by Unicode code points, of which a character
 * outside the basic plane (𠮷, an emoji) is one and not, as in UTF-16, two.
 */
export class CodePoints {
  /** The UTF-16 offsets of the second halves of surrogate pairs, in order. */
  private readonly halves: number[] = [];

  constructor(text: string) {
    for (let i = 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0xdc00 || code > 0xdfff) continue;
      const before = text.charCodeAt(i - 1);
      if (before >= 0xd800 && before <= 0xdbff) this.halves.push(i);
    }
  }

  /** The number of code points before a UTF-16 offset. */
  count(offset: number): number {
    return offset - this.halvesBefore(offset);
  }

  /** The UTF-16 offset of the code point with this number. */
  offset(count: number): number {
    let low = 0;
    let high = this.halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The pair's first half is the code point number `half − 1 − middle`.
      if ((this.halves[middle] as number) - 1 - middle < count) low = middle + 1;
      else high = middle;
    }
    return count + low;
  }

  private halvesBefore(offset: number): number {
    let low = 0;
    let high = this.halves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.halves[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
