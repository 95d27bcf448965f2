import type { ArticleRecord } from "../core/corpus/article-record.js";
import { restoreRecord, storeRecord } from "../core/corpus/record-codec.js";

/** What the index keeps of a file in its cache. */
export interface StoredEntry {
  readonly record: ArticleRecord;
  /** Where the file's lines start. */
  readonly lines: Uint32Array;
  /** What of the workspace's own words stood in the text, and in which version: see `OwnWords`. */
  readonly touching: string;
}

export function storedEntry({ record, lines, touching }: StoredEntry): string {
  return JSON.stringify({ record: storeRecord(record), lines: [...lines], ...(touching ? { touching } : {}) });
}

/** Undefined where the text is damaged. */
export function restoreEntry(text: string, uri: string): StoredEntry | undefined {
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== "object" || stored === null || !("record" in stored) || !("lines" in stored))
      return undefined;
    const { lines } = stored;
    if (!Array.isArray(lines) || !lines.every((line): line is number => Number.isInteger(line))) return undefined;
    const record = restoreRecord(stored.record, uri);
    const touching = "touching" in stored ? String(stored.touching) : "";
    return record && { record, lines: Uint32Array.from(lines), touching };
  } catch {
    return undefined;
  }
}
