import { describe, expect, it } from "vitest";
import { AnchorText } from "../../../src/core/annotation/anchors.js";
import type { DecidedAnalysis } from "../../../src/core/annotation/decided.js";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator } from "../../../src/core/annotation/make-records.js";
import type { AnnotationRecord } from "../../../src/core/annotation/records.js";
import { hover } from "../../../src/service/hover.js";
import { hand } from "../annotation/support.js";
import { handMade } from "../support/hand-made.js";
import { smallLexicon } from "../support/small-lexicon.js";

const lexicon = smallLexicon({
  agencies: [
    {
      name: "国家市场监督管理总局",
      en: "State Administration for Market Regulation",
      type: "state-council",
      level: "central",
      aliases: ["国家市场监管总局", "市场监管总局"],
      former: [{ name: "国家工商行政管理总局", until: 2018 }],
      since: 2018,
    },
  ],
  slogans: [
    {
      term: "三新一高",
      expansion: "立足新发展阶段、贯彻新发展理念、构建新发展格局、推动高质量发展",
      meaning: { en: "Four linked demands on development.", zh: "对发展的四项要求的合称。" },
      english: "three news and one high",
      since: 2021,
      category: "economy",
      source: "中共中央政治局会议",
    },
  ],
  officials: [
    {
      name: "林牧川",
      posts: [
        { title: "澜江省省长", since: 2018, until: 2021 },
        { title: "临岚市长", since: 2015, until: 2015 },
        { title: "澜江省委书记", since: 2021 },
      ],
    },
    { name: "阿卜杜拉", country: "甲国", posts: [{ title: "国王" }] },
    { name: "阿卜杜拉", country: "乙国", posts: [{ title: "外交部长" }] },
  ],
});

const source = `林牧川会见张工
2023-03-14 来源：澜江日报 编辑：屈莉

省委书记林牧川会见国家市场监管总局局长张工，强调“三新一高”和“智造澜江”。林牧川说，感谢总局支持。
`;
const analysis = handMade(source, [
  { type: "official", text: "林牧川", role: "省委书记" },
  { type: "official", text: "张工", role: "国家市场监管总局局长" },
  { type: "agency", text: "国家市场监管总局", name: "国家市场监督管理总局" },
  { type: "slogan", text: "三新一高" },
  { type: "slogan", text: "智造澜江", candidate: true, rule: "quoted-term" },
  { type: "byline", text: "屈莉", rule: "credit-editor" },
]);

const card = (text: string, locale: "en" | "zh" = "en") =>
  hover(analysis, lexicon, source.lastIndexOf(text), locale)?.markdown;

