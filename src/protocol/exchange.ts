import type { DifferenceKind } from "../core/annotation/agreement.js";
import type { ExportFormat } from "../core/export/export-files.js";
import type { ImportFormat } from "../core/export/import-files.js";
import type { Place } from "./corpus.js";

/** Annotations that leave for other programs, come back from them, or are compared. Needs files on this machine. */
export type { DifferenceKind, ExportFormat, ImportFormat };

/** Client → server: writes articles with what is marked in them as other programs read it. */
export interface ExportParams {
  readonly format: ExportFormat;
  /** An article, or a folder whose articles are meant. */
  readonly of: string;
  /** Leaves out what nobody has decided on. */
  readonly settled: boolean;
  /** The folder to write to. */
  readonly out: string;
  /** Replaces files that are there. Articles are never replaced. */
  readonly overwrite: boolean;
}
export interface ExportResult {
  readonly done: boolean;
  /** In one sentence what was done, or why it was not and what to do. */
  readonly message: string;
  /** Where `overwrite` is wanted: the files that would be replaced. */
  readonly there: readonly string[];
  /** The addresses of what was written. */
  readonly files: readonly string[];
  /** What could not go along, a sentence each. */
  readonly problems: readonly string[];
}
export const exportRequest = "tifa/export";

/** Client → server: turns what other programs wrote into decisions and notes on the articles of the workspace. */
export interface ImportParams {
  /** Files, or folders of files. */
  readonly from: readonly string[];
  readonly format: ImportFormat;
  /** What went out as a suggestion and came back was looked at: it is accepted. */
  readonly acceptSuggestions: boolean;
  /** The import shows everything that was left standing: what it does not show is rejected. */
  readonly complete: boolean;
}
export interface ImportResult {
  readonly done: boolean;
  readonly message: string;
  /** Those that were written to, with the number of new or changed annotations. */
  readonly articles: readonly { readonly uri: string; readonly annotations: number }[];
  /** What was left out, a sentence each. */
  readonly problems: readonly string[];
}
export const importRequest = "tifa/import";

/** Client → server: compares what two annotators marked; each side is a folder of articles, or exported files. */
export interface AgreementParams {
  readonly a: string;
  readonly b: string;
  readonly settled: boolean;
}
export interface AgreementFigures {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Of exact spans, 0…1; absent where neither marked any. */
  readonly f1?: number;
  /** Cohen's kappa over characters; absent where chance explains everything. */
  readonly kappa?: number;
}
export interface ClassAgreementItem extends AgreementFigures {
  /** The class, in the language of the display. */
  readonly name: string;
}
export interface DifferingMark {
  readonly type: string;
  readonly text: string;
  /** What it names, where the two sides differ in that. */
  readonly entity?: string;
}
export interface DifferenceItem {
  readonly kind: DifferenceKind;
  /** The article, as its side calls it. */
  readonly article: string;
  /** Zero-based, of the visible text. */
  readonly line: number;
  /** Where it stands, when the article is at hand. */
  readonly place?: Place;
  readonly a?: DifferingMark;
  readonly b?: DifferingMark;
}
export interface AgreementResult {
  readonly done: boolean;
  readonly message: string;
  /** What the two sides are called. */
  readonly names: readonly [a: string, b: string];
  readonly articles: number;
  readonly classes: readonly ClassAgreementItem[];
  readonly overall: AgreementFigures;
  readonly differences: readonly DifferenceItem[];
  readonly problems: readonly string[];
}
export const agreementRequest = "tifa/agreement";
