import { type Segment, type SegmentKind, SourceMap } from "./source-map.js";
import { fileSpan, textSpan } from "./spans.js";

/** Builds an article's visible text together with the map back to the file. */
export class TextBuilder {
  private readonly chunks: string[] = [];
  private readonly segments: Segment[] = [];
  private size = 0;
  private lastCharacter = "";

  constructor(private readonly source: string) {}

  /** The visible text's length so far, in UTF-16 code units. */
  get length(): number {
    return this.size;
  }

  /** Whether nothing has been added since the last line break. */
  get atLineStart(): boolean {
    return this.size === 0 || this.lastCharacter === "\n";
  }

  /** Adds the file's characters from `start` to `end` as they are. */
  verbatim(start: number, end: number): void {
    if (end > start) this.append(this.source.slice(start, end), start, end, "verbatim");
  }

  /** Adds `shown` for the file's characters from `start` to `end`. */
  entity(shown: string, start: number, end: number): void {
    if (shown.length > 0) this.append(shown, start, end, "entity");
  }

  /** Ends the line, unless the text is at a line's start already. `at` is the file offset of the markup. */
  lineBreak(at: number): void {
    if (!this.atLineStart) this.append("\n", at, at, "break");
  }

  text(): string {
    return this.chunks.join("");
  }

  map(): SourceMap {
    return new SourceMap(this.segments);
  }

  private append(shown: string, start: number, end: number, kind: SegmentKind): void {
    this.segments.push({
      text: textSpan(this.size, this.size + shown.length),
      file: fileSpan(start, end),
      kind,
    });
    this.chunks.push(shown);
    this.size += shown.length;
    this.lastCharacter = shown.slice(-1);
  }
}
