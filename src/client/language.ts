import type { TextDocument } from "vscode";

/** The language of policy articles, as the manifest contributes it. */
export const languageId = "policy-article";

export function isPolicyArticle(document: TextDocument): boolean {
  return document.languageId === languageId;
}
