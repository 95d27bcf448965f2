import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type GoldArticle, parseMarked, readGold } from "../score/gold.js";
import { compare, rates, tallyAll } from "../score/score.js";

const gold = (marked: string): GoldArticle => ({ name: "a", ...parseMarked(marked, "a") });

describe("marked texts", () => {
  it("give the article without its marks, and where the mentions stand", () => {
    const { source, mentions } = gold("⟦a|省委⟧书记⟦o|张工⟧谈“⟦s|六新<a>产业</a>⟧”和⟦x?|某事⟧");
    expect(source).toBe("省委书记张工谈“六新<a>产业</a>”和某事");
    expect(mentions.map(({ type, optional, start, end }) => [type, optional, source.slice(start, end)])).toEqual([
      ["agency", false, "省委"],
      ["official", false, "张工"],
      ["slogan", false, "六新<a>产业</a>"],
      ["any", true, "某事"],
    ]);
  });

  it.each([
    ["一\n⟦o|张⟦a|工⟧⟧", "a:2: a mark begins inside another"],
    ["⟦o|张工", "a:1: a mark does not end"],
    ["张工⟧", "a:1: a mark ends that has not begun"],
    ["⟦z|张工⟧", "a:1: a mark has no class that is known"],
    ["⟦张工⟧", "a:1: a mark has no class that is known"],
  ])("are refused when %j", (marked, message) => {
    expect(() => gold(marked)).toThrow(message);
  });

  it.each(["development", "held-out"])("of the %s split are well formed and not empty", (split) => {
    const articles = readGold(fileURLToPath(new URL(`../gold/${split}`, import.meta.url)));
    expect(articles.length).toBeGreaterThan(15);
    for (const { name, mentions, source } of articles) {
      expect(mentions.length, name).toBeGreaterThan(5);
      expect(source, name).not.toMatch(/[⟦⟧]/);
    }
  });
});

describe("the score", () => {
  const article = gold("⟦a|省委⟧书记⟦o|张工⟧和⟦o|李禾⟧在⟦a?|中央⟧谈⟦x?|某事⟧");

  it("counts what is found, wrong and missed, by class and exact span", () => {
    const predictions = [
      { type: "agency", start: 0, end: 2 },
      { type: "official", start: 4, end: 6 },
      { type: "official", start: 4, end: 7 },
      { type: "slogan", start: 7, end: 9 },
    ] as const;
    const tallies = tallyAll([{ gold: article, predictions }]);
    expect(tallies.agency).toEqual({ found: 1, wrong: 0, missed: 0 });
    expect(tallies.official).toEqual({ found: 1, wrong: 1, missed: 1 });
    expect(tallies.slogan).toEqual({ found: 0, wrong: 1, missed: 0 });
    expect(tallies.all).toEqual({ found: 2, wrong: 2, missed: 1 });
    expect(compare(article, predictions, "official").misses).toEqual([
      { sign: "+", type: "official", start: 4, end: 7 },
      { sign: "-", type: "official", start: 7, end: 9 },
    ]);
  });

  it("ignores what overlaps an optional mention of its class or of any, found twice or not at all", () => {
    const predictions = [
      { type: "agency", start: 0, end: 2 },
      { type: "agency", start: 0, end: 2 },
      { type: "agency", start: 9, end: 12 },
      { type: "slogan", start: 13, end: 15 },
    ] as const;
    const tallies = tallyAll([{ gold: article, predictions }]);
    expect(tallies.agency).toEqual({ found: 1, wrong: 0, missed: 0 });
    expect(tallies.slogan).toEqual({ found: 0, wrong: 0, missed: 0 });
  });

  it("gives rates, and 0 where there is nothing", () => {
    expect(rates({ found: 3, wrong: 1, missed: 3 })).toEqual({ precision: 0.75, recall: 0.5, f1: 0.6 });
    expect(rates({ found: 0, wrong: 0, missed: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
