import type { Draft } from "./reading.js";

/**
 * Settles overlaps: of two drafts of one class the longer stays (the longest span names one thing), of two
 * classes the surer. Returns the kept ones in order of place; `overruled` is told of the others.
 */
export function settleOverlaps(drafts: readonly Draft[], overruled?: (loser: Draft, winner: Draft) => void): Draft[] {
  const order = drafts
    .map((draft) => ({ draft, rank: rank(draft), length: draft.end - draft.start }))
    .sort(
      (a, b) =>
        b.rank - a.rank || b.length - a.length || b.draft.score - a.draft.score || a.draft.start - b.draft.start,
    );
  const kept: Draft[] = [];
  // The draft that holds each character, as its number among the kept ones plus one.
  const holder = new Int32Array(drafts.reduce((end, draft) => Math.max(end, draft.end), 0));
  for (const { draft } of order) {
    let at = draft.start;
    while (at < draft.end && holder[at] === 0) at++;
    const winner = kept[(holder[at] ?? 0) - 1];
    if (at < draft.end && winner) {
      if (winner.start !== draft.start || winner.end !== draft.end || winner.type !== draft.type)
        overruled?.(draft, winner);
      continue;
    }
    holder.fill(kept.push(draft), draft.start, draft.end);
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
