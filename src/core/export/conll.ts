import type { Span } from "../text/spans.js";
import type { ExportDocument, ExportMark } from "./export-document.js";

/**
 * White space as its visible stand-in: a line of this format has its columns set apart by white space, so
 * that a blank cannot be a token itself.
 */
const visible: Readonly<Record<string, string>> = { " ": "␣", "\t": "␉", "\u3000": "⎵", "\u00a0": "⍽" };

/**
 * A document as characters with BIO tags, one a line, the tag behind a tab, in the last column; an empty line
 * stands for each line end of the text, over which a mark goes on with `I-`. Marks that overlap, which only classes of the reader's own do, take
 * more columns, before the last one. Notes, relations and names of entities have no place in this format.
 */
export function toConll(document: ExportDocument): string {
  const layers = layersOf(document.marks).reverse();
  const columns = layers.map((marks) => tagsOf(document.text.length, marks));
  let out = "";
  for (let i = 0; i < document.text.length; ) {
    const char = String.fromCodePoint(document.text.codePointAt(i) ?? 0);
    if (char === "\n") out += "\n";
    else
      out += `${[visible[char] ?? (/^\s$/u.test(char) ? "␠" : char), ...columns.map((tags) => tags[i] ?? "O")].join("\t")}\n`;
    i += char.length;
  }
  return out;
}

/** Distributes marks over as few layers as it takes for none to overlap inside one; at least one layer. */
function layersOf(marks: readonly ExportMark[]): ExportMark[][] {
  const layers: ExportMark[][] = [[]];
  const free = (layer: readonly ExportMark[], { start, end }: Span) =>
    layer.every(({ span }) => span.end <= start || end <= span.start);
  for (const mark of marks) {
    const layer = layers.find((candidate) => free(candidate, mark.span));
    if (layer) layer.push(mark);
    else layers.push([mark]);
  }
  return layers;
}

function tagsOf(length: number, marks: readonly ExportMark[]): string[] {
  const tags = new Array<string>(length).fill("O");
  for (const { type, span } of marks) {
    tags.fill(`I-${type}`, span.start, span.end);
    tags[span.start] = `B-${type}`;
  }
  return tags;
}
