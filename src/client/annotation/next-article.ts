import { l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from "vscode";
import type { ArticleItem } from "../../protocol/corpus.js";
import { groupsByDate, groupsBySource } from "../article-groups.js";
import type { ArticleViewNode } from "../article-items.js";
import type { Corpus } from "../corpus.js";
import { isPolicyArticle } from "../language.js";
import type { LanguageDetection } from "../language-detection.js";
import { type ArticleGrouping, readSettings } from "../settings.js";
import type { Annotations } from "./annotations.js";
import { suggestionKind } from "./suggestion-kinds.js";

/** The addresses of articles in the order in which the Articles view lists them. */
function inOrder(articles: readonly ArticleItem[], grouping: ArticleGrouping): string[] {
  const roots = grouping === "source" ? groupsBySource(articles) : groupsByDate(articles);
  const below = (node: ArticleViewNode): string[] =>
    node.kind === "article" ? [node.article.uri] : node.kind === "group" ? node.children.flatMap(below) : [];
  return roots.flatMap(below);
}

/** The next article after one that has suggestions, of a kind if it is given; behind the last article comes the first. */
export async function nextWithSuggestions(
  parts: { readonly annotations: Annotations; readonly corpus: Corpus; readonly detection: LanguageDetection },
  from: string,
  kind: string | undefined,
): Promise<TextDocument | undefined> {
  const articles = await parts.corpus.articles({});
  const order = inOrder(articles, readSettings(workspace.getConfiguration)["articles.groupBy"]);
  const here = order.indexOf(from);
  const others = [...order.slice(here + 1), ...order.slice(0, Math.max(here, 0))];
  const location = ProgressLocation.Notification;
  const title = l10n.t("Looking for the next article with suggestions");
  return window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    for (const uri of others) {
      if (token.isCancellationRequested) return undefined;
      const document = await open(uri, parts.detection);
      const suggestions = document ? await parts.annotations.suggestions(uri) : [];
      if (suggestions.some((one) => kind === undefined || suggestionKind(one) === kind)) return document;
    }
    return undefined;
  });
}

/** An article that can no longer be read is passed over. */
async function open(uri: string, detection: LanguageDetection): Promise<TextDocument | undefined> {
  try {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    if (!isPolicyArticle(document)) await detection.settled();
    return isPolicyArticle(document) ? document : undefined;
  } catch {
    return undefined;
  }
}
