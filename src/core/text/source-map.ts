import { type FileSpan, fileSpan, type TextSpan, textSpan } from "./spans.js";

/**
 * How a stretch of visible text came out of the file:
 * `verbatim` is the same characters, `entity` is decoded (`&amp;`, a doubled YAML quote),
 * `break` is a line break that stands for markup between two blocks and covers no characters of the file.
 */
export type SegmentKind = "verbatim" | "entity" | "break";

export interface Segment {
  readonly text: TextSpan;
  readonly file: FileSpan;
  readonly kind: SegmentKind;
}

/** Maps visible text to the file and back. Segments are in order and without gaps in the text. */
export class SourceMap {
  constructor(readonly segments: readonly Segment[]) {}

  /**
   * The stretches of the file that show `span`, in order; neighbours are joined, so that there is one
   * part for each run of the file without markup inside. An entity is covered whole or not at all.
   */
  toFile(span: TextSpan): FileSpan[] {
    const first = this.indexAt(span.start);
    const only = this.segments[first];
    if (only && only.text.end >= span.end) {
      const part = only.text.start < span.end ? clip(only, span) : undefined;
      return part ? [part] : [];
    }
    const parts: FileSpan[] = [];
    for (let i = first; i < this.segments.length; i++) {
      const segment = this.segments[i] as Segment;
      if (segment.text.start >= span.end) break;
      const part = clip(segment, span);
      if (!part) continue;
      const last = parts[parts.length - 1];
      if (last && last.end === part.start) parts[parts.length - 1] = fileSpan(last.start, part.end);
      else parts.push(part);
    }
    return parts;
  }

  /** The visible text offset that shows the file's character at `offset`, or undefined inside markup. */
  toText(offset: number): number | undefined {
    let low = 0;
    let high = this.segments.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = this.segments[middle] as Segment;
      if (offset < segment.file.start) high = middle - 1;
      else if (offset >= segment.file.end) low = middle + 1;
      else if (segment.kind === "verbatim") return segment.text.start + offset - segment.file.start;
      else return segment.text.start;
    }
    return undefined;
  }

  /** The visible text of a span of the file: from its first character that shows to its last; undefined without any. */
  toTextSpan(span: FileSpan): TextSpan | undefined {
    let start: number | undefined;
    let end = 0;
    for (const segment of this.segments) {
      if (segment.kind === "break" || segment.file.end <= span.start || segment.file.start >= span.end) continue;
      const verbatim = segment.kind === "verbatim";
      start ??= segment.text.start + (verbatim ? Math.max(0, span.start - segment.file.start) : 0);
      end = segment.text.end - (verbatim ? Math.max(0, segment.file.end - span.end) : 0);
    }
    return start === undefined ? undefined : textSpan(start, end);
  }

  /** The index of the segment that holds the text offset, or of the first one after it. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.segments[middle] as Segment).text.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function clip(segment: Segment, span: TextSpan): FileSpan | undefined {
  if (segment.kind === "break") return undefined;
  if (segment.kind === "entity") return segment.file;
  const start = Math.max(segment.text.start, span.start);
  const end = Math.min(segment.text.end, span.end);
  if (start >= end) return undefined;
  const shift = segment.file.start - segment.text.start;
  return fileSpan(start + shift, end + shift);
}
