import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CodePoints } from "../../../src/core/export/code-points.js";
import { csvColumns, toCsv } from "../../../src/core/export/csv.js";
import type { ExportDocument } from "../../../src/core/export/export-document.js";
import { realArticles } from "./real-articles.js";
import { annotatedHtml, annotatedPlain, anyRead, documentOf } from "./support.js";

type Row = Record<(typeof csvColumns)[number], string>;

/** The table as Papa Parse reads it. */
function read(csv: string): Row[] {
  const { data, errors, meta } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual([...csvColumns]);
  return data;
}

/** A cell as it was before it was made safe. */
const plain = (cell: string) => cell.replace(/^'/, "");

function check(document: ExportDocument): void {
  const rows = read(toCsv([document]));
  const points = new CodePoints(document.text);
  const mentions = rows.filter(({ kind }) => kind === "mention");
  expect(
    mentions.map((row) => [
      row.class,
      plain(row.text),
      Number(row.start),
      Number(row.end),
      plain(row.entity),
      plain(row.role),
      row.status,
      plain(row.by),
      row.at,
    ]),
  ).toEqual(
    document.marks.map(({ type, text, span, name, role = "", status, by = "", at = "" }) => [
      type,
      text,
      points.count(span.start),
      points.count(span.end),
      name,
      role,
      status,
      by,
      at,
    ]),
  );
  for (const row of mentions)
    expect([...document.text].slice(Number(row.start), Number(row.end)).join("")).toBe(plain(row.text));
  expect(
    rows.filter(({ kind }) => kind === "note" || kind === "answer").map((row) => [plain(row.note), plain(row.tags)]),
  ).toEqual(
    document.notes.flatMap(({ text, tags, answers }) => [
      [text, tags.join("; ")],
      ...answers.map((answer) => [answer.text, answer.tags.join("; ")]),
    ]),
  );
  expect(rows.filter(({ kind }) => kind === "relation").map((row) => [plain(row.class), row.from, row.to])).toEqual(
    document.relations.map(({ type, from, to }) => [type, from, to]),
  );
}

describe("the CSV export, read by Papa Parse", () => {
  it("holds every mention, note, answer and relation", () => {
    check(documentOf(annotatedHtml()));
    check(documentOf(annotatedPlain()));
  });

  it.each(realArticles())("holds them of %s", (_, read) => check(documentOf(read)));

  it("holds them of random annotations", () => {
    fc.assert(
      fc.property(anyRead, (one) => check(documentOf(one))),
      { numRuns: 150 },
    );
  });

  it("starts with a byte order mark, ends lines with CR LF, and has as many cells in each", () => {
    const csv = toCsv([documentOf(annotatedHtml()), documentOf(annotatedPlain())]);
    expect(csv.startsWith("\uFEFFpath,title,")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
    expect(new Set(data.map((cells) => cells.length))).toEqual(new Set([csvColumns.length]));
  });

  it("gives a spreadsheet no formula to run", () => {
    fc.assert(
      fc.property(anyRead, (one) => {
        const { data } = Papa.parse<string[]>(toCsv([documentOf(one)]), { skipEmptyLines: true });
        for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
      { numRuns: 100 },
    );
    const note = read(toCsv([documentOf(annotatedHtml())])).find(({ kind }) => kind === "note");
    expect(note?.note).toMatch(/^'=HYPERLINK/);
  });
});
