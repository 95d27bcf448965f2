import { Range as EditorRange } from "vscode";
import type { Position, Range } from "../protocol/protocol.js";

/** Protocol and editor count alike (lines from 0, columns in UTF-16 units): only the class differs. */
export function toEditorRange(range: Range): EditorRange {
  return new EditorRange(range.start.line, range.start.character, range.end.line, range.end.character);
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether a place lies in a range; the place behind its last character counts, as a cursor there touches it. */
export function touches(range: Range, place: Position): boolean {
  return comparePositions(range.start, place) <= 0 && comparePositions(place, range.end) <= 0;
}
