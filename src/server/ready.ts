import { type Connection, DiagnosticSeverity, type TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import { type AnnotationsChangedParams, annotationsChangedNotification } from "../protocol/annotation.js";
import {
  highlightsNotification,
  type SegmenterStatusParams,
  segmenterStatusNotification,
} from "../protocol/protocol.js";
import { messagesFor } from "../service/messages.js";
import type { WorkspaceFiles } from "../service/ports.js";
import { AnnotatedArticles } from "./annotation/annotated-articles.js";
import { AnnotationActions } from "./annotation/annotation-actions.js";
import { Annotations } from "./annotation/annotations.js";
import { highlightsAnswer, source } from "./answers.js";
import { Articles, type Publisher } from "./articles.js";
import { CorpusAnswers } from "./corpus-answers.js";
import { Diagnoses } from "./diagnoses.js";
import type { ServerHost } from "./host.js";
import { FileProblems } from "./lexicon/file-problems.js";
import { articlesAmong } from "./lexicon/lexicon-documents.js";
import type { Log } from "./log.js";
import type { ServerOptions } from "./options.js";
import { Segmentation } from "./segmentation.js";
import { watchWorkspace } from "./workspace-events.js";
import { WorkspaceFolders } from "./workspace-folders.js";
import { WorkspaceIndex } from "./workspace-index.js";

/** What there is once the lexicon and the workspace's annotations are read. */
export interface Ready {
  readonly folders: WorkspaceFolders;
  readonly annotations: Annotations;
  readonly articles: Articles;
  readonly index: WorkspaceIndex;
  readonly answers: CorpusAnswers;
  readonly diagnoses: Diagnoses;
  readonly actions: AnnotationActions;
  readonly annotated: AnnotatedArticles;
  readonly problems: FileProblems;
  readonly files?: WorkspaceFiles;
  /** From now on what the client tells of files and folders is listened to. */
  watch(): void;
  /** Brings the anchors of an article's annotations up to date with its text. Never rejects. */
  saved(uri: string): Promise<void>;
  dispose(): Promise<void>;
}

/** Puts the parts of the server together. */
export async function createReady(
  connection: Connection,
  host: ServerHost,
  documents: TextDocuments<TextDocument>,
  lexicon: Lexicon,
  options: ServerOptions,
  log: Log,
): Promise<Ready> {
  const { locale } = options;
  const { files } = host;
  const folders = new WorkspaceFolders(options.folders);
  const annotations: Annotations = new Annotations(lexicon, folders, files, {
    changed(uris, all) {
      articles.annotated(uris, all);
      problems.refresh();
      index.annotated(uris, all);
      const params: AnnotationsChangedParams = all ? {} : { uris };
      void connection.sendNotification(annotationsChangedNotification, params);
    },
    failed: (about, error) => log.error(about, error),
  });
  const problems = new FileProblems(connection, documents, annotations, locale);
  await annotations.load();
  const articleDocuments = articlesAmong(documents);
  const articles: Articles = new Articles(
    articleDocuments,
    annotations,
    locale,
    publisherTo(connection, options, () => ({ index, diagnoses })),
    options.segmenter ? segmentationOf(connection, host, options, log) : undefined,
    (uri, error) => log.error(uri, error),
  );
  const index: WorkspaceIndex = new WorkspaceIndex(
    connection,
    articleDocuments,
    articles,
    annotations,
    folders,
    options,
    files,
    log,
    () => diagnoses.indexed(),
  );
  const diagnoses: Diagnoses = new Diagnoses(
    connection,
    documents,
    articles,
    index,
    options.refersFromDiagnostics,
    (about, error) => log.error(about, error),
  );
  const answers = new CorpusAnswers(
    index.corpus,
    (uri) => index.current(uri),
    (uri) => articleDocuments.get(uri),
    annotations,
    locale,
  );
  const actions = new AnnotationActions(
    annotations,
    folders,
    files,
    locale,
    () => articles.settings.annotator,
    (about, error) => log.error(about, error),
  );
  const annotated = new AnnotatedArticles(
    annotations,
    files,
    (uri) => articles.analysedAt(uri),
    locale,
    () => articles.settings.maxFileSize * 3e6,
  );
  return {
    folders,
    annotations,
    articles,
    index,
    answers,
    diagnoses,
    actions,
    annotated,
    problems,
    ...(files ? { files } : {}),
    watch() {
      watchWorkspace(connection, { folders, annotations, index, annotated }, options, log);
      problems.refresh();
    },
    async saved(uri) {
      const found = articles.analysed(uri);
      if (!found) return;
      await annotations
        .refresh(uri, found.analysis.article.text)
        .catch((error: unknown) => log.error(`anchors of ${uri}`, error));
    },
    async dispose() {
      articles.dispose();
      problems.dispose();
      annotations.dispose();
      await index.dispose();
    },
  };
}

function segmentationOf(connection: Connection, host: ServerHost, { locale }: ServerOptions, log: Log): Segmentation {
  return new Segmentation(host.createSegmenter, (status, reason) => {
    if (reason !== undefined) log.info(messagesFor(locale).segmenterAbsent(reason));
    const params: SegmenterStatusParams = { status, ...(reason === undefined ? {} : { detail: reason }) };
    void connection.sendNotification(segmenterStatusNotification, params);
  });
}

/** Sends what an analysis gives to the client. */
function publisherTo(
  connection: Connection,
  { locale, refreshTokens }: ServerOptions,
  parts: () => Pick<Ready, "index" | "diagnoses">,
): Publisher {
  return {
    async publish(analysed, sharper) {
      const { index, diagnoses } = parts();
      await connection.sendNotification(highlightsNotification, highlightsAnswer(analysed));
      const { uri } = analysed.analysis;
      index.changed(uri);
      diagnoses.analysed(uri);
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
        message: messagesFor(locale).tooLarge(maxFileSize),
      };
      await connection.sendDiagnostics({ uri, version, diagnostics: problems ? [told] : [] });
    },
  };
}
