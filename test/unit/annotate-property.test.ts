import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatJson } from "../../src/cli/json-format.js";
import { formatText } from "../../src/cli/text-format.js";
import type { Analysis } from "../../src/core/recognize/analysis.js";
import { analyze } from "../../src/core/recognize/analyze.js";
import { hull } from "../../src/core/text/spans.js";
import { diagnostics } from "../../src/service/diagnostics.js";
import { entityTree } from "../../src/service/entity-tree.js";
import { explain } from "../../src/service/explain.js";
import { folding } from "../../src/service/folding.js";
import { highlights } from "../../src/service/highlights.js";
import { hover } from "../../src/service/hover.js";
import { semanticTokens } from "../../src/service/semantic-tokens.js";
import { symbols } from "../../src/service/symbols.js";
import { frontMatterArticle, plainArticle } from "./support/articles.js";
import { goldArticles } from "./support/gold.js";
import { realLexicon } from "./support/real-lexicon.js";

const sources = [frontMatterArticle, plainArticle, ...goldArticles("development").map(({ source }) => source)];

/** What breaks texts: markup, entities, quotes, ends of lines, halves of characters, names and titles out of place. */
const fragment = fc.oneof(
  fc.constantFrom(
    "<",
    ">",
    "<p>",
    "</p>",
    "</a>",
    "<!--",
    "-->",
    "<style>",
    "</style>",
    "<script>",
    "&amp;",
    "&#8220;",
    "&",
    "&#x1F600;",
    "\r\n",
    "\r",
    "\n---\n",
    "---",
    "'",
    '"',
    "''",
    "“",
    "”",
    "（",
    "）",
    "、",
    "·",
    "　",
    "\u0000",
    "\uFEFF",
    "\u202E",
    "\uD83D",
    "\uDE00",
    "😀",
    "title: ",
    ": ",
    "- ",
    "省委书记",
    "习近平",
    "国家市场监管总局",
    "高质量发展",
    "记者 ",
    "责任编辑：",
    "2023-03-14",
    "王",
    "省政府",
    "有限公司",
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(400)),
  insert: fragment,
});

/** A real article's shape with some of its characters gone and others put in. */
const mutated = fc
  .tuple(fc.constantFrom(...sources), fc.array(edit, { maxLength: 8 }), fc.boolean())
  .map(([source, edits, crlf]) => {
    let text = crlf ? source.replace(/\n/g, "\r\n") : source;
    for (const { at, remove, insert } of edits) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + insert + text.slice(start + remove);
    }
    return text;
  });

/** Checks that a mention's text is what its stretches of the file show: exactly, but for what is decoded. */
function checkMapping(source: string, { article, mentions, entities }: Analysis): void {
  let end = 0;
  for (const { text, span, parts, entityId } of mentions) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(article.text.slice(span.start, span.end)).toBe(text);
    expect(entities.has(entityId)).toBe(true);
    end = span.end;
    const inside = article.map.segments.filter(
      (segment) => segment.text.start < span.end && span.start < segment.text.end,
    );
    let shown = "";
    let partEnd = 0;
    for (const part of parts) {
      expect(part.start).toBeGreaterThanOrEqual(partEnd);
      expect(part.end).toBeLessThanOrEqual(source.length);
      partEnd = part.end;
      shown += source.slice(part.start, part.end);
    }
    if (inside.every(({ kind }) => kind === "verbatim")) {
      expect(shown).toBe(text);
      // A selection of the mention in the editor means the mention.
      expect(article.map.toTextSpan(hull(parts))).toEqual({ start: span.start, end: span.end });
    }
    for (const segment of inside) {
      const from = Math.max(segment.text.start, span.start);
      const to = Math.min(segment.text.end, span.end);
      const file = segment.file.start + (segment.kind === "verbatim" ? from - segment.text.start : 0);
      if (segment.kind === "verbatim") expect(source.slice(file, file + to - from)).toBe(article.text.slice(from, to));
      if (segment.kind !== "break") expect(parts.some((part) => part.start <= file && file < part.end)).toBe(true);
    }
  }
}

describe("any text, however broken", () => {
  const lexicon = realLexicon();

  it("is annotated without a throw, and every mention maps back exactly", () => {
    fc.assert(
      fc.property(mutated, (source) => {
        const analysis = analyze({ uri: "a", version: 1, source }, lexicon);
        checkMapping(source, analysis);
        const [record] = [
          JSON.parse(formatJson("a", analysis, { candidates: true, locale: "en" })) as { mentions: unknown[] },
        ];
        expect(record.mentions).toHaveLength(analysis.mentions.length);
        formatText("a", analysis, { candidates: true, color: true, locale: "zh" });
      }),
      { numRuns: 300 },
    );
  });

  it("gets an answer from every feature, with places inside the file", () => {
    fc.assert(
      fc.property(mutated, fc.double({ min: 0, max: 1, noNaN: true }), (source, place) => {
        const analysis = analyze({ uri: "a", version: 1, source }, lexicon);
        const spans = [
          ...Object.values(highlights(analysis)).flat(),
          ...folding(analysis).map(({ span }) => span),
          ...symbols(analysis, "en").map(({ span }) => span),
          ...semanticTokens(analysis).map(({ span }) => span),
          ...diagnostics(analysis, "en").map(({ span }) => span),
          ...entityTree(analysis, lexicon, "en").groups.flatMap(({ entities }) =>
            entities.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
          ),
        ];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
        const offset = Math.floor(place * source.length);
        hover(analysis, lexicon, offset, "zh");
        for (const { span } of explain(analysis, lexicon, offset)) expect(span.end).toBeGreaterThan(span.start);
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same answer twice", () => {
    for (const source of sources) {
      const mentions = () => analyze({ uri: "a", version: 1, source }, lexicon).mentions;
      expect(mentions()).toEqual(mentions());
    }
  });
});
