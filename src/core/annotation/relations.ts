import type { Mention } from "../recognize/mention.js";
import { AnchorText } from "./anchors.js";
import { type DecidedAnalysis, mentionKey, type Orphan, type OwnMention } from "./decided.js";
import { type AnnotationRecord, byAge, type Endpoint, type Relation } from "./records.js";

/** A relation with the mentions it joins. */
export interface PlacedRelation {
  readonly relation: Relation;
  readonly from: Mention | OwnMention;
  readonly to: Mention | OwnMention;
}

export interface PlacedRelations {
  /** In order of the place they start from. */
  readonly relations: readonly PlacedRelation[];
  /** Relations one end of which has no place, or no mention at its place. */
  readonly orphans: readonly Orphan[];
}

/** Finds the mentions that an article's relations join, among those that its decisions leave. */
export function placeRelations(decided: DecidedAnalysis, records: Iterable<AnnotationRecord>): PlacedRelations {
  const anchors = new AnchorText(decided.analysis.article.text);
  const mentions = new Map<string, Mention | OwnMention>();
  for (const mention of [...decided.own, ...decided.analysis.mentions]) {
    mentions.set(mentionKey(mention), mention);
    mentions.set(mentionKey({ ...mention, type: "" }), mention);
  }
  const relations: PlacedRelation[] = [];
  const orphans: Orphan[] = [];
  const end = (relation: Relation, { type, anchor }: Endpoint): Mention | OwnMention | undefined => {
    const found = anchors.find(anchor);
    if (found.state === "orphan") {
      orphans.push({ record: relation, anchor, reason: found.reason, candidates: found.candidates });
      return undefined;
    }
    // The class may have been changed since.
    const mention =
      mentions.get(mentionKey({ span: found.span, type })) ?? mentions.get(mentionKey({ span: found.span, type: "" }));
    if (!mention) orphans.push({ record: relation, anchor, reason: "gone", candidates: [found.span] });
    return mention;
  };
  for (const relation of [...records].filter((record) => record.kind === "relation").sort(byAge)) {
    const from = end(relation, relation.from);
    const to = end(relation, relation.to);
    if (from && to) relations.push({ relation, from, to });
  }
  return { relations: relations.sort((a, b) => a.from.span.start - b.from.span.start), orphans };
}
