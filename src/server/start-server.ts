import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Lexicon } from "../core/lexicon/lexicon.js";
import { canonicalUri } from "../core/text/uris.js";
import { messagesFor } from "../service/messages.js";
import { tokenModifiers, tokenTypes } from "../service/semantic-tokens.js";
import { readSettings } from "../service/settings.js";
import { answerAnnotationRequests } from "./annotation/annotation-requests.js";
import { answerCodeActions, codeActionKinds } from "./code-action-answers.js";
import { answerCorpusRequests } from "./corpus-requests.js";
import { answerExchangeRequests } from "./exchange-requests.js";
import type { ServerHost } from "./host.js";
import { isLexicon } from "./lexicon/lexicon-documents.js";
import { answerLexiconRequests, completionTriggers, registerLexiconCompletion } from "./lexicon/lexicon-requests.js";
import { logTo } from "./log.js";
import { optionsOf, type ServerOptions } from "./options.js";
import { createReady, type Ready } from "./ready.js";
import { answerRequests } from "./requests.js";

/** Wires the language service to a connection and listens. A failure is logged and answered with nothing. */
export function startServer(connection: Connection, host: ServerHost): void {
  const log = logTo(connection.console);
  const documents = new TextDocuments(TextDocument);
  let options: ServerOptions | undefined;
  let start: (ready: Ready | undefined) => void = () => {};
  /** Undefined where the lexicon cannot be read. */
  const ready = new Promise<Ready | undefined>((resolve) => {
    start = resolve;
  });

  connection.onInitialize((params): InitializeResult => {
    const asked = optionsOf(params);
    options = asked;
    const made = host
      .readLexicon(asked.lexicon)
      .then((data) => createReady(connection, host, documents, new Lexicon(data), asked, log));
    made.then(start, (error: unknown) => {
      log.error("lexicon", error);
      const reason = error instanceof Error ? error.message : String(error);
      void connection.window.showErrorMessage(messagesFor(asked.locale).lexiconUnreadable(reason));
      start(undefined);
    });
    const completionProvider = asked.registerCompletion
      ? {}
      : { completionProvider: { triggerCharacters: completionTriggers } };
    return { serverInfo: { name: "tifa" }, capabilities: { ...capabilities, ...completionProvider } };
  });

  const readConfiguration = async (): Promise<void> => {
    if (!options?.configuration) return;
    const settings = readSettings(await connection.workspace.getConfiguration("tifa"));
    const made = await ready;
    made?.articles.configure(settings);
    await made?.index.configure();
  };
  const configure = () => void readConfiguration().catch((error: unknown) => log.error("settings", error));

  connection.onInitialized(() => {
    configure();
    void ready.then(async (made) => {
      made?.watch();
      await made?.index.start();
      // What the list of notes takes long to read is read before anybody asks for it, once nothing else is to be done.
      await made?.index.idle();
      await made?.annotated.all().catch((error: unknown) => log.error("annotated articles", error));
    });
    if (options?.registerCompletion) registerLexiconCompletion(connection, log);
    if (!options?.watchConfiguration) return;
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: ["tifa", "files.exclude"] })
      .catch((error: unknown) => log.error("settings", error));
  });
  connection.onDidChangeConfiguration(configure);

  const opened = new Set<string>();
  documents.onDidChangeContent(({ document }) => {
    const first = !opened.has(document.uri);
    opened.add(document.uri);
    if (isLexicon(document.uri)) {
      void ready.then((made) => (first ? made?.problems.opened(document) : made?.problems.changed(document)));
      return;
    }
    void ready.then((made) => (first ? made?.articles.opened(document) : made?.articles.changed(document)));
    if (first) void ready.then((made) => made?.index.opened(document));
  });
  documents.onDidClose(({ document }) => {
    opened.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    if (isLexicon(document.uri)) {
      void ready.then((made) => made?.problems.closed(document));
      return;
    }
    void ready.then((made) => {
      made?.articles.closed(document);
      made?.diagnoses.closed(document.uri);
      made?.index.closed(document);
    });
  });
  // What moved since an annotation was made is told its new place while it can still be told.
  documents.onDidSave(({ document: { uri } }) => {
    if (isLexicon(uri)) void ready.then((made) => made?.annotations.look(canonicalUri(uri)));
    else void ready.then((made) => made?.saved(uri));
  });
  connection.onShutdown(async () => (await ready)?.dispose());

  answerRequests(
    connection,
    async (uri) => (await ready)?.articles.analysed(uri),
    log,
    async () => (await ready)?.answers,
    (uri) => (isLexicon(uri) ? documents.get(uri) : undefined),
  );
  answerCorpusRequests(connection, async () => (await ready)?.answers, log);
  answerCodeActions(connection, () => ready, log);
  answerAnnotationRequests(
    connection,
    () => ready,
    () => options?.locale ?? "en",
    log,
  );
  answerLexiconRequests(connection, () => ready, documents, log);
  answerExchangeRequests(
    connection,
    () => ready,
    host.exchange,
    () => options,
    log,
  );
  documents.listen(connection);
  connection.listen();
}

const anyFile = { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] };
const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  documentSymbolProvider: true,
  documentHighlightProvider: true,
  foldingRangeProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: { codeActionKinds },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: anyFile, didDelete: anyFile, didRename: anyFile },
  },
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
  },
};
