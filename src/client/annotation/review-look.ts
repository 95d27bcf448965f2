import {
  type Disposable,
  EventEmitter,
  InlayHint,
  type InlayHintsProvider,
  l10n,
  languages,
  StatusBarAlignment,
  type TextEditor,
  window,
} from "vscode";
import type { MentionState, OwnClassInfo } from "../../protocol/annotation.js";
import { languageId } from "../language.js";
import { toEditorRange } from "../ranges.js";
import { typeName } from "./mark-types.js";
import type { Progress } from "./review-walk.js";

/**
 * What a review shows: behind the mention what it is taken for, in the status bar the keys. The former is an
 * inlay hint, which the editor counts when it wraps lines: a decoration would push words out of view.
 */
export class ReviewLook implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #item = window.createStatusBarItem("tifa.review", StatusBarAlignment.Left, 1000);
  #hint: { readonly uri: string; readonly hint: InlayHint } | undefined;
  /** Registered while a review shows something, so that other articles are not asked for hints. */
  #provider: Disposable | undefined;

  constructor() {
    this.#item.name = l10n.t("Tifa: Review");
    this.#item.command = "tifa.reviewDecide";
    this.#item.tooltip = l10n.t(
      "N or J goes to the next suggestion, P or K to the previous; Shift+A and Shift+X decide for the whole article. With a Chinese input method on, use Enter, Delete and the arrows.",
    );
  }

  show({ document }: TextEditor, mention: MentionState, own: readonly OwnClassInfo[], progress: Progress): void {
    const label = `${describe(mention, own)} · ${progress.number}/${progress.total}`;
    const hint = new InlayHint(toEditorRange(mention.range).end, label);
    hint.paddingLeft = true;
    hint.paddingRight = true;
    this.#hint = { uri: document.uri.toString(), hint };
    this.#provider ??= languages.registerInlayHintsProvider({ language: languageId }, this.#hints());
    this.#changed.fire();
    this.#item.text = l10n.t(
      "$(checklist) {0}/{1}: A accept · X reject · C change · E more · U undo · Esc end",
      progress.number,
      progress.total,
    );
    this.#item.show();
  }

  hide(): void {
    this.#hint = undefined;
    this.#changed.fire();
    this.#provider?.dispose();
    this.#provider = undefined;
    this.#item.hide();
  }

  dispose(): void {
    this.#provider?.dispose();
    this.#changed.dispose();
    this.#item.dispose();
  }

  #hints(): InlayHintsProvider {
    return {
      onDidChangeInlayHints: this.#changed.event,
      provideInlayHints: ({ uri }, range) =>
        this.#hint?.uri === uri.toString() && range.contains(this.#hint.hint.position) ? [this.#hint.hint] : [],
    };
  }
}

/** The class, and whom or what the words name where they do not say it in full. */
function describe({ type, candidate, text, entity, role }: MentionState, own: readonly OwnClassInfo[]): string {
  const name = candidate ? l10n.t("Possible slogan") : typeName(type, own);
  return [name, entity === text ? "" : entity, role ?? ""].filter(Boolean).join(" · ");
}
