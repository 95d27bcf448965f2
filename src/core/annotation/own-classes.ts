import { mentionTypes } from "../recognize/mention.js";
import { markTypePattern } from "./records.js";

/** A class of mentions that a reader has declared. */
export interface OwnClass {
  /** What records and exports call it; see `markTypePattern`. */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** `#rrggbb`. */
  readonly color: string;
  /** Words that are marked as of this class in every article. */
  readonly terms: readonly string[];
}

/** Colours for classes that declare none, apart from each other for readers with colour-blindness too. */
export const classColors = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#8c6d31",
  "#7f3c8d",
] as const;

export const colorPattern = /^#[0-9a-fA-F]{6}$/;

/** Ids that a class may not have: Tifa's own classes, and what the formats of export use as labels themselves. */
export const reservedClassIds: ReadonlySet<string> = new Set([
  ...mentionTypes,
  "candidate",
  "boilerplate",
  "note",
  "relation",
]);

export function isClassId(id: string): boolean {
  return markTypePattern.test(id) && !reservedClassIds.has(id);
}

/** An id for a new class: its name's Latin letters and digits where it has some, else `class-1`, `class-2` … */
export function classIdFor(name: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 40);
  if (isClassId(slug) && !used.has(slug)) return slug;
  const stem = isClassId(slug) ? slug : "class";
  for (let i = 1; ; i++) if (!used.has(`${stem}-${i}`)) return `${stem}-${i}`;
}
