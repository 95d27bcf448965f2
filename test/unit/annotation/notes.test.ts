import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator } from "../../../src/core/annotation/make-records.js";
import { countTags, placeNotes, readTags, threadIds, withTags } from "../../../src/core/annotation/notes.js";
import type { AnnotationRecord, Note } from "../../../src/core/annotation/records.js";
import { placeRelations } from "../../../src/core/annotation/relations.js";
import { analysisOf, hand, htmlArticle, nth } from "./support.js";

const analysis = analysisOf(htmlArticle, [
  { type: "official", words: "林望舒" },
  { type: "agency", words: "澜江省委" },
]);
const { text } = analysis.article;
const decided = applyDecisions(analysis, []);
const annotator = new Annotator(decided, hand("甲"));
const put = (...edits: ({ readonly put: readonly AnnotationRecord[] } | undefined)[]) =>
  edits.flatMap((edit) => edit?.put ?? []);
const [first] = put(annotator.note(nth(text, "云帆集团董事长"), "核对职务", ["复核", "企业"])) as [Note];
const [second] = put(annotator.note(nth(text, "一江三城"), "首次出现", ["复核"])) as [Note];
const [answer] = put(annotator.answer(first, "已核对")) as [Note];

describe("notes", () => {
  it("stand in order of place, with their answers", () => {
    const { threads, orphans, loose } = placeNotes(text, [answer, first, second]);
    expect(
      threads.map((thread) => [text.slice(thread.span.start, thread.span.end), thread.answers.map((one) => one.text)]),
    ).toEqual([
      ["一江三城", []],
      ["云帆集团董事长", ["已核对"]],
    ]);
    expect([orphans, loose]).toEqual([[], []]);
    expect(threadIds(first, [answer, first, second])).toEqual([first.id, answer.id]);
  });

  it("an answer to an answer belongs to the same thread", () => {
    expect(put(annotator.answer(answer, "好"))[0]).toMatchObject({ replyTo: first.id });
  });

  it("whose words are gone are orphans, and answers to what is not there are not lost", () => {
    const { threads, orphans, loose } = placeNotes(text.replaceAll("云帆集团董事长", "该企业负责人"), [
      first,
      second,
      answer,
    ]);
    expect(threads).toHaveLength(1);
    expect(orphans).toMatchObject([{ record: { id: first.id }, reason: "gone" }]);
    expect(loose).toEqual([]);
    expect(placeNotes(text, [answer]).loose).toEqual([answer]);
  });

  it("are filtered and counted by tag, whatever the case and width of its letters", () => {
    const [tagged] = put(annotator.note(nth(text, "高远"), "x", ["ＧＤＰ"])) as [Note];
    const { threads } = placeNotes(text, [first, second, tagged]);
    expect(withTags(threads, ["复核"])).toHaveLength(2);
    expect(withTags(threads, ["复核", "企业"]).map((thread) => thread.first.id)).toEqual([first.id]);
    expect(withTags(threads, ["gdp"]).map((thread) => thread.first.id)).toEqual([tagged.id]);
    expect(withTags(threads, [])).toHaveLength(3);
    expect(countTags(threads)).toEqual([
      { tag: "复核", count: 2 },
      { tag: "企业", count: 1 },
      { tag: "ＧＤＰ", count: 1 },
    ]);
  });

  it("take tags as they are typed", () => {
    expect(readTags(" #复核，企业 ＃GDP、企业 ")).toEqual(["复核", "企业", "GDP"]);
  });
});

describe("relations", () => {
  const [person, organ] = decided.analysis.mentions.map((one) => one).sort((a, b) => b.span.start - a.span.start);
  if (!person || !organ) throw new Error("no mentions");
  const records = put(annotator.relate(person, organ, "works-for"));

  it("join two mentions", () => {
    const { relations, orphans } = placeRelations(decided, records);
    expect(relations.map(({ relation, from, to }) => [from.text, relation.type, to.text])).toEqual([
      ["林望舒", "works-for", "澜江省委"],
    ]);
    expect(orphans).toEqual([]);
  });

  it("still join them when the class of one was changed", () => {
    const changed = applyDecisions(analysis, put(annotator.change(person, { type: "person" })));
    expect(placeRelations(changed, records).relations).toHaveLength(1);
  });

  it("are orphans when a mention was rejected, and can be attached to another", () => {
    const without = applyDecisions(analysis, put(annotator.reject(organ)));
    const { relations, orphans } = placeRelations(without, records);
    expect(relations).toEqual([]);
    expect(orphans).toMatchObject([{ anchor: { exact: "澜江省委" }, candidates: [organ.span] }]);
    const [relation] = records;
    const self = relation?.kind === "relation" ? put(annotator.attachEnd(relation, "to", person)) : [];
    expect(placeRelations(without, self).relations).toHaveLength(1);
  });
});
