import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocument,
  type TextEditor,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from "vscode";
import type { MeetingItem } from "../protocol/corpus.js";
import type { EntityTree } from "../protocol/protocol.js";
import type { ActiveArticle } from "./active-article.js";
import type { Corpus } from "./corpus.js";
import { type EntityViewNode, itemOf, nodesOf } from "./entity-items.js";
import { arrange, countEntities, groupsOf } from "./entity-order.js";
import { type EntityTrees, entityAt } from "./entity-trees.js";
import { isMeetingNode, type MeetingViewNode, meetingChildren, meetingItem, meetingNodes } from "./meeting-items.js";
import { readSettings } from "./settings.js";

/** What the article mentions, and the meetings that it reports. */
export type EntityTreeNode = EntityViewNode | MeetingViewNode;

/** A cursor that is held down passes many mentions; the view need not show each. */
const followDelay = 100;

/** The view "Entities": what the article in the active editor mentions. */
export class EntityView implements Disposable, TreeDataProvider<EntityTreeNode> {
  readonly #article: ActiveArticle;
  readonly #trees: EntityTrees;
  readonly #corpus: Corpus;
  readonly #view: TreeView<EntityTreeNode>;
  readonly #change = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable[];
  #tree: EntityTree | undefined;
  #roots: EntityViewNode[] = [];
  #meetings: readonly MeetingItem[] = [];
  #meetingRoots: MeetingViewNode[] = [];
  #filter = "";
  #settings = readSettings(workspace.getConfiguration);
  #outOfDate = false;
  #following: ReturnType<typeof setTimeout> | undefined;
  /** Ends when the view shows what it last set out to show. */
  #work: Promise<void> = Promise.resolve();

  readonly onDidChangeTreeData = this.#change.event;

