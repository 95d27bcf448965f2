import type { Position, Range } from "../protocol/protocol.js";

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether a place lies in a range; the place behind its last character counts, as a cursor there touches it. */
export function touches(range: Range, place: Position): boolean {
  return comparePositions(range.start, place) <= 0 && comparePositions(place, range.end) <= 0;
}

export function sameRange(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.start) === 0 && comparePositions(a.end, b.end) === 0;
}
