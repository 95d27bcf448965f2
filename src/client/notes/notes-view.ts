import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from "vscode";
import type { AnnotationList } from "../../protocol/annotation.js";
import type { Corpus } from "../corpus.js";
import type { LanguageServer } from "../language-server.js";
import { type ArticleNode, countLost, type NoteViewNode, noteNodes, noteViewItem } from "./note-items.js";
import type { Notes } from "./notes.js";

/** Several annotations change at once where an article is reviewed or a branch is merged. */
const refreshDelay = 150;
/** While an article is typed in or a folder is read, places change many times a second, and the view need not. */
const placesDelay = 500;

/** The view "Notes": all notes, relations and lost annotations of the workspace by article. */
export class NotesView implements Disposable, TreeDataProvider<NoteViewNode> {
  readonly #notes: Notes;
  readonly #view: TreeView<NoteViewNode>;
  readonly #change = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable[];
  #roots: ArticleNode[] = [];
  #filter: readonly string[] = [];
  #outOfDate = true;
  /** Counts the times that the view set out to show something. */
  #turn = 0;
  /** When the next look begins that is waited for. */
  #due = Number.POSITIVE_INFINITY;
  /** Ends when the view shows what it last set out to show. */
  #work: Promise<void> = Promise.resolve();

  readonly onDidChangeTreeData = this.#change.event;

  constructor(notes: Notes, server: LanguageServer, corpus: Corpus) {
    this.#notes = notes;
    this.#view = window.createTreeView("tifa.notes", { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#change,
      this.#view.onDidChangeVisibility(() => this.#refreshIfNeeded(0)),
      notes.onDidChange(() => this.#outdated(refreshDelay)),
      // What an edit takes away or brings back, and articles that come and go, in the editor and on the disk.
      server.onHighlights(() => this.#outdated(placesDelay)),
      corpus.onDidChange(() => this.#outdated(placesDelay)),
      workspace.onDidCloseTextDocument(() => this.#outdated(placesDelay)),
    ];
    this.#refreshIfNeeded(0);
  }

  /** The tags that what is shown has to bear; none shows all. */
  get filter(): readonly string[] {
    return this.#filter;
  }

  setFilter(tags: readonly string[]): void {
    this.#filter = [...tags];
    void commands.executeCommand("setContext", "tifa.notesFiltered", tags.length > 0);
    this.#outdated(0);
  }

  getTreeItem(node: NoteViewNode): TreeItem {
    return noteViewItem(node);
  }

  getChildren(node?: NoteViewNode): NoteViewNode[] {
    if (!node) return this.#roots;
    return node.kind === "annotatedArticle" || node.kind === "lost" ? node.children : [];
  }

  getParent(node: NoteViewNode): NoteViewNode | undefined {
    return node.kind === "annotatedArticle" ? undefined : node.parent;
  }

  /** What the view shows, once it shows what it has set out to show. */
  async shown() {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    return {
      visible: this.#view.visible,
      description: this.#view.description,
      message: this.#view.message,
      badge: this.#view.badge?.value,
      roots: this.#roots,
    };
  }

  dispose(): void {
    this.#turn++;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #outdated(delay: number): void {
    this.#outOfDate = true;
    this.#refreshIfNeeded(delay);
  }

  /** A view that nobody sees asks the server for nothing. */
  #refreshIfNeeded(delay: number): void {
    if (!this.#outOfDate || !this.#view.visible) return;
    // What is about to be asked for will hold this change too: changes that keep coming must not put it off.
    const due = Date.now() + delay;
    if (due >= this.#due) return;
    this.#due = due;
    this.#work = this.#load(++this.#turn, delay);
  }

  async #load(turn: number, delay: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (turn !== this.#turn) return;
    this.#due = Number.POSITIVE_INFINITY;
    this.#outOfDate = false;
    const filter = this.#filter;
    const [all, filtered] = await window.withProgress({ location: { viewId: "tifa.notes" } }, () =>
      Promise.all([this.#notes.list(), filter.length > 0 ? this.#notes.list(filter) : undefined]),
    );
    // A later turn shows something newer; without an answer, what was shown is better than nothing.
    if (turn !== this.#turn) return;
    if (all) this.#show(all, filter.length > 0 ? (filtered ?? all) : all, filter);
    else this.#outOfDate = true;
  }

  #show(all: AnnotationList, shown: AnnotationList, filter: readonly string[]): void {
    const lost = countLost(all.articles);
    const tags = filter.map((tag) => `#${tag}`).join(" ");
    this.#roots = noteNodes(shown.articles);
    this.#view.description = tags;
    this.#view.message = filter.length > 0 && this.#roots.length === 0 ? l10n.t("No note bears {0}.", tags) : undefined;
    this.#view.badge = lost > 0 ? { value: lost, tooltip: l10n.t("Lost annotations: {0}", lost) } : undefined;
    void commands.executeCommand("setContext", "tifa.hasTags", all.tags.length > 0);
    this.#change.fire(undefined);
  }
}
