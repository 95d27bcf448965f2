import { commands, type Disposable, l10n, type TextDocument, window, workspace } from "vscode";
import type { Edit } from "./review-walk.js";

/**
 * Tells of every edit of a document under review, the last in the text first, and warns its reader of the
 * first one: a letter that is no key of the review replaces the selected words.
 */
export function followEdits(reviewed: TextDocument, edited: (edit: Edit) => void): Disposable {
  let warned = false;
  return workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document !== reviewed || contentChanges.length === 0) return;
    for (const change of contentChanges) edited(change);
    if (!warned) void warn();
    warned = true;
  });
}

async function warn(): Promise<void> {
  const undo = l10n.t("Undo the Edit");
  const message = l10n.t("The article was edited while its suggestions were reviewed.");
  if ((await window.showWarningMessage(message, undo)) === undo) await commands.executeCommand("undo");
}
