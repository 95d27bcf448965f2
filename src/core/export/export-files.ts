import { bratConfiguration, toBrat } from "./brat.js";
import { toConll } from "./conll.js";
import { toCsv } from "./csv.js";
import type { ExportDocument } from "./export-document.js";
import { toHtml } from "./html.js";
import type { ReportLocale } from "./html-texts.js";
import { toJsonl } from "./jsonl.js";
import { labelStudioConfiguration, toLabelStudio } from "./label-studio.js";
import { toTei } from "./tei.js";
import { toW3c } from "./w3c.js";

export const exportFormats = ["w3c", "brat", "conll", "jsonl", "label-studio", "tei", "csv", "html"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file to be written. `path` is relative, with `/`, and never leads out of the folder it is written to. */
export interface ExportFile {
  readonly path: string;
  readonly content: string;
}

/** The files that a format makes of documents: one or two for each, or one for all. */
export function exportFiles(
  format: ExportFormat,
  documents: readonly ExportDocument[],
  locale: ReportLocale,
): ExportFile[] {
  const each = (extension: string, write: (document: ExportDocument) => string) => {
    const stems = stemsOf(documents);
    return documents.map((document, i) => ({ path: `${stems[i]}${extension}`, content: write(document) }));
  };
  switch (format) {
    case "w3c":
      return each(".jsonld", toW3c);
    case "brat": {
      const configuration = bratConfiguration(documents);
      return [
        ...each(".txt", (document) => toBrat(document).txt),
        ...each(".ann", (document) => toBrat(document).ann),
        { path: "annotation.conf", content: configuration.annotation },
        { path: "visual.conf", content: configuration.visual },
      ];
    }
    case "conll":
      return each(".conll", toConll);
    case "jsonl":
      return [{ path: "annotations.jsonl", content: toJsonl(documents) }];
    case "label-studio":
      return [
        { path: "label-studio.json", content: toLabelStudio(documents) },
        { path: "label-studio.xml", content: labelStudioConfiguration(documents) },
      ];
    case "tei":
      return each(".xml", toTei);
    case "csv":
      return [{ path: "annotations.csv", content: toCsv(documents) }];
    case "html":
      return [{ path: "annotations.html", content: toHtml(documents, locale) }];
  }
}

/**
 * A file name for each document, without its extension where that leaves it unique. Compared without regard
 * to case, since some file systems do.
 */
function stemsOf(documents: readonly ExportDocument[]): string[] {
  const paths = documents.map(({ path }) => contained(path));
  const short = paths.map((path) => path.replace(/(?<=[^/])\.[^./]*$/, ""));
  const counts = new Map<string, number>();
  for (const stem of short) counts.set(stem.toLowerCase(), (counts.get(stem.toLowerCase()) ?? 0) + 1);
  const taken = new Set<string>();
  return paths.map((path, i) => {
    const stem = short[i] as string;
    let name = counts.get(stem.toLowerCase()) === 1 ? stem : path;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${path}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** A path without what would lead out of the folder: drives, roots and `..`. */
function contained(path: string): string {
  const steps = path
    .replace(/\\/g, "/")
    .replace(/^[A-Za-z]:/, "")
    .split("/");
  return steps.filter((step) => step !== "" && step !== "." && step !== "..").join("/") || "article";
}
