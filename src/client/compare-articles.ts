import { l10n, type QuickPickItem, Uri, window } from "vscode";
import type { ArticleItem } from "../protocol/corpus.js";
import { fileName } from "./article-items.js";
import type { Corpus } from "./corpus.js";
import { isPolicyArticle } from "./language.js";
import { comparisonPage } from "./page-sources.js";
import type { Pages } from "./pages.js";

/** Compares the chosen articles; asks for those that are missing, the one in the active editor being the first. */
export async function compareArticles(corpus: Corpus, pages: Pages, chosen: readonly string[]): Promise<void> {
  const articles = await corpus.articles({});
  const known = new Map(articles.map((article) => [article.uri, article]));
  const uris = chosen.slice(0, 2);
  if (uris.length === 0) {
    const document = window.activeTextEditor?.document;
    if (document && isPolicyArticle(document)) uris.push(document.uri.toString());
  }
  while (uris.length < 2) {
    const uri = await pickArticle(
      articles.filter((article) => !uris.includes(article.uri)),
      uris[0],
    );
    if (uri === undefined) return;
    uris.push(uri);
  }
  const [before, after] = uris.sort((a, b) => (known.get(a)?.day ?? "9999").localeCompare(known.get(b)?.day ?? "9999"));
  if (before === undefined || after === undefined) return;
  if (!(await pages.show(comparisonPage(corpus, before, after)))) {
    void window.showInformationMessage(
      l10n.t(
        "These two cannot be compared: {0} and {1} are not both read as policy articles.",
        fileName(before),
        fileName(after),
      ),
    );
  }
}

interface ArticlePick extends QuickPickItem {
  readonly uri: string;
}

async function pickArticle(articles: readonly ArticleItem[], other: string | undefined): Promise<string | undefined> {
  const items = articles.map(({ uri, title, day, source }): ArticlePick => {
    const description = [day ?? "", source ?? ""].filter(Boolean).join(" · ");
    return { uri, label: title || fileName(uri), description, detail: Uri.parse(uri).fsPath };
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Compare Articles"),
    placeHolder: other
      ? l10n.t("Choose the article to compare with {0}", fileName(other))
      : l10n.t("Choose the first of two articles"),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.uri;
}
