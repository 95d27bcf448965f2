import type { Locale } from "../../service/locale.js";
import type { ExchangeFiles, WorkspaceFiles } from "../../service/ports.js";
import type { Annotations } from "../annotation/annotations.js";
import type { History } from "../annotation/history.js";
import type { Analysed } from "../answers.js";
import type { OpenDocuments } from "../articles.js";
import type { Log } from "../log.js";
import type { WorkspaceFolders } from "../workspace-folders.js";

/** What export, import and comparison work with. */
export interface ExchangeHost {
  readonly files: WorkspaceFiles;
  readonly exchange: ExchangeFiles;
  readonly folders: WorkspaceFolders;
  readonly documents: OpenDocuments;
  readonly annotations: Annotations;
  readonly history: History;
  readonly locale: Locale;
  readonly log: Log;
  /** The analysis of an open document, by the client's own address; undefined where it is too large. */
  analysed(uri: string): Analysed | undefined;
  /** Larger files are not read, in bytes. */
  largest(): number;
  /** Who imports; empty where annotations are to name nobody. */
  annotator(): string;
}

/** How far a long work is. */
export interface Progress {
  readonly cancelled: boolean;
  report(done: number, total: number): void;
}
