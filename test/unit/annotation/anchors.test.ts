import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnchorText, findAnchor, makeAnchor } from "../../../src/core/annotation/anchors.js";
import { squeeze } from "../../../src/core/annotation/quoted-text.js";
import { parseArticle } from "../../../src/core/article/parse-article.js";
import type { Span } from "../../../src/core/text/spans.js";
import { htmlArticle, nth, plainArticle, text } from "./support.js";

const html = parseArticle(htmlArticle).text;

function anchor(source: string, span: Span) {
  const made = makeAnchor(source, span);
  if (!made) throw new Error("no anchor");
  return made;
}

describe("making an anchor", () => {
  it("keeps the quote, its offsets and 32 characters around it", () => {
    const made = anchor(html, nth(html, "沈知行", 1));
    expect(made.exact).toBe("沈知行");
    expect(html.slice(made.start, made.end)).toBe("沈知行");
    expect(squeeze(made.prefix)).toHaveLength(32);
    expect(html.slice(made.start - made.prefix.length, made.start)).toBe(made.prefix);
    expect(html.slice(made.end, made.end + made.suffix.length)).toBe(made.suffix);
  });

  it("leaves out the blanks at the ends of a selection, and makes none on blanks alone", () => {
    const source = "甲\n　　林望舒 \n乙";
    const made = anchor(source, { start: 1, end: source.length - 1 });
    expect([made.exact, made.start]).toEqual(["林望舒", 4]);
    expect(makeAnchor(source, { start: 1, end: 4 })).toBeUndefined();
  });

  it("does not cut a character in half", () => {
    const { start } = nth(html, "𠮷野平");
    expect(anchor(html, { start: start + 1, end: start + 3 }).exact).toBe("𠮷野");
  });
});

describe("finding an anchor again", () => {
  it("finds it at the same place in the same text", () => {
    const made = anchor(html, nth(html, "高远", 1));
    expect(findAnchor(html, made)).toEqual({ state: "same", span: { start: made.start, end: made.end } });
  });

  it("follows the words when text is put in front or behind", () => {
    const made = anchor(html, nth(html, "云帆集团", 1));
    const edited = `原标题：新增一行\n${html}\n完`;
    const found = findAnchor(edited, made);
    expect(found).toMatchObject({ state: "moved", span: { start: made.start + 9 } });
  });

  it("follows a paragraph to another place", () => {
    const lines = html.split("\n");
    const made = anchor(html, nth(html, "高远陪同"));
    const [moved] = lines.splice(2, 1);
    const edited = [...lines, moved].join("\n");
    const found = findAnchor(edited, made);
    expect(found.state === "moved" && edited.slice(found.span.start, found.span.end)).toBe("高远陪同");
  });

  it("does not mind other line ends, indents and spaces inside a name", () => {
    const made = anchor(plainArticle, nth(plainArticle, "秦岭主持"));
    const found = findAnchor(plainArticle.replace(/\r\n/g, "\n").replace(/　　/g, "").replace("秦岭", "秦　岭"), made);
    expect(found).toMatchObject({ state: "moved" });
  });

  it("holds on when the sentence on one side is edited, if the other side proves the place", () => {
    const made = anchor(html, nth(html, "沈知行介绍"));
    const found = findAnchor(html.replace("省数据局局长", "该局局长"), made);
    expect(found.state === "moved" && found.span.start).toBe(made.start - 2);
  });

  it("is an orphan with a candidate when a neighbour of the words changes: the name may be another one now", () => {
    const made = anchor(html, nth(html, "高远", 0));
    expect(html.slice(made.start, made.start + 3)).toBe("高远陪");
    const found = findAnchor(html.replace("高远陪同", "高远山陪同"), made);
    expect(found).toMatchObject({ state: "orphan", reason: "context", candidates: [{ start: made.start }, {}, {}] });
  });

  it("is an orphan without candidates when the words are gone", () => {
    const made = anchor(html, nth(html, "秘书长"));
    expect(findAnchor(html.replace("秘书长", ""), made)).toEqual({ state: "orphan", reason: "gone", candidates: [] });
  });

  it("does not jump to the same words elsewhere when its own sentence is deleted", () => {
    const made = anchor(plainArticle, nth(plainArticle, "陆怀远", 2));
    const found = findAnchor(plainArticle.replace("省长陆怀远宣布开工。省发", "省发"), made);
    expect(found.state).toBe("orphan");
  });

  it("tells two copies of one sentence apart, and does not guess once there are three", () => {
    const source = "张工出席会议。张工出席会议。";
    const made = anchor(source, nth(source, "张工", 1));
    expect(findAnchor(source, made)).toMatchObject({ state: "same" });
    expect(findAnchor(`张工出席会议。${source}`, made)).toMatchObject({ state: "orphan" });
  });

  it("is an orphan when its passage is there twice", () => {
    const made = anchor(html, nth(html, "一江三城", 0));
    expect(findAnchor(`${html}\n${html}`, made)).toMatchObject({ state: "orphan", reason: "ambiguous" });
  });

  it("finds all of its own anchors in a text that repeats itself at length", () => {
    const source = `${html}\n${html}\n${html}`;
    const anchors = new AnchorText(source);
    for (const span of anchors.everywhere("林望舒")) {
      expect(anchors.find(anchor(source, span))).toEqual({ state: "same", span });
    }
  });
});

