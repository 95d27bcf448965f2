import { l10n, type TextEditor, window } from "vscode";
import type { Corpus } from "./corpus.js";
import { revealMention } from "./mention-navigation.js";

const messageTime = 4000;

/** Goes to the nearest article before or after this one that mentions the entity under the cursor. */
export async function stepArticle(corpus: Corpus, editor: TextEditor, direction: "previous" | "next"): Promise<void> {
  const here = { uri: editor.document.uri.toString(), position: editor.selection.start };
  const found = await corpus.articleWithEntity({ ...here, direction });
  if (found) {
    await revealMention(found.uri, found.range);
    const where = [found.day ?? "", found.title].filter(Boolean).join(" ");
    window.setStatusBarMessage(l10n.t("{0}: {1}", found.name, where), messageTime);
    return;
  }
  const entity = await corpus.entityAt(here);
  const message = !entity
    ? l10n.t("There is no mention under the cursor.")
    : direction === "next"
      ? l10n.t("No later article mentions {0}.", entity.name)
      : l10n.t("No earlier article mentions {0}.", entity.name);
  window.setStatusBarMessage(message, messageTime);
}
