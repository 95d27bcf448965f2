import { type MentionType, mentionTypes } from "../recognize/mention.js";
import type { Anchor } from "./anchors.js";

/** How far a reader's decision reaches: the one place, the same words in this article, or in every article. */
export const scopes = ["mention", "article", "workspace"] as const;
export type Scope = (typeof scopes)[number];

/** A class of mentions: one of Tifa's, or the id of one that the reader's own lexicon declares. */
export type MarkType = string;

interface RecordBase {
  readonly id: string;
  /** Who made it. */
  readonly by?: string;
  /** When it was made or last changed: an ISO 8601 instant in UTC, which sorts as text. */
  readonly at: string;
}

/** What a reader says of a mention that stands there. */
export interface Decision extends RecordBase {
  readonly kind: "decision";
  readonly verdict: "accept" | "reject" | "change";
  readonly scope: Scope;
  /** The class of the mention that was decided on. */
  readonly type: MarkType;
  readonly anchor: Anchor;
  /** What a change makes of it, where what is missing stays; what an accepted mention was taken to name. */
  readonly to?: Change;
}

export interface Change {
  readonly type?: MarkType;
  /** The canonical name of what is mentioned. */
  readonly entity?: string;
  /** Empty where it has none. */
  readonly role?: string;
  readonly anchor?: Anchor;
}

/** Words that a reader marks where nothing was marked. */
export interface Addition extends RecordBase {
  readonly kind: "addition";
  readonly scope: Scope;
  readonly type: MarkType;
  readonly anchor: Anchor;
  readonly entity?: string;
  readonly role?: string;
}

/** A note on words, or an answer to one. */
export interface Note extends RecordBase {
  readonly kind: "note";
  readonly text: string;
  readonly tags: readonly string[];
  /** Missing in answers, which stand where the first note of their thread stands. */
  readonly anchor?: Anchor;
  /** The id of the first note of the thread. */
  readonly replyTo?: string;
  readonly resolved?: boolean;
}

/** One end of a relation: the mention of a class at a place. */
export interface Endpoint {
  readonly type: MarkType;
  readonly anchor: Anchor;
}

export interface Relation extends RecordBase {
  readonly kind: "relation";
  /** The relation's name, such as `works-for`. */
  readonly type: string;
  readonly from: Endpoint;
  readonly to: Endpoint;
}

export type AnnotationRecord = Decision | Addition | Note | Relation;
export type RecordKind = AnnotationRecord["kind"];

/** What a class may be called: it has to serve as a label in every format that is exported. */
export const markTypePattern = /^[a-z][a-z0-9-]{0,63}$/;

export function isMentionType(type: MarkType): type is MentionType {
  return (mentionTypes as readonly string[]).includes(type);
}

/** A later record overrules an earlier one; the id settles what happened in the same instant. */
export function byAge(a: AnnotationRecord, b: AnnotationRecord): number {
  return compare(a.at, b.at) || compare(a.id, b.id);
}

/** Code-unit order: the same in every locale, so that files come out the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new record's id. Random, so that two people's records get different ids and spread over a file
 * instead of meeting at its end. `random` gives numbers from 0 up to, not including, 1.
 */
export function newRecordId(kind: RecordKind, random: () => number): string {
  let id = `${kind.charAt(0)}-`;
  for (let i = 0; i < 12; i++) id += letters.charAt(Math.floor(random() * letters.length));
  return id;
}
