import type { Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { canonicalUri } from "../core/text/uris.js";
import { messagesFor } from "../service/messages.js";
import type { WorkspaceFiles } from "../service/ports.js";
import type { Annotations } from "./annotation/annotations.js";
import type { Articles, OpenDocuments } from "./articles.js";
import { Corpus } from "./corpus.js";
import { IndexStatus } from "./index-status.js";
import { Indexer } from "./indexer.js";
import type { Log } from "./log.js";
import type { ServerOptions } from "./options.js";
import type { WorkspaceFolders } from "./workspace-folders.js";

/** Time for the client to open its documents before folders are read, in milliseconds. */
const grace = 100;

/** The articles of the workspace: what the client tells of its folders, files and open documents, put together. */
export class WorkspaceIndex {
  readonly corpus = new Corpus();
  readonly #indexer: Indexer;
  /** The client's own address of each open document, by the canonical one. */
  readonly #open = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    documents: OpenDocuments,
    articles: Articles,
    annotations: Annotations,
    private readonly folders: WorkspaceFolders,
    private readonly options: ServerOptions,
    files: WorkspaceFiles | undefined,
    private readonly log: Log,
    /** Called when the index has taken up what there was. */
    settled: () => void,
  ) {
    const messages = messagesFor(options.locale);
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
    this.#indexer = new Indexer(this.corpus, annotations, {
      ...(files ? { files } : {}),
      ...(cache ? { cache } : {}),
      isOpen: (uri) => this.#open.has(uri),
      analysed: (uri) => articles.analysed(this.#open.get(uri) ?? uri),
      isExcluded: (uri) => this.folders.isExcluded(uri),
      isInWorkspace: (uri) => this.folders.holds(uri),
      // A character of Chinese takes three bytes of UTF-8, one of markup one.
      largest: () => articles.settings.maxFileSize * 3e6,
      progressed: (progress) => {
        status.progressed(progress);
        if (!progress.working) settled();
      },
      damaged: (count) => log.info(messages.cacheDamaged(count)),
      failed: (about, error) => log.error(about, error),
    });
    for (const document of documents.all()) this.opened(document);
  }

  /** Reads the folders, once the documents that the client opens at its start are served. */
  async start(): Promise<void> {
    await this.#readExclusions();
    await new Promise((resolve) => setTimeout(resolve, grace));
    this.#indexer.add(this.folders.all);
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
    if (!/^(?:file|untitled):/.test(uri) && !this.folders.holds(canonical)) return;
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

  /** Looks at files and folders that may have been made, changed or deleted. Addresses are canonical. */
  look(uris: readonly string[]): void {
    for (const uri of uris) if (!this.folders.isExcluded(uri)) this.#indexer.look(uri);
  }

  rename(from: string, to: string): void {
    this.#indexer.rename(from, to);
  }

  /** Takes up folders that have come to the workspace, and lets go of those that have left it. */
  async changeFolders(come: readonly string[], gone: readonly string[]): Promise<void> {
    for (const folder of gone) this.#indexer.look(folder);
    await this.#readExclusions();
    this.#indexer.add(come);
  }

  /** Takes up other annotations: of these articles, or whatever may bear on all of them. */
  annotated(uris: readonly string[], all: boolean): void {
    this.#indexer.annotated(uris, all);
  }

  /** Reads the settings anew and takes in or out what they say. */
  async configure(): Promise<void> {
    if (await this.#readExclusions()) for (const folder of this.folders.all) this.#indexer.look(folder);
  }

  dispose(): Promise<void> {
    return this.#indexer.dispose();
  }

  async #readExclusions(): Promise<boolean> {
    if (!this.options.configuration) return false;
    const folders = this.folders.all;
    const asked = folders.map((scopeUri) => ({ scopeUri, section: "files.exclude" }));
    if (asked.length === 0) return false;
    try {
      const settings: unknown[] = await this.connection.workspace.getConfiguration(asked);
      return folders.map((folder, i) => this.folders.exclude(folder, settings[i])).some(Boolean);
    } catch (error) {
      this.log.error("files.exclude", error);
      return false;
    }
  }
}
