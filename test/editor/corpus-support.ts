import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ArticleViewNode } from "../../src/client/article-items.js";
import type { ArticlesView } from "../../src/client/articles-view.js";
import { eventually, labelOf, sample, tifa, until } from "./support.js";

export const samples = [
  "01-energy-talks.txt",
  "02-factory-visit.html",
  "03-harvest-meeting.txt",
  "04-flood-drill.policy",
  "05-charging-network.gb18030.txt",
  "06-green-finance.md",
];

/** Waits until the samples are indexed. */
export async function indexed(): Promise<void> {
  const { corpus, server } = await tifa();
  await server.start();
  await eventually(
    async () => (await corpus.articles({})).map(({ uri }) => uri),
    (uris) => {
      for (const name of samples) assert.ok(uris.includes(sample(name).toString()), name);
    },
    30_000,
  );
  await until(() => corpus.status?.state === "ready", "the end of indexing");
}

/** Shows the articles view, grouped as is wanted, once all samples are in it. */
export async function showArticles(grouping: "date" | "source" | "entity"): Promise<ArticlesView> {
  await indexed();
  await vscode.commands.executeCommand("tifa.articles.focus");
  const { articles } = await tifa();
  const command = { date: "tifa.articlesByDate", source: "tifa.articlesBySource", entity: "tifa.articlesByEntity" };
  await vscode.commands.executeCommand(command[grouping]);
  const kind = grouping === "entity" ? "class" : "group";
  await eventually(
    () => articles.shown(),
    ({ visible, roots }) => {
      assert.equal(visible, true);
      assert.ok(roots.length > 0);
      assert.ok(roots.every((root) => root.kind === kind && (kind === "class" || isGroupedBy(root, grouping))));
    },
  );
  return articles;
}

function isGroupedBy(root: ArticleViewNode, grouping: string): boolean {
  const { id } = root as Extract<ArticleViewNode, { kind: "group" }>;
  return grouping === "source" ? id.startsWith("source ") : id.startsWith("year ") || id === "undated";
}

/** The child of a node, or the root, with a label. */
export async function childNamed(
  view: ArticlesView,
  node: ArticleViewNode | undefined,
  label: string,
): Promise<ArticleViewNode> {
  const children = await view.getChildren(node);
  const found = children.find((child) => labelOf(view.getTreeItem(child)) === label);
  assert.ok(found, `no ${label} among ${children.map((child) => labelOf(view.getTreeItem(child))).join(", ")}`);
  return found;
}

/** The labels of a node's children. */
export async function labels(view: ArticlesView, node?: ArticleViewNode): Promise<string[]> {
  return (await view.getChildren(node)).map((child) => labelOf(view.getTreeItem(child)));
}

/** Runs what a click on a node runs. */
export async function click(item: vscode.TreeItem): Promise<void> {
  assert.ok(item.command, `${labelOf(item)} does nothing when it is clicked`);
  await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
}

/** The page with a title, once it is open. */
export async function pageTitled(title: string | RegExp) {
  const { pages } = await tifa();
  const find = () =>
    [...pages.shown].find(([, page]) => (typeof title === "string" ? page.title === title : title.test(page.title)));
  await until(find, `the page ${title}`);
  const found = find();
  assert.ok(found);
  return { key: found[0], ...found[1] };
}

/** The number of a page's link that shows these words. */
export function linkNumber(html: string, words: string): number {
  const found = [...html.matchAll(/<a [^>]*data-link="(\d+)"[^>]*>([\s\S]*?)<\/a>/g)].find(
    ([, , content]) => content?.replace(/<[^>]*>/g, "") === words,
  );
  assert.ok(found, `the page has no link “${words}”`);
  return Number(found[1]);
}
