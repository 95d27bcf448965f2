import { l10n } from "vscode";
import type { ArticleItem } from "../protocol/corpus.js";
import type { ArticleViewNode } from "./article-items.js";

/** A tree of no more articles than this is shown open. */
const fewArticles = 60;

/** Years with their months, latest first; what has no date comes last. */
export function groupsByDate(articles: readonly ArticleItem[]): ArticleViewNode[] {
  const few = articles.length <= fewArticles;
  const years = [...grouped(articles, ({ day }) => day?.slice(0, 4) ?? "")];
  return years
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : b.localeCompare(a)))
    .map(([year, items], i) => {
      const open = few || i === 0;
      if (year === "") return groupOf("undated", l10n.t("Without a date"), "question", items, open);
      const node = emptyGroup(`year ${year}`, year, "calendar", items.length, open);
      const months = [...grouped(items, ({ day }) => day?.slice(0, 7) ?? "")].sort(([a], [b]) => b.localeCompare(a));
      node.children.push(
        ...months.map(([month, some], j) =>
          groupOf(`month ${month}`, month, "calendar", some, few || (i === 0 && j === 0), node),
        ),
      );
      return node;
    });
}

/** Sources, those of most articles first; what names none comes last. */
export function groupsBySource(articles: readonly ArticleItem[]): ArticleViewNode[] {
  const few = articles.length <= fewArticles;
  return [...grouped(articles, ({ source }) => source ?? "")]
    .sort(([a, x], [b, y]) => (a === "" ? 1 : b === "" ? -1 : y.length - x.length || collator.compare(a, b)))
    .map(([source, items], i) =>
      groupOf(`source ${source}`, source || l10n.t("Without a source"), "globe", items, few || i === 0),
    );
}

/** The articles below a node. One article can stand below several, so that its id tells the parent's. */
export function articlesBelow(
  parent: ArticleViewNode,
  parentId: string,
  articles: readonly ArticleItem[],
): ArticleViewNode[] {
  return articles.map((article) => ({ kind: "article", id: `${parentId} ${article.uri}`, article, parent }));
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

type Group = Extract<ArticleViewNode, { kind: "group" }>;

function groupOf(
  id: string,
  label: string,
  icon: string,
  articles: readonly ArticleItem[],
  open: boolean,
  parent?: ArticleViewNode,
): Group {
  const node = emptyGroup(id, label, icon, articles.length, open, parent);
  node.children.push(...articlesBelow(node, id, articles));
  return node;
}

function emptyGroup(
  id: string,
  label: string,
  icon: string,
  count: number,
  open: boolean,
  parent?: ArticleViewNode,
): Group {
  return { kind: "group", id, label, icon, count, open, children: [], ...(parent ? { parent } : {}) };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
