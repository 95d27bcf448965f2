import type { ArticleForm } from "../article/article.js";
import { type MentionType, mentionTypes } from "../recognize/mention.js";
import { type FileSpan, fileSpan } from "../text/spans.js";
import type { ArticleRecord, RecordEntity } from "./article-record.js";
import type { Meeting, MeetingAgreement, MeetingStatement, Stretch } from "./meeting.js";
import { MentionTable } from "./mention-table.js";
import type { PostStatement } from "./posts.js";

/** Changes whenever records are built or written otherwise: entries of another format are made anew. */
export const recordFormat = 1;

/** A record as it is stored: plain JSON, without its address, which the reader knows. */
export interface StoredRecord {
  readonly format: number;
  readonly form: ArticleForm;
  readonly title: string;
  readonly date?: string;
  readonly day?: string;
  readonly source?: string;
  readonly text: string;
  /** Class and name of each entity: an id is made of the two. */
  readonly entities: readonly (readonly [MentionType, string])[];
  readonly mentions: readonly number[];
  readonly cut: readonly (readonly [row: number, offsets: readonly number[]])[];
  readonly roles: readonly string[];
  readonly posts: readonly PostStatement[];
  readonly meetings: readonly Meeting[];
}

/** The key of a cached record: the same content read with the same lexicon gives the same record. */
export function recordKey(contentHash: string, lexiconVersion: string): string {
  return `${recordFormat}-${lexiconVersion}-${contentHash}`;
}

export function storeRecord(record: ArticleRecord): StoredRecord {
  return {
    format: recordFormat,
    form: record.form,
    title: record.title,
    ...(record.date ? { date: record.date } : {}),
    ...(record.day ? { day: record.day } : {}),
    ...(record.source ? { source: record.source } : {}),
    text: record.text,
    entities: record.entities.map((entity) => [entity.type, entity.name]),
    mentions: [...record.mentions.data],
    cut: [...record.mentions.cut].map(([row, parts]) => [row, parts.flatMap((part) => [part.start, part.end])]),
    roles: record.roles,
    posts: record.posts,
    meetings: record.meetings,
  };
}

/**
 * The record that was stored, at an address; undefined for anything else, such as a damaged or an older
 * entry, from which the caller turns to the file itself. Never throws.
 */
export function restoreRecord(stored: unknown, uri: string): ArticleRecord | undefined {
  if (!isStored(stored)) return undefined;
  const entities = stored.entities.map(([type, name]): RecordEntity => ({ id: `${type}:${name}`, type, name }));
  const mentions = MentionTable.fromData(
    Int32Array.from(stored.mentions),
    new Map(stored.cut.map(([row, offsets]) => [row, pairs(offsets)])),
  );
  if (!mentions) return undefined;
  const counts: Record<MentionType, number> = { official: 0, agency: 0, slogan: 0, byline: 0, person: 0 };
  for (let row = 0; row < mentions.length; row++) {
    const entity = entities[mentions.entity(row)];
    const span = mentions.span(row);
    if (
      !entity ||
      span.start > span.end ||
      span.end > stored.text.length ||
      (mentions.role(row) ?? -1) >= stored.roles.length
    )
      return undefined;
    counts[entity.type]++;
  }
  const isRow = (row: number) => row >= 0 && row < mentions.length;
  if (
    !stored.posts.every((post) => isRow(post.row)) ||
    !stored.meetings.every((meeting) => rowsOfMeeting(meeting).every(isRow))
  )
    return undefined;
  const { form, title, date, day, source, text, roles, posts, meetings } = stored;
  return {
    uri,
    form,
    title,
    text,
    entities,
    mentions,
    roles,
    posts,
    meetings,
    counts,
    ...(date ? { date } : {}),
    ...(day ? { day } : {}),
    ...(source ? { source } : {}),
  };
}

function pairs(offsets: readonly number[]): FileSpan[] {
  const parts: FileSpan[] = [];
  for (let i = 0; i + 1 < offsets.length; i += 2) parts.push(fileSpan(offsets[i] ?? 0, offsets[i + 1] ?? 0));
  return parts;
}

function rowsOfMeeting(meeting: Meeting): number[] {
  return [
    ...meeting.hosts,
    ...meeting.guests,
    ...meeting.attendees,
    ...meeting.statements.flatMap((statement) => statement.speakers),
    ...meeting.agreements.flatMap((agreement) => agreement.parties),
  ];
}

type Fields = Readonly<Record<string, unknown>>;
const kinds = ["ask", "answer"];
const sides = ["host", "guest"];
const forms = ["front-matter", "plain", "other"];

function isStored(value: unknown): value is StoredRecord {
  return (
    isFields(value) &&
    value.format === recordFormat &&
    forms.includes(value.form as string) &&
    isText(value.title) &&
    isText(value.text) &&
    [value.date, value.day, value.source].every((field) => field === undefined || isText(field)) &&
    isList(
      value.entities,
      (entry) => Array.isArray(entry) && mentionTypes.includes(entry[0] as MentionType) && isText(entry[1]),
    ) &&
    isIntegers(value.mentions) &&
    isList(value.cut, (entry) => Array.isArray(entry) && Number.isInteger(entry[0]) && isIntegers(entry[1])) &&
    isList(value.roles, isText) &&
    isList(value.posts, isPost) &&
    isList(value.meetings, isMeeting)
  );
}

function isPost(value: unknown): value is PostStatement {
  return (
    isFields(value) &&
    Number.isInteger(value.row) &&
    isText(value.title) &&
    isText(value.words) &&
    [value.organ, value.territory, value.qualifier].every((field) => field === undefined || isText(field))
  );
}

function isMeeting(value: unknown): value is Meeting {
  return (
    isStretch(value) &&
    isFields(value) &&
    isText(value.cue) &&
    isStretch(value.at) &&
    typeof value.dayStated === "boolean" &&
    [value.day, value.until].every((field) => field === undefined || isText(field)) &&
    (value.place === undefined || isStretch(value.place)) &&
    [value.hosts, value.guests, value.attendees].every(isIntegers) &&
    isList(value.statements, isStatement) &&
    isList(value.agreements, isAgreement)
  );
}

function isStatement(value: unknown): value is MeetingStatement {
  return (
    isStretch(value) &&
    isFields(value) &&
    kinds.includes(value.kind as string) &&
    sides.includes(value.side as string) &&
    isIntegers(value.speakers)
  );
}

function isAgreement(value: unknown): value is MeetingAgreement {
  return (
    isStretch(value) &&
    isFields(value) &&
    isIntegers(value.parties) &&
    (value.title === undefined || isStretch(value.title))
  );
}

function isStretch(value: unknown): value is Stretch {
  return isFields(value) && isSpan(value.text) && isSpan(value.file);
}

function isSpan(value: unknown): boolean {
  return isFields(value) && Number.isInteger(value.start) && Number.isInteger(value.end);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isList(value: unknown, test: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function isIntegers(value: unknown): boolean {
  return isList(value, Number.isInteger);
}
