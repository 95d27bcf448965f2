import { isMentionType } from "../annotation/records.js";
import { escapeXml } from "./escape-xml.js";
import type { ExportDocument, ExportMark } from "./export-document.js";
import { type Hands, handsOf, made, write } from "./tei-attributes.js";
import { teiHeader } from "./tei-header.js";
import { teiStandOff } from "./tei-stand-off.js";

/**
 * A document as TEI P5: names stand in the text as `persName`, `orgName` and, for slogans, `rs`, each pointing
 * to what it names in `standOff`, where the posts of persons are. What may overlap other markup (notes, the
 * reader's own classes, whatever runs over a line's end) hangs on anchors. One `p` for each line of the text.
 */
export function toTei(document: ExportDocument): string {
  const hands = handsOf(document);
  const inline = new Set(document.marks.filter((mark) => isInline(mark)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh">',
    ...teiHeader(document, hands),
    ...teiStandOff(document, hands, (mark) => inline.has(mark)),
    "<text>",
    "<body>",
    ...paragraphs(document, inline, hands),
    "</body>",
    "</text>",
    "</TEI>",
    "",
  ].join("\n");
}

/** Only mentions of Tifa's classes are known not to overlap each other. */
function isInline({ type, text }: ExportMark): boolean {
  return isMentionType(type) && !text.includes("\n");
}

function paragraphs(document: ExportDocument, inline: ReadonlySet<ExportMark>, hands: Hands): string[] {
  const closings = new Map<number, string>();
  const anchors = new Map<number, string>();
  const openings = new Map<number, string>();
  const add = (map: Map<number, string>, offset: number, tag: string) => map.set(offset, (map.get(offset) ?? "") + tag);
  for (const mark of document.marks) {
    if (!inline.has(mark)) continue;
    const [opening, closing] = element(mark, hands);
    add(openings, mark.span.start, opening);
    add(closings, mark.span.end, closing);
  }
  for (const { id, span } of [...document.marks.filter((mark) => !inline.has(mark)), ...document.notes]) {
    add(anchors, span.start, `<anchor xml:id="${id}-from"/>`);
    add(anchors, span.end, `<anchor xml:id="${id}-to"/>`);
  }
  const tagsAt = (offset: number) =>
    (closings.get(offset) ?? "") + (anchors.get(offset) ?? "") + (openings.get(offset) ?? "");
  const places = [...new Set([...closings.keys(), ...anchors.keys(), ...openings.keys()])].sort((a, b) => a - b);
  const lines: string[] = [];
  let next = 0;
  let start = 0;
  for (const line of document.text.split("\n")) {
    const end = start + line.length;
    let out = "";
    let from = start;
    for (; next < places.length && (places[next] as number) <= end; next++) {
      const place = places[next] as number;
      out += escapeXml(document.text.slice(from, place)) + tagsAt(place);
      from = place;
    }
    lines.push(`<p>${out}${escapeXml(document.text.slice(from, end))}</p>`);
    start = end + 1;
  }
  return lines;
}

function element(mark: ExportMark, hands: Hands): [string, string] {
  const name = mark.type === "agency" ? "orgName" : mark.type === "slogan" ? "rs" : "persName";
  const attributes = {
    "xml:id": mark.id,
    type: mark.type,
    subtype: mark.candidate ? "candidate" : undefined,
    ref: mark.entity ? `#${mark.entity}` : undefined,
    // A role is one word to TEI: the blanks that a scraper left in it go.
    role: name === "persName" ? mark.role?.replace(/\s+/g, "") : undefined,
    ...made(mark, hands),
  };
  return [`<${name}${write(attributes)}>`, `</${name}>`];
}
