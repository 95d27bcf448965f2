import { describe, expect, it } from "vitest";
import { diagnostics } from "../../../src/service/diagnostics.js";
import { documentHighlights } from "../../../src/service/document-highlights.js";
import { entityTree } from "../../../src/service/entity-tree.js";
import { folding } from "../../../src/service/folding.js";
import { highlights } from "../../../src/service/highlights.js";
import { mentionAt } from "../../../src/service/mention-at.js";
import { semanticTokens } from "../../../src/service/semantic-tokens.js";
import { type OutlineSymbol, symbols } from "../../../src/service/symbols.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { handMade, slices } from "../support/hand-made.js";
import { smallLexicon } from "../support/small-lexicon.js";

const source = frontMatterArticle;
const analysis = handMade(source, [
  { type: "official", text: "林牧川", role: "省委书记" },
  { type: "official", text: "高明", role: "部长" },
  { type: "agency", text: "工业和信息化部" },
  { type: "slogan", text: "高质量发展" },
  { type: "slogan", text: "一江两翼", candidate: true },
  { type: "byline", text: "冉一帆" },
]);

describe("mentionAt", () => {
  const text = "景俊海韩俊会见客人";
  const close = handMade(text, [
    { type: "official", text: "景俊海" },
    { type: "official", text: "韩俊" },
  ]);

  it("gives names run together each its own places", () => {
    const names = [0, 2, 3, 4, 5, 6].map((offset) => mentionAt(close, offset)?.mention.text);
    expect(names).toEqual(["景俊海", "景俊海", "韩俊", "韩俊", "韩俊", undefined]);
  });
});

describe("highlights", () => {
  it("covers the parts of each class, candidates apart, and no markup", () => {
    const found = highlights(analysis);
    expect(slices(source, found.slogan ?? [])).toEqual(["高质量发展", "高质量", "发展"]);
    expect(slices(source, found.candidate ?? [])).toEqual(["一江两翼"]);
    expect(slices(source, found.byline ?? [])).toEqual(["冉一帆"]);
    expect(found.person).toBeUndefined();
  });

  it("dims comments, styles and furniture once, and nothing of the body", () => {
    const dimmed = slices(source, highlights(analysis).boilerplate ?? []).join("");
    expect(dimmed).toContain("统计");
    expect(dimmed).toContain(".app { color: red }");
    expect(dimmed).not.toContain("林牧川");
    const plain = handMade(plainArticle, []);
    const furniture = slices(plainArticle, highlights(plain).boilerplate ?? []);
    expect(furniture.join("\n")).toMatch(/^首页[\s\S]*版权声明[\s\S]*分享到/);
    expect(furniture.join("\n")).not.toContain("贺云舟说");
  });
});

describe("documentHighlights", () => {
  it("gives every stretch of the same entity", () => {
    const at = source.lastIndexOf("林牧川");
    expect(slices(source, documentHighlights(analysis, at))).toEqual(["林牧川", "林牧川", "林牧川"]);
    expect(slices(source, documentHighlights(analysis, source.indexOf("发展</a>")))).toEqual([
      "高质量发展",
      "高质量",
      "发展",
    ]);
    expect(documentHighlights(analysis, source.indexOf("categories"))).toEqual([]);
  });
});

describe("semanticTokens", () => {
  it("gives a token for each part, in order", () => {
    const tokens = semanticTokens(analysis);
    const starts = tokens.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(tokens.filter(({ candidate }) => candidate).map(({ span }) => source.slice(span.start, span.end))).toEqual([
      "一江两翼",
    ]);
  });
});

describe("folding", () => {
  it("folds the front matter and each run of furniture", () => {
    const folds = folding(analysis).map(({ span, kind }) => [kind, source.slice(span.start, span.end)] as const);
    expect(folds[0]?.[0]).toBe("region");
    expect(folds[0]?.[1]).toMatch(/^---\ntitle[\s\S]*---$/);
    expect(folds.slice(1)).toEqual([["comment", expect.stringMatching(/^<!-- 统计[\s\S]*<\/style>$/)]]);
  });
});

