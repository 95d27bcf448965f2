import { squeeze } from "./quoted-text.js";
import { type AnnotationRecord, compare } from "./records.js";

/** The order in which fields stand in a line; fields that are not known follow in the order they had. */
const order = [
  "id",
  "kind",
  "verdict",
  "scope",
  "replyTo",
  "type",
  "anchor",
  "exact",
  "prefix",
  "suffix",
  "start",
  "end",
  "from",
  "to",
  "entity",
  "role",
  "text",
  "tags",
  "resolved",
  "by",
  "at",
];
const rank = new Map(order.map((field, i) => [field, i]));

/** The lines that records were read from: what was not changed is written back to the letter. */
const lines = new WeakMap<AnnotationRecord, string>();

export function rememberLine(record: AnnotationRecord, line: string): void {
  lines.set(record, line);
}

/** A record as one line, without a line end. */
export function lineOf(record: AnnotationRecord): string {
  return lines.get(record) ?? toLine(record, (a, b) => rankOf(a) - rankOf(b));
}

/** Whether two records say the same, whatever the order of their fields. */
export function sameRecord(a: AnnotationRecord | undefined, b: AnnotationRecord | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));
}

/** Whether two records say the same of the same words, though their anchors may have been brought up to date. */
export function sameJudgement(a: AnnotationRecord | undefined, b: AnnotationRecord | undefined): boolean {
  return sameRecord(a, b) || (a !== undefined && b !== undefined && judgement(a) === judgement(b));
}

function judgement(record: AnnotationRecord): string {
  const words: unknown = JSON.parse(
    JSON.stringify(record, (field, value: unknown) =>
      field === "anchor" && typeof value === "object" && value !== null && "exact" in value
        ? squeeze(String(value.exact))
        : value,
    ),
  );
  return toLine(words, compare);
}

/** A record's content as text that does not depend on the order of its fields. */
export function canonical(record: AnnotationRecord): string {
  return toLine(record, compare);
}

function rankOf(field: string): number {
  return rank.get(field) ?? order.length;
}

function toLine(value: unknown, byField: (a: string, b: string) => number): string {
  const text = JSON.stringify(sorted(value, byField));
  // Some editors take these two for line ends.
  return text.replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}

function sorted(value: unknown, byField: (a: string, b: string) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, byField));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byField(a, b))
      .map(([field, inner]) => [field, sorted(inner, byField)]),
  );
}
