import type { ArticleForm } from "../article/article.js";
import type { MentionType } from "../recognize/mention.js";
import type { FileSpan, TextSpan } from "../text/spans.js";
import type { Meeting } from "./meeting.js";
import type { MentionTable } from "./mention-table.js";
import type { PostStatement } from "./posts.js";

/** An entity as the folder knows it: agencies by their full name, wherever an article shortens them. */
export interface RecordEntity {
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
}

/**
 * What is kept of one article: enough for every question across articles without its file. The text is
 * kept rather than snippets, because mentions stand so close that their contexts together are the text.
 */
export interface ArticleRecord {
  readonly uri: string;
  readonly form: ArticleForm;
  /** Empty where the article has none. */
  readonly title: string;
  /** ISO 8601, as the article gives it. */
  readonly date?: string;
  /** The day of publication in China, `2022-01-10`. */
  readonly day?: string;
  readonly source?: string;
  /** The visible text up to the last sentence or mention; text spans are offsets of it. */
  readonly text: string;
  /** In order of their first mention, each once. */
  readonly entities: readonly RecordEntity[];
  readonly mentions: MentionTable;
  readonly roles: readonly string[];
  readonly posts: readonly PostStatement[];
  readonly meetings: readonly Meeting[];
  /** Mentions by class. */
  readonly counts: Readonly<Record<MentionType, number>>;
}

/** One mention of a record, unpacked. */
export interface RecordMention {
  readonly row: number;
  readonly entity: RecordEntity;
  /** What a reader sees, without the stray spaces that scraping leaves inside words. */
  readonly text: string;
  readonly span: TextSpan;
  /** From the first part's start to the last part's end. */
  readonly file: FileSpan;
  readonly parts: readonly FileSpan[];
  readonly role?: string;
  readonly candidate: boolean;
}

/** The mention in a row; undefined outside the table. */
export function mentionOf(record: ArticleRecord, row: number): RecordMention | undefined {
  const { mentions } = record;
  const entity = row >= 0 && row < mentions.length ? record.entities[mentions.entity(row)] : undefined;
  if (!entity) return undefined;
  const span = mentions.span(row);
  const roleIndex = mentions.role(row);
  const role = roleIndex === undefined ? undefined : record.roles[roleIndex];
  return {
    row,
    entity,
    text: wordingOf(record, row),
    span,
    file: mentions.file(row),
    parts: mentions.parts(row),
    ...(role === undefined ? {} : { role }),
    candidate: mentions.isCandidate(row),
  };
}

/** The mention under an offset of the file. */
export function mentionAtOffset(record: ArticleRecord, offset: number): RecordMention | undefined {
  const row = record.mentions.rowAt(offset);
  return row === undefined ? undefined : mentionOf(record, row);
}

/** The rows in which an article mentions an entity, in order; empty where it does not. */
export function rowsOf(record: ArticleRecord, entityId: string): number[] {
  const index = record.entities.findIndex((entity) => entity.id === entityId);
  const rows: number[] = [];
  if (index < 0) return rows;
  for (let row = 0; row < record.mentions.length; row++) if (record.mentions.entity(row) === index) rows.push(row);
  return rows;
}

/** How a row words its entity. */
export function wordingOf(record: ArticleRecord, row: number): string {
  const { start, end } = record.mentions.span(row);
  return record.text.slice(start, end).replace(/(\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, "$1");
}

/** The first post, or capacity, in which an article shows an official, as it words it. */
export function roleIn(record: ArticleRecord, entity: number): string | undefined {
  for (let row = 0; row < record.mentions.length; row++) {
    if (record.mentions.entity(row) !== entity) continue;
    const role = record.mentions.role(row);
    if (role !== undefined) return record.roles[role];
  }
  return undefined;
}