  constructor(article: ActiveArticle, trees: EntityTrees, corpus: Corpus) {
    this.#corpus = corpus;
    this.#article = article;
    this.#trees = trees;
    this.#view = window.createTreeView("tifa.entities", { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#change,
      this.#view.onDidChangeVisibility(() => this.#refreshIfNeeded()),
      article.onDidChange((document) => this.#changeTo(document)),
      trees.onDidChange((uri) => this.#outdated(uri)),
      corpus.onDidChange(() => {
        if (article.document && this.#view.visible) void this.#loadMeetings(article.document);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#followCursor(textEditor)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tifa.entities")) this.#configure();
      }),
    ];
    this.#changeTo(article.document);
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only entities with all of the words; an empty text shows all. */
  setFilter(filter: string): void {
    this.#filter = filter.trim();
    void commands.executeCommand("setContext", "tifa.entitiesFiltered", this.#filter !== "");
    this.#arrange();
  }

  getTreeItem(node: EntityTreeNode): TreeItem {
    return isMeetingNode(node) ? meetingItem(node) : itemOf(node);
  }

  getChildren(node?: EntityTreeNode): EntityTreeNode[] {
    if (!node) return [...this.#roots, ...this.#meetingRoots];
    if (isMeetingNode(node)) return meetingChildren(node);
    return node.kind === "mention" ? [] : node.children;
  }

  getParent(node: EntityTreeNode): EntityTreeNode | undefined {
    return node.kind === "class" || node.kind === "meetings" ? undefined : node.parent;
  }

  /** What the view shows, once it shows what it has set out to show. */
  async shown() {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    return {
      uri: this.#article.document?.uri.toString(),
      version: this.#tree?.version,
      visible: this.#view.visible,
      title: this.#view.title,
      message: this.#view.message,
      selection: this.#view.selection,
      roots: this.#roots,
      meetings: this.#meetingRoots,
    };
  }

  dispose(): void {
    clearTimeout(this.#following);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #changeTo(document: TextDocument | undefined): void {
    this.#meetings = [];
    this.#show(undefined);
    this.#outOfDate = document !== undefined;
    this.#refreshIfNeeded();
  }

  #outdated(uri: string): void {
    if (uri !== this.#article.document?.uri.toString()) return;
    this.#outOfDate = true;
    this.#refreshIfNeeded();
  }

  /** A view that nobody sees asks the server for nothing. */
  #refreshIfNeeded(): void {
    const { document } = this.#article;
    if (!this.#outOfDate || !this.#view.visible || !document) return;
    this.#outOfDate = false;
    this.#work = Promise.all([this.#load(document), this.#loadMeetings(document)]).then(() => undefined);
  }

  async #load(document: TextDocument): Promise<void> {
    const tree = await window.withProgress({ location: { viewId: "tifa.entities" } }, () => this.#trees.of(document));
    // An answer for another document, or one that a newer answer has overtaken, is of no use.
    if (document !== this.#article.document || (tree && this.#tree && tree.version < this.#tree.version)) return;
    this.#show(tree);
    if (!tree && !this.#outOfDate) {
      this.#view.message = l10n.t("This article is not analysed; the Problems panel or the log tells why.");
    }
    if (window.activeTextEditor) this.#followCursor(window.activeTextEditor);
  }

  async #loadMeetings(document: TextDocument): Promise<void> {
    const meetings = await this.#corpus.meetings({ uri: document.uri.toString() });
    if (document !== this.#article.document || JSON.stringify(meetings) === JSON.stringify(this.#meetings)) return;
    this.#meetings = meetings;
    this.#arrange();
  }

  #show(tree: EntityTree | undefined): void {
    this.#tree = tree;
    const name = l10n.t("Entities");
    // Beside the only view of a container its description is not shown, so the title has to tell.
    this.#view.title = tree?.title ? `${name} · ${tree.title}` : name;
    this.#arrange();
  }

  #arrange(): void {
    const groups = this.#tree ? arrange(this.#tree, this.#settings["entities.sortOrder"], this.#filter) : [];
    this.#roots = this.#tree ? nodesOf(this.#tree.uri, groups) : [];
    this.#meetingRoots = this.#tree ? meetingNodes(this.#tree.uri, this.#meetings, this.#filter) : [];
    this.#view.message = this.#tree && messageFor(this.#tree, this.#filter, countEntities(groups));
    this.#change.fire(undefined);
  }

  #configure(): void {
    const before = this.#settings["entities.sortOrder"];
    this.#settings = readSettings(workspace.getConfiguration);
    if (this.#settings["entities.sortOrder"] !== before) this.#arrange();
  }

  #followCursor(editor: TextEditor): void {
    if (editor.document !== this.#article.document || !this.#settings["entities.followCursor"]) return;
    clearTimeout(this.#following);
    this.#following = setTimeout(() => void this.#selectEntityAt(editor), followDelay);
  }

  async #selectEntityAt(editor: TextEditor): Promise<void> {
    const tree = this.#tree;
    if (!tree || !this.#view.visible || editor.document !== this.#article.document) return;
    if (tree.version !== editor.document.version) return;
    const found = entityAt(tree, editor.selection.start);
    if (!found) return;
    const node = this.#roots
      .flatMap((root) => this.getChildren(root))
      .find((child) => child.kind === "entity" && child.entity === found.entity);
    const selected = this.#view.selection[0];
    if (!node || selected === node) return;
    // Whoever came from a mention in the tree keeps it selected.
    if (selected?.kind === "mention" && selected.mention === found.mention) return;
    try {
      await this.#view.reveal(node, { select: true, focus: false, expand: false });
    } catch {
      // The tree was rebuilt in between; it will follow the cursor again.
    }
  }
}

function messageFor(tree: EntityTree, filter: string, shown: number): string | undefined {
  const all = countEntities(groupsOf(tree));
  if (all === 0) return l10n.t("This article mentions nobody and nothing that is known.");
  if (filter === "") return undefined;
  return shown === 0
    ? l10n.t("Nothing matches “{0}”.", filter)
    : l10n.t("“{0}” matches {1} of {2} entities.", filter, shown, all);
}
