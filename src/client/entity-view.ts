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
import type { EntityTree } from "../protocol/protocol.js";
import { type EntityViewNode, itemOf, nodesOf } from "./entity-items.js";
import { arrange, countEntities } from "./entity-order.js";
import { type EntityTrees, entityAt } from "./entity-trees.js";
import { isPolicyArticle } from "./language.js";
import { readSettings } from "./settings.js";

/** A cursor that is held down passes many mentions; the view need not show each. */
const followDelay = 100;
/** Between two editors there is none for a moment, which is no reason to empty the view. */
const emptyDelay = 60;

/** The view "Entities": what the article in the active editor mentions. */
export class EntityView implements Disposable, TreeDataProvider<EntityViewNode> {
  readonly #trees: EntityTrees;
  readonly #view: TreeView<EntityViewNode>;
  readonly #change = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable[];
  #document: TextDocument | undefined;
  #tree: EntityTree | undefined;
  #roots: EntityViewNode[] = [];
  #filter = "";
  #settings = readSettings(workspace.getConfiguration);
  #outOfDate = false;
  #following: ReturnType<typeof setTimeout> | undefined;
  #emptying: ReturnType<typeof setTimeout> | undefined;
  /** Ends when the view shows what it last set out to show. */
  #work: Promise<void> = Promise.resolve();

  readonly onDidChangeTreeData = this.#change.event;

  constructor(trees: EntityTrees) {
    this.#trees = trees;
    this.#view = window.createTreeView("tifa.entities", { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#view,
      this.#change,
      this.#view.onDidChangeVisibility(() => this.#refreshIfNeeded()),
      trees.onDidChange((uri) => this.#outdated(uri)),
      window.onDidChangeActiveTextEditor((editor) => this.#activeChanged(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#followCursor(textEditor)),
      workspace.onDidOpenTextDocument((document) => this.#languageChanged(document)),
      workspace.onDidCloseTextDocument((document) => this.#languageChanged(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tifa.entities")) this.#configure();
      }),
    ];
    this.#follow(window.activeTextEditor);
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

  getTreeItem(node: EntityViewNode): TreeItem {
    return itemOf(node);
  }

  getChildren(node?: EntityViewNode): EntityViewNode[] {
    if (!node) return this.#roots;
    return node.kind === "mention" ? [] : node.children;
  }

  getParent(node: EntityViewNode): EntityViewNode | undefined {
    return node.kind === "class" ? undefined : node.parent;
  }

  /** What the view shows, once it shows what it has set out to show. */
  async shown() {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    return {
      uri: this.#document?.uri.toString(),
      version: this.#tree?.version,
      visible: this.#view.visible,
      title: this.#view.title,
      message: this.#view.message,
      selection: this.#view.selection,
      roots: this.#roots,
    };
  }

  dispose(): void {
    clearTimeout(this.#following);
    clearTimeout(this.#emptying);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #activeChanged(editor: TextEditor | undefined): void {
    clearTimeout(this.#emptying);
    if (editor) this.#follow(editor);
    else this.#emptying = setTimeout(() => this.#follow(window.activeTextEditor), emptyDelay);
  }

  #follow(editor: TextEditor | undefined): void {
    // The output and the debug console are editors too, but no reader means them.
    if (editor && editor.viewColumn === undefined) return;
    const document = editor && isPolicyArticle(editor.document) ? editor.document : undefined;
    if (document === this.#document) return;
    this.#document = document;
    this.#show(undefined);
    void commands.executeCommand("setContext", "tifa.hasArticle", document !== undefined);
    this.#outOfDate = document !== undefined;
    this.#refreshIfNeeded();
  }

  #languageChanged(document: TextDocument): void {
    if (document === this.#document || document === window.activeTextEditor?.document) this.#follow(window.activeTextEditor);
    if (document === this.#document && document.isClosed) this.#follow(undefined);
  }

  #outdated(uri: string): void {
    if (uri !== this.#document?.uri.toString()) return;
    this.#outOfDate = true;
    this.#refreshIfNeeded();
  }

  /** A view that nobody sees asks the server for nothing. */
  #refreshIfNeeded(): void {
    const document = this.#document;
    if (!this.#outOfDate || !this.#view.visible || !document) return;
    this.#outOfDate = false;
    this.#work = this.#load(document);
  }

  async #load(document: TextDocument): Promise<void> {
    const tree = await window.withProgress({ location: { viewId: "tifa.entities" } }, () => this.#trees.of(document));
    // An answer for another document, or one that a newer answer has overtaken, is of no use.
    if (document !== this.#document || (tree && this.#tree && tree.version < this.#tree.version)) return;
    this.#show(tree);
    if (!tree && !this.#outOfDate) this.#view.message = l10n.t("This article is not analysed; the Problems panel or the log tells why.");
    if (window.activeTextEditor) this.#followCursor(window.activeTextEditor);
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
    this.#view.message = this.#message(countEntities(groups));
    this.#change.fire(undefined);
  }

  #message(shown: number): string | undefined {
    if (!this.#tree) return undefined;
    const all = countEntities(this.#tree.groups);
    if (all === 0) return l10n.t("This article mentions nobody and nothing that is known.");
    if (this.#filter === "") return undefined;
    return shown === 0
      ? l10n.t("Nothing matches “{0}”.", this.#filter)
      : l10n.t("“{0}” matches {1} of {2} entities.", this.#filter, shown, all);
  }

  #configure(): void {
    const before = this.#settings["entities.sortOrder"];
    this.#settings = readSettings(workspace.getConfiguration);
    if (this.#settings["entities.sortOrder"] !== before) this.#arrange();
  }

  #followCursor(editor: TextEditor): void {
    if (editor.document !== this.#document || !this.#settings["entities.followCursor"]) return;
    clearTimeout(this.#following);
    this.#following = setTimeout(() => void this.#selectEntityAt(editor), followDelay);
  }

  async #selectEntityAt(editor: TextEditor): Promise<void> {
    const tree = this.#tree;
    if (!tree || !this.#view.visible || editor.document !== this.#document) return;
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
