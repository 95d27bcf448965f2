import { type Anchor, AnchorText } from "./anchors.js";
import type { AnnotationRecord } from "./records.js";

/**
 * The records of an article with anchors brought up to date: those whose words have moved, or whose
 * surroundings were edited, get new ones. To be called where the article is saved. Only the changed
 * records are returned; who made them, and when, stays.
 */
export function refreshAnchors(text: string, records: readonly AnnotationRecord[]): AnnotationRecord[] {
  const anchors = new AnchorText(text);
  const fresh = (anchor: Anchor): Anchor => {
    const found = anchors.find(anchor);
    if (found.state === "orphan") return anchor;
    const { start, end } = found.span;
    const stands =
      text.slice(start, end) === anchor.exact &&
      text.endsWith(anchor.prefix, start) &&
      text.startsWith(anchor.suffix, end);
    if (stands) return found.state === "same" ? anchor : { ...anchor, start, end };
    return { ...anchor, ...anchors.make(found.span) };
  };
  return records.flatMap((record) => {
    const updated = withAnchors(record, fresh);
    return updated === record ? [] : [updated];
  });
}

function withAnchors(record: AnnotationRecord, fresh: (anchor: Anchor) => Anchor): AnnotationRecord {
  if (record.kind === "relation") {
    const [from, to] = [fresh(record.from.anchor), fresh(record.to.anchor)];
    if (from === record.from.anchor && to === record.to.anchor) return record;
    return { ...record, from: { ...record.from, anchor: from }, to: { ...record.to, anchor: to } };
  }
  if (!record.anchor) return record;
  const anchor = fresh(record.anchor);
  const target = record.kind === "decision" && record.to?.anchor ? fresh(record.to.anchor) : undefined;
  if (record.kind === "decision" && target && target !== record.to?.anchor)
    return { ...record, anchor, to: { ...record.to, anchor: target } };
  return anchor === record.anchor ? record : { ...record, anchor };
}
