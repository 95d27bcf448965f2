import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import { canonicalUri } from "../core/text/uris.js";
import { messagesFor } from "../service/messages.js";
import type { WorkspaceFiles } from "../service/ports.js";
import type { Articles, OpenDocuments } from "./articles.js";
import { Corpus } from "./corpus.js";
import { IndexStatus } from "./index-status.js";
import { Indexer } from "./indexer.js";
import type { Log } from "./log.js";
import type { ServerOptions } from "./options.js";
import { WorkspaceFolders } from "./workspace-folders.js";

/** Time for the client to open its documents before folders are read, in milliseconds. */
const grace = 100;

/** The articles of the workspace: what the client tells of its folders, files and open documents, put together. */
export class WorkspaceIndex {
  readonly corpus = new Corpus();
  readonly #folders: WorkspaceFolders;
  readonly #indexer: Indexer;
  /** The client's own address of each open document, by the canonical one. */
  readonly #open = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    documents: OpenDocuments,
    articles: Articles,
    lexicon: Lexicon,
    private readonly options: ServerOptions,
    files: WorkspaceFiles | undefined,
    private readonly log: Log,
  ) {
    const messages = messagesFor(options.locale);
    this.#folders = new WorkspaceFolders(options.folders);
    const status = new IndexStatus(
      connection,
      this.corpus,
      messages,
      options.showProgress,
      () => this.#indexer.stop(),
      (count, milliseconds) => log.info(messages.indexed(count, (milliseconds / 1000).toFixed(1))),
    );
    const cache =
      files && options.storage
        ? files.openCache(options.storage, (error) => log.error("index cache", error))
        : undefined;
    this.#indexer = new Indexer(this.corpus, lexicon, {
      ...(files ? { files } : {}),
      ...(cache ? { cache } : {}),
      isOpen: (uri) => this.#open.has(uri),
      analysed: (uri) => articles.analysed(this.#open.get(uri) ?? uri),
      isExcluded: (uri) => this.#folders.isExcluded(uri),
      isInWorkspace: (uri) => this.#folders.holds(uri),
      // A character of Chinese takes three bytes of UTF-8, one of markup one.
      largest: () => articles.settings.maxFileSize * 3e6,
      progressed: (progress) => status.progressed(progress),
      damaged: (count) => log.info(messages.cacheDamaged(count)),
      failed: (about, error) => log.error(about, error),
    });
    for (const document of documents.all()) this.opened(document);
  }

  /** Reads the folders, once the documents that the client opens at its start are served. */
  async start(): Promise<void> {
    await this.#readExclusions();
    await new Promise((resolve) => setTimeout(resolve, grace));
    this.#indexer.add(this.#folders.all);
  }

  /** The article at an address as it is now, with its canonical address. */
  current(uri: string) {
    return this.#indexer.current(canonicalUri(uri));
  }

  /** Resolves once all that was told has been taken up. */
  idle(): Promise<void> {
    return this.#indexer.idle();
  }

  opened({ uri }: TextDocument): void {
    const canonical = canonicalUri(uri);
    // What a comparison shows of another version is no article of its own.
    if (!/^(?:file|untitled):/.test(uri) && !this.#folders.holds(canonical)) return;
    this.#open.set(canonical, uri);
    this.#indexer.opened(canonical);
  }

  /** Takes up an edit of an open document. */
  changed(uri: string): void {
    const canonical = canonicalUri(uri);
    if (this.#open.has(canonical)) this.#indexer.opened(canonical);
  }

  closed({ uri }: TextDocument): void {
    const canonical = canonicalUri(uri);
    if (this.#open.delete(canonical)) this.#indexer.closed(canonical);
  }

  /** Watches the files and folders of the workspace, as far as the client lets it. */
  watch(): void {
    const { connection } = this;
    connection.onDidChangeWatchedFiles(({ changes }) => this.#look(changes.map(({ uri }) => uri)));
    connection.workspace.onDidCreateFiles(({ files }) => this.#look(files.map(({ uri }) => uri)));
    connection.workspace.onDidDeleteFiles(({ files }) => this.#look(files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) this.#indexer.rename(canonicalUri(oldUri), canonicalUri(newUri));
    });
    if (this.options.watchFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => this.#folders.remove(uri));
        const come = added.map(({ uri }) => this.#folders.add(uri));
        for (const folder of gone) this.#indexer.look(folder);
        void this.#readExclusions().finally(() => this.#indexer.add(come));
      });
    }
    if (!this.options.watchFiles) return;
    // A folder that is deleted or moved is told by its own name alone.
    const watchers = [
      { globPattern: "**/*.{txt,md,html,htm,policy,TXT,MD,HTML,HTM}" },
      { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
    ];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => this.log.error("watching files", error));
  }

  /** Reads the settings anew and takes in or out what they say. */
  async configure(): Promise<void> {
    if (await this.#readExclusions()) for (const folder of this.#folders.all) this.#indexer.look(folder);
  }

  dispose(): Promise<void> {
    return this.#indexer.dispose();
  }

  #look(uris: readonly string[]): void {
    for (const uri of uris.map(canonicalUri)) {
      if (!this.#folders.isExcluded(uri)) this.#indexer.look(uri);
    }
  }

  async #readExclusions(): Promise<boolean> {
    if (!this.options.configuration) return false;
    const folders = this.#folders.all;
    const asked = folders.map((scopeUri) => ({ scopeUri, section: "files.exclude" }));
    if (asked.length === 0) return false;
    try {
      const settings: unknown[] = await this.connection.workspace.getConfiguration(asked);
      return folders.map((folder, i) => this.#folders.exclude(folder, settings[i])).some(Boolean);
    } catch (error) {
      this.log.error("files.exclude", error);
      return false;
    }
  }
}
