import { type FileSpan, fileSpan } from "../text/spans.js";
import { findConflicts, type Line, linesOf } from "./merge-conflicts.js";
import { idOf, isFields, readRecord } from "./read-record.js";
import { type AnnotationRecord, compare } from "./records.js";
import { type AnnotationStore, inOrder, isEmpty, type KeptLine } from "./store.js";
import { canonical, lineOf, rememberLine } from "./write-record.js";

/**
 * The file format of annotations: JSON Lines, one record a line, in order of id, so that what two people
 * add and change meets in git as whole lines. The first line names the format and its version.
 */
export const formatVersion = 1;
const header = JSON.stringify({ tifa: "annotations", version: formatVersion });

export type StoreProblemCode = "merge-conflict" | "broken-line" | "unknown-record" | "two-versions" | "newer-format";

/** Something wrong with an annotation file; nothing of it is lost when the file is written again. */
export interface StoreProblem {
  readonly code: StoreProblemCode;
  /** The line, without its line end. */
  readonly span: FileSpan;
  /** Zero-based. */
  readonly line: number;
  readonly detail?: string;
}

export interface ParsedStore {
  readonly store: AnnotationStore;
  readonly problems: readonly StoreProblem[];
}

/** Reads an annotation file. Never throws, whatever the text. */
export function parseStore(source: string): ParsedStore {
  const reader = new Reader();
  const lines = linesOf(source);
  const conflicts = findConflicts(lines);
  lines.forEach((line, i) => {
    const role = conflicts[i];
    if (role === "opening") reader.report("merge-conflict", line);
    if (role === "opening" || role === "marker") return;
    if (role === "stray") reader.keepBroken(line, "merge-conflict");
    else if (line.text.trim() !== "") reader.read(line, role === "ancestor");
  });
  return reader.result();
}

/** Writes a store; empty text when there is nothing to keep. `parseStore` reads back the same. */
export function serializeStore(store: AnnotationStore): string {
  if (isEmpty(store)) return "";
  const withId: { id: string; rank: number; text: string }[] = [];
  for (const [id, record] of store.records) withId.push({ id, rank: 0, text: lineOf(record) });
  for (const { id, text } of store.kept) if (id !== undefined) withId.push({ id, rank: 1, text });
  withId.sort((a, b) => compare(a.id, b.id) || a.rank - b.rank || compare(a.text, b.text));
  const loose = store.kept.filter((line) => line.id === undefined).map((line) => line.text);
  return `${[store.header ?? header, ...withId.map((line) => line.text), ...loose].join("\n")}\n`;
}

/** Gathers what the lines of one file give. */
class Reader {
  private readonly records = new Map<string, { record: AnnotationRecord; line: Line }>();
  private readonly kept: KeptLine[] = [];
  private readonly problems: StoreProblem[] = [];
  private header: string | undefined;
  private version = -1;

  read(line: Line, ancestor: boolean): void {
    const text = line.text.trim();
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      this.keepBroken(line, "broken-line", error instanceof Error ? error.message : undefined);
      return;
    }
    // The version that both sides of a conflict replaced: either has its own in place of it.
    if (ancestor && idOf(value) !== undefined) return;
    if (isFields(value) && value.tifa === "annotations") this.readHeader(value.version, text, line);
    else {
      const record = readRecord(value);
      if (record) this.take(record, text, line);
      else this.keepUnknown(value, text, line);
    }
  }

  keepBroken(line: Line, code: StoreProblemCode, detail?: string): void {
    this.report(code, line, detail);
    this.kept.push({ text: line.text, why: "broken" });
  }

  report(code: StoreProblemCode, line: Line, detail?: string): void {
    this.problems.push({
      code,
      span: fileSpan(line.start, line.start + line.text.length),
      line: line.number,
      ...(detail ? { detail } : {}),
    });
  }

  result(): ParsedStore {
    const records = new Map([...this.records].map(([id, { record }]) => [id, record]));
    const store = { records: inOrder(records), kept: this.kept, ...(this.header ? { header: this.header } : {}) };
    return { store, problems: this.problems.sort((a, b) => a.line - b.line) };
  }

  private take(record: AnnotationRecord, text: string, line: Line): void {
    const other = this.records.get(record.id);
    rememberLine(record, text);
    if (!other) this.records.set(record.id, { record, line });
    else if (canonical(other.record) !== canonical(record)) {
      const newer = isNewer(record, other.record);
      if (newer) this.records.set(record.id, { record, line });
      this.keepOlder(newer ? other : { record, line });
    }
  }

  private keepOlder(older: { record: AnnotationRecord; line: Line }): void {
    const text = lineOf(older.record);
    this.report("two-versions", older.line, older.record.id);
    if (!this.kept.some((line) => line.text === text)) this.kept.push({ text, id: older.record.id, why: "older" });
  }

  private keepUnknown(value: unknown, text: string, line: Line): void {
    this.report("unknown-record", line);
    if (this.kept.some((known) => known.text === text)) return;
    const id = idOf(value);
    this.kept.push({ text, why: "unknown", ...(id === undefined ? {} : { id }) });
  }

  private readHeader(version: unknown, text: string, line: Line): void {
    const number = typeof version === "number" ? version : 0;
    if (number > formatVersion) this.report("newer-format", line, String(number));
    if (number <= this.version) return;
    this.version = number;
    this.header = text === header ? undefined : text;
  }
}

/** Of two versions of a record the later is in effect; in one instant, the greater text, so that all agree. */
export function isNewer(a: AnnotationRecord, b: AnnotationRecord): boolean {
  return a.at > b.at || (a.at === b.at && canonical(a) > canonical(b));
}
