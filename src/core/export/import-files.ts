import { fromBrat } from "./import-brat.js";
import { fromJsonl } from "./import-jsonl.js";
import { fromW3c } from "./import-w3c.js";
import type { ImportedDocument, ImportProblem } from "./imported.js";

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

/** How the files of each format end; `.json` is what Label Studio exports, and how W3C pages may end too. */
export const importEndings: Readonly<Record<ImportFormat, readonly string[]>> = {
  brat: [".ann"],
  jsonl: [".jsonl", ".json"],
  w3c: [".jsonld", ".json"],
};

/** The format that a file's ending tells. */
export function importFormatOf(path: string): ImportFormat | undefined {
  const ending = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? "";
  return importFormats.find((format) => importEndings[format].includes(ending));
}

/** Reads what brat keeps of one article in two files; `name` is what they are called without their endings. */
export function readBrat(file: string, name: string, ann: string, txt: string): ExchangedFile {
  return { exchanged: [{ file, name, document: fromBrat(ann, txt) }], problems: [] };
}

/** Reads a file of one of the formats that lie in one file. Throws a `SyntaxError` where it is not of that format at all. */
export function readImport(file: string, format: Exclude<ImportFormat, "brat">, source: string): ExchangedFile {
  const { documents, problems } =
    format === "jsonl" ? fromJsonl(source) : { documents: fromW3c(source), problems: [] as ImportProblem[] };
  return { exchanged: documents.map((document) => ({ file, name: document.path, document })), problems };
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
