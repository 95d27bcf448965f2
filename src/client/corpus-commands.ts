import { l10n, type TextEditor, Uri, window } from "vscode";
import type { ProfileParams } from "../protocol/corpus.js";
import { stepArticle } from "./article-navigation.js";
import type { ArticlesView } from "./articles-view.js";
import { compareArticles } from "./compare-articles.js";
import type { Corpus } from "./corpus.js";
import { filterAsTyped } from "./filter-as-typed.js";
import { isPolicyArticle } from "./language.js";
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

function whose(target: unknown): ProfileParams | undefined {
  if (typeof target === "string") return { entityId: target };
  const node = target as { kind?: unknown; entity?: { id?: unknown }; place?: ProfileParams } | undefined;
  if (node?.kind === "corpusEntity" && typeof node.entity?.id === "string") return { entityId: node.entity.id };
  if (node?.kind === "party" || node?.kind === "entity" || node?.kind === "mention") return placeOf(node);
  const editor = window.activeTextEditor;
  return editor && isPolicyArticle(editor.document)
    ? { uri: editor.document.uri.toString(), position: editor.selection.start }
    : undefined;
}

function nothingKnown(): void {
  void window.showInformationMessage(
    l10n.t("Nothing is known of this yet. While articles are still being read, try again in a moment."),
  );
}
