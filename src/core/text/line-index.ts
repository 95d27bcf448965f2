/** A place in a text: zero-based line, zero-based UTF-16 column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns and back; CR, LF and CRLF each end a line. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (code === 10 || code === 13) this.starts.push(i + 1);
    }
  }

  /** The place of a UTF-16 offset; offsets outside the text are clamped. */
  placeAt(offset: number): Place {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: clamped - (this.starts[low] as number) };
  }

  /** The UTF-16 offset of a place; places outside the text are clamped. */
  offsetAt(place: Place): number {
    if (place.line < 0) return 0;
    const start = this.starts[place.line];
    if (start === undefined) return this.text.length;
    const next = this.starts[place.line + 1] ?? this.text.length;
    return Math.max(start, Math.min(start + place.column, next));
  }
}