describe("entityTree", () => {
  const lexicon = smallLexicon({
    slogans: [
      { term: "高质量发展", meaning: { en: "a", zh: "甲" }, english: "high-quality development", category: "economy" },
    ],
  });

  it("groups entities by class in order of place, with the words around each mention", () => {
    const tree = entityTree(analysis, lexicon, "zh");
    expect(tree.form).toBe("front-matter");
    expect(tree.title).toBe("林牧川赴京拜会工业和信息化部 推动高质量发展");
    expect(tree.groups.map(({ type }) => type)).toEqual(["official", "agency", "slogan", "candidate", "byline"]);
    const [lin, gao] = tree.groups[0]?.entities ?? [];
    expect([lin?.name, lin?.detail, lin?.mentions.length]).toEqual(["林牧川", "省委书记", 3]);
    expect(gao?.mentions).toHaveLength(1);
    expect(gao?.mentions[0]).toMatchObject({
      before: "川在北京与工业和信息化部部长",
      text: "高明",
      after: "举行会谈，贯彻新发展理念，推",
    });
    expect(lin?.mentions[0]?.before).toBe("");
  });

  it("adds the rendering of a slogan for who reads English", () => {
    const detail = (locale: "en" | "zh") => entityTree(analysis, lexicon, locale).groups[2]?.entities[0]?.detail;
    expect([detail("en"), detail("zh")]).toEqual(["high-quality development", undefined]);
  });

  it("cuts no character in two", () => {
    const faces = "😀".repeat(20);
    const leaf = entityTree(handMade(`${faces}a张工a${faces}`, [{ type: "official", text: "张工" }]), lexicon, "en")
      .groups[0]?.entities[0]?.mentions[0];
    expect(leaf?.before).toMatch(/^(?:😀)+a$/u);
    expect(leaf?.after).toMatch(/^a(?:😀)+$/u);
  });
});

describe("symbols", () => {
  const names = (list: readonly OutlineSymbol[]): unknown[] =>
    list.map(({ name, kind, children }) => (children.length > 0 ? [kind, name, names(children)] : [kind, name]));

  it("gives headline, metadata, and sections with their paragraphs", () => {
    expect(names(symbols(analysis, "en"))).toEqual([
      ["headline", "林牧川赴京拜会工业和信息化部 推动高质量发展"],
      ["metadata", "Categories"],
      ["metadata", "Date"],
      ["metadata", "Author"],
      ["paragraph", "3月14日，省委书记林牧川在北京与工业和信息化部…"],
      ["section", "一、主要任务", [["paragraph", "林牧川说，要做强R&D投入，实施“一江两翼”发展…"]]],
      ["metadata", "Editors"],
    ]);
  });

  it("keeps every selection and child inside its symbol", () => {
    const check = (symbol: OutlineSymbol): void => {
      for (const inner of [symbol.selection, ...symbol.children.map(({ span }) => span)]) {
        expect(inner.start).toBeGreaterThanOrEqual(symbol.span.start);
        expect(inner.end).toBeLessThanOrEqual(symbol.span.end);
      }
      symbol.children.forEach(check);
    };
    for (const text of [frontMatterArticle, plainArticle]) symbols(handMade(text, []), "zh").forEach(check);
  });
});

describe("diagnostics", () => {
  const told = (text: string) =>
    diagnostics(handMade(text, []), "en").map(({ code, severity }) => `${code} ${severity}`);

  it("tells what is wrong with a file, quietly, and nothing of a good one", () => {
    expect(told(frontMatterArticle)).toEqual([]);
    expect(told(plainArticle)).toEqual([]);
    expect(told("")).toEqual(["empty-file hint"]);
    expect(told("---\ndate: 某日\n---\n<p>正文</p>")).toEqual([
      "front-matter-missing-title information",
      "date-unreadable information",
    ]);
    expect(told("---\ntitle: 甲\n<p>正文</p>")).toEqual(["front-matter-unclosed information"]);
  });

  it("says one sentence in each language, with what to do", () => {
    const article = handMade("---\ntitle: 甲\ndate: 某日\n---\n<p>正文</p>", []);
    expect(diagnostics(article, "zh")[0]?.message).toMatch(/^无法识别这个日期：请.*。$/);
    expect(diagnostics(article, "en")[0]?.message).toMatch(/^This date cannot be read: write it as .*\.$/);
  });
});
