import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { exportDocument } from "../../../src/core/export/build-document.js";
import { CodePoints } from "../../../src/core/export/code-points.js";
import { ExchangeText } from "../../../src/core/export/exchange-text.js";
import { exportFiles, exportFormats } from "../../../src/core/export/export-files.js";
import { analysisOf, htmlArticle, plainArticle } from "../annotation/support.js";
import { annotatedHtml, annotatedPlain, documentOf } from "./support.js";

const document = documentOf(annotatedPlain());
const at = (path: string) => ({ ...document, path });

describe("the files of an export", () => {
  it("are named after the articles, which keep their folders and do not overwrite one another", () => {
    const paths = exportFiles(
      "tei",
      [at("a/x.txt"), at("a/x.md"), at("b/x.txt"), at("b/X.TXT"), at("无扩展名")],
      "en",
    ).map(({ path }) => path);
    expect(paths).toEqual(["a/x.txt.xml", "a/x.md.xml", "b/x.txt.xml", "b/X.TXT-2.xml", "无扩展名.xml"]);
  });

  it("never lead out of the folder they are written to", () => {
    const paths = exportFiles(
      "w3c",
      ["../../etc/passwd", "/etc/hosts", "C:\\Windows\\x.txt", "..", "a/./../b.txt"].map(at),
      "en",
    ).map(({ path }) => path);
    expect(paths).toEqual([
      "etc/passwd.jsonld",
      "etc/hosts.jsonld",
      "Windows/x.jsonld",
      "article.jsonld",
      "a/b.jsonld",
    ]);
  });

  it.each(exportFormats)("are made in %s for no articles and for several", (format) => {
    expect(exportFiles(format, [], "zh").every(({ content }) => typeof content === "string")).toBe(true);
    const files = exportFiles(format, [documentOf(annotatedHtml()), document], "zh");
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { content } of files) expect(content).not.toMatch(/undefined|\[object Object\]|\p{Surrogate}/u);
  });

  it("hold the same, however often they are made", () => {
    for (const format of exportFormats)
      expect(exportFiles(format, [documentOf(annotatedHtml())], "en")).toEqual(
        exportFiles(format, [documentOf(annotatedHtml())], "en"),
      );
  });
});

describe("an article gathered for export", () => {
  it("leaves out what nobody has decided on when told to, but for the ends of relations", () => {
    const { analysis, records } = annotatedHtml();
    const decided = applyDecisions(analysis, records);
    const { document: settled } = exportDocument(decided, records, { path: "a.txt", include: "settled" });
    expect(settled.marks.every(({ status }) => status === "accepted")).toBe(true);
    expect(settled.marks.length).toBeLessThan(documentOf({ analysis, records }).marks.length);
    expect(settled.relations).toHaveLength(1);
  });

  it("gives back what has no place in the article as it is now", () => {
    const { records } = annotatedHtml();
    const decided = applyDecisions(analysisOf(plainArticle), records);
    const { document: placed, orphans } = exportDocument(decided, records, { path: "a.txt" });
    expect([placed.marks, placed.notes, placed.relations]).toEqual([[], [], []]);
    expect(new Set(orphans.map(({ record }) => record.id))).toEqual(
      new Set(records.filter((record) => record.kind !== "note" || record.anchor).map(({ id }) => id)),
    );
  });

  it("carries the article's metadata", () => {
    const { document: gathered } = exportDocument(applyDecisions(analysisOf(htmlArticle), []), [], { path: "a.txt" });
    expect(gathered.meta).toMatchObject({
      title: "澜江省部署数字经济工作",
      date: "2024-03-12T08:30:00.000Z",
      author: "澜江日报",
      categories: ["时政"],
      editors: ["丁一"],
    });
  });
});

describe("texts as other programs get them", () => {
  it("count code points and UTF-16 offsets both ways", () => {
    const points = new CodePoints("a𠮷b😀c");
    expect([0, 1, 3, 4, 6, 7].map((offset) => points.count(offset))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((count) => points.offset(count))).toEqual([0, 1, 3, 4, 6, 7]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "𠮷", "😀", "中", "\ud800") }), (text) => {
        const all = [...text];
        const counter = new CodePoints(text);
        let offset = 0;
        for (let i = 0; i <= all.length; i++) {
          expect([counter.count(offset), counter.offset(i)]).toEqual([i, offset]);
          offset += all[i]?.length ?? 0;
        }
      }),
    );
  });

  it("have line feeds only, and spans that go there and back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("甲", "\r\n", "\n", "\r", "𠮷", "\ud800")).map((parts) => parts.join("")),
        (original) => {
          const exchange = new ExchangeText(original);
          expect(exchange.text).toBe(original.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\uFFFD"));
          const whole = original.replace(/\p{Surrogate}/gu, "\uFFFD");
          for (let start = 0; start < original.length; start++) {
            if (/\r|\n/.test(original.charAt(start))) continue;
            const span = exchange.span({ start, end: start + 1 });
            expect(exchange.text.slice(span.start, span.end)).toBe(whole.charAt(start));
            expect(exchange.original(span)).toEqual({ start, end: start + 1 });
          }
        },
      ),
    );
  });
});
