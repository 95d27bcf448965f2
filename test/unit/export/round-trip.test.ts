import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { toBrat } from "../../../src/core/export/brat.js";
import type { ExportDocument } from "../../../src/core/export/export-document.js";
import { fromBrat } from "../../../src/core/export/import-brat.js";
import { importDecisions } from "../../../src/core/export/import-decisions.js";
import { fromJsonl } from "../../../src/core/export/import-jsonl.js";
import { fromW3c } from "../../../src/core/export/import-w3c.js";
import type { ImportedDocument } from "../../../src/core/export/imported.js";
import { toJsonl } from "../../../src/core/export/jsonl.js";
import { toLabelStudio } from "../../../src/core/export/label-studio.js";
import { toW3c } from "../../../src/core/export/w3c.js";
import { analysisOf, hand, htmlArticle, nth } from "../annotation/support.js";
import { realArticles } from "./real-articles.js";
import {
  annotatedHtml,
  annotatedPlain,
  anyRead,
  documentOf,
  essence,
  imported,
  options,
  reimported,
} from "./support.js";

const emptyImport: ImportedDocument = { unit: "utf-16", marks: [], notes: [], relations: [], problems: [] };
const there = (documents: readonly ImportedDocument[]) => documents[0] ?? emptyImport;
const trips: readonly (readonly [string, (document: ExportDocument) => ImportedDocument])[] = [
  ["W3C", (document) => there(fromW3c(toW3c(document)))],
  [
    "brat",
    (document) => {
      const { ann, txt } = toBrat(document);
      return fromBrat(ann, txt);
    },
  ],
  ["doccano's JSONL", (document) => there(fromJsonl(toJsonl([document])).documents)],
  ["Label Studio's JSON", (document) => there(fromJsonl(toLabelStudio([document])).documents)],
];

describe.each(trips)("out and in again: %s", (_, trip) => {
  it.each([
    ["a page with markup", annotatedHtml],
    ["a plain text with Windows line ends", annotatedPlain],
  ])("loses nothing of %s", (_name, read) => {
    const document = documentOf(read());
    const { document: back, problems } = reimported(read(), trip(document));
    expect(problems).toEqual([]);
    expect(essence(back)).toEqual(essence(document));
    expect(document.marks.length + document.notes.length).toBeGreaterThan(4);
  });

  it("brings back records under their own ids, so that the same import twice adds nothing", () => {
    const read = annotatedHtml();
    const first = trip(documentOf(read));
    expect(imported(read, first)).toEqual([]);
    const { records } = reimported(read, first);
    const ids = new Set(records.map(({ id }) => id));
    expect(read.records.filter(({ kind }) => kind !== "decision").every(({ id }) => ids.has(id))).toBe(true);
    expect(imported({ analysis: read.analysis, records }, first)).toEqual([]);
  });

  it("loses nothing of random articles and annotations", () => {
    fc.assert(
      fc.property(anyRead, (read) => {
        const document = documentOf(read);
        const { document: back, problems } = reimported(read, trip(document));
        expect(problems).toEqual([]);
        expect(essence(back)).toEqual(essence(document));
      }),
      { numRuns: 150 },
    );
  });

  it("still finds its words when the article was edited between export and import", () => {
    const read = annotatedHtml();
    const document = documentOf(read);
    const edited = analysisOf(htmlArticle.replace("<div>\n", "<div>\n<p>　　新近添写的一段话。</p>\n"));
    const { put, problems } = importDecisions(applyDecisions(edited, []), [], trip(document), { hand: hand() });
    const back = documentOf({ analysis: edited, records: put });
    expect(back.marks.map(({ type, text }) => [type, text]).sort()).toEqual(
      document.marks.map(({ type, text }) => [type, text]).sort(),
    );
    expect(problems).toEqual([]);
  });
});

describe.each(realArticles())("the article %s", (_, read) => {
  it.each(trips)("goes out and in again: %s", (_name, trip) => {
    const document = documentOf(read);
    expect(document.marks.length).toBeGreaterThan(5);
    expect(document.notes.length).toBeGreaterThan(0);
    expect(document.relations.length).toBeGreaterThan(0);
    const { document: back, problems } = reimported(read, trip(document));
    expect(problems).toEqual([]);
    expect(essence(back)).toEqual(essence(document));
    expect(imported(read, trip(document))).toEqual([]);
  });
});

