import { l10n, ThemeIcon, window } from "vscode";
import type { OwnClassInfo } from "../../protocol/annotation.js";
import { isColor, swatch } from "../swatch.js";
import { choose } from "./choose.js";
import { namedColors } from "./named-colors.js";

/** Asks for the colour of a new class; those that no class has yet come first. */
export async function pickColor(own: readonly OwnClassInfo[]): Promise<string | undefined> {
  const taken = new Set(own.map(({ color }) => color.toLowerCase()));
  const colors = namedColors(l10n).sort((a, b) => Number(taken.has(a.value)) - Number(taken.has(b.value)));
  const chosen = await choose<string>(l10n.t("New class: colour"), [
    ...colors.map(({ value, label }) => ({ value, label, description: value, iconPath: swatch(value) })),
    { value: "", label: l10n.t("Another colour…"), iconPath: new ThemeIcon("symbol-color") },
  ]);
  return chosen === "" ? typeColor() : chosen;
}

function typeColor(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("New class: colour"),
    prompt: l10n.t("As #rrggbb"),
    value: "#",
    valueSelection: [1, 1],
    validateInput: (text) => (isColor(text.trim()) ? undefined : l10n.t("A colour is # and six digits from 0 to f.")),
  });
}
