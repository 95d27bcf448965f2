import { l10n, MarkdownString, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState, Uri } from "vscode";
import type { ArticleItem, EntityItem } from "../protocol/corpus.js";
import { classLabel } from "./entity-items.js";

/** The classes of entities that the articles view lists. */
export const listedTypes = ["official", "agency", "slogan", "byline", "person"] as const;
type ListedType = (typeof listedTypes)[number];

/** The nodes of the articles view: periods and sources, classes of entities, entities, articles. */
export type ArticleViewNode =
  | {
      readonly kind: "group";
      readonly id: string;
      readonly label: string;
      readonly icon: string;
      readonly count: number;
      readonly open: boolean;
      readonly parent?: ArticleViewNode;
      readonly children: ArticleViewNode[];
    }
  | { readonly kind: "class"; readonly type: ListedType; readonly count: number | undefined }
  | { readonly kind: "corpusEntity"; readonly entity: EntityItem; readonly parent: ArticleViewNode }
  | { readonly kind: "article"; readonly id: string; readonly article: ArticleItem; readonly parent: ArticleViewNode };

const icons: Record<ListedType, string> = {
  official: "account",
  agency: "organization",
  slogan: "megaphone",
  byline: "edit",
  person: "person",
};

export function articleViewItem(node: ArticleViewNode): TreeItem {
  switch (node.kind) {
    case "group":
      return {
        id: node.id,
        label: node.label,
        description: String(node.count),
        iconPath: new ThemeIcon(node.icon),
        collapsibleState: node.open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
        contextValue: "articleGroup",
        accessibilityInformation: { label: l10n.t("{0}, articles: {1}", node.label, node.count) },
      };
    case "class":
      return classItem(node.type, node.count);
    case "corpusEntity":
      return entityItem(node.entity);
    case "article":
      return articleItem(node.id, node.article);
  }
}

function classItem(type: ListedType, count: number | undefined): TreeItem {
  const label = classLabel(type);
  return {
    id: `class ${type}`,
    label,
    ...(count === undefined ? {} : { description: String(count) }),
    iconPath: new ThemeIcon(icons[type], new ThemeColor(`tifa.${type}.underline`)),
    collapsibleState: type === "official" ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
    contextValue: "articleClass",
    accessibilityInformation: { label: count === undefined ? label : l10n.t("{0}, entities: {1}", label, count) },
  };
}

function entityItem({ id, name, articles, mentions, first, latest, seat, unresolved }: EntityItem): TreeItem {
  const days = first === undefined ? "" : first === latest ? first : `${first} – ${latest}`;
  const facts = [l10n.t("articles: {0}", articles), l10n.t("mentions: {0}", mentions), days].filter(Boolean);
  return {
    id: `entity ${id}`,
    label: name,
    description: [String(articles), seat ?? "", unresolved ? l10n.t("short form") : ""].filter(Boolean).join(" · "),
    tooltip: [seat ? `${name} · ${seat}` : name, ...facts].join("\n"),
    collapsibleState: TreeItemCollapsibleState.Collapsed,
    contextValue: "corpusEntity",
    accessibilityInformation: { label: [name, seat ?? "", ...facts].filter(Boolean).join(", ") },
  };
}

function articleItem(id: string, { uri, title, day, source, counts, mentions, place }: ArticleItem): TreeItem {
  const address = Uri.parse(uri);
  const label = title || fileName(uri);
  const all = listedTypes.reduce((sum, type) => sum + counts[type], 0);
  const byClass = listedTypes
    .filter((type) => counts[type] > 0)
    .map((type) => l10n.t("{0}: {1}", classLabel(type), counts[type]));
  const facts = [day ?? l10n.t("without a date"), ...(source ? [source] : [])];
  const tooltip = new MarkdownString();
  for (const line of [label, facts.join(" · "), byClass.join(" · "), fileName(uri)]) tooltip.appendText(`${line}\n`);
  return {
    id,
    label,
    description: [day ?? "", mentions === undefined ? String(all) : `${mentions}/${all}`].filter(Boolean).join(" · "),
    tooltip,
    iconPath: new ThemeIcon("file-text"),
    collapsibleState: TreeItemCollapsibleState.None,
    contextValue: "article",
    command: place
      ? { command: "tifa.revealMention", title: l10n.t("Go to Mention"), arguments: [place.uri, place.range] }
      : { command: "vscode.open", title: l10n.t("Open Article"), arguments: [address] },
    accessibilityInformation: {
      label: [label, ...facts, ...(mentions === undefined ? [] : [l10n.t("mentions: {0}", mentions)]), ...byClass].join(
        ", ",
      ),
    },
  };
}

export function fileName(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}
