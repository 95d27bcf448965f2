import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DecidedAnalysis, undecided } from "../../../src/core/annotation/decided.js";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator, type Edit } from "../../../src/core/annotation/make-records.js";
import type { AnnotationRecord } from "../../../src/core/annotation/records.js";
import { refreshAnchors } from "../../../src/core/annotation/refresh-anchors.js";
import { BroadRules } from "../../../src/core/annotation/workspace-rules.js";
import type { Analysis } from "../../../src/core/recognize/analysis.js";
import type { MentionType } from "../../../src/core/recognize/mention.js";
import { analysisOf, analysisWith, hand, htmlArticle, type Marking, nth, spansIn, text } from "./support.js";

const markings: readonly Marking[] = [
  { type: "official", words: "林望舒", role: "澜江省委书记" },
  { type: "agency", words: "澜江省委", name: "中共澜江省委员会" },
  { type: "agency", words: "省数据局" },
  { type: "slogan", words: "一江三城", candidate: true },
  { type: "agency", words: "省数据局", nth: 1 },
  { type: "official", words: "高远", nth: 0 },
  { type: "official", words: "高远", nth: 1 },
  { type: "agency", words: "云帆集团" },
];
const analysis = analysisOf(htmlArticle, markings);
const shown = (decided: DecidedAnalysis) =>
  decided.analysis.mentions.map(({ type, text: words }) => `${type}:${words}`);
const mention = (decided: DecidedAnalysis, words: string, n = 0) => {
  const found = [...decided.analysis.mentions, ...decided.own].filter((one) => one.text === words)[n];
  if (!found) throw new Error(`no mention ${words}`);
  return found;
};

/** A reader at work: each step acts on what the steps before have left. */
class Session {
  records: AnnotationRecord[] = [];
  private readonly hand;

  constructor(
    private analysis: Analysis,
    by?: string,
    from = 0,
  ) {
    this.hand = hand(by, from);
  }

  get decided(): DecidedAnalysis {
    return applyDecisions(this.analysis, this.records);
  }

  do(step: (annotator: Annotator, decided: DecidedAnalysis) => Edit | undefined): this {
    const edit = step(new Annotator(this.decided, this.hand), this.decided);
    if (!edit) throw new Error("nothing was made");
    const gone = new Set([...edit.remove, ...edit.put.map(({ id }) => id)]);
    this.records = [...this.records.filter(({ id }) => !gone.has(id)), ...edit.put];
    return this;
  }

  reopen(next: Analysis): this {
    this.analysis = next;
    return this;
  }
}

