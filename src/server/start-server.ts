import {
  type Connection,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { LexiconData } from "../core/lexicon/entries.js";
import { Lexicon } from "../core/lexicon/lexicon.js";
import {
  highlightsNotification,
  type SegmenterStatusParams,
  segmenterStatusNotification,
} from "../protocol/protocol.js";
import { messagesFor } from "../service/messages.js";
import type { Segmenter, WorkspaceFiles } from "../service/ports.js";
import { tokenModifiers, tokenTypes } from "../service/semantic-tokens.js";
import { readSettings } from "../service/settings.js";
import { diagnosticsAnswer, highlightsAnswer, source } from "./answers.js";
import { Articles, type Publisher } from "./articles.js";
import { CorpusAnswers } from "./corpus-answers.js";
import { answerCorpusRequests } from "./corpus-requests.js";
import { type Log, logTo } from "./log.js";
import { optionsOf, type ServerOptions } from "./options.js";
import { answerRequests } from "./requests.js";
import { Segmentation } from "./segmentation.js";
import { WorkspaceIndex } from "./workspace-index.js";

/** What differs between a process and a web worker. */
export interface ServerHost {
  /** Reads the compiled lexicon, from beside the server where no address is given. */
  readLexicon(address: string | undefined): Promise<LexiconData>;
  createSegmenter(): Segmenter;
  /** Absent where the workspace's files cannot be read: the open documents are then all that is known. */
  readonly files?: WorkspaceFiles;
}

/** What there is once the lexicon is read. */
interface Ready {
  readonly articles: Articles;
  readonly index: WorkspaceIndex;
  readonly answers: CorpusAnswers;
}

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
    return { serverInfo: { name: "tifa" }, capabilities };
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
    void ready.then((made) => {
      made?.index.watch();
      return made?.index.start();
    });
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
    void ready.then((made) => (first ? made?.articles.opened(document) : made?.articles.changed(document)));
    if (first) void ready.then((made) => made?.index.opened(document));
  });
  documents.onDidClose(({ document }) => {
    opened.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    void ready.then((made) => {
      made?.articles.closed(document);
      made?.index.closed(document);
    });
  });
  connection.onShutdown(async () => {
    const made = await ready;
    made?.articles.dispose();
    await made?.index.dispose();
  });

  answerRequests(
    connection,
    async (uri) => (await ready)?.articles.analysed(uri),
    log,
    async () => (await ready)?.answers,
  );
  answerCorpusRequests(connection, async () => (await ready)?.answers, log);
  documents.listen(connection);
  connection.listen();
}

const anyFile = { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] };
const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  documentSymbolProvider: true,
  documentHighlightProvider: true,
  foldingRangeProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  workspaceSymbolProvider: true,
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: anyFile, didDelete: anyFile, didRename: anyFile },
  },
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
  },
};

function createReady(
  connection: Connection,
  host: ServerHost,
  documents: TextDocuments<TextDocument>,
  lexicon: Lexicon,
  options: ServerOptions,
  log: Log,
): Ready {
  const { locale, segmenter, refreshTokens } = options;
  const messages = messagesFor(locale);
  const segmentation = new Segmentation(host.createSegmenter, (status, reason) => {
    if (reason !== undefined) log.info(messages.segmenterAbsent(reason));
    const params: SegmenterStatusParams = { status, ...(reason === undefined ? {} : { detail: reason }) };
    void connection.sendNotification(segmenterStatusNotification, params);
  });
  const publisher: Publisher = {
    async publish(analysed, sharper) {
      await connection.sendNotification(highlightsNotification, highlightsAnswer(analysed));
      const { uri, version } = analysed.analysis;
      index.changed(uri);
      const problems = articles.settings.problems ? diagnosticsAnswer(analysed) : [];
      await connection.sendDiagnostics({ uri, version, diagnostics: problems });
      if (sharper && refreshTokens) connection.languages.semanticTokens.refresh();
    },
    async publishTooLarge({ uri, version }, { maxFileSize, problems }) {
      await connection.sendNotification(highlightsNotification, { uri, version, ranges: {} });
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
      const told = {
        range,
        severity: DiagnosticSeverity.Information,
        source,
        code: "too-large",
        message: messages.tooLarge(maxFileSize),
      };
      await connection.sendDiagnostics({ uri, version, diagnostics: problems ? [told] : [] });
    },
  };
  const articles = new Articles(
    documents,
    lexicon,
    locale,
    publisher,
    segmenter ? segmentation : undefined,
    (uri, error) => log.error(uri, error),
  );
  const index = new WorkspaceIndex(connection, documents, articles, lexicon, options, host.files, log);
  const answers = new CorpusAnswers(
    index.corpus,
    (uri) => index.current(uri),
    (uri) => documents.get(uri),
    lexicon,
    locale,
  );
  return { articles, index, answers };
}
