import { describe, expect, it } from "vitest";
import { parseStore } from "../../../src/core/annotation/store-format.js";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";
import { lexiconDiagnostics, lexiconRefusals } from "../../../src/service/lexicon-file.js";
import { storeDiagnostics } from "../../../src/service/store-diagnostics.js";

describe("what is wrong with the files of .tifa", () => {
  it("in a lexicon is told at its place in the reader's language, broken YAML as an error", () => {
    const source = "officials:\n  - name: 林望舒\n    post: 省长\nslogans: [一江三城\n";
    const found = lexiconDiagnostics(parseWorkspaceLexicon(source).problems, "zh");
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(
      expect.arrayContaining([
        ["unknown-field", "warning"],
        ["invalid-yaml", "error"],
      ]),
    );
    const field = found.find(({ code }) => code === "unknown-field");
    expect(source.slice(field?.span.start, field?.span.end)).toBe("post");
    expect(field?.message).toMatch(/没有“post”字段/);
  });

  it("in an annotation file is told at its line", () => {
    const { problems } = parseStore('{"tifa":"annotations","version":1}\nnot JSON\n{"id":"x"}\n');
    expect(storeDiagnostics(problems, "en")).toMatchObject([
      {
        code: "broken-line",
        line: 1,
        length: 8,
        severity: "warning",
        message: expect.stringMatching(/not valid JSON/),
      },
      { code: "unknown-record", line: 2, length: 10, severity: "information" },
    ]);
    expect(storeDiagnostics(problems, "zh")[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it("keeps an entry from being added, which says where and what to do", () => {
    const source = "officials:\n  - 甲\nslogans: [\n";
    expect(lexiconRefusals("en").edit({ refused: "broken", at: source.indexOf("[") }, source)).toMatch(
      /^Line 3 .*correct it/,
    );
    expect(lexiconRefusals("zh").edit({ refused: "broken", at: source.indexOf("[") }, source)).toMatch(/第 3 行/);
    expect(lexiconRefusals("en").edit({ refused: "no-place", at: 0 }, source)).toMatch(/by hand/);
  });
});
