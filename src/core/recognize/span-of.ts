import { type TextSpan, textSpan } from "../text/spans.js";

/** The span of a draft, a candidate or a token, without its other fields. */
export function spanOf(span: { readonly start: number; readonly end: number }): TextSpan {
  return textSpan(span.start, span.end);
}
