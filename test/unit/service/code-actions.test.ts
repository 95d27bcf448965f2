import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator, type Edit } from "../../../src/core/annotation/make-records.js";
import type { OwnClass } from "../../../src/core/annotation/own-classes.js";
import type { AnnotationRecord } from "../../../src/core/annotation/records.js";
import { fileSpan } from "../../../src/core/text/spans.js";
import { codeActions } from "../../../src/service/code-actions.js";
import type { Locale } from "../../../src/service/locale.js";
import { frontMatterArticle } from "../support/articles.js";
import { handMade } from "../support/hand-made.js";

const source = frontMatterArticle;
const analysis = handMade(source, [
  { type: "official", text: "林牧川", role: "省委书记" },
  { type: "agency", text: "工业和信息化部" },
  { type: "slogan", text: "高质量发展" },
]);
const classes: readonly OwnClass[] = [{ id: "river", name: { en: "river", zh: "河流" }, color: "#0072b2", terms: [] }];

type Decide = (annotator: Annotator, decided: ReturnType<typeof applyDecisions>) => Edit | undefined;

function decidedBy(...steps: readonly Decide[]) {
  const records: AnnotationRecord[] = [];
  let seed = 0;
  for (const step of steps) {
    const decided = applyDecisions(analysis, records, records);
    seed++;
    const hand = { at: `2024-01-01T00:00:0${seed}Z`, random: () => (seed * 0.137) % 1 };
    records.push(...(step(new Annotator(decided, hand), decided)?.put ?? []));
  }
  return { decided: applyDecisions(analysis, records, records), records };
}

/** The actions at words, or with `at: "cursor"` inside them. */
function at(
  words: string,
  { decided = decidedBy().decided, from = "selection" as "selection" | "cursor", locale = "en" as Locale } = {},
) {
  const start = source.indexOf(words, source.indexOf("<div>"));
  if (start < 0) throw new Error(`no ${words}`);
  const span = from === "cursor" ? fileSpan(start + 1, start + 1) : fileSpan(start, start + words.length);
  return codeActions(decided, classes, span, locale);
}

const titles = (actions: ReturnType<typeof at>) => actions.map(({ title }) => title);

describe("code actions at a mention", () => {
  it("judge it, change it and note on it", () => {
    const actions = at("林牧川", { from: "cursor" });
    expect(titles(actions)).toEqual([
      "Accept “林牧川” as official",
      "Reject “林牧川” as official here",
      "Reject “林牧川” as official in this article",
      "Reject “林牧川” as official in every article",
      "Change “林牧川”…",
      "Add a note on “林牧川”…",
    ]);
    const start = source.indexOf("林牧川", source.indexOf("<div>"));
    const mention = { span: fileSpan(start, start + 3), type: "official" };
    expect(actions.map(({ effect }) => effect)).toEqual([
      { does: { kind: "accept", mention, scope: "mention" } },
      { does: { kind: "reject", mention, scope: "mention" } },
      { does: { kind: "reject", mention, scope: "article" } },
      { does: { kind: "reject", mention, scope: "workspace" } },
      { asks: "change", span: mention.span, mention },
      { asks: "note", span: mention.span },
    ]);
  });

  it("are the same where just its words are selected, and behind its last character", () => {
    const inside = titles(at("林牧川", { from: "cursor" }));
    expect(titles(at("林牧川"))).toEqual(inside);
    const end = source.indexOf("工业和信息化部", source.indexOf("<div>")) + "工业和信息化部".length;
    const behind = codeActions(decidedBy().decided, classes, fileSpan(end, end), "en");
    expect(behind[0]?.title).toBe("Accept “工业和信息化部” as agency");
  });

  it("hold a mention that markup cuts apart together", () => {
    const [accept] = at('高质量<a href="#">发展', { from: "cursor" });
    expect(accept?.title).toBe("Accept “高质量发展” as slogan");
    const start = source.indexOf("高质量<a");
    expect(accept?.effect).toMatchObject({
      does: { mention: { span: { start, end: source.indexOf("</a>", start) } } },
    });
  });

  it("are fewer once it is decided on, and take the decision back", () => {
    const { decided, records } = decidedBy((annotator, { analysis }) => {
      const mention = analysis.mentions.find(({ type }) => type === "agency");
      return mention && annotator.accept(mention);
    });
    const where = decided.analysis.mentions.find(({ type }) => type === "agency")?.parts[0];
    const actions = where ? codeActions(decided, classes, fileSpan(where.start, where.start), "en") : [];
    expect(titles(actions)).toEqual([
      "Reject “工业和信息化部” as agency here",
      "Take back the decision on “工业和信息化部”",
      "Change “工业和信息化部”…",
      "Add a note on “工业和信息化部”…",
    ]);
    expect(actions[1]?.effect).toEqual({ does: { kind: "remove", ids: [records[0]?.id] } });
  });

  it("take a rejection back: in this article by its record, in every article by accepting", () => {
    const reject =
      (scope: "article" | "workspace"): Decide =>
      (annotator, { analysis }) => {
        const mention = analysis.mentions.find(({ type }) => type === "official");
        return mention && annotator.reject(mention, scope);
      };
    const narrow = decidedBy(reject("article"));
    const [first, second, ...rest] = at("林牧川", { from: "cursor", decided: narrow.decided });
    expect([first?.title, second?.title, rest.length]).toEqual([
      "Take back the rejection on “林牧川”",
      "Accept “林牧川” as official",
      1,
    ]);
    expect(first?.effect).toEqual({ does: { kind: "remove", ids: [narrow.records[0]?.id] } });
    const [broad] = at("林牧川", { from: "cursor", decided: decidedBy(reject("workspace")).decided });
    expect(broad?.title).toBe("Accept “林牧川” as official in every article");
    expect(broad?.effect).toMatchObject({ does: { kind: "accept", scope: "workspace" } });
  });
});

