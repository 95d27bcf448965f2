import { Range as EditorRange, Selection, type TextEditor, TextEditorRevealType } from "vscode";
import type { Range } from "../protocol/protocol.js";

/** Protocol and editor count alike (lines from 0, columns in UTF-16 units): only the class differs. */
export function toEditorRange(range: Range): EditorRange {
  return new EditorRange(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** The protocol's form of an editor's range, which by itself is sent as a list of two positions. */
export function toRange({ start, end }: EditorRange): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** Selects words of an article and brings them into view. */
export function selectRange(editor: TextEditor, range: Range): void {
  const { start, end } = toEditorRange(range);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
