import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from "vscode-languageserver";
import { canonicalUri } from "../core/text/uris.js";
import type { AnnotatedArticles } from "./annotation/annotated-articles.js";
import type { Annotations } from "./annotation/annotations.js";
import type { Log } from "./log.js";
import type { ServerOptions } from "./options.js";
import type { WorkspaceFolders } from "./workspace-folders.js";
import type { WorkspaceIndex } from "./workspace-index.js";

/** What there is to be told of files. */
interface Listeners {
  readonly folders: WorkspaceFolders;
  readonly annotations: Annotations;
  readonly index: WorkspaceIndex;
  readonly annotated: AnnotatedArticles;
}

/** Watches the files and folders of the workspace, as far as the client lets it. */
export function watchWorkspace(
  connection: Connection,
  { folders, annotations, index, annotated }: Listeners,
  options: ServerOptions,
  log: Log,
): void {
  const look = (uris: readonly string[]) => {
    const canonical = uris.map(canonicalUri);
    annotated.forget(canonical);
    index.look(canonical.filter((uri) => !annotations.look(uri)));
  };
  connection.onDidChangeWatchedFiles(({ changes }) => look(changes.map(({ uri }) => uri)));
  connection.workspace.onDidCreateFiles(({ files }) => look(files.map(({ uri }) => uri)));
  connection.workspace.onDidDeleteFiles(({ files }) => look(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) {
      const [from, to] = [canonicalUri(oldUri), canonicalUri(newUri)];
      await annotations.renamed(from, to);
      index.rename(from, to);
    }
  });
  if (options.watchFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const gone = removed.map(({ uri }) => folders.remove(uri));
      const come = added.map(({ uri }) => folders.add(uri));
      await annotations.changeFolders();
      await index.changeFolders(come, gone);
    });
  }
  if (!options.watchFiles) return;
  // A folder that is deleted or moved is told by its own name alone.
  const watchers = [
    { globPattern: "**/*.{txt,md,html,htm,policy,TXT,MD,HTML,HTM}" },
    { globPattern: "**/.tifa/**" },
    { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
  ];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error: unknown) => log.error("watching files", error));
}
