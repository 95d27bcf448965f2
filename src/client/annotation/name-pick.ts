import { l10n, type QuickPickItem, window } from "vscode";

/** Asks for a name: one of those that are known, or one that is typed. Undefined when the pick is left. */
export function pickName(title: string, known: readonly string[]): Promise<string | undefined> {
  const pick = window.createQuickPick();
  const items: readonly QuickPickItem[] = known.map((label) => ({ label }));
  pick.title = title;
  pick.placeholder = l10n.t("Choose a name, or type another");
  pick.items = items;
  const typing = pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const isNew = typed !== "" && !known.includes(typed);
    pick.items = isNew ? [...items, { label: typed, description: l10n.t("as typed"), alwaysShow: true }] : items;
  });
  return new Promise((resolve) => {
    const accepting = pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    const hiding = pick.onDidHide(() => {
      resolve(undefined);
      for (const one of [typing, accepting, hiding, pick]) one.dispose();
    });
    pick.show();
  });
}
