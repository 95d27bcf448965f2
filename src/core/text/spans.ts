/**
 * Spans are half-open intervals of UTF-16 code units. A span of the file and a span of the visible
 * text are branded apart: mixing them is the one mistake that paints the wrong words.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

declare const file: unique symbol;
declare const text: unique symbol;

/** A span of the file's text as it is on disk or in the editor, without a BOM. */
export type FileSpan = Span & { readonly [file]: true };

/** A span of an article's visible text. */
export type TextSpan = Span & { readonly [text]: true };

export function fileSpan(start: number, end: number): FileSpan {
  return { start, end } as FileSpan;
}

export function textSpan(start: number, end: number): TextSpan {
  return { start, end } as TextSpan;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span from the first part's start to the last part's end. The parts are in order, at least one. */
export function hull(parts: readonly FileSpan[]): FileSpan {
  const first = parts[0];
  const last = parts[parts.length - 1];
  return first && last ? fileSpan(first.start, last.end) : fileSpan(0, 0);
}
