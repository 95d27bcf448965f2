import type { MentionRef } from "../../protocol/annotation.js";
import type { Position, Range } from "../../protocol/protocol.js";
import { comparePositions, sameRange } from "../positions.js";

/**
 * Which of the mentions that touch a selection its reader means. A cursor means those it stands in; of two
 * that meet at it the one that begins there. A selection of words means a mention of exactly these words.
 */
export function mentionsMeant<T extends MentionRef>(touching: readonly T[], selection: Range): readonly T[] {
  if (comparePositions(selection.start, selection.end) !== 0)
    return touching.filter(({ range }) => sameRange(range, selection));
  const place = selection.start;
  const around = touching.filter(({ range }) => holds(range, place));
  return around.length > 0 ? around : touching.filter(({ range }) => comparePositions(range.end, place) === 0);
}

/** Mentions of other words that a selection of words shares some with: those whose span it can set. */
export function mentionsToRespan<T extends MentionRef>(touching: readonly T[], selection: Range): readonly T[] {
  return touching.filter(
    ({ range }) =>
      !sameRange(range, selection) &&
      comparePositions(range.start, selection.end) < 0 &&
      comparePositions(selection.start, range.end) < 0,
  );
}

function holds(range: Range, place: Position): boolean {
  return comparePositions(range.start, place) <= 0 && comparePositions(place, range.end) < 0;
}
