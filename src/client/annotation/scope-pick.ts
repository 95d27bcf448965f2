import { l10n } from "vscode";
import type { Scope } from "../../protocol/annotation.js";
import { choose } from "./choose.js";

/** Asks how far a decision on some words reaches. */
export function pickScope(title: string, words: string): Promise<Scope | undefined> {
  return choose<Scope>(
    title,
    [
      { value: "mention", label: l10n.t("Here"), description: l10n.t("this one place") },
      { value: "article", label: l10n.t("In this article"), description: l10n.t("wherever it says “{0}”", words) },
      {
        value: "workspace",
        label: l10n.t("In every article"),
        description: l10n.t("wherever one of this folder says “{0}”", words),
      },
    ],
    l10n.t("How far does it reach?"),
  );
}
