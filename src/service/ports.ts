import type { StoreKey } from "../core/annotation/paths.js";
import type { AnnotationStore } from "../core/annotation/store.js";
import type { ParsedStore } from "../core/annotation/store-format.js";
import type { ExportFile } from "../core/export/export-files.js";
import type { ExchangedFile, ImportFormat } from "../core/export/import-files.js";
import type { Locale } from "./locale.js";

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
  /** The annotations of a folder; undefined for an address that is not of this disk. */
  openAnnotations(folder: string): AnnotationFiles | undefined;
  /** Why annotations could not be read or saved, in one sentence that says what to do. */
  annotationFailure(error: unknown, locale: Locale): string;
  /** Resolves once the requests that wait have been taken. */
  pause(): Promise<void>;
}

/** The annotation files of one folder of articles. Rejects where a file cannot be read or written. */
export interface AnnotationFiles {
  /** What a file holds and what is wrong with it; empty where there is none. */
  read(key: StoreKey): Promise<ParsedStore>;
  /** Changes a file: `change` is given what it holds at the moment. Resolves to what was written. */
  update(key: StoreKey, change: (store: AnnotationStore) => AnnotationStore): Promise<AnnotationStore>;
  /** Takes the annotations of one article to another's file. */
  move(from: StoreKey, to: StoreKey): Promise<void>;
  /** The articles that have a file, by their path from the folder, with `/`, in order. */
  articles(): Promise<string[]>;
  /** The text of the folder's own lexicon; empty where there is none. */
  readLexicon(): Promise<string>;
}

/** A file to be imported, by its path on this machine; `name` is its path from the folder it was found in, with `/`. */
export interface ExchangeFile {
  readonly path: string;
  readonly name: string;
}

/** The files that are exchanged with other programs, anywhere on this machine: by their paths. */
export interface ExchangeFiles {
  /** Undefined for an address that is not of this machine. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** The file itself, or the files below a folder that end as the format's do, in order of path. */
  filesAt(path: string, format: ImportFormat): Promise<readonly ExchangeFile[]>;
  /** The exported files that stand for an annotator's work; none where the path is a folder of articles. */
  exportedAt(path: string): Promise<readonly ExchangeFile[]>;
  /** The nearest folder at a path or above it that has annotations; undefined where none has. */
  annotatedFolder(path: string): Promise<string | undefined>;
  /** Rejects where the file cannot be read, or is not of the format at all. */
  read(file: ExchangeFile, format: ImportFormat): Promise<ExchangedFile>;
  /** What stands where an export would write: files that are there, and articles, which an export never replaces. */
  inTheWay(
    folder: string,
    files: readonly ExportFile[],
    articles: Iterable<string>,
  ): Promise<{ readonly files: readonly string[]; readonly articles: readonly string[] }>;
  /** Where the files were written, in their order. Rejects at the first that cannot be written. */
  write(folder: string, files: readonly ExportFile[]): Promise<readonly string[]>;
  /** Of what reading or writing rejected with: the file, where it is known, and why, to stand behind a colon. */
  failureOf(error: unknown, locale: Locale): { readonly path?: string; readonly reason: string };
}
