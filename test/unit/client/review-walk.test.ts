import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedBy, progressOf, stepTo } from "../../../src/client/annotation/review-walk.js";
import type { MentionRef } from "../../../src/protocol/annotation.js";

/** Mentions of two characters, one at each of these columns of the first line. */
function mentionsAt(...columns: number[]): MentionRef[] {
  return columns.map((character) => ({
    type: "official",
    range: { start: { line: 0, character }, end: { line: 0, character: character + 2 } },
  }));
}
const place = (character: number) => ({ line: 0, character });
const columnOf = (mention: MentionRef | undefined) => mention?.range.start.character;

describe("a review", () => {
  const waiting = mentionsAt(2, 10, 20);

  it("goes after a decision to the next that waits, be the decided one gone or not", () => {
    expect(columnOf(stepTo(waiting, place(10), "here"))).toBe(10);
    expect(columnOf(stepTo(mentionsAt(2, 20), place(10), "here"))).toBe(20);
    expect(stepTo(mentionsAt(2, 10), place(20), "here")).toBeUndefined();
  });

  it("steps over one and back to it", () => {
    expect(columnOf(stepTo(waiting, place(2), "next"))).toBe(10);
    expect(columnOf(stepTo(waiting, place(10), "previous"))).toBe(2);
    expect(stepTo(waiting, place(20), "next")).toBeUndefined();
    expect(stepTo(waiting, place(2), "previous")).toBeUndefined();
  });

  it("visits each of those that wait once, whatever is decided or passed over on the way", () => {
    const columns = fc.uniqueArray(fc.nat(500), { maxLength: 40 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(columns, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (all, decides) => {
        let left = mentionsAt(...all);
        const visited: number[] = [];
        let here = stepTo(left, place(0), "here");
        for (let i = 0; here; i++) {
          const current = here;
          visited.push(current.range.start.character);
          if (decides[i]) left = left.filter((one) => one !== current);
          here = stepTo(left, current.range.start, decides[i] ? "here" : "next");
        }
        expect(visited).toEqual(all);
      }),
    );
  });

  it("counts what is decided as passed", () => {
    const [first, second] = waiting;
    expect(first && progressOf(waiting, first, 3)).toEqual({ number: 1, total: 3 });
    expect(second && progressOf(waiting, second, 42)).toEqual({ number: 41, total: 42 });
    expect(second && progressOf(waiting, second, 2)).toEqual({ number: 2, total: 3 });
  });
});

describe("a place", () => {
  it("moves with the words at it through any edit before or behind them", () => {
    const text = fc.string({ unit: fc.constantFrom("文", "a", "\n"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, text, text, (before, replaced, between, insert) => {
        const old = `${before}${replaced}${between}*后`;
        const edit = {
          range: { start: positionAt(old, before.length), end: positionAt(old, (before + replaced).length) },
        };
        const now = `${before}${insert}${between}*后`;
        const from = positionAt(old, old.indexOf("*"));
        // What is inserted right at a place stands before it or behind it: both are right.
        if (between === "" && replaced === "") return;
        expect(movedBy({ ...edit, text: insert }, from)).toEqual(positionAt(now, now.indexOf("*")));
        expect(movedBy({ range: { start: from, end: from }, text: insert }, positionAt(old, 0))).toEqual(place(0));
      }),
    );
  });

  it("goes to the beginning of what replaces it", () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } };
    expect(movedBy({ range, text: "新" }, { line: 2, character: 0 })).toEqual(range.start);
  });
});

function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
