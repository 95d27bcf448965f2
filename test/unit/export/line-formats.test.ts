import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bratConfiguration, toBrat } from "../../../src/core/export/brat.js";
import { toConll } from "../../../src/core/export/conll.js";
import type { ExportDocument } from "../../../src/core/export/export-document.js";
import { toJsonl } from "../../../src/core/export/jsonl.js";
import { toLabelStudio } from "../../../src/core/export/label-studio.js";
import { realArticles } from "./real-articles.js";
import { annotatedHtml, annotatedPlain, anyRead, documentOf } from "./support.js";

const articles = realArticles();
const placed = ({ type, span }: ExportDocument["marks"][number]) => `${type} ${span.start}-${span.end}`;
const samples = (check: (document: ExportDocument) => void) => {
  check(documentOf(annotatedHtml()));
  check(documentOf(annotatedPlain()));
  for (const [, read] of articles) check(documentOf(read));
  fc.assert(
    fc.property(anyRead, (one) => check(documentOf(one))),
    { numRuns: 150 },
  );
};

/** Reads characters and tags as a trainer does: the first column is the token, the last its tag. */
function readConll(conll: string): { text: string; spans: string[] } {
  const blanks: Record<string, string> = { "␣": " ", "␉": "\t", "⎵": "\u3000", "⍽": "\u00a0" };
  let text = "";
  let behind = 0;
  const spans: string[] = [];
  const open = new Map<number, { type: string; start: number }>();
  const close = (column: number) => {
    const span = open.get(column);
    if (span) spans.push(`${span.type} ${span.start}-${behind}`);
    open.delete(column);
  };
  for (const line of conll.split("\n").slice(0, -1)) {
    const [token = "", ...tags] = line.split("\t");
    if (line !== "") {
      tags.forEach((tag, column) => {
        if (!tag.startsWith("I-")) close(column);
        if (tag.startsWith("B-")) open.set(column, { type: tag.slice(2), start: text.length });
        if (tag.startsWith("I-")) expect(open.get(column)?.type).toBe(tag.slice(2));
      });
    }
    text += line === "" ? "\n" : (blanks[token] ?? token);
    if (line !== "") behind = text.length;
  }
  for (const column of [...open.keys()]) close(column);
  return { text, spans };
}

describe("the CoNLL export", () => {
  it("gives back the text character by character and every mark", () => {
    samples((document) => {
      const { text, spans } = readConll(toConll(document));
      // The last line of a file without a line end is ended here.
      expect(text.replace(/\n$/, "")).toBe(document.text.replace(/\n$/, ""));
      expect(spans.sort()).toEqual(document.marks.map(placed).sort());
    });
  });

  it("has one tag a line where nothing overlaps, and as many columns in every line", () => {
    const lines = toConll(documentOf(annotatedPlain()))
      .split("\n")
      .filter((line) => line !== "");
    expect(lines[0]).toBe("澜\tO");
    expect(lines).toContain("秦\tB-official");
    expect(new Set(lines.map((line) => line.split("\t").length))).toEqual(new Set([2]));
    expect(
      new Set(
        toConll(documentOf(annotatedHtml()))
          .split("\n")
          .filter(Boolean)
          .map((line) => line.split("\t").length),
      ),
    ).toEqual(new Set([3]));
  });
});

describe("the brat export", () => {
  it("keeps to the format: ids, offsets in code points, text without line ends", () => {
    samples((document) => {
      const { txt, ann } = toBrat(document);
      expect(txt).toBe(document.text);
      const points = [...txt];
      const ids = new Set<string>();
      for (const line of ann.split("\n").slice(0, -1)) {
        const [id = "", head = "", ...rest] = line.split("\t");
        expect(line).toMatch(
          /^(?:T\d+\t[a-z][a-z0-9-]* \d+ \d+(?:;\d+ \d+)*\t.+|R\d+\t\S+ Arg1:T\d+ Arg2:T\d+|A\d+\t\w+ T\d+(?: \w+)?|N\d+\tReference T\d+ Tifa:\S+\t.*|#\d+\t\w+ [TR]\d+\t.*)$/u,
        );
        expect(ids.has(id)).toBe(false);
        ids.add(id);
        for (const [target] of head.matchAll(/(?<=[ :])[TR]\d+/g)) expect(ids.has(target)).toBe(true);
        if (!id.startsWith("T")) continue;
        const [, offsets = ""] = /^\S+ (.*)$/.exec(head) ?? [];
        const pieces = offsets.split(";").map((piece) => piece.split(" ").map(Number));
        expect(pieces.map(([start, end]) => points.slice(start, end).join("")).join(" ")).toBe(rest[0]);
      }
    });
  });

  it("cuts a note that runs over a line's end in pieces", () => {
    const { ann } = toBrat(documentOf(annotatedHtml()));
    expect(ann).toMatch(/^T\d+\tnote \d+ \d+;\d+ \d+\t推动高质量发展。 /mu);
  });

  it("comes with a configuration that names its classes and relations", () => {
    const { annotation, visual } = bratConfiguration([documentOf(annotatedHtml())]);
    expect(annotation).toMatch(
      /\[entities\]\nofficial\nagency\nslogan\nbyline\nperson\ntarget\nnote\n\[relations\]\n任职_于\tArg1:<ENTITY>, Arg2:<ENTITY>\n\[events\]\n\[attributes\]\n/,
    );
    expect(visual).toContain("target\tbgColor:#aa3377");
  });
});

describe("the JSON exports", () => {
  it("doccano: one document a line, labels in UTF-16 with the words they cover", () => {
    samples((document) => {
      const lines = toJsonl([document, document]).trimEnd().split("\n");
      expect(lines).toHaveLength(2);
      const { text, label, entities, relations } = JSON.parse(lines[0] ?? "");
      expect(text).toBe(document.text);
      expect(label.map(([start, end, type]: [number, number, string]) => [type, text.slice(start, end)])).toEqual(
        document.marks.map(({ type, text: words }) => [type, words]),
      );
      expect(
        entities.map(
          (one: { label: string; start_offset: number; end_offset: number }) =>
            `${one.label} ${one.start_offset}-${one.end_offset}`,
        ),
      ).toEqual(document.marks.map(placed));
      const ids = new Map(entities.map((one: { id: number }, i: number) => [one.id, document.marks[i]?.id]));
      expect(
        relations.map((one: { from_id: number; to_id: number; type: string }) => [
          ids.get(one.from_id),
          one.type,
          ids.get(one.to_id),
        ]),
      ).toEqual(document.relations.map(({ from, type, to }) => [from, type, to]));
    });
  });

  it("Label Studio: what is settled is an annotation, what is suggested a prediction, offsets in code points", () => {
    samples((document) => {
      const [task] = JSON.parse(toLabelStudio([document]));
      const points = [...task.data.text];
      const joined = new Set(document.relations.flatMap(({ from, to }) => [from, to]));
      const regions = (
        list: { result: { type: string; value: { start: number; end: number; text: string; labels: string[] } }[] }[],
      ) => list.flatMap(({ result }) => result).filter(({ type }) => type === "labels");
      for (const { value } of [...regions(task.annotations), ...regions(task.predictions)])
        expect(points.slice(value.start, value.end).join("")).toBe(value.text);
      const settled = document.marks.filter(({ id, status }) => status === "accepted" || joined.has(id));
      expect(regions(task.annotations).map(({ value }) => value.labels[0])).toEqual([
        ...settled.map(({ type }) => type),
        ...document.notes.map(() => "note"),
      ]);
      expect(regions(task.predictions)).toHaveLength(document.marks.length - settled.length);
    });
  });
});