describe("a hover card", () => {
  it("gives an official's post here, organ, count and known posts", () => {
    expect(card("林牧川")).toBe(
      [
        "**林牧川** · official · mentioned 3 times in this article",
        "",
        "- Post here: 省委书记",
        "- Known posts: 澜江省委书记 \\(since 2021\\)\\; 澜江省省长 \\(2018–2021\\)\\; 临岚市长 \\(2015\\)",
      ].join("\n"),
    );
    expect(card("张工", "zh")).toBe(
      "**张工** · 官员 · 本文提及 2 次\n\n- 文中职务：国家市场监管总局局长\n- 所在机构：国家市场监督管理总局",
    );
  });

  it("keeps people of one name apart", () => {
    const text = "标题标题标题标题\n2023-03-14\n\n阿卜杜拉出席会议。";
    const namesakes = handMade(text, [{ type: "official", text: "阿卜杜拉" }]);
    expect(hover(namesakes, lexicon, text.indexOf("阿"), "zh")?.markdown).toContain(
      "- 同名者之一：甲国；国王\n- 同名者之一：乙国；外交部长",
    );
  });

  it("gives an agency's full, English, other and former names, kind and level", () => {
    expect(card("国家市场监管总局")).toBe(
      [
        "**国家市场监管总局** · agency · mentioned once in this article",
        "",
        "- Full name: 国家市场监督管理总局",
        "- English: State Administration for Market Regulation",
        "- Kind: State Council body\\, central",
        "- Also called: 市场监管总局",
        "- Formerly: 国家工商行政管理总局 \\(until 2018\\)",
        "- Under this name since: 2018",
      ].join("\n"),
    );
  });

  it("gives a slogan's expansion, meaning, rendering, year and source", () => {
    const zh = card("三新一高", "zh");
    expect(zh).toContain("- 展开：立足新发展阶段、贯彻新发展理念、构建新发展格局、推动高质量发展");
    expect(zh).toContain("- 含义：对发展的四项要求的合称。");
    expect(zh).toContain("- 英文：three news and one high");
    expect(zh).toContain("- 始见于：2021");
    expect(zh).toContain("- 来源：中共中央政治局会议");
    expect(card("三新一高")).toContain("- Meaning: Four linked demands on development\\.");
  });

  it("says of a candidate that it is one, and why", () => {
    const en = card("智造澜江");
    expect(en).toContain("possible slogan");
    expect(en).toContain("A candidate: it may be a formulation");
    expect(en).toContain("- Why: a quoted term without a sign of policy around it");
    expect(card("智造澜江", "zh")).toContain("疑似提法：可能是一种固定表述");
  });

  it("says of a byline what the credits say", () => {
    expect(card("屈莉")).toBe(
      "**屈莉** · byline · mentioned once in this article\n\n- Why: the credits name the editor",
    );
  });

  it("covers the part of a mention that is pointed at, and answers nothing elsewhere", () => {
    const html = "---\ntitle: 甲\n---\n<p>推动六新<a href='#'>产业</a>，发展经济社会各项事业。</p>";
    const cut = handMade(html, [{ type: "slogan", text: "六新产业" }]);
    const at = html.indexOf("产业");
    expect(hover(cut, lexicon, at, "en")?.span).toEqual({ start: at, end: at + 2 });
    expect(hover(cut, lexicon, html.indexOf("href"), "en")).toBeUndefined();
    expect(hover(cut, lexicon, html.indexOf("经济"), "en")).toBeUndefined();
  });

  it.each([
    "](command:workbench.action.quit)",
    "<img src=x onerror=alert(1)>",
    "`x` **y** $(alert)",
    "http://host.cn/路径",
    "&lt;script&gt;",
    "|a|b|",
  ])("lets nothing of a hostile name, post or organ through: %s", (hostile) => {
    const text = `林${hostile}川`;
    const article = `标题是一个很长的标题\n2023-03-14\n\n省委书记${text}表示，推动各项事业发展。\n`;
    for (const type of ["official", "agency", "slogan", "person", "byline"] as const) {
      const mark = {
        type,
        text,
        name: `名${text}`,
        role: `职${text}`,
        candidate: type === "slogan",
        rule: `规${text}`,
      };
      const markdown = hover(handMade(article, [mark]), lexicon, article.indexOf(text), "zh")?.markdown ?? "";
      const bare = markdown
        .replace(/\\[!-/:-@[-`{-~]/g, "")
        .replace(/&#36;/g, "")
        .replace(/^\*\*|\*\* ·|^- /gm, "");
      expect(markdown).toContain("林");
      expect(bare).not.toMatch(/[!-,./:-@[-`{-~]/);
    }
  });
});

describe("a hover card with the reader's judgement", () => {
  const classes = [{ id: "device", name: { en: "Devices [x]", zh: "器物" }, color: "#0072b2", terms: [] }];
  const at = "2026-05-04T03:02:01.000Z";
  const judged = (text: string, kind: "accept" | "addition", by?: string) => {
    const anchors = new AnchorText(analysis.article.text);
    const start = analysis.article.text.lastIndexOf(text);
    const anchor = anchors.make({ start, end: start + text.length });
    if (!anchor) throw new Error(`no ${text}`);
    const base = { id: "d-1", at, anchor, ...(by ? { by } : {}) };
    const record: AnnotationRecord =
      kind === "accept"
        ? { ...base, kind: "decision", verdict: "accept", scope: "workspace", type: "official" }
        : { ...base, kind: "addition", scope: "mention", type: "device" };
    return applyDecisions(analysis, [record], kind === "accept" ? [record] : []);
  };
  const shown = (
    decided: DecidedAnalysis,
    text: string,
    locale: "en" | "zh",
    records: readonly AnnotationRecord[] = [],
  ) => hover(decided.analysis, lexicon, source.lastIndexOf(text), locale, { decided, classes, records })?.markdown;

  it("tells who settled it, how far that reaches, and when", () => {
    const decided = judged("林牧川", "accept", "李*");
    expect(shown(decided, "林牧川", "en")).toContain(
      "- Judgement: accepted by 李\\* · in every article · 2026\\-05\\-04",
    );
    expect(shown(decided, "林牧川", "zh")).toContain("- 判定：李\\*已确认 · 所有文章 · 2026\\-05\\-04");
    expect(shown(decided, "张工", "en")).not.toContain("Judgement");
  });

  it("is one of its own for a mark of the reader's own classes, below that of a mention", () => {
    const decided = judged("感谢总局", "addition");
    expect(shown(decided, "感谢总局", "en")).toBe(
      "**感谢总局** · Devices \\[x\\]\n\n- Judgement: marked · 2026\\-05\\-04",
    );
    const both = judged("张工", "addition");
    expect(shown(both, "张工", "zh")).toMatch(/^\*\*张工\*\* · 官员[\s\S]*\n\n---\n\n\*\*张工\*\* · 器物/);
  });

  it("tells the relations that were drawn, in both directions", () => {
    const decided = applyDecisions(analysis, []);
    const [from, to] = ["林牧川", "张工"].map((name) => analysis.mentions.filter(({ text }) => text === name).at(-1));
    if (!from || !to) throw new Error("a mention is missing");
    const put = new Annotator(decided, hand()).relate(from, to, "met [1]")?.put ?? [];
    expect(shown(decided, "林牧川", "en", put)).toContain("- Relations: → 张工 \\(met \\[1\\]\\)");
    expect(shown(decided, "张工", "zh", put)).toContain("- 关系：← 林牧川 \\(met \\[1\\]\\)");
    expect(shown(decided, "国家市场监管总局", "en", put)).not.toContain("Relations");
  });
});
