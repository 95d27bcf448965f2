import { l10n, type TextEditor, Uri, window } from "vscode";
import type { EntityAtParams } from "../protocol/corpus.js";
import type { ArticleViewNode } from "./article-items.js";
import { stepArticle } from "./article-navigation.js";
import type { ArticlesView } from "./articles-view.js";
import { compareArticles } from "./compare-articles.js";
import type { Corpus } from "./corpus.js";
import type { EntityViewNode } from "./entity-items.js";
import { filterAsTyped } from "./filter-as-typed.js";
import { isPolicyArticle } from "./language.js";
import type { MeetingViewNode } from "./meeting-items.js";
import { profilePage, trendsPage } from "./page-sources.js";
import type { Pages } from "./pages.js";

export interface CorpusParts {
  readonly corpus: Corpus;
  readonly articles: ArticlesView;
  readonly pages: Pages;
}

type Run = (...args: never[]) => unknown;

/** The commands across articles: by id what they do, apart those that need an article in the active editor. */
export function corpusCommands({ corpus, articles, pages }: CorpusParts): {
  readonly anywhere: Readonly<Record<string, Run>>;
  readonly inArticle: Readonly<Record<string, (editor: TextEditor) => unknown>>;
} {
  return {
    anywhere: {
      "tifa.filterArticles": () =>
        filterAsTyped(
          articles,
          l10n.t("Filter Articles"),
          l10n.t("Words of a headline, a source, a day or a name; empty to show all"),
        ),
      "tifa.clearArticleFilter": () => articles.setFilter(""),
      "tifa.openProfile": (target?: unknown) => openProfile(corpus, pages, target),
      "tifa.compareArticles": (one?: unknown, all?: unknown) => compareArticles(corpus, pages, addressesOf(one, all)),
      "tifa.showTrends": async () => {
        if (!(await pages.show(trendsPage(corpus)))) nothingKnown();
      },
    },
    inArticle: {
      "tifa.nextArticle": (editor) => stepArticle(corpus, editor, "next"),
      "tifa.previousArticle": (editor) => stepArticle(corpus, editor, "previous"),
    },
  };
}

/** Opens the page of an entity: of an id, of a node of either view, or of what is under the cursor. */
export async function openProfile(corpus: Corpus, pages: Pages, target: unknown): Promise<void> {
  const params = whose(target);
  if (!params) {
    void window.showInformationMessage(l10n.t("Put the cursor on a name in a policy article first."));
    return;
  }
  const id = "entityId" in params ? params.entityId : (await corpus.entityAt(params))?.entityId;
  if (id === undefined) window.setStatusBarMessage(l10n.t("There is no mention under the cursor."), 4000);
  else if (!(await pages.show(profilePage(corpus, id)))) nothingKnown();
}

/** What a command was called with: an id, a node of a view, nothing, or the context of an editor's menu. */
function whose(target: unknown): { readonly entityId: string } | EntityAtParams | undefined {
  if (typeof target === "string") return { entityId: target };
  const node = target as EntityViewNode | MeetingViewNode | ArticleViewNode | { readonly kind: undefined } | undefined;
  switch (node?.kind) {
    case "corpusEntity":
      return { entityId: node.entity.id };
    case "party":
      return { entityId: node.party.id };
    case "mention":
      return { uri: node.uri, position: node.mention.range.start };
    case "entity": {
      // An article may mean by an id of its own one of several people of a name: its mention tells which.
      const [mention] = node.entity.mentions;
      if (mention) return { uri: node.uri, position: mention.range.start };
    }
  }
  const editor = window.activeTextEditor;
  return editor && isPolicyArticle(editor.document)
    ? { uri: editor.document.uri.toString(), position: editor.selection.start }
    : undefined;
}

/** The files chosen in the explorer, or the articles chosen in the view. */
function addressesOf(one: unknown, all: unknown): string[] {
  const chosen: unknown[] = Array.isArray(all) && all.length > 0 ? all : [one];
  return chosen.flatMap((item) => {
    if (item instanceof Uri) return [item.toString()];
    const node = item as ArticleViewNode | undefined;
    return node?.kind === "article" ? [node.article.uri] : [];
  });
}

function nothingKnown(): void {
  void window.showInformationMessage(
    l10n.t("Nothing is known of this yet. While articles are still being read, try again in a moment."),
  );
}
