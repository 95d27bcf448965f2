import { l10n, type QuickPickItem, type Uri, window } from "vscode";
import { type ImportFormat, type ImportParams, type ImportResult, importRequest } from "../../protocol/exchange.js";
import type { LanguageServer } from "../language-server.js";
import type { Log } from "../log.js";
import { importFormatOf, importFormatTexts } from "./formats.js";
import { reportOutcome } from "./report-outcome.js";

interface FormatPick extends QuickPickItem {
  readonly format: ImportFormat;
}

interface OptionPick extends QuickPickItem {
  readonly option: "acceptSuggestions" | "complete";
}

/**
 * Takes in what other programs wrote as decisions and notes on the articles of the workspace; one undo takes it
 * back. What `given` leaves open is asked. Resolves to what became of it.
 */
export async function importAnnotations(
  server: LanguageServer,
  log: Log,
  given: Partial<ImportParams>,
): Promise<ImportResult | undefined> {
  const title = l10n.t("Import Annotations");
  const from = given.from ?? (await chooseFiles(title))?.map((uri) => uri.toString());
  if (!from || from.length === 0) return undefined;
  const format = given.format ?? formatOfAll(from) ?? (await chooseFormat(title));
  if (!format) return undefined;
  const options = await chooseOptions(title, given);
  if (!options) return undefined;
  const result = await server.request<ImportResult>(importRequest, { from, format, ...options });
  void reportOutcome(log, result);
  return result;
}

async function chooseFiles(title: string): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({
    title,
    openLabel: l10n.t("Import"),
    canSelectFiles: true,
    canSelectMany: true,
    filters: { [l10n.t("Annotations")]: ["ann", "jsonl", "json", "jsonld"], [l10n.t("All files")]: ["*"] },
  });
}

/** The one format that all endings tell. */
function formatOfAll(files: readonly string[]): ImportFormat | undefined {
  const formats = new Set(files.map(importFormatOf));
  return formats.size === 1 ? [...formats][0] : undefined;
}

async function chooseFormat(title: string): Promise<ImportFormat | undefined> {
  const items = Object.entries(importFormatTexts()).map(
    ([format, [label, detail]]): FormatPick => ({ format: format as ImportFormat, label, detail }),
  );
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t("Choose the format of the files") });
  return picked?.format;
}

async function chooseOptions(
  title: string,
  { acceptSuggestions, complete }: Partial<ImportParams>,
): Promise<Pick<ImportParams, "acceptSuggestions" | "complete"> | undefined> {
  if (acceptSuggestions !== undefined && complete !== undefined) return { acceptSuggestions, complete };
  const items: OptionPick[] = [
    {
      option: "acceptSuggestions",
      label: l10n.t("Accept suggestions that came back"),
      detail: l10n.t("What went out as a suggestion was looked at in the other program"),
    },
    {
      option: "complete",
      label: l10n.t("Reject what is not there"),
      detail: l10n.t("The files show everything that was left standing in their articles"),
    },
  ];
  const picked = await window.showQuickPick(items, {
    title,
    canPickMany: true,
    placeHolder: l10n.t("Tick what applies, then confirm; nothing needs to be ticked"),
  });
  if (!picked) return undefined;
  const has = (option: OptionPick["option"]) => picked.some((one) => one.option === option);
  return { acceptSuggestions: has("acceptSuggestions"), complete: has("complete") };
}
