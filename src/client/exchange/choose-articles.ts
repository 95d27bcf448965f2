import { l10n, type QuickPickItem, type Uri, window, workspace } from "vscode";
import { fileName } from "../article-items.js";
import { isPolicyArticle } from "../language.js";

interface ArticlesPick extends QuickPickItem {
  readonly of: string;
}

/** Asks whether the article in the active editor is meant, or all of a folder; resolves to the address of either. */
export async function chooseArticles(title: string): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  const items: ArticlesPick[] = [
    ...(document && isPolicyArticle(document)
      ? [{ label: l10n.t("This article"), description: fileName(document.uri.toString()), of: document.uri.toString() }]
      : []),
    ...(workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
      label: l10n.t("All articles of {0}", name),
      description: uri.fsPath,
      of: uri.toString(),
    })),
  ];
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t("Open a policy article, or a folder of them, first."));
    return undefined;
  }
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t("Choose the articles") });
  return picked?.of;
}

/** Asks for a folder; resolves to its address. */
export async function chooseFolder(title: string, openLabel: string, defaultUri?: Uri): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({
    title,
    openLabel,
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    ...(defaultUri ? { defaultUri } : {}),
  });
  return chosen?.[0]?.toString();
}