describe("properties", () => {
  const spanOf = (source: string) =>
    fc
      .tuple(fc.nat(source.length), fc.integer({ min: 1, max: 8 }))
      .map(([start, size]) => ({ start, end: Math.min(source.length, start + size) }));

  it("an anchor is found at its own place in its own text, and is made there again the same", () => {
    fc.assert(
      fc.property(
        text.chain((source) => fc.tuple(fc.constant(source), spanOf(source))),
        ([source, span]) => {
          const made = makeAnchor(source, span);
          if (!made) return squeeze(source.slice(span.start, span.end)) === "";
          const found = findAnchor(source, made);
          expect(found).toEqual({ state: "same", span: { start: made.start, end: made.end } });
          expect(makeAnchor(source, { start: made.start, end: made.end })).toEqual(made);
          return true;
        },
      ),
      { numRuns: 1500 },
    );
  });

  /**
   * An article of repeated phrases is edited: stretches deleted, replaced, and the annotated words themselves
   * put in elsewhere. The span is followed through every edit; the anchor has to be found just there or nowhere.
   */
  it("random edits never move an annotation onto other words", () => {
    const phrase = fc.constantFrom(
      "张工出席",
      "省委书记",
      "张工指出",
      "会见了张工",
      "，",
      "。",
      "高质量发展",
      "和",
      "省委",
      "一行",
      "\n",
      "、",
      "张工程师",
      "今年",
      "第一",
    );
    const article = fc.array(phrase, { minLength: 30, maxLength: 160 }).map((parts) => parts.join(""));
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.constantFrom("", "", "甲乙丙", "〇", "※张工※", "※省委※※", "丁\n戊"),
    });
    let found = 0;
    let intact = 0;
    fc.assert(
      fc.property(article, fc.nat(), fc.array(edit, { minLength: 1, maxLength: 6 }), (source, pick, edits) => {
        const anchors = new AnchorText(source);
        const targets = [
          ...anchors.everywhere("张工"),
          ...anchors.everywhere("省委"),
          ...anchors.everywhere("高质量发展"),
        ];
        const span = targets[pick % Math.max(1, targets.length)];
        const made = span && anchors.make(span);
        if (!span || !made) return;
        let place: Span | undefined = span;
        let edited = source;
        for (const { at, cut, put } of edits) {
          const from = Math.floor(at * edited.length);
          const to = Math.min(edited.length, from + cut);
          edited = edited.slice(0, from) + put + edited.slice(to);
          place = follow(place, from, to, put.length);
        }
        const located = findAnchor(edited, made);
        if (place) intact++;
        if (located.state === "orphan") return;
        found++;
        expect(place && edited.slice(place.start, place.end)).toBe(made.exact);
        expect(located.span).toEqual(place);
      }),
      { numRuns: 6000 },
    );
    // Never being found would satisfy the property as well.
    expect(found / intact).toBeGreaterThan(0.95);
  });
});

/** Where a span lies after text from `from` to `to` was replaced; undefined when its own words were touched. */
function follow(span: Span | undefined, from: number, to: number, put: number): Span | undefined {
  if (!span || (from === to && put === 0)) return span;
  if (to <= span.start) return { start: span.start + put - (to - from), end: span.end + put - (to - from) };
  if (from >= span.end) return span;
  return undefined;
}