describe("decisions on a mention", () => {
  it("leave what was recognised as it is where there are none", () => {
    const decided = applyDecisions(analysis, []);
    expect(decided.analysis.mentions).toEqual(analysis.mentions);
    expect([...decided.analysis.entities]).toEqual(
      [...analysis.entities].filter(([id]) => analysis.mentions.some((one) => one.entityId === id)),
    );
    expect(undecided(decided)).toEqual(analysis.mentions);
  });

  it("accept: the mention is settled, and no longer a mere candidate", () => {
    const { decided } = new Session(analysis).do((a, d) => a.accept(mention(d, "一江三城")));
    expect(mention(decided, "一江三城")).not.toHaveProperty("candidate");
    expect(undecided(decided)).toHaveLength(markings.length - 1);
  });

  it("accept: the mention stays, with its name, when it is no longer recognised", () => {
    const session = new Session(analysis)
      .do((a, d) => a.accept(mention(d, "澜江省委")))
      .do((a, d) => a.accept(mention(d, "林望舒")));
    const { decided } = session.reopen(analysisOf(htmlArticle, []));
    expect(shown(decided)).toEqual(["agency:澜江省委", "official:林望舒"]);
    expect(decided.analysis.entities.get("agency:中共澜江省委员会")).toMatchObject({
      name: "中共澜江省委员会",
      aliases: ["澜江省委"],
    });
    expect(decided.analysis.mentions[1]).toMatchObject({ role: "澜江省委书记", evidence: { rule: "reader" } });
  });

  it("reject: the mention goes, and stays away after the article was edited and read again", () => {
    const session = new Session(analysis).do((a, d) => a.reject(mention(d, "高远", 1)));
    expect(shown(session.decided).filter((one) => one === "official:高远")).toHaveLength(1);
    const edited = htmlArticle.replace("<div>\n", "<div>\n<p>　　本报讯，新近添写的一段。</p>\n");
    const { decided } = session.reopen(analysisOf(edited, markings));
    expect(shown(decided).filter((one) => one === "official:高远")).toHaveLength(1);
    expect(mention(decided, "高远").span.start).toBe(nth(decided.analysis.article.text, "高远").start);
    expect(decided.rejected.map(({ mention: one }) => one.text)).toEqual(["高远"]);
  });

  it("reject: a longer name that is recognised later is another mention", () => {
    const session = new Session(analysis).do((a, d) => a.reject(mention(d, "高远", 1)));
    const better = markings.map((one) =>
      one.words === "高远" && one.nth === 1 ? { ...one, words: "高远航", nth: 0 } : one,
    );
    expect(shown(session.reopen(analysisOf(htmlArticle, better)).decided)).toContain("official:高远航");
  });

  it("change the class, what it names, its role and its span", () => {
    const { decided } = new Session(analysis)
      .do((a, d) => a.change(mention(d, "省数据局"), { entity: "澜江省数据局" }))
      .do((a, d) => a.change(mention(d, "林望舒"), { type: "person", role: "" }))
      .do((a, d) => a.change(mention(d, "高远", 1), { span: nth(d.analysis.article.text, "高远航") }));
    expect(mention(decided, "省数据局").entityId).toBe("agency:澜江省数据局");
    expect(mention(decided, "林望舒")).toMatchObject({ type: "person", entityId: "person:林望舒" });
    expect(mention(decided, "高远航")).toMatchObject({ type: "official", entityId: "official:高远航" });
    expect(decided.decidedBy.size).toBe(3);
  });

  it("the later of two has the last word, and a second thought replaces the first", () => {
    const session = new Session(analysis)
      .do((a, d) => a.accept(mention(d, "云帆集团")))
      .do((a, d) => a.reject(mention(d, "云帆集团")));
    expect(shown(session.decided)).not.toContain("agency:云帆集团");
    expect(session.records).toHaveLength(1);
  });

  it("one person's second thought does not wipe out another person's judgement", () => {
    const first = new Session(analysis, "甲").do((a, d) => a.accept(mention(d, "云帆集团")));
    const second = new Session(analysis, "乙", 60);
    second.records = first.records;
    second.do((a, d) => a.reject(mention(d, "云帆集团")));
    expect(second.records.map(({ by }) => by)).toEqual(["甲", "乙"]);
  });

  it("reach the whole article or every article when they are told to", () => {
    const article = new Session(analysis).do((a, d) => a.reject(mention(d, "高远"), "article"));
    expect(shown(article.decided)).not.toContain("official:高远");
    const everywhere = new Session(analysis).do((a, d) =>
      a.change(mention(d, "省数据局"), { entity: "澜江省数据局" }, "workspace"),
    );
    const elsewhere = analysisOf("澜江要闻\n省数据局发布公报，云帆集团参加。", [
      { type: "agency", words: "省数据局" },
      { type: "agency", words: "云帆集团" },
    ]);
    const decided = applyDecisions(elsewhere, [], new BroadRules(everywhere.records, "workspace"));
    expect(decided.analysis.mentions.map(({ entityId }) => entityId)).toEqual([
      "agency:澜江省数据局",
      "agency:云帆集团",
    ]);
  });

  it("a changed span of every mention moves only where the words around fit", () => {
    const { decided } = new Session(analysis).do((a, d) =>
      a.change(mention(d, "高远", 1), { span: nth(d.analysis.article.text, "高远航") }, "article"),
    );
    expect(shown(decided).filter((one) => one.startsWith("official:高远"))).toEqual([
      "official:高远",
      "official:高远航",
    ]);
  });

  it("the narrower decision overrules the wider one, whichever was made first", () => {
    const session = new Session(analysis)
      .do((a, d) => a.accept(mention(d, "高远", 0)))
      .do((a, d) => a.reject(mention(d, "高远", 1), "article"));
    expect(shown(session.decided).filter((one) => one === "official:高远")).toHaveLength(1);
  });

  it("are orphans when their words are gone, and hold again when they are attached anew", () => {
    const session = new Session(analysis).do((a, d) => a.reject(mention(d, "高远", 0)));
    session.reopen(
      analysisOf(
        htmlArticle.replace("高远陪同", "高远山陪同"),
        markings.filter((one) => one.words !== "高远"),
      ),
    );
    const [orphan] = session.decided.orphans;
    expect(orphan).toMatchObject({ reason: "context", record: { kind: "decision" } });
    session.do((a) =>
      orphan?.record.kind === "decision" && orphan.candidates[0]
        ? a.attach(orphan.record, orphan.candidates[0])
        : undefined,
    );
    expect(session.decided.orphans).toEqual([]);
  });
});

