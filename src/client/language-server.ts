import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocument,
  type Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type AnnotationsChangedParams, annotationsChangedNotification } from "../protocol/annotation.js";
import { type IndexStatusParams, indexStatusNotification } from "../protocol/corpus.js";
import {
  type HighlightsParams,
  highlightsNotification,
  type InitializationOptions,
  type SegmenterStatusParams,
  segmenterStatusNotification,
} from "../protocol/protocol.js";
import { isPolicyArticle } from "./language.js";
import { isLexicon } from "./lexicon-documents.js";
import { type Log, messageOf } from "./log.js";
import { readSettings } from "./settings.js";

/** What a start needs to know. The parts of `vscode-languageclient` that run are loaded by who makes the client. */
export interface ClientSetup {
  readonly extensionUri: Uri;
  readonly options: LanguageClientOptions;
  readonly onState: (state: "starting" | "running") => void;
  /** The server ended by itself so often that it is not started again. */
  readonly onGivenUp: () => void;
}

export interface Host {
  /** Where the compiled lexicon lies, as the server of this host reads it. */
  lexicon(extensionUri: Uri): string;
  /** A folder where the server may keep what it knows of a workspace; absent where it has no files. */
  storage?(folder: Uri): string;
  /** Makes the client, not yet started. */
  createClient(setup: ClientSetup): Promise<BaseLanguageClient>;
}

export type ServerState = "idle" | "starting" | "running" | "failed";

function isServed(document: TextDocument): boolean {
  return isPolicyArticle(document) || isLexicon(document);
}

/** The language server: started when the first article, or a lexicon, is open, and not before. */
export class LanguageServer implements Disposable {
  readonly #host: Host;
  readonly #extensionUri: Uri;
  readonly #storageUri: Uri | undefined;
  readonly #locale: string;
  readonly #log: Log;
  readonly #subscriptions: Disposable[] = [];
  readonly #highlights = new EventEmitter<HighlightsParams>();
  readonly #segmenter = new EventEmitter<SegmenterStatusParams>();
  readonly #index = new EventEmitter<IndexStatusParams>();
  readonly #annotations = new EventEmitter<AnnotationsChangedParams>();
  readonly #stateChange = new EventEmitter<ServerState>();
  #client: Promise<BaseLanguageClient> | undefined;
  #state: ServerState = "idle";
  #disposed = false;

  readonly onHighlights = this.#highlights.event;
  readonly onSegmenterStatus = this.#segmenter.event;
  readonly onIndexStatus = this.#index.event;
  readonly onAnnotationsChanged = this.#annotations.event;
  readonly onDidChangeState = this.#stateChange.event;

  /** `storageUri` is a folder of the workspace's own; there is none where no folder is open. */
  constructor(host: Host, extensionUri: Uri, storageUri: Uri | undefined, locale: string, log: Log) {
    this.#host = host;
    this.#extensionUri = extensionUri;
    this.#storageUri = storageUri;
    this.#locale = locale;
    this.#log = log;
    this.#subscriptions.push(
      this.#highlights,
      this.#segmenter,
      this.#index,
      this.#annotations,
      this.#stateChange,
      workspace.onDidOpenTextDocument((document) => {
        if (isServed(document)) void this.start();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tifa.wordSegmentation") && this.#client) void this.restart();
      }),
    );
  }

  /** Starts the server when a policy article, or a lexicon, is open already. */
  startIfNeeded(): void {
    if (workspace.textDocuments.some(isServed)) void this.start();
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server unless it runs. Resolves to whether it does; a failure has been told to the user. */
  async start(): Promise<boolean> {
    try {
      await this.#running();
      return true;
    } catch {
      return false;
    }
  }

  async restart(): Promise<void> {
    const old = this.#client;
    this.#client = undefined;
    this.#log.channel.info("Restarting the language server.");
    await this.#end(old);
    await this.start();
  }

  /** Undefined when the server does not run or refuses: the log says why. */
  async request<R>(method: string, params: object, token?: CancellationToken): Promise<R | undefined> {
    try {
      const client = await this.#running();
      // A missing token would go along as a second parameter.
      return await (token ? client.sendRequest<R>(method, params, token) : client.sendRequest<R>(method, params));
    } catch (error) {
      if (!this.#disposed) this.#log.channel.warn(`${method}: ${messageOf(error)}`);
      return undefined;
    }
  }

  /** The server's process ends by `stop`, for which the extension host waits. */
  dispose(): void {
    this.#disposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Ends the server's process. */
  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await this.#end(client);
  }

  async #end(starting: Promise<BaseLanguageClient> | undefined): Promise<void> {
    try {
      const client = await starting;
      if (client?.needsStop()) await client.dispose(2000);
    } catch (error) {
      // It never ran, or it did not answer and has been killed: either way it has ended.
      if (!this.#disposed) this.#log.channel.debug(`Ending the language server: ${messageOf(error)}`);
    }
  }

  #running(): Promise<BaseLanguageClient> {
    if (this.#disposed) return Promise.reject(new Error("The extension has been deactivated."));
    this.#client ??= this.#launch();
    return this.#client;
  }

  async #launch(): Promise<BaseLanguageClient> {
    this.#setState("starting");
    const started = Date.now();
    try {
      const client = await this.#host.createClient({
        extensionUri: this.#extensionUri,
        options: this.#options(),
        onState: (state) => this.#setState(state),
        onGivenUp: () => this.#givenUp(),
      });
      client.onNotification(highlightsNotification, (params: HighlightsParams) => this.#highlights.fire(params));
      client.onNotification(segmenterStatusNotification, (params: SegmenterStatusParams) =>
        this.#segmenter.fire(params),
      );
      client.onNotification(indexStatusNotification, (params: IndexStatusParams) => this.#index.fire(params));
      client.onNotification(annotationsChangedNotification, (params: AnnotationsChangedParams) =>
        this.#annotations.fire(params),
      );
      await client.start();
      this.#log.channel.info(`The language server started in ${Date.now() - started} ms.`);
      return client;
    } catch (error) {
      this.#client = undefined;
      this.#setState("failed");
      void this.#tell(
        l10n.t("The Tifa language server does not start, so articles are shown without mentions."),
        error,
      );
      throw error;
    }
  }

  #options(): LanguageClientOptions {
    return {
      outputChannel: this.#log.channel,
      initializationOptions: (): InitializationOptions => ({
        locale: this.#locale,
        lexicon: this.#host.lexicon(this.#extensionUri),
        segmenter: readSettings(workspace.getConfiguration).wordSegmentation,
        ...(this.#storageUri && this.#host.storage ? { storage: this.#host.storage(this.#storageUri) } : {}),
      }),
    };
  }

  #givenUp(): void {
    this.#client = undefined;
    this.#setState("failed");
    void this.#tell(
      l10n.t("The Tifa language server ended several times in a row and was not started again."),
      "See the lines above.",
    );
  }

  async #tell(message: string, cause: unknown): Promise<void> {
    const restart = l10n.t("Restart");
    if ((await this.#log.fail(message, cause, restart)) === restart) await this.restart();
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChange.fire(state);
  }
}
