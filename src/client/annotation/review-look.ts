import {
  DecorationRangeBehavior,
  type Disposable,
  l10n,
  StatusBarAlignment,
  type TextEditor,
  ThemeColor,
  window,
} from "vscode";
import type { MentionState, OwnClassInfo } from "../../protocol/annotation.js";
import { toEditorRange } from "../ranges.js";
import { typeName } from "./mark-types.js";
import type { Progress } from "./review-walk.js";

/** What a review shows: behind the mention what it is taken for, in the status bar the keys. */
export class ReviewLook implements Disposable {
  readonly #type = window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.ClosedClosed });
  readonly #item = window.createStatusBarItem("tifa.review", StatusBarAlignment.Left, 1000);

  constructor() {
    this.#item.name = l10n.t("Tifa: Review");
    this.#item.command = "tifa.reviewDecide";
    this.#item.tooltip = l10n.t(
      "Shift+A and Shift+X decide for the whole article; with a Chinese input method on, use Enter, Delete and the arrows.",
    );
  }

  show(editor: TextEditor, mention: MentionState, own: readonly OwnClassInfo[], progress: Progress): void {
    const contentText = `${describe(mention, own)} · ${progress.number}/${progress.total}`;
    const after = {
      contentText,
      color: new ThemeColor("editorCodeLens.foreground"),
      margin: "0 1em",
      fontStyle: "italic",
    };
    editor.setDecorations(this.#type, [{ range: toEditorRange(mention.range), renderOptions: { after } }]);
    this.#item.text = l10n.t(
      "$(checklist) {0}/{1}: A accept · X reject · C change · E more · N next · P previous · U undo · Esc end",
      progress.number,
      progress.total,
    );
    this.#item.show();
  }

  hide(): void {
    for (const editor of window.visibleTextEditors) editor.setDecorations(this.#type, []);
    this.#item.hide();
  }

  dispose(): void {
    this.#type.dispose();
    this.#item.dispose();
  }
}

/** The class, and whom or what the words name where they do not say it in full. */
function describe({ type, candidate, text, entity, role }: MentionState, own: readonly OwnClassInfo[]): string {
  const name = candidate ? l10n.t("Possible slogan") : typeName(type, own);
  return [name, entity === text ? "" : entity, role ?? ""].filter(Boolean).join(" · ");
}
