import { type QuickPickItem, QuickPickItemKind, window } from "vscode";

/** A line of a quick pick and what choosing it means. */
export interface Choice<T> extends Omit<QuickPickItem, "kind" | "picked"> {
  readonly value: T;
}

/** A line that only heads those below it. */
export interface Heading {
  readonly heading: string;
}

interface Line<T> extends QuickPickItem {
  readonly choice?: Choice<T>;
}

/** Asks the reader to choose; undefined when the pick is left. */
export async function choose<T>(
  title: string,
  choices: readonly (Choice<T> | Heading)[],
  placeHolder?: string,
): Promise<T | undefined> {
  const lines = choices.map(
    (choice): Line<T> =>
      "heading" in choice
        ? { label: choice.heading, kind: QuickPickItemKind.Separator }
        : { ...choice, kind: QuickPickItemKind.Default, choice },
  );
  const chosen = await window.showQuickPick(lines, { title, placeHolder, matchOnDescription: true });
  return chosen?.choice?.value;
}
