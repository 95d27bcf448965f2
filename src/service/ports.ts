/** What the service needs from outside. Implementations live in `node` and `web`. */
export type { Segmenter, Word } from "../core/recognize/segmenter.js";

/** One file as a feature sees it. `source` is its decoded text without a BOM. */
export interface SourceFile {
  readonly uri: string;
  /** Grows with every edit. */
  readonly version: number;
  readonly source: string;
}

/** A file of the workspace as it is on disk. */
export interface FileContent {
  /** Decoded, without a BOM. */
  readonly text: string;
  /** The same for the same bytes. */
  readonly hash: string;
}

/** What was stored of articles under keys; a key stands for the content. */
export interface RecordCache {
  /**
   * Hands out the stored texts whose keys are wanted, some at a time. An entry that is damaged, or that
   * `restore` refuses, is dropped. Resolves to the number of those. Never rejects.
   */
  load(isWanted: (key: string) => boolean, restore: (key: string, text: string) => Promise<boolean>): Promise<number>;
  /** Never rejects: what cannot be stored is told to the log that the cache was opened with. */
  add(key: string, text: string): Promise<void>;
  /** Writes what is not yet written. */
  flush(): Promise<void>;
}

/** The files of the workspace. Addresses are canonical `file:` addresses. */
export interface WorkspaceFiles {
  /** The article files below a folder, or the file itself; what is excluded is not looked into. */
  find(uri: string, isExcluded: (uri: string) => boolean): AsyncIterable<string>;
  /** Undefined where there is no such file, or none that can be read, or one of more than `largest` bytes. */
  read(uri: string, largest: number): Promise<FileContent | undefined>;
  /** The hash that `read` would give, at once: for thousands of small files waiting costs more than reading. */
  hash(uri: string, largest: number): string | undefined;
  /** Opens a cache in a folder, given by its path. */
  openCache(folder: string, failed: (error: unknown) => void): RecordCache;
  /** Resolves once the requests that wait have been taken. */
  pause(): Promise<void>;
}
