import { type AnnotationRecord, compare } from "./records.js";

/** A line that is not in effect, and is written back as it is. */
export interface KeptLine {
  readonly text: string;
  /** The id it carries; a line without one stands at the file's end. */
  readonly id?: string;
  /**
   * `older`: another version of a record that is in effect; `unknown`: a record of a kind or shape that this
   * version of Tifa does not know; `broken`: not a record at all.
   */
  readonly why: "older" | "unknown" | "broken";
}

/** What one annotation file holds. */
export interface AnnotationStore {
  /** The records in effect, by id, in order of id. */
  readonly records: ReadonlyMap<string, AnnotationRecord>;
  readonly kept: readonly KeptLine[];
  /** The first line as it was read, where it is not what this version writes. */
  readonly header?: string;
}

export const emptyStore: AnnotationStore = { records: new Map(), kept: [] };

/** Whether there is nothing to write: the file may go. */
export function isEmpty(store: AnnotationStore): boolean {
  return store.records.size === 0 && store.kept.length === 0;
}

/** The store with records put in, each in place of the one with its id. */
export function withRecords(store: AnnotationStore, records: Iterable<AnnotationRecord>): AnnotationStore {
  const all = new Map(store.records);
  for (const record of records) all.set(record.id, record);
  return { ...store, records: inOrder(all) };
}

export function withoutRecords(store: AnnotationStore, ids: Iterable<string>): AnnotationStore {
  const records = new Map(store.records);
  for (const id of ids) records.delete(id);
  return { ...store, records };
}

/** The store without the other versions of a record: what is in effect has been confirmed. */
export function settled(store: AnnotationStore, id: string): AnnotationStore {
  return { ...store, kept: store.kept.filter((line) => line.why !== "older" || line.id !== id) };
}

export function inOrder(records: ReadonlyMap<string, AnnotationRecord>): Map<string, AnnotationRecord> {
  return new Map([...records].sort(([a], [b]) => compare(a, b)));
}
