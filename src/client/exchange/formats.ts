import { l10n } from "vscode";
import type { ExportFormat, ImportFormat } from "../../protocol/exchange.js";

/** What each format is called and what it is for, in the order they are offered. */
export function exportFormatTexts(): Readonly<Record<ExportFormat, readonly [name: string, use: string]>> {
  return {
    html: [l10n.t("HTML report"), l10n.t("One page to read, print or send: every article with its marks and notes")],
    csv: [l10n.t("CSV table"), l10n.t("One row a mention, note and relation, for spreadsheets")],
    w3c: [l10n.t("W3C Web Annotation"), l10n.t("JSON-LD with selectors, for annotation tools and archives")],
    tei: [l10n.t("TEI XML"), l10n.t("Names, organisations and posts, for editions and digital humanities")],
    brat: [l10n.t("brat standoff"), l10n.t("A text and an .ann file an article, with the configuration")],
    jsonl: [l10n.t("JSON Lines (doccano)"), l10n.t("One article a line, for doccano and for training")],
    "label-studio": [
      l10n.t("Label Studio JSON"),
      l10n.t("Tasks with annotations and predictions, and the labelling interface"),
    ],
    conll: [l10n.t("CoNLL / BIO"), l10n.t("One character a line with its tag, for training sequence taggers")],
  };
}

export function importFormatTexts(): Readonly<Record<ImportFormat, readonly [name: string, use: string]>> {
  return {
    brat: [l10n.t("brat standoff"), l10n.t(".ann files, each with its .txt beside it")],
    jsonl: [l10n.t("JSON Lines or Label Studio"), l10n.t("What doccano and Label Studio export: .jsonl and .json")],
    w3c: [l10n.t("W3C Web Annotation"), l10n.t("JSON-LD pages and collections: .jsonld and .json")],
  };
}

/** The format that a file's ending tells; undefined where several end so, or none does. */
export function importFormatOf(path: string): ImportFormat | undefined {
  const ending = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? "";
  const formats: Readonly<Record<string, ImportFormat>> = { ".ann": "brat", ".jsonl": "jsonl", ".jsonld": "w3c" };
  return Object.hasOwn(formats, ending) ? formats[ending] : undefined;
}
