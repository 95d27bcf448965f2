import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionOf } from "../../../src/core/corpus/article-record.js";
import { recordKey, restoreRecord, storeRecord } from "../../../src/core/corpus/record-codec.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { recordOf } from "./support.js";

describe("storing records", () => {
  it.each([
    ["front matter", frontMatterArticle],
    ["plain", plainArticle],
  ])("gives a %s record back as it was", (_, source) => {
    const record = recordOf(source, "file:///w/one.txt");
    expect(record.mentions.length).toBeGreaterThan(3);
    expect(record.meetings.length).toBe(1);
    const restored = restoreRecord(JSON.parse(JSON.stringify(storeRecord(record))), record.uri);
    expect(restored).toEqual(record);
  });

  it("keeps the parts of a mention that markup cuts", () => {
    const record = recordOf(frontMatterArticle);
    const restored = restoreRecord(JSON.parse(JSON.stringify(storeRecord(record))), record.uri);
    const cut = Array.from({ length: record.mentions.length }, (_, row) => row).filter(
      (row) => record.mentions.parts(row).length > 1,
    );
    expect(cut.length).toBeGreaterThan(0);
    for (const row of cut) {
      const parts = restored?.mentions.parts(row) ?? [];
      expect(parts.map(({ start, end }) => frontMatterArticle.slice(start, end)).join("")).toBe(
        mentionOf(record, row)?.text,
      );
    }
  });

  it("takes no damaged entry for a record, and never throws", () => {
    const stored = JSON.stringify(storeRecord(recordOf(frontMatterArticle)));
    const good = JSON.parse(stored) as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.jsonValue(), (key, value) => {
        const restored = restoreRecord({ ...good, [key]: value }, "file:///a");
        if (restored)
          for (let row = 0; row < restored.mentions.length; row++) expect(mentionOf(restored, row)).toBeDefined();
      }),
      { numRuns: 500 },
    );
    for (const key of ["format", "text", "entities", "mentions", "posts", "meetings"]) {
      const { [key]: _gone, ...rest } = good;
      expect(restoreRecord(rest, "file:///a"), key).toBeUndefined();
    }
    expect(restoreRecord({ ...good, mentions: (good.mentions as number[]).slice(1) }, "file:///a")).toBeUndefined();
    expect(restoreRecord({ ...good, entities: [] }, "file:///a")).toBeUndefined();
    expect(restoreRecord({ ...good, text: "短" }, "file:///a")).toBeUndefined();
    for (const other of [null, 1, "", [], {}]) expect(restoreRecord(other, "file:///a")).toBeUndefined();
  });

  it("tells keys of other contents and other lexicons apart", () => {
    expect(new Set([recordKey("a", "1"), recordKey("b", "1"), recordKey("a", "2")]).size).toBe(3);
  });
});
