import fc from "fast-check";
import { expect, it } from "vitest";
import { wordSpans } from "../../../src/node/word-spans.js";

it("gives each word the place where it stands", () => {
  const words = [{ word: "省委", tag: "n" }, { word: "省委" }, { word: "，", tag: "x" }];
  expect(wordSpans("省委省委，", words)).toEqual([
    { span: { start: 0, end: 2 }, tag: "n" },
    { span: { start: 2, end: 4 } },
    { span: { start: 4, end: 5 }, tag: "x" },
  ]);
});

it("finds the places again behind what a segmenter drops or changes", () => {
  const text = "甲\uD800乙丙";
  const spans = wordSpans(text, [{ word: "甲" }, { word: "\uFFFD" }, { word: "乙丙" }]);
  expect(spans.map(({ span }) => text.slice(span.start, span.end))).toEqual(["甲", "乙丙"]);
});

it("only ever gives spans that hold their words, in order and without overlap", () => {
  const word = fc.string({ unit: fc.constantFrom("甲", "乙", "。", " ", "a"), maxLength: 4 });
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (kept, foreign) => {
      const text = kept.join("");
      const given = kept.flatMap((own, i) => [own, ...(foreign[i] === undefined ? [] : [foreign[i]])]);
      let end = 0;
      for (const { span } of wordSpans(
        text,
        given.map((one) => ({ word: one })),
      )) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(given).toContain(text.slice(span.start, span.end));
        end = span.end;
      }
    }),
  );
});
