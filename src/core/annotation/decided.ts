import type { Analysis } from "../recognize/analysis.js";
import type { Mention } from "../recognize/mention.js";
import type { FileSpan, Span, TextSpan } from "../text/spans.js";
import type { Anchor, OrphanReason } from "./anchors.js";
import type { Addition, AnnotationRecord, Decision, MarkType } from "./records.js";

/** Words that a reader has marked as of a class of their own. */
export interface OwnMention {
  readonly type: MarkType;
  readonly text: string;
  readonly span: TextSpan;
  readonly parts: readonly FileSpan[];
  readonly entityId: string;
  readonly role?: string;
}

/** A record whose words cannot be told in the article as it is now. */
export interface Orphan {
  readonly record: AnnotationRecord;
  /** The anchor that has no place: a relation has two. */
  readonly anchor: Anchor;
  readonly reason: OrphanReason;
  /** Where the same words stand, the likeliest first. */
  readonly candidates: readonly TextSpan[];
}

/** An analysis as the reader's decisions leave it. */
export interface DecidedAnalysis {
  /** The mentions that stand, in order of place, without overlap; the entities are those they mention. */
  readonly analysis: Analysis;
  /** The marks of the reader's own classes, in order of place; these may overlap mentions and each other. */
  readonly own: readonly OwnMention[];
  /** What settled a mention, by `mentionKey`; one that is not in here is only suggested. */
  readonly decidedBy: ReadonlyMap<string, Decision | Addition>;
  /** What the reader rejected, with the decision, in order of place. */
  readonly rejected: readonly { readonly mention: Mention | OwnMention; readonly by: Decision }[];
  /** The decisions and additions of this article that have no place in it now. */
  readonly orphans: readonly Orphan[];
}

/** The rule that a mention shows as its evidence when a reader, not the recogniser, put it there. */
export const readerRule = "reader";

/** What tells a mention of one article from every other: its place and its class. */
export function mentionKey({ span, type }: { readonly span: Span; readonly type: MarkType }): string {
  return `${span.start}-${span.end}-${type}`;
}

/** What settled a mention, or undefined where it is only suggested. */
export function decisionOn(decided: DecidedAnalysis, mention: Mention | OwnMention): Decision | Addition | undefined {
  return decided.decidedBy.get(mentionKey(mention));
}

/** The mentions that wait for a judgement, in order of place: what a review walks through. */
export function undecided(decided: DecidedAnalysis): Mention[] {
  return decided.analysis.mentions.filter((mention) => !decisionOn(decided, mention));
}
