import { realpath } from "node:fs/promises";
import { exportDocument } from "../core/export/build-document.js";
import type { ExportDocument } from "../core/export/export-document.js";
import { type ExportFormat, exportFiles, exportFormats } from "../core/export/export-files.js";
import { ExportError, exportFailure, inTheWay, writeExport } from "../node/exchange-files.js";
import { findFiles } from "../node/file-workspace.js";
import { AnnotatedFiles } from "./annotated-files.js";
import { annotationTextsFor } from "./annotation-texts.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { printable } from "./printable.js";
import type { Texts } from "./texts.js";

/** `tifa export`: writes articles with their mentions, decisions and notes in a format that other programs read. */
export async function exportArticles(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  const own = annotationTextsFor(args.locale);
  const { format } = args;
  if (args.paths.length === 0) throw new UsageError(texts.noFiles);
  if (!isFormat(format)) throw new UsageError(own.badChoice("--format", exportFormats, format));
  if (args.out === undefined) throw new UsageError(own.outNeeded);
  const { documents, sources, failed } = await gather(args, io, host, texts);
  const files = exportFiles(format, documents, args.locale);
  if (documents.length === 0) return failed ? 1 : 0;
  const there = await inTheWay(args.out, files, sources);
  const [article] = there.articles;
  const [first] = there.files;
  if (article !== undefined || (first !== undefined && !args.force)) {
    const refusal =
      article === undefined
        ? own.exists(printable(first ?? ""), there.files.length - 1)
        : own.wouldReplaceArticle(printable(article));
    await io.err.write(`${refusal}\n`);
    return 1;
  }
  try {
    await writeExport(args.out, files);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    const reason = exportFailure(error, args.locale);
    await io.err.write(`${own.notWritten(printable(error.path), printable(reason))}\n`);
    return 1;
  }
  await io.out.write(`${own.exported(documents.length, files.length, printable(args.out))}\n`);
  return failed ? 1 : 0;
}

/** Reads every article that the paths lead to; `sources` are their real paths. */
export async function gather(args: Arguments, io: Io, host: Host, texts: Texts) {
  const annotated = new AnnotatedFiles(host, args, io, texts);
  const documents: ExportDocument[] = [];
  const sources = new Set<string>();
  let failed = false;
  for (const given of args.paths) {
    let found = 0;
    await annotated.learnBelow(given);
    for await (const file of findFiles([given])) {
      found++;
      try {
        if ("error" in file) throw file.error;
        const real = await realpath(file.path);
        if (sources.has(real)) continue;
        const { article, decided, records, workspace } = await annotated.read(file.path, given);
        const { classes } = workspace;
        const include = args.settled ? "settled" : "all";
        const { document, orphans } = exportDocument(decided, records, { path: article, include, classes });
        sources.add(real);
        documents.push(document);
        await annotated.reportOrphans(file.path, orphans);
      } catch (error) {
        failed = true;
        await io.err.write(`${annotated.failureOf(file.path, error)}\n`);
      }
    }
    if (found === 0) await io.err.write(`${texts.nothingFound(printable(given))}\n`);
  }
  return { documents, sources, failed };
}

function isFormat(format: string): format is ExportFormat {
  return exportFormats.some((known) => known === format);
}
