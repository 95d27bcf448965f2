import { l10n, type QuickPickItem, window, workspace } from "vscode";
import type { AgreementParams } from "../../protocol/exchange.js";
import type { LanguageServer } from "../language-server.js";
import type { Log } from "../log.js";
import type { Pages } from "../pages.js";
import { agreementPage } from "./agreement-page.js";
import { chooseFolder } from "./choose-articles.js";

interface SidePick extends QuickPickItem {
  readonly side: "folder" | "file" | { readonly uri: string };
}

/** Compares what two annotators marked, on a page. Sides that `given` leaves open are asked. */
export async function compareAnnotations(
  server: LanguageServer,
  log: Log,
  pages: Pages,
  given: Partial<AgreementParams>,
): Promise<void> {
  const a = given.a ?? (await chooseSide(l10n.t("Compare Annotations (1 of 2)"), undefined));
  const b = a === undefined ? undefined : (given.b ?? (await chooseSide(l10n.t("Compare Annotations (2 of 2)"), a)));
  if (a === undefined || b === undefined) return;
  await pages.show(agreementPage(server, log, a, b));
}

/** `other`: the side that was chosen already. */
async function chooseSide(title: string, other: string | undefined): Promise<string | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.toString() !== other);
  const items: SidePick[] = [
    ...folders.map(({ name, uri }) => ({
      label: l10n.t("The folder {0}", name),
      description: uri.fsPath,
      side: { uri: uri.toString() },
    })),
    {
      label: l10n.t("Another folder…"),
      detail: l10n.t("A copy of the articles with its own annotations, or a folder of exported files"),
      side: "folder",
    },
    { label: l10n.t("An exported file…"), detail: l10n.t("brat, JSON Lines, Label Studio or W3C"), side: "file" },
  ];
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t("Choose an annotator's work") });
  if (!picked) return undefined;
  if (typeof picked.side === "object") return picked.side.uri;
  if (picked.side === "folder") return chooseFolder(title, l10n.t("Compare"));
  const files = await window.showOpenDialog({
    title,
    openLabel: l10n.t("Compare"),
    canSelectFiles: true,
    canSelectMany: false,
    filters: { [l10n.t("Annotations")]: ["ann", "jsonl", "json", "jsonld"], [l10n.t("All files")]: ["*"] },
  });
  return files?.[0]?.toString();
}
