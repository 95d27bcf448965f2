import { l10n, window } from "vscode";
import type { Log } from "../log.js";

interface Outcome {
  readonly done: boolean;
  readonly message: string;
  readonly problems: readonly string[];
}

/**
 * Tells what became of an export, an import or a comparison in one sentence; what was left out goes to the log,
 * which is offered. Resolves to the chosen one of `actions`.
 */
export async function reportOutcome(
  log: Log,
  outcome: Outcome | undefined,
  actions: readonly string[] = [],
): Promise<string | undefined> {
  if (!outcome) {
    void window.showErrorMessage(l10n.t("The language server gave no answer; Tifa's log tells why."));
    return undefined;
  }
  const { done, message, problems } = outcome;
  for (const problem of problems) log.channel.warn(problem);
  const showLog = problems.length > 0 ? [l10n.t("Show Log")] : [];
  const show = done && problems.length === 0 ? window.showInformationMessage : window.showWarningMessage;
  const chosen = await show(message, ...(done ? actions : []), ...showLog);
  if (chosen !== undefined && chosen === showLog[0]) log.channel.show();
  return chosen;
}
