import type { Anchor } from "./anchors.js";
import { type AnnotationRecord, markTypePattern, scopes } from "./records.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Takes a parsed line for a record when it has all that its kind needs; undefined otherwise. The object
 * itself is returned: fields that are not known here stay in it.
 */
export function readRecord(value: unknown): AnnotationRecord | undefined {
  if (!isFields(value) || !isText(value.id) || !isString(value.at) || !isOptional(value.by, isString)) return undefined;
  const valid =
    typeof value.kind === "string" && Object.hasOwn(checks, value.kind) && checks[value.kind]?.(value) === true;
  return valid ? (value as unknown as AnnotationRecord) : undefined;
}

/** The id of a parsed line of any kind, known or not. */
export function idOf(value: unknown): string | undefined {
  return isFields(value) && isText(value.id) ? value.id : undefined;
}

const checks: Readonly<Record<string, (fields: Fields) => boolean>> = {
  decision: (fields) =>
    isScope(fields.scope) &&
    isType(fields.type) &&
    isAnchor(fields.anchor) &&
    (fields.verdict === "change"
      ? isChange(fields.to)
      : (fields.verdict === "accept" || fields.verdict === "reject") && isOptional(fields.to, isChange)),
  addition: (fields) =>
    isScope(fields.scope) &&
    isType(fields.type) &&
    isAnchor(fields.anchor) &&
    isOptional(fields.entity, isText) &&
    isOptional(fields.role, isString),
  note: (fields) =>
    isString(fields.text) &&
    Array.isArray(fields.tags) &&
    fields.tags.every(isText) &&
    (isAnchor(fields.anchor) || (fields.anchor === undefined && isText(fields.replyTo))) &&
    isOptional(fields.replyTo, isText) &&
    isOptional(fields.resolved, isBoolean),
  relation: (fields) => isText(fields.type) && isEndpoint(fields.from) && isEndpoint(fields.to),
};

function isChange(value: unknown): boolean {
  return (
    isFields(value) &&
    isOptional(value.type, isType) &&
    isOptional(value.entity, isText) &&
    isOptional(value.role, isString) &&
    isOptional(value.anchor, isAnchor)
  );
}

function isEndpoint(value: unknown): boolean {
  return isFields(value) && isType(value.type) && isAnchor(value.anchor);
}

export function isAnchor(value: unknown): value is Anchor {
  return (
    isFields(value) &&
    isText(value.exact) &&
    isString(value.prefix) &&
    isString(value.suffix) &&
    isOffset(value.start) &&
    isOffset(value.end)
  );
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOptional(value: unknown, test: (value: unknown) => boolean): boolean {
  return value === undefined || test(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isScope(value: unknown): boolean {
  return (scopes as readonly unknown[]).includes(value);
}

function isType(value: unknown): boolean {
  return typeof value === "string" && markTypePattern.test(value);
}
