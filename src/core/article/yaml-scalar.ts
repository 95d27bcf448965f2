import type { FileSpan } from "../text/spans.js";
import type { TextBuilder } from "../text/text-builder.js";

const escapes: Record<string, string> = { n: " ", t: "\t", r: " ", "0": "", "/": "/", '"': '"', "\\": "\\", " ": " " };

/**
 * Adds a YAML scalar's inside to the visible text: a doubled quote of a single-quoted scalar and the
 * escapes of a double-quoted one are decoded, line folds become one space.
 */
export function addScalar(source: string, span: FileSpan, out: TextBuilder): void {
  const quote = source[span.start - 1];
  const special =
    quote === '"'
      ? /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])|[ \t]*[\r\n]\s*/g
      : quote === "'"
        ? /''|[ \t]*[\r\n]\s*/g
        : /[ \t]*[\r\n]\s*/g;
  let done = span.start;
  for (const match of source.slice(span.start, span.end).matchAll(special)) {
    const at = span.start + match.index;
    out.verbatim(done, at);
    done = at + match[0].length;
    out.entity(decode(match[0]), at, done);
  }
  out.verbatim(done, span.end);
}

function decode(token: string): string {
  if (token === "''") return "'";
  if (!token.startsWith("\\")) return " ";
  const hex = /^\\[xuU]([\da-fA-F]+)$/.exec(token)?.[1];
  if (hex === undefined) return escapes[token[1] ?? ""] ?? token[1] ?? "";
  const point = Number.parseInt(hex, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : "\uFFFD";
}
