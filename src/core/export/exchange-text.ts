import type { Span } from "../text/spans.js";

/**
 * An article's visible text as it is handed to other programs: every line end a line feed, which XML and
 * most readers would make of it anyway, and no half surrogate pairs, which UTF-8 cannot write.
 */
export class ExchangeText {
  readonly text: string;
  /** The offsets in the original of the carriage returns that were left out, in order. */
  private readonly dropped: number[] = [];

  constructor(original: string) {
    const joined = original.replace(/\r\n?/g, (end, at: number) => {
      if (end.length === 2) this.dropped.push(at);
      return "\n";
    });
    this.text = joined.replace(/\p{Surrogate}/gu, "\uFFFD");
  }

  /** A span of the original, in UTF-16 offsets, as it lies in the new text. */
  span({ start, end }: Span): Span {
    return { start: this.forward(start), end: this.forward(end) };
  }

  /** A span of the new text as it lies in the original. */
  original({ start, end }: Span): Span {
    return { start: this.back(start), end: this.back(end) };
  }

  private forward(offset: number): number {
    return offset - this.dropped.filter((at) => at < offset).length;
  }

  private back(offset: number): number {
    return offset + this.dropped.filter((at, i) => at - i < offset).length;
  }
}

/** A stretch that was cut out between the halves of surrogate pairs, without the halves. */
export function withoutHalves(stretch: string): string {
  return stretch.replace(/^[\uDC00-\uDFFF]/, "").replace(/[\uD800-\uDBFF]$/, "");
}
