import { commands, type LogOutputChannel, l10n, window } from "vscode";

export interface Log {
  readonly channel: LogOutputChannel;
  /** Tells the user in one sentence, with a way to the log, and logs the cause. Returns the other action if chosen. */
  fail(message: string, cause: unknown, action?: string): Promise<string | undefined>;
}

export function createLog(): Log {
  const channel = window.createOutputChannel("Tifa", { log: true });
  return {
    channel,
    async fail(message, cause, action) {
      channel.error(`${message} ${detailOf(cause)}`);
      const showLog = l10n.t("Show Log");
      const chosen = await window.showErrorMessage(message, ...(action ? [action] : []), showLog);
      if (chosen === showLog) await commands.executeCommand("tifa.showLog");
      return chosen === showLog ? undefined : chosen;
    },
  };
}

/** One line: what went wrong without the stack. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function detailOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
