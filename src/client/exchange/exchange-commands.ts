import { Uri } from "vscode";
import type { AgreementParams, ExportParams, ImportParams } from "../../protocol/exchange.js";
import type { ArticleViewNode } from "../article-items.js";
import type { LanguageServer } from "../language-server.js";
import type { Log } from "../log.js";
import type { Pages } from "../pages.js";
import { compareAnnotations } from "./compare-command.js";
import { exportAnnotations } from "./export-command.js";
import { importAnnotations } from "./import-command.js";

export interface ExchangeParts {
  readonly server: LanguageServer;
  readonly pages: Pages;
  readonly log: Log;
}

/** The commands that exchange annotations with other programs and people: by id what they do. */
export function exchangeCommands({ server, pages, log }: ExchangeParts) {
  return {
    "tifa.exportAnnotations": (given?: unknown) => exportAnnotations(server, log, exportOf(given)),
    "tifa.importAnnotations": (given?: Partial<ImportParams>) => importAnnotations(server, log, given ?? {}),
    "tifa.compareAnnotations": (given?: Partial<AgreementParams>) =>
      compareAnnotations(server, log, pages, given ?? {}),
  };
}

/** What a menu was opened on, or what a key binding hands over. */
function exportOf(given: unknown): Partial<ExportParams> {
  if (given instanceof Uri) return { of: given.toString() };
  const node = given as ArticleViewNode | Partial<ExportParams> | undefined;
  if (node === undefined || !("kind" in node)) return node ?? {};
  return node.kind === "article" ? { of: node.article.uri } : {};
}
