import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { termsAsAdditions, withWorkspace } from "../../../src/core/annotation/lexicon-overlay.js";
import { Annotator } from "../../../src/core/annotation/make-records.js";
import { classIdFor, isClassId } from "../../../src/core/annotation/own-classes.js";
import { lexiconProblemText } from "../../../src/core/annotation/problem-texts.js";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";
import { Lexicon } from "../../../src/core/lexicon/lexicon.js";
import { smallLexicon } from "../support/small-lexicon.js";
import { analysisOf, hand, nth } from "./support.js";

const sample = `# 澜江省
officials:
  - 沈知行
  - name: 林望舒
    aliases: [望舒同志]
    posts:
      - {title: 澜江省委书记, since: 2023}
      - 澜江省省长
agencies:
  - name: 澜江省数据局
    aliases: [省数据局]
    type: state
    level: provincial
slogans:
  - term: 一江三城
    variants: 一江、三城
    meaning: 沿澜江建设三座中心城市
    since: 2024
classes:
  - id: target
    name: {en: Target, zh: 指标}
    color: "#aa3377"
    terms: [千亿级]
  - id: promise
`;

describe("the workspace's lexicon", () => {
  it("gives entries as the shipped lexicon has them", () => {
    const { officials, agencies, slogans, classes, problems } = parseWorkspaceLexicon(sample);
    expect(problems).toEqual([]);
    expect(officials).toEqual([
      { name: "沈知行", source: ".tifa/lexicon.yaml" },
      {
        name: "林望舒",
        aliases: ["望舒同志"],
        posts: [{ title: "澜江省委书记", since: 2023 }, { title: "澜江省省长" }],
        source: ".tifa/lexicon.yaml",
      },
    ]);
    expect(agencies).toMatchObject([
      { name: "澜江省数据局", aliases: ["省数据局"], type: "state", level: "provincial" },
    ]);
    expect(slogans).toMatchObject([
      {
        term: "一江三城",
        variants: ["一江、三城"],
        meaning: { en: "沿澜江建设三座中心城市", zh: "沿澜江建设三座中心城市" },
        since: 2024,
      },
    ]);
    expect(classes).toMatchObject([
      { id: "target", name: { en: "Target", zh: "指标" }, color: "#aa3377", terms: ["千亿级"] },
      { id: "promise", color: "#d55e00" },
    ]);
  });

  it("knows where each entry stands", () => {
    const { places } = parseWorkspaceLexicon(sample);
    const at = (key: string) => sample.slice(places.get(key)?.start, places.get(key)?.end);
    expect(at("official:沈知行")).toBe("沈知行");
    expect(at("agency:澜江省数据局")).toMatch(/^name: 澜江省数据局.*provincial/s);
  });

  it.each([
    ["an unknown section", "people:\n  - 甲\nofficials: [林望舒]", "unknown-section", "people"],
    ["an unknown field", "officials:\n  - name: 林望舒\n    post: 书记", "unknown-field", "post"],
    ["a missing name", "officials:\n  - aliases: [甲]\n  - 林望舒", "missing-field", "aliases: [甲]"],
    ["a wrong type", "officials: [林望舒]\nagencies:\n  - {name: 省数据局, type: ministry}", "wrong-value", "ministry"],
    ["a wrong year", "officials:\n  - name: 林望舒\n    posts: [{title: 书记, since: 二三}]", "wrong-value", "二三"],
    ["a list that is none", "officials: [林望舒]\nslogans: 一江三城", "wrong-value", "一江三城"],
    ["a class's id", "officials: [林望舒]\nclasses: [{id: 指标}]", "wrong-value", "指标"],
    ["a reserved id", "officials: [林望舒]\nclasses: [{id: official}]", "wrong-value", "official"],
    ["a colour", "officials: [林望舒]\nclasses: [{id: target, color: red}]", "wrong-value", "red"],
    ["an entry twice", "officials: [林望舒, 林望舒]", "duplicate-entry", "林望舒"],
    ["an empty name", "officials:\n  - name: ''\n  - 林望舒", "wrong-value", "name"],
  ])("reports %s at its place, and the rest still counts", (_, source, code, words) => {
    const { officials, problems } = parseWorkspaceLexicon(source);
    expect(officials).toMatchObject([{ name: "林望舒" }]);
    expect(problems.map((problem) => [problem.code, source.slice(problem.span.start, problem.span.end)])).toEqual([
      [code, words],
    ]);
    for (const problem of problems) {
      expect(lexiconProblemText(problem, "en")).toMatch(/[.:]/);
      expect(lexiconProblemText(problem, "zh")).toMatch(/\p{Script=Han}/u);
    }
  });

  it("keeps what is right of a file that is not whole YAML", () => {
    const source = "officials:\n  - 林望舒\nslogans:\n  - term: [一江三城\n  - 高质量发展\n";
    const { officials, problems } = parseWorkspaceLexicon(source);
    expect(officials).toMatchObject([{ name: "林望舒" }]);
    expect(problems.some(({ code, span }) => code === "invalid-yaml" && span.start > source.indexOf("term"))).toBe(
      true,
    );
  });

  it("reads aliases of YAML, empty files, and any text without throwing", () => {
    expect(parseWorkspaceLexicon("officials:\n  - &a 林望舒\nslogans:\n  - *a").slogans).toMatchObject([
      { term: "林望舒" },
    ]);
    expect(parseWorkspaceLexicon("").problems).toEqual([]);
    expect(parseWorkspaceLexicon("officials:\n").problems).toEqual([]);
    expect(parseWorkspaceLexicon("[".repeat(20_000)).problems.length).toBeGreaterThan(0);
    const piece = fc.constantFrom(
      "officials:",
      "\n",
      "  ",
      "- ",
      "name",
      ": ",
      "林望舒",
      "[",
      "]",
      "{",
      "}",
      "*a",
      "&a ",
      "'",
      "#",
      "posts",
      "null",
      "1",
      "? ",
      "|",
      "!!x ",
      "---\n",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join("")),
        (source) => {
          for (const { span } of parseWorkspaceLexicon(source).problems) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(source.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("ids for new classes", () => {
  it("come from the name where it has Latin letters, and are never taken or reserved", () => {
    expect(classIdFor("Policy Target!", [])).toBe("policy-target");
    expect(classIdFor("指标", ["class-1"])).toBe("class-2");
    expect(classIdFor("Note", [])).toBe("class-1");
    expect(classIdFor("Target", ["target"])).toBe("target-1");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => isClassId(classIdFor(name, []))));
  });
});

describe("the lexicon with the workspace's entries", () => {
  const shipped = smallLexicon({
    agencies: [{ name: "国家数据局", type: "state-council", level: "central", aliases: ["数据局"] }],
    slogans: [
      {
        term: "高质量发展",
        meaning: { en: "quality", zh: "质量" },
        english: "high-quality development",
        category: "economy",
      },
    ],
  });

  it("is the same object when nothing is added, and another version when something is", () => {
    const none = parseWorkspaceLexicon("");
    expect(withWorkspace(shipped.data, none)).toBe(shipped.data);
    const some = withWorkspace(shipped.data, parseWorkspaceLexicon(sample));
    expect(some.version).not.toBe(shipped.data.version);
    expect(withWorkspace(shipped.data, parseWorkspaceLexicon(sample.replace("沈知行", "沈之行"))).version).not.toBe(
      some.version,
    );
  });

  it("matches the workspace's names, and keeps what the shipped entry says", () => {
    const own = parseWorkspaceLexicon(
      "agencies: [{name: 国家数据局, aliases: [国数局]}]\nslogans: [{term: 高质量发展, meaning: 本地的解释}]\nofficials: [林望舒]",
    );
    const lexicon = new Lexicon(withWorkspace(shipped.data, own));
    expect(lexicon.trie.get("国数局")).toMatchObject([
      { kind: "agency", entry: { name: "国家数据局", type: "state-council", level: "central" } },
    ]);
    expect(lexicon.trie.get("高质量发展")).toMatchObject([
      {
        kind: "slogan",
        entry: { english: "high-quality development", meaning: { zh: "本地的解释" }, category: "economy" },
      },
    ]);
    expect(lexicon.trie.get("林望舒")).toMatchObject([{ kind: "official" }]);
    expect(lexicon.data.agencies).toHaveLength(1);
  });

  it("knows the reader's additions for every article, with what they name", () => {
    const analysis = analysisOf("澜江要闻\n省数据局印发方案，林望舒出席，落实一江三城布局。");
    const annotator = new Annotator(applyDecisions(analysis, []), hand());
    const { text } = analysis.article;
    const records = [
      annotator.add(nth(text, "省数据局"), "agency", { scope: "workspace", entity: "澜江省数据局" }),
      annotator.add(nth(text, "林望舒"), "official", { scope: "workspace" }),
      annotator.add(nth(text, "一江三城"), "slogan", { scope: "workspace" }),
      annotator.add(nth(text, "布局"), "slogan", { scope: "article" }),
    ].flatMap((edit) => edit?.put ?? []);
    const { data } = new Lexicon(withWorkspace(shipped.data, parseWorkspaceLexicon(""), records));
    expect(data.agencies[0]).toMatchObject({ name: "澜江省数据局", aliases: ["省数据局"] });
    expect(data.officials).toMatchObject([{ name: "林望舒" }]);
    expect(data.slogans.map(({ term }) => term)).toEqual(["一江三城", "高质量发展"]);
  });

  it("the words of a class of one's own are marked in every article until a place is rejected", () => {
    const analysis = analysisOf("澜江要闻\n建成千亿级产业和千亿级园区。");
    const terms = termsAsAdditions(parseWorkspaceLexicon(sample));
    const decided = applyDecisions(analysis, [], terms);
    expect(decided.own.map(({ type, text }) => [type, text])).toEqual([
      ["target", "千亿级"],
      ["target", "千亿级"],
    ]);
    const [first] = decided.own;
    const records = first ? new Annotator(decided, hand()).reject(first).put : [];
    expect(applyDecisions(analysis, records, terms).own.map(({ span }) => span)).toEqual([decided.own[1]?.span]);
  });
});
