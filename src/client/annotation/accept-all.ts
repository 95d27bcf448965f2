import { l10n } from "vscode";
import { type Annotations, refOf } from "./annotations.js";
import type { Subject } from "./subject.js";
import { pickSuggestions, suggestionKind } from "./suggestion-kinds.js";

/** Accepts what nobody has decided on in an article, all or one class of it, when the reader has agreed to how many. */
export async function acceptAllSuggestions(annotations: Annotations, { uri }: Subject): Promise<boolean> {
  const suggestions = await annotations.suggestions(uri);
  if (suggestions.length === 0) {
    annotations.tell({ done: true, message: l10n.t("Every mention of this article is decided.") });
    return false;
  }
  const chosen = await pickSuggestions(
    suggestions,
    await annotations.ownClasses(),
    l10n.t("Accept {0} suggestions? One undo takes it back.", suggestions.length),
    l10n.t("Accept all"),
  );
  if (!chosen) return false;
  const { kind } = chosen;
  const mentions = suggestions.filter((one) => kind === undefined || suggestionKind(one) === kind).map(refOf);
  return annotations.annotate(uri, { kind: "acceptAll", mentions });
}
