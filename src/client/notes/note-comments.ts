import {
  type CommentController,
  type CommentThread,
  CommentThreadCollapsibleState,
  comments,
  type Disposable,
  l10n,
  Range,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import type { NoteThreadInfo } from "../../protocol/annotation.js";
import { isPolicyArticle } from "../language.js";
import type { LanguageServer } from "../language-server.js";
import { toEditorRange } from "../ranges.js";
import { wordsAt } from "../shorten.js";
import { NoteComment } from "./note-comment.js";
import { NoteDrafts } from "./note-drafts.js";
import { NoteThread } from "./note-thread.js";
import type { Notes } from "./notes.js";
import { isAmong, sameAddress } from "./same-address.js";

/** An edit is followed by an analysis and by news of the annotations; one look serves both. */
const loadDelay = 80;

interface ArticleThreads {
  /** By the id of their first note. */
  readonly threads: Map<string, NoteThread>;
  waiting?: ReturnType<typeof setTimeout>;
  /** Threads that come now are those the reader is writing: they are shown open. */
  writing: boolean;
}

/** Shows the notes of open articles in VS Code's comments interface. */
export class NoteComments implements Disposable {
  readonly #notes: Notes;
  readonly #controller: CommentController;
  readonly #drafts = new NoteDrafts();
  readonly #articles = new Map<TextDocument, ArticleThreads>();
  /** Threads of VS Code's to ours; one that is not in here is new, made by a click beside the text. */
  readonly #byShown = new WeakMap<CommentThread, NoteThread>();
  /** Threads with nothing but drafts that are not saved yet; they outlive their editor. */
  readonly #unsaved = new Set<NoteThread>();
  readonly #subscriptions: Disposable[];

  constructor(notes: Notes, server: LanguageServer) {
    this.#notes = notes;
    this.#controller = comments.createCommentController("tifa.notes", l10n.t("Notes"));
    this.#controller.options = { prompt: l10n.t("Reply"), placeHolder: l10n.t("A note; words behind # are its tags") };
    this.#subscriptions = [
      this.#controller,
      this.#drafts,
      notes.onDidChange(({ uris }) => this.#outdated((document) => isAmong(document.uri, uris))),
      server.onHighlights(({ uri }) => this.#outdated((document) => sameAddress(document.uri, uri))),
      window.onDidChangeVisibleTextEditors(() => this.#follow()),
      workspace.onDidOpenTextDocument(() => this.#follow()),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    ];
    this.#follow();
  }

  /** The threads of an open article, in order of place. */
  threads(document: TextDocument): readonly NoteThread[] {
    return [...(this.#articles.get(document)?.threads.values() ?? [])];
  }

  /** The threads of an article that hold nothing but what is not saved yet. */
  unsaved(document: TextDocument): readonly NoteThread[] {
    return [...this.#unsaved].filter(({ shown }) => shown.uri.toString() === document.uri.toString());
  }

  /** Opens a thread on a stretch of an article, with a draft for its reader to write into. */
  start(document: TextDocument, range: Range): void {
    // An empty thread of an extension's own gets no focus, and what is typed would go into the article: a draft gets it.
    const draft = NoteComment.draft();
    const thread = this.#create(document, range, [draft]);
    thread.open(l10n.t("New note on “{0}”", wordsAt(document, range)));
    this.#unsaved.add(thread);
    this.#drafts.add(document, thread.shown, range);
  }

  /** The notes of a thread as VS Code hands it to a command: none where it is new. */
  threadOf(shown: CommentThread): NoteThread | undefined {
    return this.#byShown.get(shown);
  }

  threadWith(comment: unknown): NoteThread | undefined {
    const saved = [...this.#articles.values()].flatMap(({ threads }) => [...threads.values()]);
    return [...saved, ...this.#unsaved].find(({ comments }) => comments.some((one) => one === comment));
  }

  /** Keeps a text that could not be saved where it was written. */
  keep(shown: CommentThread, text: string): void {
    const thread = this.#byShown.get(shown) ?? new NoteThread(shown);
    this.#byShown.set(shown, thread);
    if (!thread.first) this.#unsaved.add(thread);
    thread.addDraft(text);
  }

  /** Takes a thread without saved notes away. */
  discard(shown: CommentThread): void {
    const thread = this.#byShown.get(shown);
    if (thread) this.#unsaved.delete(thread);
    this.#drafts.remove(shown);
    shown.dispose();
  }

  /** Does what the reader writes in an article, and shows what has become of its notes. */
  async write(document: TextDocument, act: () => Promise<boolean>): Promise<boolean> {
    const article = this.#articleOf(document);
    article.writing = true;
    try {
      if (!(await act())) return false;
      await this.#load(document);
      return true;
    } finally {
      article.writing = false;
    }
  }

  dispose(): void {
    for (const document of [...this.#articles.keys()]) this.#forget(document);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #articleOf(document: TextDocument): ArticleThreads {
    const article = this.#articles.get(document) ?? { threads: new Map<string, NoteThread>(), writing: false };
    this.#articles.set(document, article);
    return article;
  }

  /** Takes up articles that have come before the reader's eyes. */
  #follow(): void {
    const shown = window.visibleTextEditors.map(({ document }) => document).filter(isPolicyArticle);
    const come = shown.filter((document) => !this.#articles.has(document));
    for (const document of come) {
      this.#articleOf(document);
      this.#loadSoon(document);
    }
    // A file becomes an article after it is opened; when this is set, VS Code asks again where notes can stand. While
    // no article is shown it is not to ask at all: it keeps each text that it asks about open for minutes.
    const isAsked = this.#controller.commentingRangeProvider !== undefined;
    if (shown.length === 0) this.#controller.commentingRangeProvider = undefined;
    else if (come.length > 0 || !isAsked)
      this.#controller.commentingRangeProvider = { provideCommentingRanges: linesOf };
  }

  #outdated(which: (document: TextDocument) => boolean): void {
    for (const document of this.#articles.keys()) if (which(document)) this.#loadSoon(document);
  }

  #loadSoon(document: TextDocument): void {
    const article = this.#articles.get(document);
    if (!article) return;
    clearTimeout(article.waiting);
    article.waiting = setTimeout(() => void this.#load(document), loadDelay);
  }

  async #load(document: TextDocument): Promise<void> {
    const { version } = document;
    const threads = await this.#notes.threads(document.uri.toString());
    const article = this.#articles.get(document);
    // What was asked of an older text is asked again after its analysis.
    if (threads && article && document.version === version) this.#show(document, article, threads);
  }

  #show(document: TextDocument, { threads, writing }: ArticleThreads, infos: readonly NoteThreadInfo[]): void {
    const gone = new Map(threads);
    threads.clear();
    for (const info of infos) {
      const range = toEditorRange(info.range);
      const known = gone.get(info.first.id);
      const thread = known ?? this.#create(document, range, [info.first, ...info.answers].map(NoteComment.of));
      gone.delete(info.first.id);
      thread.take(info, wordsAt(document, range));
      if (!known && writing) thread.open();
      threads.set(info.first.id, thread);
    }
    for (const thread of gone.values()) if (thread.loseNotes()) this.#unsaved.add(thread);
  }

  /** A thread that is made without its comments would be taken for one to be written, and get the focus. */
  #create(document: TextDocument, range: Range, notes: readonly NoteComment[]): NoteThread {
    const thread = new NoteThread(this.#controller.createCommentThread(document.uri, range, notes), notes);
    thread.shown.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    this.#byShown.set(thread.shown, thread);
    return thread;
  }

  /** Also told when a document changes its language: then its notes go. */
  #forget(document: TextDocument): void {
    const article = this.#articles.get(document);
    if (!article) return;
    clearTimeout(article.waiting);
    this.#show(document, article, []);
    this.#articles.delete(document);
  }
}

function linesOf(document: TextDocument): Range[] {
  return isPolicyArticle(document) ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [];
}
