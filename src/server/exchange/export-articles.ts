import { exportDocument } from "../../core/export/build-document.js";
import type { ExportDocument } from "../../core/export/export-document.js";
import { exportFiles } from "../../core/export/export-files.js";
import { isBelow } from "../../core/text/uris.js";
import type { ExportParams, ExportResult } from "../../protocol/exchange.js";
import { exchangeTextsFor } from "../../service/exchange-texts.js";
import { LostTexts } from "../../service/lost-texts.js";
import type { ExchangeHost, Progress } from "./exchange-host.js";
import { WorkspaceArticles } from "./workspace-articles.js";

/** Writes articles with what is marked in them. What cannot be written is told; nothing is replaced unasked. */
export async function exportArticles(
  host: ExchangeHost,
  params: ExportParams,
  progress: Progress,
): Promise<ExportResult> {
  const { exchange, locale } = host;
  const texts = exchangeTextsFor(locale);
  const refused = (message: string, there: readonly string[] = []): ExportResult => ({
    done: false,
    message,
    there,
    files: [],
    problems: [],
  });
  const folder = exchange.pathOf(params.out);
  if (folder === undefined) return refused(texts.needsDisk);
  const { documents, sources, problems } = await gather(host, params, progress);
  if (progress.cancelled) return refused(texts.exportCancelled);
  if (documents.length === 0) return refused(texts.nothingToExport);
  const files = exportFiles(params.format, documents, locale);
  try {
    const there = await exchange.inTheWay(folder, files, sources);
    const [article] = there.articles;
    if (article !== undefined) return refused(texts.wouldReplaceArticle(article));
    if (there.files.length > 0 && !params.overwrite) return refused(texts.wouldReplace(there.files), there.files);
    const written = await exchange.write(folder, files);
    return {
      done: true,
      message: texts.exportDone(documents.length, files.length, folder),
      there: [],
      files: written.map((path) => exchange.uriOf(path)),
      problems,
    };
  } catch (error) {
    const { path = folder, reason } = exchange.failureOf(error, locale);
    return refused(texts.notWritten(path, reason));
  }
}

async function gather(host: ExchangeHost, params: ExportParams, progress: Progress) {
  const articles = new WorkspaceArticles(host);
  const found = await articles.below(params.of);
  // What lies in the folder that is written to is an earlier export; brat's texts would pass for articles.
  const inside = host.folders.all.some((root) => isBelow(params.out, root) && params.out !== root);
  const chosen = found.length > 1 && inside ? found.filter((uri) => !isBelow(uri, params.out)) : found;
  const texts = exchangeTextsFor(host.locale);
  const documents: ExportDocument[] = [];
  const sources: string[] = [];
  const problems: string[] = [];
  for (const [i, uri] of chosen.entries()) {
    if (progress.cancelled) break;
    progress.report(i, chosen.length);
    const article = await articles.read(uri);
    if (!article) continue;
    const { path, decided, records, classes } = article;
    const include = params.settled ? "settled" : "all";
    const { document, orphans } = exportDocument(decided, records, { path, include, classes });
    documents.push(document);
    const source = host.exchange.pathOf(uri);
    if (source !== undefined) sources.push(source);
    const lost = new LostTexts(host.locale, classes);
    for (const orphan of orphans) problems.push(texts.notExported(path, orphan.anchor.exact, lost.why(orphan)));
  }
  return { documents, sources, problems };
}
