import { type FileSpan, fileSpan, type TextSpan, textSpan } from "../text/spans.js";

/** Integers a mention takes: entity, text start and end, file start and end, role, flags. */
const width = 7;
const candidateFlag = 1;
const noParts: ReadonlyMap<number, readonly FileSpan[]> = new Map();

/** A mention as it is put into a table. `entity` and `role` are indexes into the record's lists. */
export interface MentionRow {
  readonly entity: number;
  readonly span: TextSpan;
  /** In order; the stretches of the file that show the mention, at least one. */
  readonly parts: readonly FileSpan[];
  readonly role?: number;
  readonly candidate?: boolean;
}

/**
 * The mentions of one article in order of place, as columns of integers: 28 bytes a mention. A folder of
 * ten thousand articles holds more than half a million, which as objects would fill the server's memory.
 */
export class MentionTable {
  private constructor(
    /** Seven integers a mention. */
    readonly data: Int32Array,
    /** The parts of those mentions that markup cuts apart, by row. */
    readonly cut: ReadonlyMap<number, readonly FileSpan[]>,
  ) {}

  static of(rows: readonly MentionRow[]): MentionTable {
    const data = new Int32Array(rows.length * width);
    const cut = new Map<number, readonly FileSpan[]>();
    rows.forEach((row, i) => {
      const first = row.parts[0];
      const last = row.parts[row.parts.length - 1];
      data.set(
        [
          row.entity,
          row.span.start,
          row.span.end,
          first?.start ?? 0,
          last?.end ?? 0,
          row.role ?? -1,
          row.candidate ? candidateFlag : 0,
        ],
        i * width,
      );
      if (row.parts.length > 1)
        cut.set(
          i,
          row.parts.map((part) => fileSpan(part.start, part.end)),
        );
    });
    return new MentionTable(data, cut.size > 0 ? cut : noParts);
  }

  /** A table from its columns, or undefined where their number does not come out even. */
  static fromData(data: Int32Array, cut: ReadonlyMap<number, readonly FileSpan[]>): MentionTable | undefined {
    return data.length % width === 0 ? new MentionTable(data, cut.size > 0 ? cut : noParts) : undefined;
  }

  get length(): number {
    return this.data.length / width;
  }

  /** The index of the mentioned entity in the record's entities. */
  entity(row: number): number {
    return this.at(row, 0);
  }

  span(row: number): TextSpan {
    return textSpan(this.at(row, 1), this.at(row, 2));
  }

  /** From the first part's start to the last part's end. */
  file(row: number): FileSpan {
    return fileSpan(this.at(row, 3), this.at(row, 4));
  }

  parts(row: number): readonly FileSpan[] {
    return this.cut.get(row) ?? [this.file(row)];
  }

  /** The index of the role in the record's roles, or undefined. */
  role(row: number): number | undefined {
    const role = this.at(row, 5);
    return role < 0 ? undefined : role;
  }

  isCandidate(row: number): boolean {
    return (this.at(row, 6) & candidateFlag) !== 0;
  }

  /** The row whose stretch of the file holds `offset`, or ends at it. */
  rowAt(offset: number): number | undefined {
    let found: number | undefined;
    for (let row = 0; row < this.length; row++) {
      for (const part of this.parts(row)) {
        if (part.start <= offset && offset < part.end) return row;
        if (part.end === offset) found = row;
      }
    }
    return found;
  }

  private at(row: number, column: number): number {
    return this.data[row * width + column] ?? 0;
  }
}
