import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileSpan } from "../core/text/spans.js";
import type { Position, Range } from "../protocol/protocol.js";

/** Offsets of an open document as the protocol's positions. The document must be of the version the span is of. */
export function toRange(document: TextDocument, span: FileSpan): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The UTF-16 offset of a position; one outside the document is clamped. */
export function toOffset(document: TextDocument, position: Position): number {
  return document.offsetAt(position);
}

/** The ranges of a span line by line, without line ends, for what may not span lines. */
export function toLineRanges(document: TextDocument, span: FileSpan): Range[] {
  const { start, end } = toRange(document, span);
  const ranges: Range[] = [];
  for (let line = start.line; line <= end.line; line++) {
    const from = line === start.line ? start.character : 0;
    const whole = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    const to = line === end.line ? end.character : whole.replace(/[\r\n]+$/, "").length;
    if (to > from) ranges.push({ start: { line, character: from }, end: { line, character: to } });
  }
  return ranges;
}
