import { commands, env, l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import { type ExportFormat, type ExportParams, type ExportResult, exportRequest } from "../../protocol/exchange.js";
import type { LanguageServer } from "../language-server.js";
import type { Log } from "../log.js";
import { chooseArticles, chooseFolder } from "./choose-articles.js";
import { exportFormatTexts } from "./formats.js";
import { reportOutcome } from "./report-outcome.js";

interface FormatPick extends QuickPickItem {
  readonly format: ExportFormat;
}

interface ExtentPick extends QuickPickItem {
  readonly settled: boolean;
}

/**
 * Exports articles with what is marked in them. What `given` leaves open is asked: a key binding or another
 * extension can call the command with any of `ExportParams`. Resolves to what became of it.
 */
export async function exportAnnotations(
  server: LanguageServer,
  log: Log,
  given: Partial<ExportParams>,
): Promise<ExportResult | undefined> {
  const title = l10n.t("Export Annotations");
  const format = given.format ?? (await chooseFormat(title));
  const of = format && (given.of ?? (await chooseArticles(title)));
  const settled = of === undefined ? undefined : (given.settled ?? (await chooseExtent(title)));
  if (!format || of === undefined || settled === undefined) return undefined;
  const out =
    given.out ?? (await chooseFolder(title, l10n.t("Export Here"), workspace.getWorkspaceFolder(Uri.parse(of))?.uri));
  if (out === undefined) return undefined;
  const params: ExportParams = { format, of, settled, out, overwrite: given.overwrite ?? false };
  const first = await server.request<ExportResult>(exportRequest, params);
  const result = first && first.there.length > 0 ? await overwritten(server, params, first) : first;
  // The answer to the message is not waited for: it may stay until somebody closes it.
  void tell(log, format, result);
  return result;
}

/** Nothing is replaced before its reader has said so. */
async function overwritten(server: LanguageServer, params: ExportParams, { message }: ExportResult) {
  const replace = l10n.t("Replace");
  const answer = await window.showWarningMessage(message, { modal: true }, replace);
  if (answer !== replace)
    return {
      done: false,
      message: l10n.t("The export was cancelled; nothing was written."),
      there: [],
      files: [],
      problems: [],
    } satisfies ExportResult;
  return server.request<ExportResult>(exportRequest, { ...params, overwrite: true });
}

async function tell(log: Log, format: ExportFormat, result: ExportResult | undefined): Promise<void> {
  const [open, show] = [l10n.t("Open"), l10n.t("Open Folder")];
  const chosen = await reportOutcome(log, result, [open, show]);
  const [first] = result?.files ?? [];
  if (first === undefined) return;
  const uri = Uri.parse(first);
  if (chosen === open) {
    if (format === "html") await env.openExternal(uri);
    else await window.showTextDocument(uri, { preview: true });
  } else if (chosen === show) {
    // Where the window runs in a browser there is no file manager to show it in.
    await commands.executeCommand("revealFileInOS", uri).then(undefined, () => window.showTextDocument(uri));
  }
}

async function chooseFormat(title: string): Promise<ExportFormat | undefined> {
  const items = Object.entries(exportFormatTexts()).map(
    ([format, [label, detail]]): FormatPick => ({ format: format as ExportFormat, label, detail }),
  );
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t("Choose the format"),
    matchOnDetail: true,
  });
  return picked?.format;
}

async function chooseExtent(title: string): Promise<boolean | undefined> {
  const items: ExtentPick[] = [
    {
      settled: false,
      label: l10n.t("With suggestions"),
      detail: l10n.t("Everything that is marked; what nobody has decided on is told apart"),
    },
    {
      settled: true,
      label: l10n.t("Decided only"),
      detail: l10n.t("What was accepted, changed or added; notes and relations go along"),
    },
  ];
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t("Choose which marks to export") });
  return picked?.settled;
}
