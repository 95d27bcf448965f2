import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonOrder, editDistance, likeness, sharedPairs } from "../../../src/core/corpus/similarity.js";

const words = fc.string({ unit: fc.constantFrom(..."山水蓄能抽三峡"), maxLength: 8 });

describe("likeness of wordings", () => {
  it("is a distance: none to itself, the same both ways, no longer by a detour", () => {
    fc.assert(
      fc.property(words, words, words, (a, b, c) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        expect(sharedPairs(a, b)).toBe(sharedPairs(b, a));
      }),
    );
  });

  it("counts characters changed", () => {
    expect(editDistance("抽水蓄能三峡", "山水蓄能三峡")).toBe(1);
    expect(editDistance("三链融合", "四链深度融合")).toBe(3);
  });

  it("finds a longest run that two orders share", () => {
    const keys = (pairs: readonly (readonly [number, number])[], list: readonly string[]) =>
      pairs.map(([i]) => list[i]);
    expect(
      keys(commonOrder(["甲", "乙", "丙", "丁"], ["乙", "甲", "丙", "戊", "丁"]), ["甲", "乙", "丙", "丁"]),
    ).toHaveLength(3);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(..."甲乙丙丁戊己庚")),
        fc.uniqueArray(fc.constantFrom(..."甲乙丙丁戊己庚")),
        (a, b) => {
          const pairs = commonOrder(a, b);
          for (const [k, [i, j]] of pairs.entries()) {
            expect(a[i]).toBe(b[j]);
            const next = pairs[k + 1];
            if (next) expect(next[0] > i && next[1] > j).toBe(true);
          }
          expect(commonOrder(a, a)).toHaveLength(a.length);
        },
      ),
    );
  });
});