describe("additions", () => {
  it("mark a selection, in place of what they overlap", () => {
    const { decided } = new Session(analysis).do((a, d) =>
      a.add(nth(d.analysis.article.text, "澜江省委书记林望舒"), "official", { entity: "林望舒" }),
    );
    expect(shown(decided)[0]).toBe("official:澜江省委书记林望舒");
    expect(shown(decided)).not.toContain("agency:澜江省委");
  });

  it("map to the file around markup and character references", () => {
    const { decided } = new Session(analysis)
      .do((a, d) => a.add(nth(d.analysis.article.text, "沈知行"), "official"))
      .do((a, d) => a.add(nth(d.analysis.article.text, "AT&T模式"), "slogan"));
    expect(mention(decided, "沈知行").parts.map(({ start, end }) => htmlArticle.slice(start, end))).toEqual([
      "沈",
      "知行",
    ]);
    expect(mention(decided, "AT&T模式").parts.map(({ start, end }) => htmlArticle.slice(start, end))).toEqual([
      "AT&amp;T模式",
    ]);
  });

  it("on the whole article mark every place of the words, but not inside a longer name", () => {
    const { decided } = new Session(analysis).do((a, d) =>
      a.add(nth(d.analysis.article.text, "云帆"), "agency", { scope: "article" }),
    );
    expect(shown(decided).filter((one) => one.includes("云帆"))).toEqual(["agency:云帆集团", "agency:云帆"]);
  });

  it("of one's own classes lie over mentions and leave them standing", () => {
    const { decided } = new Session(analysis).do((a, d) =>
      a.add(nth(d.analysis.article.text, "云帆集团董事长"), "post-holder"),
    );
    expect(decided.own).toMatchObject([{ type: "post-holder", text: "云帆集团董事长" }]);
    expect(shown(decided)).toContain("agency:云帆集团");
  });

  it("for every article are found in others; words of two characters only where they stand alone", () => {
    const session = new Session(analysis)
      .do((a, d) => a.add(nth(d.analysis.article.text, "沈知行"), "official", { scope: "workspace" }))
      .do((a, d) => a.add(nth(d.analysis.article.text, "丁一"), "official", { scope: "workspace" }));
    const other = analysisOf("澜江要闻\n沈知行说：“丁一”。十丁一万，沈知行又说。");
    expect(shown(applyDecisions(other, [], session.records))).toEqual([
      "official:沈知行",
      "official:丁一",
      "official:沈知行",
    ]);
  });

  it("are taken back by rejecting them; one place of a wide one is rejected alone", () => {
    const one = new Session(analysis)
      .do((a, d) => a.add(nth(d.analysis.article.text, "沈知行"), "official"))
      .do((a, d) => a.reject(mention(d, "沈知行")));
    expect(one.records).toEqual([]);
    const wide = new Session(analysis)
      .do((a, d) => a.add(nth(d.analysis.article.text, "沈知行"), "official", { scope: "article" }))
      .do((a, d) => a.reject(mention(d, "沈知行", 1)));
    expect(shown(wide.decided).filter((name) => name === "official:沈知行")).toHaveLength(1);
  });
});

describe("bringing anchors up to date", () => {
  it("gives new anchors to what moved, and leaves the rest alone", () => {
    const session = new Session(analysis)
      .do((a, d) => a.accept(mention(d, "林望舒")))
      .do((a, d) => a.add(nth(d.analysis.article.text, "丁一"), "byline"));
    const { text: before } = analysis.article;
    expect(refreshAnchors(before, session.records)).toEqual([]);
    const after = `新的一行\n${before}`;
    const fresh = refreshAnchors(after, session.records);
    expect(fresh.map(({ id, at }) => ({ id, at }))).toEqual(session.records.map(({ id, at }) => ({ id, at })));
    expect(refreshAnchors(after, fresh)).toEqual([]);
  });
});

describe("properties", () => {
  const type = fc.constantFrom<MentionType | "target">("official", "agency", "slogan", "target");
  const step = fc.record({
    act: fc.constantFrom("accept", "reject", "change", "add"),
    pick: fc.nat(),
    type,
    scope: fc.constantFrom("mention" as const, "article" as const, "workspace" as const),
  });
  const setting = text.chain((source) =>
    fc.tuple(fc.constant(source), spansIn(source), fc.array(step, { maxLength: 8 })),
  );

  it("whatever is decided, mentions lie in the text, map to the file, never overlap and have their entities", () => {
    fc.assert(
      fc.property(setting, ([source, spans, steps]) => {
        const start = analysisWith(
          source,
          spans.map((span, i) => ({ type: i % 2 === 0 ? "official" : "agency", span })),
        );
        const session = new Session(start);
        for (const { act, pick, type: to, scope } of steps) {
          const { analysis: now, own } = session.decided;
          const target = [...now.mentions, ...own][pick % Math.max(1, now.mentions.length + own.length)];
          const at = pick % Math.max(1, source.length - 3);
          if (act === "add")
            session.records.push(
              ...(new Annotator(session.decided, hand(undefined, pick)).add({ start: at, end: at + 3 }, to, { scope })
                ?.put ?? []),
            );
          else if (target)
            session.do((a) =>
              act === "change"
                ? a.change(target, { type: to }, scope)
                : act === "accept"
                  ? a.accept(target, scope)
                  : a.reject(target, scope),
            );
        }
        const workspace = session.records.filter((record) => "scope" in record && record.scope === "workspace");
        const { analysis: end, own } = applyDecisions(start, session.records, workspace);
        let behind = 0;
        for (const one of end.mentions) {
          expect(one.span.start).toBeGreaterThanOrEqual(behind);
          behind = one.span.end;
          expect(end.entities.has(one.entityId)).toBe(true);
        }
        for (const one of [...end.mentions, ...own]) {
          expect(one.text).toBe(end.article.text.slice(one.span.start, one.span.end));
          expect(one.parts).toEqual(end.article.map.toFile(one.span));
          expect(one.text).not.toBe("");
        }
        expect(end.entities.size).toBe(new Set(end.mentions.map((one) => one.entityId)).size);
      }),
      { numRuns: 300 },
    );
  });
});
