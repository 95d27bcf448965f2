import type { Locale } from "../../service/locale.js";
import type { ExchangeFiles, WorkspaceFiles } from "../../service/ports.js";
import type { AnnotationActions } from "../annotation/annotation-actions.js";
import type { Annotations } from "../annotation/annotations.js";
import type { Articles } from "../articles.js";
import type { WorkspaceFolders } from "../workspace-folders.js";

/** What export, import and comparison work with. */
export interface ExchangeHost {
  readonly files: WorkspaceFiles;
  readonly exchange: ExchangeFiles;
  readonly folders: WorkspaceFolders;
  readonly annotations: Annotations;
  readonly articles: Articles;
  readonly actions: AnnotationActions;
  readonly locale: Locale;
}

/** How far a long work is. */
export interface Progress {
  readonly cancelled: boolean;
  report(done: number, total: number): void;
}

/** Larger files are not read, in bytes: a character of Chinese takes three bytes of UTF-8. */
export function largestFile({ articles }: ExchangeHost): number {
  return articles.settings.maxFileSize * 3e6;
}
