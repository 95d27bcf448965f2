import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleRecord } from "../../../src/core/corpus/article-record.js";
import { CorpusIndex } from "../../../src/core/corpus/corpus-index.js";
import { mentionTypes } from "../../../src/core/recognize/mention.js";
import { indexOf, madeRecord } from "./support.js";

const folders = ["file:///w/a", "file:///w/a/b", "file:///w/ab", "file:///x"];
const uris = fc
  .tuple(fc.constantFrom(...folders), fc.constantFrom("1", "2", "3"))
  .map(([folder, name]) => `${folder}/${name}.txt`);
const records = fc
  .record({
    uri: uris,
    day: fc.option(fc.constantFrom("2021-11-18", "2022-01-10", "2022-07-25"), { nil: undefined }),
    source: fc.option(fc.constantFrom("甲报", "乙报"), { nil: undefined }),
    mentions: fc.array(
      fc.record({ type: fc.constantFrom(...mentionTypes), name: fc.constantFrom("甲", "乙", "丙", "丁") }),
      { maxLength: 8 },
    ),
  })
  .map(({ day, source, ...rest }) => madeRecord({ ...rest, ...(day ? { day } : {}), ...(source ? { source } : {}) }));
const changes = fc.oneof(
  { weight: 4, arbitrary: records.map((record) => ({ kind: "set" as const, record })) },
  { weight: 2, arbitrary: uris.map((uri) => ({ kind: "delete" as const, uri })) },
  { weight: 2, arbitrary: fc.tuple(uris, uris).map(([from, to]) => ({ kind: "rename" as const, from, to })) },
  { weight: 1, arbitrary: fc.constantFrom(...folders).map((folder) => ({ kind: "delete-folder" as const, folder })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...folders), fc.constantFrom("file:///y", "file:///w/a/c", "file:///x"))
      .map(([from, to]) => ({ kind: "rename-folder" as const, from, to })),
  },
);
type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

/** Everything that an index answers, as plain data. */
function answers(index: CorpusIndex) {
  return {
    articles: index.articles().map(({ uri, day }) => [uri, day]),
    sources: [...index.bySource()].map(([source, list]) => [source, list.map(({ uri }) => uri)]),
    counts: mentionTypes.map((type) => index.count(type)),
    postings: mentionTypes
      .flatMap((type) =>
        index
          .postings(type)
          .map(({ entity, articles }) => [
            entity.id,
            [...articles].map(([{ uri }, count]) => `${uri} ${count}`).sort(),
          ]),
      )
      .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    size: index.size,
  };
}

function apply(index: CorpusIndex, change: Change): void {
  switch (change.kind) {
    case "set":
      return void index.set(change.record);
    case "delete":
      return void index.delete(change.uri);
    case "rename":
      return void index.rename(change.from, change.to);
    case "delete-folder":
      return void index.deleteFolder(change.folder);
    case "rename-folder":
      return void index.renameFolder(change.from, change.to);
  }
}

/** What the folder holds after a change, reckoned without the index. */
function model(files: Map<string, ArticleRecord>, change: Change): void {
  const move = (pairs: (readonly [string, string])[]) => {
    const moved = pairs.map(([from, to]) => [to, files.get(from) as ArticleRecord] as const);
    for (const [from] of pairs) files.delete(from);
    for (const [to, record] of moved) files.set(to, { ...record, uri: to });
  };
  const below = (folder: string) => [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  switch (change.kind) {
    case "set":
      files.set(change.record.uri, change.record);
      break;
    case "delete":
      files.delete(change.uri);
      break;
    case "rename":
      if (files.has(change.from) && change.from !== change.to) move([[change.from, change.to]]);
      break;
    case "delete-folder":
      for (const uri of below(change.folder)) files.delete(uri);
      break;
    case "rename-folder":
      move(below(change.from).map((uri) => [uri, change.to + uri.slice(change.from.length)]));
      break;
  }
}

describe("CorpusIndex", () => {
  it("is left as it was by a set and a delete", () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 10 }), records, (before, added) => {
        const index = indexOf(before.filter(({ uri }) => uri !== added.uri));
        const expected = answers(index);
        index.set(added);
        expect(index.delete(added.uri)).toBe(true);
        expect(answers(index)).toEqual(expected);
      }),
    );
  });

  it("answers after any changes as if it had been filled with what is there now", () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 30 }), (list) => {
        const index = new CorpusIndex();
        const files = new Map<string, ArticleRecord>();
        for (const change of list) {
          apply(index, change);
          model(files, change);
        }
        expect(answers(index)).toEqual(answers(indexOf([...files.values()].reverse())));
      }),
      { numRuns: 300 },
    );
  });

  it("is empty when cleared", () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 10 }), (list) => {
        const index = indexOf(list);
        index.clear();
        expect(answers(index)).toEqual(answers(new CorpusIndex()));
      }),
    );
  });

  it("moves the articles of a folder and not those of one whose name only begins alike", () => {
    const index = indexOf(
      ["file:///w/a/1.txt", "file:///w/ab/2.txt"].map((uri) =>
        madeRecord({ uri, mentions: [{ type: "slogan", name: "甲" }] }),
      ),
    );
    expect(index.renameFolder("file:///w/a", "file:///w/z")).toEqual(["file:///w/a/1.txt"]);
    expect(index.articles().map(({ uri }) => uri)).toEqual(["file:///w/ab/2.txt", "file:///w/z/1.txt"]);
    expect(index.articlesWith("slogan:甲").map(({ uri }) => uri)).toEqual(["file:///w/ab/2.txt", "file:///w/z/1.txt"]);
  });

  it("counts mentions by article and tells a changed posting by its revision", () => {
    const mentions = [
      { type: "slogan" as const, name: "甲" },
      { type: "slogan" as const, name: "甲" },
      { type: "agency" as const, name: "乙" },
    ];
    const index = indexOf([madeRecord({ uri: "file:///1", mentions })]);
    const posting = index.posting("slogan:甲");
    expect([...(posting?.articles.values() ?? [])]).toEqual([2]);
    const revision = posting?.revision;
    index.set(madeRecord({ uri: "file:///2", mentions: [{ type: "agency", name: "乙" }] }));
    expect(index.posting("slogan:甲")?.revision).toBe(revision);
    index.set(madeRecord({ uri: "file:///3", mentions: [{ type: "slogan", name: "甲" }] }));
    expect(index.posting("slogan:甲")?.revision).not.toBe(revision);
  });

  it("keeps articles without a date behind the others", () => {
    const index = indexOf([
      madeRecord({ uri: "file:///c", mentions: [] }),
      madeRecord({ uri: "file:///b", day: "2023-01-02", mentions: [] }),
      madeRecord({ uri: "file:///a", day: "2021-01-02", mentions: [] }),
    ]);
    expect(index.articles().map(({ uri }) => uri)).toEqual(["file:///a", "file:///b", "file:///c"]);
  });
});
