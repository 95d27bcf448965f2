import {
  CancellationTokenSource,
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
import { articlesBelow, groupsByDate, groupsBySource } from "./article-groups.js";
import { type ArticleViewNode, articleViewItem, listedTypes } from "./article-items.js";
import type { Corpus } from "./corpus.js";
import { readSettings } from "./settings.js";

/** While files are indexed the articles change many times a second, and the view need not. */
const refreshDelay = 300;
/** Whoever types fast means the last letter. */
const filterDelay = 120;

/** The view "Articles": the articles of the workspace by date, by source, or by whom and what they mention. */
export class ArticlesView implements Disposable, TreeDataProvider<ArticleViewNode> {
  readonly #corpus: Corpus;
  readonly #view: TreeView<ArticleViewNode>;
  readonly #change = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable[];
  #roots: ArticleViewNode[] = [];
  #filter = "";
  #grouping = readSettings(workspace.getConfiguration)["articles.groupBy"];
  #outOfDate = true;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #loading: CancellationTokenSource | undefined;
  /** Ends when the view shows what it last set out to show. */
  #work: Promise<void> = Promise.resolve();
  #found = 0;

  readonly onDidChangeTreeData = this.#change.event;

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
    this.#view = window.createTreeView("tifa.articles", {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#change,
      this.#view.onDidChangeVisibility(() => this.#refreshIfNeeded(0)),
      corpus.onDidChange(() => this.#outdated(refreshDelay)),
      corpus.onStatus(() => this.#tell()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tifa.articles")) this.#configure();
      }),
    ];
    this.#refreshIfNeeded(0);
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only articles, or entities, with all of the words; an empty text shows all. */
  setFilter(filter: string): void {
    this.#filter = filter.trim();
    void commands.executeCommand("setContext", "tifa.articlesFiltered", this.#filter !== "");
    this.#outdated(filterDelay);
  }

  getTreeItem(node: ArticleViewNode): TreeItem {
    return articleViewItem(node);
  }

  async getChildren(node?: ArticleViewNode): Promise<ArticleViewNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.#roots;
      case "group":
        return node.children;
      case "class": {
        const entities = await this.#corpus.entities({ type: node.type, ...this.#filterParams() });
        return entities.map((entity) => ({ kind: "corpusEntity", entity, parent: node }));
      }
      case "corpusEntity": {
        const { id } = node.entity;
        return articlesBelow(node, `entity ${id}`, await this.#corpus.articles({ entityId: id }));
      }
      case "article":
        return [];
    }
  }

  getParent(node: ArticleViewNode): ArticleViewNode | undefined {
    return node.kind === "class" ? undefined : node.parent;
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
      roots: this.#roots,
      selection: this.#view.selection,
    };
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#loading?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #filterParams() {
    return this.#filter === "" ? {} : { filter: this.#filter };
  }

  #configure(): void {
    const grouping = readSettings(workspace.getConfiguration)["articles.groupBy"];
    if (grouping === this.#grouping) return;
    this.#grouping = grouping;
    this.#outdated(0);
  }

  #outdated(delay: number): void {
    this.#outOfDate = true;
    this.#refreshIfNeeded(delay);
  }

  /** A view that nobody sees asks the server for nothing. */
  #refreshIfNeeded(delay: number): void {
    if (!this.#outOfDate || !this.#view.visible) return;
    clearTimeout(this.#waiting);
    this.#work = new Promise((resolve) => {
      this.#waiting = setTimeout(() => resolve(this.#load()), delay);
    });
  }

  async #load(): Promise<void> {
    this.#outOfDate = false;
    this.#loading?.cancel();
    const loading = new CancellationTokenSource();
    this.#loading = loading;
    const roots = await window.withProgress({ location: { viewId: "tifa.articles" } }, () => this.#rootsOf(loading));
    // A later load shows something newer.
    if (loading.token.isCancellationRequested) return;
    this.#roots = roots;
    this.#tell();
    this.#change.fire(undefined);
  }

  async #rootsOf({ token }: CancellationTokenSource): Promise<ArticleViewNode[]> {
    if (this.#grouping === "entity") {
      await this.#corpus.start();
      const counts = this.#corpus.status?.entities;
      const filtered = this.#filter !== "";
      this.#found = this.#corpus.status?.articles ?? 0;
      return listedTypes
        .filter((type) => (counts?.[type] ?? 0) > 0)
        .map((type) => ({ kind: "class", type, count: filtered ? undefined : counts?.[type] }));
    }
    const articles = await this.#corpus.articles(this.#filterParams(), token);
    this.#found = articles.length;
    return this.#grouping === "source" ? groupsBySource(articles) : groupsByDate(articles);
  }

  /** Tells how far indexing is and what the filter has left. */
  #tell(): void {
    const { status } = this.#corpus;
    const all = status?.articles ?? this.#found;
    this.#view.description = all > 0 ? l10n.t("articles: {0}", all) : "";
    this.#view.message = messageFor(status, this.#filter, this.#grouping === "entity" ? undefined : this.#found);
    void commands.executeCommand("setContext", "tifa.hasArticles", all > 0);
  }
}

function messageFor(status: Corpus["status"], filter: string, found: number | undefined): string | undefined {
  if (status?.state === "indexing" && status.total > 0) {
    return l10n.t("Reading articles: {0} of {1} files…", status.done, status.total);
  }
  if (filter !== "" && found !== undefined) {
    return found === 0
      ? l10n.t("No article matches “{0}”.", filter)
      : l10n.t("“{0}” matches {1} of {2} articles.", filter, found, status?.articles ?? found);
  }
  if (filter !== "") return l10n.t("Entities with “{0}” in their names.", filter);
  if (status?.state === "stopped") return l10n.t("Reading was stopped: articles are missing.");
  return undefined;
}