describe("code actions at a selection", () => {
  it("mark it, here as each class and everywhere as the likeliest", () => {
    const actions = at("贯彻新发展理念");
    expect(titles(actions)).toEqual([
      "Mark “贯彻新发展理念” as official",
      "Mark “贯彻新发展理念” as agency",
      "Mark “贯彻新发展理念” as slogan",
      "Mark “贯彻新发展理念” as river",
      "Mark “贯彻新发展理念” as slogan in every article",
      "Mark “贯彻新发展理念”…",
      "Add a note on “贯彻新发展理念”…",
    ]);
    const start = source.indexOf("贯彻新发展理念");
    const span = fileSpan(start, start + 7);
    expect(actions[3]?.effect).toEqual({ does: { kind: "mark", span, type: "river", scope: "mention" } });
    expect(actions[4]?.effect).toEqual({ does: { kind: "mark", span, type: "slogan", scope: "workspace" } });
    expect(actions[5]?.effect).toEqual({ asks: "mark", span });
  });

  it("give the one mention that it overlaps its extent", () => {
    const [extent] = at("与工业和信息化部");
    expect(extent?.title).toBe("Change the extent of “工业和信息化部” to “与工业和信息化部”");
    const start = source.indexOf("与工业和信息化部", source.indexOf("<div>"));
    expect(extent?.effect).toMatchObject({
      does: {
        kind: "change",
        mention: { span: { start: start + 1, end: start + 8 }, type: "agency" },
        scope: "mention",
        to: { span: { start, end: start + 8 } },
      },
    });
    expect(titles(at("感谢工业和信息化部多年来的支持")).at(-3)).toBe(
      "Mark “感谢工业和信息化部多年来的支持” as agency in every article",
    );
    expect(titles(at("林牧川在北京与工业和信息化部"))[0]).toBe("Mark “林牧川在北京与工业和信息化部” as official");
  });

  it("leave white space at its ends out, and cut long words in titles", () => {
    const [mark] = codeActions(
      decidedBy().decided,
      classes,
      fileSpan(source.indexOf("　　3月14日"), source.indexOf("3月14日") + 5),
      "en",
    );
    expect(mark?.title).toBe("Mark “3月14日” as official");
    expect(titles(at("做强R&amp;D投入，实施“一江两翼”发展战略，感谢")).at(0)).toBe(
      "Mark “做强R&D投入，实施“一江两翼”发展战略…” as official",
    );
  });

  it("offer a note alone on more than one block", () => {
    const start = source.indexOf("3月14日");
    const span = fileSpan(start, source.indexOf("多年来"));
    expect(titles(codeActions(decidedBy().decided, classes, span, "en")).map((title) => title.slice(0, 10))).toEqual([
      "Add a note",
    ]);
  });

  it("offer nothing without a mention and without words", () => {
    const place = source.indexOf("主要任务");
    const { decided } = decidedBy();
    expect(codeActions(decided, classes, fileSpan(place, place), "en")).toEqual([]);
    const style = source.indexOf(".app");
    expect(codeActions(decided, classes, fileSpan(style, style + 4), "en")).toEqual([]);
  });

  it("speak Chinese", () => {
    expect(titles(at("林牧川", { from: "cursor", locale: "zh" }))).toEqual([
      "确认“林牧川”为官员",
      "在此处否决“林牧川”为官员",
      "在本文中否决“林牧川”为官员",
      "在所有文章中否决“林牧川”为官员",
      "修改“林牧川”…",
      "为“林牧川”添加批注…",
    ]);
    expect(titles(at("一江两翼", { locale: "zh" })).slice(3, 6)).toEqual([
      "将“一江两翼”标为河流",
      "在所有文章中将“一江两翼”标为提法",
      "标注“一江两翼”…",
    ]);
  });
});
