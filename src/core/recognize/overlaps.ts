import type { Draft } from "./reading.js";

/**
 * Settles overlaps: of two drafts of one class the longer stays (the longest span names one thing), of two
 * classes the surer. Returns the kept ones in order of place; `overruled` is told of the others.
 */
export function settleOverlaps(drafts: readonly Draft[], overruled?: (loser: Draft, winner: Draft) => void): Draft[] {
  const order = [...drafts].sort(
    (a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start,
  );
  const kept: Draft[] = [];
  const taken = new Map<number, Draft>();
  for (const draft of order) {
    let winner: Draft | undefined;
    for (let i = draft.start; i < draft.end && !winner; i++) winner = taken.get(i);
    if (winner) {
      if (winner.start !== draft.start || winner.end !== draft.end || winner.type !== draft.type) overruled?.(draft, winner);
      continue;
    }
    for (let i = draft.start; i < draft.end; i++) taken.set(i, draft);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/**
 * Bylines are certain. A firm slogan that holds a name (习近平新时代中国特色社会主义思想) is one mention; an
 * organisation that a name stands in goes before the name; candidates take only what is left.
 */
function rank(draft: Draft): number {
  if (draft.type === "byline") return 5;
  if (draft.candidate) return 0;
  return draft.type === "agency" && draft.score < 0.85 ? 2 : 3;
}
