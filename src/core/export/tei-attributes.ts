import { escapeXmlAttribute } from "./escape-xml.js";
import type { ExportDocument, ExportMark } from "./export-document.js";

/** The annotators by name, with the ids under which the header names them. */
export type Hands = ReadonlyMap<string, string>;

export function handsOf({ marks, notes, relations }: ExportDocument): Hands {
  const signed = [...marks, ...notes, ...notes.flatMap((note) => note.answers), ...relations];
  const names = new Set(signed.flatMap(({ by }) => by ?? []));
  return new Map([...names].map((name, i) => [name, `h${i + 1}`]));
}

/** How sure a mark is, and who made it. */
export function made(mark: ExportMark, hands: Hands): Record<string, string | undefined> {
  const hand = mark.by === undefined ? undefined : hands.get(mark.by);
  return {
    cert: mark.status === "accepted" ? "high" : (mark.score?.toString() ?? "unknown"),
    resp: hand && `#${hand}`,
  };
}

export function write(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeXmlAttribute(value)}"`))
    .join("");
}
