import { l10n, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState } from "vscode";
import type { AnnotatedArticle, NoteItem, OrphanItem, RelationItem } from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import { shorten } from "../shorten.js";

/** The nodes of the notes view: an article, what stands in it, and what has lost its place. Each knows its parent. */
export type NoteViewNode = ArticleNode | NoteNode | RelationNode | LostNode | OrphanNode;

export interface ArticleNode {
  readonly kind: "annotatedArticle";
  readonly article: AnnotatedArticle;
  readonly children: NoteViewNode[];
}
export interface NoteNode {
  readonly kind: "note";
  readonly note: NoteItem;
  readonly parent: ArticleNode;
}
export interface RelationNode {
  readonly kind: "relation";
  readonly relation: RelationItem;
  readonly parent: ArticleNode;
}
export interface LostNode {
  readonly kind: "lost";
  readonly parent: ArticleNode;
  readonly children: OrphanNode[];
}
export interface OrphanNode {
  readonly kind: "orphan";
  readonly orphan: OrphanItem;
  readonly article: AnnotatedArticle;
  readonly parent: ArticleNode | LostNode;
}

const icons: Record<OrphanItem["kind"], string> = {
  note: "comment",
  relation: "arrow-swap",
  decision: "law",
  addition: "tag",
};

export function noteNodes(articles: readonly AnnotatedArticle[]): ArticleNode[] {
  return articles.map((article) => {
    const parent: ArticleNode = { kind: "annotatedArticle", article, children: [] };
    parent.children.push(
      ...article.notes.map((note): NoteNode => ({ kind: "note", note, parent })),
      ...article.relations.map((relation): RelationNode => ({ kind: "relation", relation, parent })),
      ...lostNodes(article, parent),
    );
    return parent;
  });
}

/** The lost have a node of their own beside what is not; of an article that is missing all are lost. */
function lostNodes(article: AnnotatedArticle, parent: ArticleNode): (LostNode | OrphanNode)[] {
  const below = (above: ArticleNode | LostNode) =>
    article.orphans.map((orphan): OrphanNode => ({ kind: "orphan", orphan, article, parent: above }));
  if (article.missing || article.orphans.length === 0) return below(parent);
  const lost: LostNode = { kind: "lost", parent, children: [] };
  lost.children.push(...below(lost));
  return [lost];
}

/** How many annotations have no place. */
export function countLost(articles: readonly AnnotatedArticle[]): number {
  return articles.reduce((sum, { orphans }) => sum + new Set(orphans.map(({ id }) => id)).size, 0);
}

export function noteViewItem(node: NoteViewNode): TreeItem {
  switch (node.kind) {
    case "annotatedArticle":
      return articleItem(node.article);
    case "note":
      return noteItem(node.parent.article.uri, node.note);
    case "relation":
      return relationItem(node.parent.article.uri, node.relation);
    case "lost":
      return lostItem(node);
    case "orphan":
      return orphanItem(node);
  }
}

function articleItem({ uri, path, title, missing, notes, relations, orphans }: AnnotatedArticle): TreeItem {
  const count = notes.length + relations.length + orphans.length;
  const label = title || path.slice(path.lastIndexOf("/") + 1);
  const facts = missing ? [l10n.t("missing"), path] : [String(count)];
  return {
    id: `article ${uri}`,
    label,
    description: facts.join(" · "),
    tooltip: missing
      ? `${path}\n${l10n.t("This article is not where it was. Move its annotations to the article it has become, or bring it back.")}`
      : path,
    iconPath: missing ? lostIcon : new ThemeIcon("file-text"),
    collapsibleState: missing ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
    contextValue: missing ? "missingArticle" : "annotatedArticle",
    accessibilityInformation: {
      label: missing ? l10n.t("{0}, missing", label) : l10n.t("{0}, annotations: {1}", label, count),
    },
  };
}

function noteItem(uri: string, { id, text, tags, by, at, answers, resolved, quote, range }: NoteItem): TreeItem {
  const tagged = tags.map((tag) => `#${tag}`).join(" ");
  const facts = [`“${shorten(quote, 20)}”`, answers > 0 ? l10n.t("answers: {0}", answers) : "", tagged];
  const state = resolved ? l10n.t("resolved") : l10n.t("open");
  return {
    id: `note ${uri} ${id}`,
    label: shorten(text, 80),
    description: facts.filter(Boolean).join(" · "),
    tooltip: [text, `“${shorten(quote, 200)}”`, [by ?? "", dayOf(at), state].filter(Boolean).join(" · ")].join("\n\n"),
    iconPath: resolved ? new ThemeIcon("pass", new ThemeColor("disabledForeground")) : new ThemeIcon("comment"),
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: resolved ? "note resolved" : "note open",
    command: goTo(uri, range),
    accessibilityInformation: { label: [state, shorten(text, 80), ...facts].filter(Boolean).join(", ") },
  };
}

function relationItem(uri: string, { id, type, from, to, range, by, at }: RelationItem): TreeItem {
  const label = `${shorten(from, 20)} → ${shorten(to, 20)}`;
  return {
    id: `relation ${uri} ${id}`,
    label,
    description: type,
    tooltip: [`${from} → ${to}`, type, [by ?? "", dayOf(at)].filter(Boolean).join(" · ")].join("\n"),
    iconPath: new ThemeIcon(icons.relation),
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: "relation",
    command: goTo(uri, range),
    accessibilityInformation: { label: l10n.t("{0}, from {1} to {2}", type, from, to) },
  };
}

function lostItem({ parent, children }: LostNode): TreeItem {
  const label = l10n.t("Lost");
  return {
    id: `lost ${parent.article.uri}`,
    label,
    description: String(children.length),
    tooltip: l10n.t("Annotations whose words cannot be told in the article any more. Nothing of them is deleted."),
    iconPath: lostIcon,
    collapsibleState: TreeItemCollapsibleState.Expanded,
    contextValue: "lost",
    accessibilityInformation: { label: l10n.t("{0}, annotations: {1}", label, children.length) },
  };
}

function orphanItem({ article, orphan }: OrphanNode): TreeItem {
  const { id, kind, quote, text, why, end, candidates } = orphan;
  const label = quote === "" ? shorten(text, 80) : `“${shorten(quote)}”`;
  const [likeliest] = candidates;
  return {
    id: `orphan ${article.uri} ${id} ${end ?? ""}`,
    label,
    ...(quote === "" ? {} : { description: shorten(text, 80) }),
    tooltip: [quote === "" ? "" : `“${shorten(quote, 200)}”`, text, why].filter(Boolean).join("\n\n"),
    iconPath: new ThemeIcon(icons[kind], new ThemeColor("list.warningForeground")),
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: article.missing ? "orphan of missing" : "orphan",
    ...(likeliest ? { command: goTo(article.uri, likeliest.range) } : {}),
    accessibilityInformation: { label: [label, shorten(text, 80), why].join(", ") },
  };
}

const lostIcon = new ThemeIcon("warning", new ThemeColor("list.warningForeground"));

function dayOf(at: string): string {
  return at.slice(0, 10);
}

function goTo(uri: string, range: Range) {
  return { command: "tifa.revealMention", title: l10n.t("Go to Place"), arguments: [uri, range] };
}
