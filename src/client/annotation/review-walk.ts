import type { MentionRef } from "../../protocol/annotation.js";
import type { Position, Range } from "../../protocol/protocol.js";
import { comparePositions } from "../positions.js";

/** Where a review goes from a place: `here` is the mention at it or, when that is decided, the one behind it. */
export type Step = "here" | "next" | "previous";

/** The mention that a step leads to, or undefined at the end of those that wait, which are in order of place. */
export function stepTo<T extends MentionRef>(waiting: readonly T[], place: Position, step: Step): T | undefined {
  const fromPlace = ({ range }: MentionRef) => comparePositions(range.start, place);
  if (step === "previous") return waiting.findLast((one) => fromPlace(one) < 0);
  return waiting.find((one) => (step === "here" ? fromPlace(one) >= 0 : fromPlace(one) > 0));
}

export interface Progress {
  /** From 1. */
  readonly number: number;
  readonly total: number;
}

/** How far a review is that began with `total` mentions: what is decided already counts as passed. */
export function progressOf<T extends MentionRef>(waiting: readonly T[], current: T, total: number): Progress {
  const all = Math.max(total, waiting.length);
  return { number: all - waiting.length + waiting.indexOf(current) + 1, total: all };
}

/** An edit of a text: what stood in the range is now the text. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Where a place lies after an edit; a place inside what was replaced goes to its beginning. */
export function movedBy({ range, text }: Edit, place: Position): Position {
  if (comparePositions(place, range.start) <= 0) return place;
  if (comparePositions(place, range.end) < 0) return range.start;
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1)?.length ?? 0;
  const character = lines.length === 1 ? range.start.character + last : last;
  return place.line === range.end.line
    ? { line: range.start.line + lines.length - 1, character: character + place.character - range.end.character }
    : { line: place.line + range.start.line - range.end.line + lines.length - 1, character: place.character };
}
