import { type DecidedAnalysis, decisionOn, type OwnMention } from "../../core/annotation/decided.js";
import type { Mention } from "../../core/recognize/mention.js";
import { hull, type Span } from "../../core/text/spans.js";
import type { MentionRef, MentionState } from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import type { Analysed } from "../answers.js";
import { toOffset, toRange } from "../positions.js";

export type Marked = Mention | OwnMention;

/** The mentions of an article, those of the reader's own classes after them, those that were rejected last. */
export function allMarked({ analysis, own, rejected }: DecidedAnalysis): Marked[] {
  return [...analysis.mentions, ...own, ...rejected.map(({ mention }) => mention)];
}

/** The mention that a client means; undefined where it is no longer there. */
export function findMention(found: Analysed, { range, type }: MentionRef): Marked | undefined {
  const { start, end } = toSpan(found, range);
  return allMarked(found.decided).find((mention) => {
    const whole = hull(mention.parts);
    return mention.type === type && whole.start === start && whole.end === end;
  });
}

/** The mentions that a span of the file touches: a place touches the mention that it stands behind too. */
export function mentionsTouching(found: Analysed, span: Span): Marked[] {
  const within = (mention: Marked) =>
    mention.parts.some((part) => part.start < span.end && span.start < part.end) ||
    (span.start === span.end && mention.parts.some((part) => part.start <= span.start && span.start < part.end));
  const behind = (mention: Marked) => mention.parts.some((part) => part.end === span.start);
  const all = allMarked(found.decided);
  const inside = all.filter(within);
  return inside.length > 0 || span.start !== span.end ? inside : all.filter(behind);
}

export function stateOf(found: Analysed, mention: Marked): MentionState {
  const { decided, document } = found;
  const rejection = decided.rejected.find((one) => one.mention === mention);
  const by = rejection?.by ?? decisionOn(decided, mention);
  const entity = decided.analysis.entities.get(mention.entityId)?.name ?? nameIn(mention.entityId);
  const verdicts = { accept: "accepted", reject: "rejected", change: "changed" } as const;
  return {
    range: toRange(document, hull(mention.parts)),
    type: mention.type,
    text: mention.text,
    candidate: "candidate" in mention && mention.candidate === true,
    entity,
    ...(mention.role ? { role: mention.role } : {}),
    status: by === undefined ? "suggested" : by.kind === "addition" ? "added" : verdicts[by.verdict],
    ...(by ? { scope: by.scope, at: by.at } : {}),
    ...(by?.by ? { by: by.by } : {}),
  };
}

export function toSpan({ document }: Analysed, { start, end }: Range): Span {
  return { start: toOffset(document, start), end: toOffset(document, end) };
}

/** An id is a class and a name. */
function nameIn(entityId: string): string {
  return entityId.slice(entityId.indexOf(":") + 1);
}
