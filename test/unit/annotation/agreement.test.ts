import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnnotatorMark, agreementOf, marksOf } from "../../../src/core/annotation/agreement.js";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator } from "../../../src/core/annotation/make-records.js";
import { analysisOf, hand, nth, plainArticle } from "./support.js";

const mark = (type: string, start: number, end: number, entity = ""): AnnotatorMark => ({
  type,
  span: { start, end },
  entity,
});
const pair = (a: AnnotatorMark[], b: AnnotatorMark[], length = 20) => ({
  article: "a.txt",
  text: "文".repeat(length),
  a,
  b,
});

describe("agreement between two annotators", () => {
  it("is full where they marked the same", () => {
    const marks = [mark("agency", 0, 2), mark("official", 5, 8)];
    const { classes, overall, differences } = agreementOf([pair(marks, marks)]);
    expect(classes.map(({ type, f1, kappa }) => [type, f1, kappa])).toEqual([
      ["agency", 1, 1],
      ["official", 1, 1],
    ]);
    expect([overall.f1, overall.kappa, differences]).toEqual([1, 1, []]);
  });

  /**
   * Counted by hand: of 20 characters the first marks 0–3, the second 2–5. Both 2, either alone 2 and 2, neither 14:
   * observed 16/20, expected (4·4 + 16·16)/400 = 0.68, kappa (0.8 − 0.68)/0.32 = 0.375.
   */
  it("is Cohen's kappa over characters, and F1 over exact spans", () => {
    const { classes } = agreementOf([pair([mark("agency", 0, 4)], [mark("agency", 2, 6)])]);
    expect(classes[0]).toMatchObject({ both: 0, onlyA: 1, onlyB: 1, f1: 0 });
    expect(classes[0]?.kappa).toBeCloseTo(0.375, 12);
  });

  it("counts articles together, and gives no figure where there is nothing to compare", () => {
    const { overall } = agreementOf([
      pair([mark("agency", 0, 2)], [mark("agency", 0, 2)]),
      pair([mark("agency", 0, 2)], []),
    ]);
    expect(overall).toMatchObject({ both: 1, onlyA: 1, onlyB: 0, f1: 2 / 3 });
    expect(agreementOf([pair([], [])]).overall).toMatchObject({ f1: undefined, kappa: undefined });
  });

  it("lists what is to be settled, in order of place", () => {
    const a = [mark("agency", 0, 2), mark("official", 4, 6), mark("slogan", 8, 12), mark("agency", 14, 16, "甲")];
    const b = [mark("official", 4, 7), mark("agency", 8, 12), mark("agency", 14, 16, "乙"), mark("byline", 18, 20)];
    const { differences } = agreementOf([pair(a, b)]);
    expect(differences.map(({ kind, a: x, b: y }) => [kind, x?.span.start, y?.span.start])).toEqual([
      ["only-a", 0, undefined],
      ["span", 4, 4],
      ["class", 8, 8],
      ["entity", 14, 14],
      ["only-b", undefined, 18],
    ]);
  });

  it("compares what two people's decisions leave standing", () => {
    const analysis = analysisOf(plainArticle, [
      { type: "official", words: "陆怀远" },
      { type: "official", words: "秦岭" },
    ]);
    const start = applyDecisions(analysis, []);
    const [first, second] = start.analysis.mentions;
    if (!first || !second) throw new Error("no mentions");
    const mine = applyDecisions(analysis, new Annotator(start, hand("甲")).accept(first).put);
    const theirs = applyDecisions(analysis, [
      ...new Annotator(start, hand("乙")).reject(second).put,
      ...(new Annotator(start, hand("乙", 9)).add(nth(plainArticle, "乔木"), "official")?.put ?? []),
    ]);
    expect(marksOf(mine, false)).toHaveLength(2);
    expect(marksOf(mine, true)).toEqual([{ type: "official", span: first.span, entity: "陆怀远" }]);
    const { differences } = agreementOf([
      { article: "a.txt", text: plainArticle, a: marksOf(mine, false), b: marksOf(theirs, false) },
    ]);
    expect(differences.map(({ kind }) => kind)).toEqual(["only-a", "only-b"]);
  });

  it("is the same from both sides, and every mark is agreed on or listed", () => {
    const marks = fc
      .uniqueArray(
        fc.record({
          type: fc.constantFrom("agency", "official"),
          at: fc.nat(15),
          size: fc.integer({ min: 1, max: 4 }),
        }),
        { selector: ({ type, at, size }) => `${type}${at}-${size}`, maxLength: 8 },
      )
      .map((list) => list.map(({ type, at, size }) => mark(type, at, at + size)));
    fc.assert(
      fc.property(marks, marks, (a, b) => {
        const there = agreementOf([pair(a, b)]);
        const back = agreementOf([pair(b, a)]);
        expect(back.overall.f1).toBe(there.overall.f1);
        if (there.overall.kappa !== undefined) expect(back.overall.kappa).toBeCloseTo(there.overall.kappa, 10);
        expect(
          there.overall.both * 2 + there.differences.reduce((sum, one) => sum + (one.a ? 1 : 0) + (one.b ? 1 : 0), 0),
        ).toBe(a.length + b.length);
      }),
    );
  });
});
