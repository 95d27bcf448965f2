import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { fromBrat } from "../core/export/import-brat.js";
import { fromJsonl } from "../core/export/import-jsonl.js";
import { fromW3c } from "../core/export/import-w3c.js";
import type { ImportedDocument, ImportProblem } from "../core/export/imported.js";
import { isFolder, readText } from "../node/file-workspace.js";

export const importFormats = ["brat", "jsonl", "w3c"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What an exported file says of one article. */
export interface Exchanged {
  /** The file it was read from. */
  readonly file: string;
  /** What the file calls the article: its path, with or without its ending; undefined where it gives none. */
  readonly name: string | undefined;
  readonly document: ImportedDocument;
}

export interface ExchangedFile {
  readonly exchanged: readonly Exchanged[];
  /** What could not be read of the file as a whole. */
  readonly problems: readonly ImportProblem[];
}

const endings: Readonly<Record<ImportFormat, readonly string[]>> = {
  brat: [".ann"],
  jsonl: [".jsonl", ".json"],
  w3c: [".jsonld", ".json"],
};
/** An export of a whole folder lies in one file: larger ones than articles are read, in bytes. */
const largestExchange = 256 * 1024 * 1024;

/** The format that a file's ending tells; `.json` is what Label Studio exports. */
export function formatOf(path: string): ImportFormat | undefined {
  return importFormats.find((format) => endings[format].includes(extname(path).toLowerCase()));
}

/** The exported files at a path: itself, or those below a folder that end as the format's do, in order of path. */
export async function exchangeFilesAt(path: string, format?: ImportFormat): Promise<{ path: string; name: string }[]> {
  if (!(await isFolder(path))) return [{ path, name: path.split(sep).join("/") }];
  const wanted = format ? endings[format] : importFormats.flatMap((one) => endings[one]);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && wanted.includes(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: relative(path, file).split(sep).join("/") }));
}

/** Reads an exported file. Rejects with a `ReadError`, or a `SyntaxError` where it is not of its format at all. */
export async function readExchange(
  file: { readonly path: string; readonly name: string },
  format: ImportFormat,
): Promise<ExchangedFile> {
  const { path, name } = file;
  if (format === "brat") {
    const stem = path.replace(/\.(?:ann|txt)$/i, "");
    const [ann, txt] = [await readText(`${stem}.ann`, largestExchange), await readText(`${stem}.txt`, largestExchange)];
    return {
      exchanged: [{ file: path, name: name.replace(/\.(?:ann|txt)$/i, ""), document: fromBrat(ann, txt) }],
      problems: [],
    };
  }
  const source = await readText(path, largestExchange);
  const { documents, problems } =
    format === "jsonl" ? fromJsonl(source) : { documents: fromW3c(source), problems: [] as ImportProblem[] };
  return { exchanged: documents.map((document) => ({ file: path, name: document.path, document })), problems };
}

/**
 * The articles that a name can mean: the one with that path, else those whose path ends in the name or is an
 * end of it, in each case with or without the article's ending.
 */
export function articlesNamed(name: string, articles: readonly string[]): string[] {
  const wanted = `/${name.replace(/\\/g, "/")}`;
  const exact = articles.find((article) => `/${article}` === wanted);
  if (exact !== undefined) return [exact];
  const forms = (article: string) => [`/${article}`, `/${article.replace(/(?<=[^/])\.[^./]*$/, "")}`];
  const whole = articles.filter((article) => forms(article).some((form) => wanted.endsWith(form)));
  const depth = Math.max(...whole.map((article) => article.split("/").length));
  if (whole.length > 0) return whole.filter((article) => article.split("/").length === depth);
  return articles.filter((article) => forms(article).some((form) => form.endsWith(wanted)));
}
