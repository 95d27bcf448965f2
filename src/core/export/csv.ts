import { CodePoints } from "./code-points.js";
import { withoutHalves } from "./exchange-text.js";
import type { ExportDocument } from "./export-document.js";

/** The columns of the table, one row for each mention, note, answer and relation. Offsets count code points. */
export const csvColumns = [
  "path",
  "title",
  "date",
  "kind",
  "id",
  "class",
  "text",
  "start",
  "end",
  "entity",
  "role",
  "status",
  "candidate",
  "rule",
  "score",
  "note",
  "tags",
  "from",
  "to",
  "by",
  "at",
  "before",
  "after",
] as const;
type Row = Partial<Record<(typeof csvColumns)[number], string | number | boolean | undefined>>;

/** How much of the text around a mention a row shows, in UTF-16 code units. */
const reach = 20;

/**
 * Documents as one table: RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the system's
 * code page. A value that a spreadsheet would run as a formula gets an apostrophe in front, and so does one
 * that starts with an apostrophe, so that both can be told apart.
 */
export function toCsv(documents: readonly ExportDocument[]): string {
  const lines = [
    [...csvColumns],
    ...documents.flatMap(rowsOf).map((row) => csvColumns.map((column) => safe(row[column]))),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.map(quote).join(",")}\r\n`).join("")}`;
}

function rowsOf(document: ExportDocument): Row[] {
  const { path, meta, text, marks, notes, relations } = document;
  const points = new CodePoints(text);
  const article = { path, title: meta.title, date: meta.date };
  const place = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    text: text.slice(start, end),
    start: points.count(start),
    end: points.count(end),
    before: withoutHalves(text.slice(Math.max(0, start - reach), start)),
    after: withoutHalves(text.slice(end, end + reach)),
  });
  return [
    ...marks.map(
      ({ id, type, span, name, role, status, candidate, rule, score, by, at }): Row => ({
        ...article,
        kind: "mention",
        id,
        class: type,
        ...place(span),
        entity: name,
        role,
        status,
        candidate,
        rule,
        score,
        by,
        at,
      }),
    ),
    ...notes.flatMap(({ id, span, text: note, tags, by, at, answers }): Row[] => [
      { ...article, kind: "note", id, ...place(span), note, tags: tags.join("; "), by, at },
      ...answers.map(
        (answer): Row => ({
          ...article,
          kind: "answer",
          id,
          note: answer.text,
          tags: answer.tags.join("; "),
          by: answer.by,
          at: answer.at,
        }),
      ),
    ]),
    ...relations.map(
      ({ id, type, from, to, by, at }): Row => ({ ...article, kind: "relation", id, class: type, from, to, by, at }),
    ),
  ];
}

function safe(value: string | number | boolean | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" && /^[=+\-@\t\r\n＝＋－＠']/.test(value) ? `'${value}` : String(value);
}

function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
