import { decodeHTML } from "entities";
import type { TextBuilder } from "../text/text-builder.js";

/** A character reference, or white space that wraps a line in the source. */
const special = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{1,31});?|[ \t]*[\r\n][ \t\r\n]*/g;

/**
 * Adds the text between two offsets of an HTML file: entities decoded, a wrapped line joined as a
 * browser would, everything else verbatim.
 */
export function addHtmlText(source: string, start: number, end: number, out: TextBuilder): void {
  const slice = source.slice(start, end);
  if (!/[&\r\n]/.test(slice)) {
    out.verbatim(start, end);
    return;
  }
  let done = start;
  for (const match of slice.matchAll(special)) {
    const at = start + match.index;
    const isEntity = match[0].startsWith("&");
    // A reference to a line break shows as a space: line breaks of the visible text are blocks' ends.
    const shown = isEntity ? decodeHTML(match[0]).replace(/[\r\n]+/g, " ") : " ";
    if (shown === match[0]) continue;
    out.verbatim(done, at);
    done = at + match[0].length;
    if (isEntity || !out.atLineStart) out.entity(shown, at, done);
  }
  out.verbatim(done, end);
}
