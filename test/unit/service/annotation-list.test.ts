import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator, type Edit } from "../../../src/core/annotation/make-records.js";
import type { AnnotationRecord, Note } from "../../../src/core/annotation/records.js";
import type { Mention } from "../../../src/core/recognize/mention.js";
import type { Span } from "../../../src/core/text/spans.js";
import { annotatedArticle, annotationList, missingArticle } from "../../../src/service/annotation-list.js";
import { noteThreads } from "../../../src/service/note-threads.js";
import { analysisOf, hand, htmlArticle, type Marking, nth } from "../annotation/support.js";

const wording = {
  locale: "en",
  classes: [{ id: "target", name: { en: "policy target", zh: "指标" }, color: "#0072b2", terms: [] }],
} as const;
const markings: readonly Marking[] = [
  { type: "official", words: "林望舒", role: "省委书记" },
  { type: "official", words: "沈知行" },
  { type: "agency", words: "云帆集团" },
];
const analysis = analysisOf(htmlArticle, markings);
const { article } = analysis;

/** A reader of `htmlArticle`, whose records gather. */
class Reader {
  readonly records: AnnotationRecord[] = [];
  readonly #hand = hand("高一鸣");

  do(act: (annotator: Annotator) => Edit | undefined): AnnotationRecord {
    const annotator = new Annotator(applyDecisions(analysis, this.records), this.#hand);
    const [record] = act(annotator)?.put ?? [];
    if (!record) throw new Error("nothing was done");
    this.records.push(record);
    return record;
  }

  note(words: string, text: string, tags: readonly string[] = []): Note {
    const record = this.do((annotator) => annotator.note(nth(article.text, words), text, tags));
    if (record.kind !== "note") throw new Error("this is no note");
    return record;
  }
}

function listed(source: string, records: readonly AnnotationRecord[], marks = markings, path = "a.txt") {
  return annotatedArticle(path, applyDecisions(analysisOf(source, marks), records), records, wording);
}

function mention(words: string): Mention {
  const found = analysis.mentions.find(({ text }) => text === words);
  if (!found) throw new Error(`${words} is not mentioned`);
  return found;
}

const slice = (source: string, { start, end }: Span) => source.slice(start, end);

describe("noteThreads", () => {
  it("covers the stretch of the file that shows the words, markup and references included", () => {
    const reader = new Reader();
    reader.note("AT&T模式", "何谓");
    reader.note("沈知行座谈", "另见");
    const spans = noteThreads(article, reader.records).map(({ span, quote }) => [slice(htmlArticle, span), quote]);
    expect(spans).toEqual([
      ["沈</a>知行座谈", "沈知行座谈"],
      ["AT&amp;T模式", "AT&T模式"],
    ]);
  });

  it("tells whether a thread is resolved, and gives its answers", () => {
    const reader = new Reader();
    const first = reader.note("一江三城", "待核");
    reader.do((annotator) => annotator.answer(first, "已核"));
    const [thread] = noteThreads(article, [{ ...first, resolved: true }, ...reader.records.slice(1)]);
    expect(thread?.resolved).toBe(true);
    expect(thread?.thread.answers.map(({ text }) => text)).toEqual(["已核"]);
    expect(noteThreads(article, reader.records)[0]?.resolved).toBe(false);
  });
});

describe("annotatedArticle", () => {
  it("lists what has its place, and nothing as lost", () => {
    const reader = new Reader();
    reader.note("数字经济", "标题");
    reader.do((annotator) => annotator.relate(mention("林望舒"), mention("云帆集团"), "met"));
    const found = listed(htmlArticle, reader.records);
    expect(found).toMatchObject({ path: "a.txt", title: "澜江省部署数字经济工作", missing: false, orphans: [] });
    expect(found.notes.map(({ quote }) => quote)).toEqual(["数字经济"]);
    expect(found.relations).toMatchObject([{ from: "林望舒", to: "云帆集团", relation: { type: "met" } }]);
    expect(found.relations.map(({ span }) => slice(htmlArticle, span))).toEqual(["林望舒"]);
  });

  it("offers the places of the same words, each in its sentence, for a note whose surroundings were rewritten", () => {
    const reader = new Reader();
    reader.note("一江三城", "布局");
    const rewritten = htmlArticle.replace(/<p>　　3月12日[^\n]*/, "<p>　　会议改在次日。</p>");
    const [orphan, ...rest] = listed(rewritten, reader.records, []).orphans;
    expect(rest).toEqual([]);
    expect(orphan).toMatchObject({ kind: "note", quote: "一江三城", text: "布局", reason: "context" });
    expect(orphan?.candidates.map(({ span, line }) => [slice(rewritten, span), line])).toEqual([
      ["一江三城", "高远航表示，云帆集团将参与“一江三城”建设。"],
    ]);
  });

  it("says of a decision and an addition what they decided, with the reader's own classes by name", () => {
    const reader = new Reader();
    reader.do((annotator) => annotator.reject(mention("云帆集团")));
    reader.do((annotator) => annotator.add(nth(article.text, "高质量发展"), "target"));
    reader.do((annotator) => annotator.change(mention("沈知行"), { type: "person" }));
    const { orphans } = listed("完全不同的文章", reader.records, []);
    expect(orphans.map(({ kind, text, quote, why, candidates }) => [kind, text, quote, why, candidates])).toEqual([
      ["decision", "rejected: agency", "云帆集团", "The words are no longer in the article.", []],
      ["addition", "policy target", "高质量发展", "The words are no longer in the article.", []],
      ["decision", "changed: official → person", "沈知行", "The words are no longer in the article.", []],
    ]);
  });

  it("tells which end of a relation is lost, and when only its mark is", () => {
    const reader = new Reader();
    const relation = reader.do((annotator) => annotator.relate(mention("林望舒"), mention("云帆集团"), "met"));
    const unmarked = listed(htmlArticle, reader.records, markings.slice(0, 2));
    expect(unmarked.relations).toEqual([]);
    expect(unmarked.orphans).toMatchObject([{ id: relation.id, end: "to", text: "met", quote: "云帆集团" }]);
    expect(unmarked.orphans[0]?.why).toMatch(/nothing is marked on them/);
    expect(unmarked.orphans[0]?.candidates.map(({ span }) => slice(htmlArticle, span))).toEqual(["云帆集团"]);
    const gone = listed(htmlArticle.replaceAll("林望舒", "某某"), reader.records, markings.slice(2));
    expect(gone.orphans).toMatchObject([
      { end: "from", quote: "林望舒", why: "The words are no longer in the article." },
    ]);
  });

  it("keeps an answer whose note is gone among the lost", () => {
    const reader = new Reader();
    const first = reader.note("一江三城", "待核");
    const answer = reader.do((annotator) => annotator.answer(first, "已核"));
    const { orphans, notes } = listed(htmlArticle, [answer]);
    expect(notes).toEqual([]);
    expect(orphans).toMatchObject([{ id: answer.id, text: "已核", quote: "", candidates: [] }]);
    expect(orphans[0]?.why).toMatch(/^The note that this answers is gone/);
  });
});

describe("missingArticle", () => {
  it("keeps every record, with the words it stood on", () => {
    const reader = new Reader();
    reader.note("一江三城", "布局");
    reader.do((annotator) => annotator.relate(mention("林望舒"), mention("云帆集团"), "met"));
    const missing = missingArticle("file:///gone.txt", "gone.txt", [...reader.records].reverse(), wording);
    expect(missing).toMatchObject({ missing: true, title: "", notes: [], relations: [] });
    expect(missing.orphans.map(({ quote, text }) => [quote, text])).toEqual([
      ["一江三城", "布局"],
      ["林望舒 → 云帆集团", "met"],
    ]);
  });
});

describe("annotationList", () => {
  const reader = new Reader();
  reader.note("数字经济", "一", ["产业", "Draft"]);
  reader.note("一江三城", "二", ["产业"]);
  reader.do((annotator) => annotator.relate(mention("林望舒"), mention("云帆集团"), "met"));
  const withNotes = listed(htmlArticle, reader.records, markings, "b.txt");
  const withLost = listed("完全不同的文章", reader.records.slice(1), [], "a.txt");
  const without = listed(htmlArticle, [], markings, "c.txt");

  it("puts articles in order of path and leaves out those without annotations", () => {
    const list = annotationList([withNotes, without, withLost]);
    expect(list.articles.map(({ path }) => path)).toEqual(["a.txt", "b.txt"]);
    expect(list.tags).toEqual([
      { tag: "产业", count: 2 },
      { tag: "Draft", count: 1 },
    ]);
  });

  it("shows only threads that bear every tag, whatever their case, and still tells all tags and relations", () => {
    const list = annotationList([withNotes, withLost], ["产业", "draft"]);
    expect(list.articles.map(({ path, notes }) => [path, notes.map(({ quote }) => quote)])).toEqual([
      ["b.txt", ["数字经济"]],
    ]);
    expect(list.articles.map(({ relations, orphans }) => relations.length + orphans.length)).toEqual([0]);
    expect(list.tags).toHaveLength(2);
    expect(list.relationTypes).toEqual(["met"]);
  });

  it("counts a relation that has lost both ends once", () => {
    const other = new Reader();
    for (let i = 0; i < 2; i++)
      other.do((annotator) => annotator.relate(mention("沈知行"), mention("云帆集团"), "advises"));
    const lost = listed("完全不同的文章", other.records.slice(0, 1), []);
    expect(lost.orphans).toHaveLength(2);
    const both = listed(htmlArticle, [
      ...reader.records,
      ...reader.records.slice(2).map((one) => ({ ...one, id: "r-2" })),
    ]);
    expect(annotationList([lost, both]).relationTypes).toEqual(["met", "advises"]);
  });
});
