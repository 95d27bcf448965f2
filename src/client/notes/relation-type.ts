import { l10n, type QuickPickItem, window } from "vscode";

/** Names that relations of policy articles often have, with what they say in both languages. */
const suggestions: readonly (readonly [type: string, meaning: string])[] = [
  ["works-for", "任职于"],
  ["met", "会见"],
  ["part-of", "隶属于"],
  ["responds-to", "回应"],
  ["succeeds", "接替"],
];

interface TypeLine extends QuickPickItem {
  readonly type: string;
}

/** Asks for the name of a relation: one that is known, or whatever is typed. Undefined when the pick is left. */
export function pickRelationType(title: string, known: readonly string[]): Promise<string | undefined> {
  const lines = typeLines(known);
  return new Promise((resolve) => {
    const pick = window.createQuickPick<TypeLine>();
    pick.title = title;
    pick.placeholder = l10n.t("Choose what the relation is called, or type a name");
    pick.matchOnDescription = true;
    pick.items = lines;
    pick.onDidChangeValue((value) => {
      pick.items = withTyped(lines, value.trim());
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.type ?? (pick.value.trim() || undefined));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function typeLines(known: readonly string[]): TypeLine[] {
  const meanings = new Map(suggestions);
  const types = [...new Set([...known, ...meanings.keys()])];
  return types.map((type) => ({ type, label: type, description: meanings.get(type) ?? "" }));
}

/** A typed name comes last, so that what it begins is found before it. */
function withTyped(lines: readonly TypeLine[], typed: string): TypeLine[] {
  if (typed === "" || lines.some(({ type }) => type === typed)) return [...lines];
  return [...lines, { type: typed, label: typed, description: l10n.t("a new name"), alwaysShow: true }];
}
