import { l10n, type TextEditor, TextEditorRevealType, Uri, window, workspace } from "vscode";
import type { Range } from "../protocol/protocol.js";
import { type EntityTrees, entityAt } from "./entity-trees.js";
import { comparePositions } from "./positions.js";
import { selectRange, toEditorRange } from "./ranges.js";

const messageTime = 4000;

/** Shows a mention and selects it, in the editor that shows its article where there is one. */
export async function revealMention(uri: string, range: Range): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
  const document = shown?.document ?? (await workspace.openTextDocument(Uri.parse(uri)));
  const selection = document.validateRange(toEditorRange(range));
  const editor = await window.showTextDocument(document, { selection, viewColumn: shown?.viewColumn });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Goes to the next (1) or the previous (-1) mention of the entity under the cursor; behind the last comes the first. */
export async function stepMention(trees: EntityTrees, editor: TextEditor, step: 1 | -1): Promise<void> {
  const tree = await trees.of(editor.document);
  // A mention that is selected has the cursor at its end, where the next can begin.
  const found = tree && entityAt(tree, editor.selection.start);
  if (!found) {
    window.setStatusBarMessage(l10n.t("There is no mention under the cursor."), messageTime);
    return;
  }
  const mentions = [...found.entity.mentions].sort((a, b) => comparePositions(a.range.start, b.range.start));
  const next = mentions[(mentions.indexOf(found.mention) + step + mentions.length) % mentions.length];
  if (!next) return;
  selectRange(editor, next.range);
}
