import { readdir, realpath, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { ExportFile } from "../core/export/export-files.js";
import {
  type ExchangedFile,
  type ImportFormat,
  importEndings,
  importFormatOf,
  importFormats,
  readBrat,
  readImport,
} from "../core/export/import-files.js";
import type { ExchangeFile } from "../service/ports.js";
import { isFolder, readText } from "./file-workspace.js";
import { storeError } from "./store-error.js";
import { writeWhole } from "./write-file.js";

/** An export of a whole folder lies in one file: larger ones than articles are read, in bytes. */
const largestExchange = 256 * 1024 * 1024;

/** The exported files at a path: itself, or those below a folder that end as the format's do, in order of path. */
export async function exchangeFilesAt(path: string, format?: ImportFormat): Promise<ExchangeFile[]> {
  if (!(await isFolder(path))) return [{ path, name: path.split(sep).join("/") }];
  const wanted = format ? importEndings[format] : importFormats.flatMap((one) => importEndings[one]);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && wanted.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: relative(path, file).split(sep).join("/") }));
}

/** The exported files that stand for an annotator's work at a path; none where it is a folder of articles. */
export async function exportedAt(path: string): Promise<ExchangeFile[]> {
  if (!(await isFolder(path))) return [{ path, name: path }];
  if (await isFolder(join(path, ".tifa"))) return [];
  const files = await exchangeFilesAt(path);
  return files.filter(
    ({ path: file }) => importFormatOf(file) !== undefined && !/[\\/]\./.test(file.slice(path.length)),
  );
}

/** Reads an exported file. Rejects with a `ReadError`, or a `SyntaxError` where it is not of its format at all. */
export async function readExchange({ path, name }: ExchangeFile, format: ImportFormat): Promise<ExchangedFile> {
  if (format !== "brat") return readImport(path, format, await readText(path, largestExchange));
  const stem = path.replace(/\.(?:ann|txt)$/i, "");
  const [ann, txt] = [await readText(`${stem}.ann`, largestExchange), await readText(`${stem}.txt`, largestExchange)];
  return readBrat(path, name.replace(/\.(?:ann|txt)$/i, ""), ann, txt);
}

/** Where a file of an export is written in a folder. */
export function targetOf(folder: string, { path }: ExportFile): string {
  return join(folder, ...path.split("/"));
}

/** What stands where an export would write: files that are there, and articles, which an export never replaces. */
export async function inTheWay(
  folder: string,
  files: readonly ExportFile[],
  articles: Iterable<string>,
): Promise<{ readonly files: readonly string[]; readonly articles: readonly string[] }> {
  const sources = new Set<string>();
  for (const path of articles) sources.add(await realpath(path).catch(() => path));
  const there: string[] = [];
  const replaced: string[] = [];
  for (const file of files) {
    const target = targetOf(folder, file);
    if (!(await stat(target).catch(() => undefined))) continue;
    (sources.has(await realpath(target)) ? replaced : there).push(target);
  }
  return { files: there, articles: replaced };
}

/** A file of an export that could not be written. */
export class ExportError extends Error {
  constructor(
    readonly path: string,
    /** What the system says. */
    readonly reason: unknown,
  ) {
    super(reason instanceof Error ? reason.message : String(reason));
  }
}

/** Writes the files of an export, each whole or not at all. Resolves to where; rejects with an `ExportError`. */
export async function writeExport(folder: string, files: readonly ExportFile[]): Promise<string[]> {
  const written: string[] = [];
  for (const file of files) {
    const target = targetOf(folder, file);
    await writeWhole(target, file.content).catch((error: unknown) => {
      throw new ExportError(target, error);
    });
    written.push(target);
  }
  return written;
}

const reasons = {
  full: ["the disk is full", "磁盘已满"],
  "read-only": ["the disk is read-only", "磁盘只读"],
  denied: ["permission is denied", "没有权限"],
  "too-long": ["its name is too long", "文件名过长"],
  blocked: ["a file stands where a folder is needed, or a folder in its place", "所需位置有同名的文件或文件夹"],
} as const;

/** Why a file of an export could not be written, to stand behind a colon. */
export function exportFailure({ path, reason }: ExportError, locale: "en" | "zh"): string {
  const { failure, detail } = storeError("save", path, reason);
  const known = failure in reasons ? reasons[failure as keyof typeof reasons] : undefined;
  return known ? known[locale === "zh" ? 1 : 0] : detail.replace(/[.。]$/, "");
}