describe("importing what other programs wrote", () => {
  const read = {
    analysis: analysisOf(htmlArticle, [
      { type: "official", words: "林望舒" },
      { type: "agency", words: "省数据局" },
    ]),
    records: [],
  };
  const { text } = documentOf(read);

  it("takes brat's classes by the names they are given, remarks as notes, and reports what has no counterpart", () => {
    const at = (words: string) =>
      `${[...text.slice(0, text.indexOf(words))].length} ${[...text.slice(0, text.indexOf(words) + words.length)].length}`;
    const ann = [
      `T1\tPER ${at("林望舒")}\t林望舒`,
      `T2\tPER ${at("沈知行")}\t沈知行`,
      "#1\tAnnotatorNotes T2\t待查",
      `T3\tORG ${at("云帆集团")}\t云帆集团`,
      "R1\tworks_for Arg1:T2 Arg2:T3",
      "E1\tMeet:T1 Who:T2",
      `T4\tORG ${at("省数据局").split(" ")[0]} ${at("省数据局").split(" ")[0]};900 902\t省`,
      "R2\tknows Arg1:T2 Arg2:T9",
      "T5\tORG 0 3\t不在此",
      "A1\tNegation T1",
      "",
    ].join("\n");
    const document = fromBrat(ann, text, { PER: "official", ORG: "agency" });
    const { put, problems } = importDecisions(applyDecisions(read.analysis, []), [], document, { hand: hand("甲") });
    const back = documentOf({ analysis: read.analysis, records: put });
    expect(back.marks.map(({ type, text: words, status }) => [type, words, status])).toEqual([
      ["official", "林望舒", "accepted"],
      ["agency", "省数据局", "suggested"],
      ["official", "沈知行", "accepted"],
      ["agency", "云帆集团", "accepted"],
    ]);
    expect(back.notes.map(({ text: said }) => said)).toEqual(["待查"]);
    expect(back.relations.map(({ type }) => type)).toEqual(["works_for"]);
    expect(problems.map(({ code }) => code).sort()).toEqual(["missing-end", "not-found", "split-span", "unknown-line"]);
  });

  it("rejects what a complete import left out, and changes what it widened or classed otherwise", () => {
    const span = nth(text, "澜江省委书记林望舒");
    const line = JSON.stringify({ text, label: [[span.start, span.end, "person"]] });
    const [document] = fromJsonl(line).documents;
    const { put } = importDecisions(applyDecisions(read.analysis, []), [], document ?? emptyImport, {
      hand: hand("甲"),
      complete: true,
    });
    expect(put.map((record) => (record.kind === "decision" ? record.verdict : record.kind)).sort()).toEqual([
      "addition",
      "reject",
      "reject",
    ]);
    expect(
      documentOf({ analysis: read.analysis, records: put }).marks.map(({ type, text: words }) => [type, words]),
    ).toEqual([["person", "澜江省委书记林望舒"]]);
    const wider = JSON.stringify({ text, label: [[span.start, span.end, "official"]] });
    const changed = importDecisions(
      applyDecisions(read.analysis, []),
      [],
      fromJsonl(wider).documents[0] ?? emptyImport,
      { hand: hand("甲") },
    );
    expect(changed.put).toMatchObject([{ kind: "decision", verdict: "change" }]);
  });

  it("accepts suggestions that came back only when told that they were looked at", () => {
    const document = there(fromJsonl(toJsonl([documentOf(read)])).documents);
    const decided = applyDecisions(read.analysis, []);
    expect(importDecisions(decided, [], document, { hand: hand() }).put).toEqual([]);
    expect(importDecisions(decided, [], document, { hand: hand(), acceptSuggestions: true }).put).toHaveLength(2);
  });

  it("of overlapping marks of Tifa's classes takes the longer and reports the other", () => {
    const long = nth(text, "云帆集团董事长");
    const short = nth(text, "云帆集团");
    const line = JSON.stringify({
      text,
      label: [
        [short.start, short.end, "agency"],
        [long.start, long.end, "official"],
      ],
    });
    const { put, problems } = importDecisions(applyDecisions(read.analysis, []), [], there(fromJsonl(line).documents), {
      hand: hand(),
    });
    expect(put).toHaveLength(1);
    expect(problems).toEqual([{ code: "overlap", detail: "云帆集团" }]);
  });

  it("does not let an older decision in an import lose against what was decided since", () => {
    const later = hand("乙", 1000);
    const decided = applyDecisions(read.analysis, []);
    const old = documentOf({
      analysis: read.analysis,
      records: importDecisions(
        decided,
        [],
        { ...emptyImport, marks: [{ id: "1", type: "agency", span: nth(text, "云帆集团"), status: "accepted" }] },
        { hand: hand("甲") },
      ).put,
    });
    const rejected = importDecisions(decided, [], emptyImport, { hand: later, complete: true }).put;
    const { put } = importDecisions(applyDecisions(read.analysis, rejected), rejected, there(fromW3c(toW3c(old))), {
      hand: hand("丙", 2000),
    });
    const back = documentOf({ analysis: read.analysis, records: [...rejected, ...put] });
    expect(back.marks.map(({ text: words }) => words)).toContain("林望舒");
  });

  it("reads a W3C page of another program: quote only, tags, a string for a body", () => {
    const page = {
      "@context": "http://www.w3.org/ns/anno.jsonld",
      type: "AnnotationPage",
      items: [
        {
          type: "Annotation",
          id: "urn:x:1",
          bodyValue: "请核实",
          target: {
            source: "a.txt",
            selector: { type: "TextQuoteSelector", exact: "沈知行", prefix: "副局长", suffix: "座谈" },
          },
        },
        {
          type: "Annotation",
          id: "urn:x:2",
          body: [{ type: "TextualBody", purpose: "tagging", value: "要点" }],
          target: [{ source: "a.txt", selector: [{ type: "TextQuoteSelector", exact: "高质量发展" }] }],
        },
        {
          type: "Annotation",
          id: "urn:x:3",
          body: { type: "TextualBody", value: "哪一处？" },
          target: { source: "a.txt", selector: { type: "TextQuoteSelector", exact: "高远" } },
        },
      ],
    };
    const [document] = fromW3c(JSON.stringify(page));
    expect(document?.path).toBe("a.txt");
    const { put, problems } = importDecisions(applyDecisions(read.analysis, []), [], document ?? emptyImport, {
      hand: hand("甲"),
    });
    expect(put).toMatchObject([
      { kind: "note", text: "请核实", anchor: { exact: "沈知行" } },
      { kind: "note", tags: ["要点"] },
    ]);
    expect(problems).toEqual([{ code: "not-found", detail: "高远" }]);
  });

  it("reads older forms of doccano and a Label Studio that counts UTF-16", () => {
    const span = nth(text, "沈知行");
    const old = { data: text, text, labels: [[span.start, span.end, "official"]], meta: {} };
    const task = {
      data: { text },
      annotations: [{ result: [{ type: "labels", value: { ...span, text: "沈知行", labels: ["official"] } }] }],
    };
    for (const source of [`\uFEFF${JSON.stringify(old)}\n`, JSON.stringify([task])]) {
      const { put } = importDecisions(applyDecisions(read.analysis, []), [], there(fromJsonl(source).documents), {
        hand: hand(),
      });
      expect(put).toMatchObject([{ kind: "addition", anchor: { exact: "沈知行" } }]);
    }
  });

  it("reports lines and documents that cannot be read, and reads the others", () => {
    const { documents, problems } = fromJsonl(`{"text": "甲", "label": []}\nnot json\n{"label": []}\n`);
    expect(documents).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: "unreadable", line: 1 },
      { code: "unreadable", line: 2 },
    ]);
    expect(() => fromW3c("not json")).toThrow(SyntaxError);
    expect(fromW3c("[]")).toEqual([]);
  });

  it("never throws on other programs' lines, whatever is in them", () => {
    const junk = fc.array(
      fc.constantFrom(
        "T1",
        "R1",
        "#1",
        "\t",
        " ",
        ";",
        "official",
        "0",
        "2",
        "9999",
        "-1",
        "Arg1:T1",
        "Tifa:%zz",
        "Tifa",
        "{",
        "\n",
        "N1",
        "A1",
      ),
      { maxLength: 30 },
    );
    fc.assert(fc.property(junk, (parts) => void imported(read, fromBrat(parts.join(""), text))));
    fc.assert(
      fc.property(fc.json(), (json) => {
        for (const document of [...fromW3c(json), ...fromJsonl(json).documents]) imported(read, document);
      }),
    );
  });

  it("keeps the path of the article", () => {
    const document = documentOf(annotatedHtml());
    expect(there(fromW3c(toW3c(document))).path).toBe(options.path);
    expect(there(fromJsonl(toJsonl([document])).documents).path).toBe(options.path);
    expect(there(fromJsonl(toLabelStudio([document])).documents).path).toBe(options.path);
  });
});
