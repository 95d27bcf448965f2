import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { exportDocument } from "../core/export/build-document.js";
import type { ExportDocument } from "../core/export/export-document.js";
import { type ExportFile, type ExportFormat, exportFiles, exportFormats } from "../core/export/export-files.js";
import { findFiles, isFolder } from "../node/file-workspace.js";
import { storeError } from "../node/store-error.js";
import { writeWhole } from "../node/write-file.js";
import { AnnotatedFiles } from "./annotated-files.js";
import { annotationTextsFor } from "./annotation-texts.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { printable } from "./printable.js";
import { failureText, type Texts } from "./texts.js";

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
  const refusal = await refusalOf(files, args.out, sources, args.force, own);
  if (refusal !== undefined) {
    await io.err.write(`${refusal}\n`);
    return 1;
  }
  for (const { path, content } of files) {
    const target = join(args.out, ...path.split("/"));
    try {
      await writeWhole(target, content);
    } catch (error) {
      await io.err.write(`${own.notWritten(printable(target), writeFailure(target, error, args, texts))}\n`);
      return 1;
    }
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
    if (await isFolder(given)) {
      for await (const file of findFiles([given]))
        if (!("error" in file)) await annotated.learn(file.path, given).catch(() => undefined);
    }
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

/** Why nothing may be written: a file that is there already, or an article, which not even `--force` replaces. */
async function refusalOf(
  files: readonly ExportFile[],
  out: string,
  sources: ReadonlySet<string>,
  force: boolean,
  own: ReturnType<typeof annotationTextsFor>,
): Promise<string | undefined> {
  const there: string[] = [];
  for (const { path } of files) {
    const target = join(out, ...path.split("/"));
    if (!(await stat(target).catch(() => undefined))) continue;
    if (sources.has(await realpath(target))) return own.wouldReplaceArticle(printable(target));
    there.push(target);
  }
  const [first] = there;
  return first === undefined || force ? undefined : own.exists(printable(first), there.length - 1);
}

function writeFailure(path: string, error: unknown, { locale }: Arguments, texts: Texts): string {
  const { failure } = storeError("save", path, error);
  const reasons = {
    full: ["the disk is full", "磁盘已满"],
    "read-only": ["the disk is read-only", "磁盘只读"],
    denied: ["permission is denied", "没有权限"],
    "too-long": ["its name is too long", "文件名过长"],
    blocked: ["a file stands where a folder is needed, or a folder in its place", "所需位置有同名的文件或文件夹"],
  } as const;
  const known = failure in reasons ? reasons[failure as keyof typeof reasons] : undefined;
  return known ? known[locale === "zh" ? 1 : 0] : failureText(error, texts);
}

function isFormat(format: string): format is ExportFormat {
  return exportFormats.some((known) => known === format);
}
