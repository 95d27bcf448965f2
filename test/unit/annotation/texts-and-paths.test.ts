import { describe, expect, it } from "vitest";
import { articlePathOf, storePathOf } from "../../../src/core/annotation/paths.js";
import { orphanText, storeProblemText } from "../../../src/core/annotation/problem-texts.js";
import { parseStore } from "../../../src/core/annotation/store-format.js";
import { importProblemText } from "../../../src/core/export/import-problem-texts.js";

describe("the messages of problems", () => {
  const { problems } = parseStore(
    [
      '{"tifa":"annotations","version":9}',
      "{",
      '{"id":"a"}',
      "<<<<<<< a",
      "=======",
      ">>>>>>> b",
      '{"id":"n","kind":"note","text":"x","tags":[],"replyTo":"m","at":"1"}',
      '{"id":"n","kind":"note","text":"y","tags":[],"replyTo":"m","at":"2"}',
    ].join("\n"),
  );

  it("are one sentence in each language that says what to do", () => {
    expect(problems.map(({ code }) => code)).toEqual([
      "newer-format",
      "broken-line",
      "unknown-record",
      "merge-conflict",
      "two-versions",
    ]);
    const texts = [
      ...problems.map((problem) => [storeProblemText(problem, "en"), storeProblemText(problem, "zh")]),
      ...(["gone", "ambiguous", "context"] as const).map((reason) => [
        orphanText(reason, "en"),
        orphanText(reason, "zh"),
      ]),
      ...(
        ["unreadable", "unknown-line", "unknown-class", "split-span", "missing-end", "not-found", "overlap"] as const
      ).map((code) => [
        importProblemText({ code, detail: "T1" }, "en"),
        importProblemText({ code, detail: "T1" }, "zh"),
      ]),
    ];
    for (const [en, zh] of texts) {
      expect(en).toMatch(/^[A-Z“].*\.$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    }
    expect(importProblemText({ code: "unreadable", detail: "x", line: 4 }, "en")).toMatch(/^Line 5: /);
  });
});

describe("the path of an annotation file", () => {
  it("mirrors the article's, and leads back to it", () => {
    for (const path of ["a.txt", "2024/03 澜江/会.md", "无扩展名", "x.jsonl"]) {
      expect(storePathOf(path)).toBe(`.tifa/annotations/${path}.jsonl`);
      expect(articlePathOf(storePathOf(path))).toBe(path);
    }
    expect([
      articlePathOf(".tifa/workspace.jsonl"),
      articlePathOf("a.txt"),
      articlePathOf(".tifa/annotations/.jsonl"),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
