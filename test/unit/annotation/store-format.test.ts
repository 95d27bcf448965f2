import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeStores } from "../../../src/core/annotation/merge-stores.js";
import type { AnnotationRecord, Note } from "../../../src/core/annotation/records.js";
import { emptyStore, isEmpty, settled, withoutRecords, withRecords } from "../../../src/core/annotation/store.js";
import { parseStore, serializeStore } from "../../../src/core/annotation/store-format.js";
import { note, record, store } from "./records-support.js";

const header = '{"tifa":"annotations","version":1}';
const codes = (source: string) => parseStore(source).problems.map(({ code, line }) => [code, line]);

describe("an annotation file", () => {
  it("has one record a line, in order of id, fields in a fixed order, and text as it is", () => {
    const written = serializeStore(store(note("n-b", "后一条"), note("n-a", "第一条\n第二行")));
    expect(written.split("\n")).toEqual([
      header,
      expect.stringMatching(
        /^\{"id":"n-a","kind":"note","anchor":\{"exact":"省委","prefix":"","suffix":"。","start":0,"end":2\},"text":"第一条\\n第二行","tags":\[\],"at":/,
      ),
      expect.stringContaining("后一条"),
      "",
    ]);
  });

  it("is empty when nothing is kept, and empty text is an empty store", () => {
    expect(serializeStore(emptyStore)).toBe("");
    expect(isEmpty(parseStore("").store)).toBe(true);
  });

  it("is read with a byte order mark and with Windows line ends", () => {
    const written = serializeStore(store(note("n-a", "x"), note("n-b", "y")));
    const parsed = parseStore(`\uFEFF${written.replace(/\n/g, "\r\n")}`);
    expect(parsed.problems).toEqual([]);
    expect(serializeStore(parsed.store)).toBe(written);
  });

  it("keeps fields it does not know, also when the record is changed", () => {
    const line =
      '{"id":"n-a","kind":"note","colour":"red","anchor":{"exact":"省委","prefix":"","suffix":"","start":0,"end":2,"layer":7},"text":"x","tags":[],"at":"2024-05-01T00:00:00Z"}';
    const parsed = parseStore(`${header}\n${line}\n`);
    expect(serializeStore(parsed.store)).toBe(`${header}\n${line}\n`);
    const before = parsed.store.records.get("n-a") as Note;
    const changed = serializeStore(withRecords(parsed.store, [{ ...before, text: "y" }]));
    expect(JSON.parse(changed.split("\n")[1] ?? "")).toEqual({ ...JSON.parse(line), text: "y" });
  });

  it("keeps records of kinds it does not know, at the place of their id, and says so", () => {
    const later = '{"id":"m-1","kind":"poll","votes":[1,2]}';
    const source = `${header}\n${later}\n${serializeStore(store(note("n-a", "x"))).split("\n")[1]}\n`;
    expect(codes(source)).toEqual([["unknown-record", 1]]);
    expect(serializeStore(parseStore(source).store)).toBe(source);
  });

  it("reports a broken line with its place and keeps it and every other record", () => {
    const good = serializeStore(store(note("n-a", "x"), note("n-b", "y")));
    const source = good.replace("\n", '\n{"id":"n-c","kind":"note",\n');
    const { store: read, problems } = parseStore(source);
    expect([...read.records.keys()]).toEqual(["n-a", "n-b"]);
    expect(problems).toMatchObject([
      { code: "broken-line", line: 1, span: { start: header.length + 1, end: header.length + 27 } },
    ]);
    const again = serializeStore(read);
    expect(again.endsWith('{"id":"n-c","kind":"note",\n')).toBe(true);
    expect(serializeStore(parseStore(again).store)).toBe(again);
  });

  it("takes a record that lacks what its kind needs for one it does not know", () => {
    const source = `${header}\n{"id":"d-1","kind":"decision","verdict":"maybe","scope":"mention","type":"agency","at":""}\n`;
    expect(codes(source)).toEqual([["unknown-record", 1]]);
    expect(serializeStore(parseStore(source).store)).toBe(source);
  });

  it("says that a file is of a newer version and keeps its first line", () => {
    const source = `{"tifa":"annotations","version":9,"compact":true}\n${serializeStore(store(note("n-a", "x"))).split("\n")[1]}\n`;
    expect(codes(source)).toEqual([["newer-format", 0]]);
    expect(serializeStore(parseStore(source).store)).toBe(source);
  });
});

describe("a merge conflict left in a file", () => {
  const line = (one: AnnotationRecord) => serializeStore(store(one)).split("\n")[1] ?? "";
  const mine = note("n-a", "甲的看法", "2024-05-02T00:00:00Z");
  const theirs = note("n-a", "乙的看法", "2024-05-03T00:00:00Z");
  const other = note("n-b", "别的");

  it("gives the records of both sides and is reported where it starts", () => {
    const source = [header, "<<<<<<< HEAD", line(mine), "=======", line(other), ">>>>>>> branch", ""].join("\n");
    expect(codes(source)).toEqual([["merge-conflict", 1]]);
    expect(serializeStore(parseStore(source).store)).toBe(serializeStore(store(mine, other)));
  });

  it("puts the later of two versions into effect, keeps the other beside it, and drops it when told", () => {
    const source = [header, "<<<<<<< HEAD", line(mine), "=======", line(theirs), ">>>>>>> branch", ""].join("\n");
    const { store: read, problems } = parseStore(source);
    expect(problems.map(({ code }) => code)).toEqual(["merge-conflict", "two-versions"]);
    expect(read.records.get("n-a")).toEqual(theirs);
    const again = serializeStore(read);
    expect(again).toBe([header, line(theirs), line(mine), ""].join("\n"));
    expect(codes(again)).toEqual([["two-versions", 2]]);
    expect(serializeStore(settled(parseStore(again).store, "n-a"))).toBe(serializeStore(store(theirs)));
  });

  it("reads over the common ancestor of a three-way block", () => {
    const old = note("n-a", "旧", "2024-05-01T00:00:00Z");
    const source = [
      header,
      "<<<<<<< HEAD",
      line(mine),
      "||||||| base",
      line(old),
      "=======",
      line(theirs),
      ">>>>>>> b",
      "",
    ].join("\n");
    const read = parseStore(source).store;
    expect(read.records.get("n-a")).toEqual(theirs);
    expect(read.kept.map(({ text }) => text)).toEqual([line(mine)]);
  });

  it("keeps markers that make no whole block, and the records around them", () => {
    const source = [header, line(other), "=======", line(mine), ""].join("\n");
    const { store: read, problems } = parseStore(source);
    expect(problems.map(({ code, line: at }) => [code, at])).toEqual([["merge-conflict", 2]]);
    expect([...read.records.keys()]).toEqual(["n-a", "n-b"]);
    expect(serializeStore(read)).toContain("\n=======\n");
  });
});

describe("merging two stores", () => {
  const at = (day: number) => `2024-05-0${day}T00:00:00Z`;
  const base = store(note("n-a", "a"), note("n-b", "b"), note("n-c", "c"));

  it("takes what either side added, changed or removed", () => {
    const mine = withRecords(withoutRecords(base, ["n-a"]), [note("n-d", "d")]);
    const theirs = withRecords(base, [note("n-b", "b2", at(2)), note("n-e", "e")]);
    const { store: merged, conflicts } = mergeStores(mine, theirs, base);
    expect(conflicts).toEqual([]);
    expect([...merged.records].map(([id, one]) => [id, (one as Note).text])).toEqual([
      ["n-b", "b2"],
      ["n-c", "c"],
      ["n-d", "d"],
      ["n-e", "e"],
    ]);
  });

  it("does not let a removal undo the other side's change", () => {
    const { store: merged } = mergeStores(
      withoutRecords(base, ["n-a"]),
      withRecords(base, [note("n-a", "a2", at(2))]),
      base,
    );
    expect(merged.records.has("n-a")).toBe(true);
  });

  it("keeps both versions where both changed", () => {
    const { store: merged, conflicts } = mergeStores(
      withRecords(base, [note("n-a", "mine", at(2))]),
      withRecords(base, [note("n-a", "theirs", at(3))]),
      base,
    );
    expect(conflicts).toEqual(["n-a"]);
    expect((merged.records.get("n-a") as Note).text).toBe("theirs");
    expect(merged.kept).toMatchObject([{ id: "n-a", why: "older" }]);
    expect(serializeStore(merged)).toContain("mine");
  });
});

describe("properties", () => {
  const records = fc.array(record, { maxLength: 12 });
  const junk = fc.constantFrom(
    "{",
    "not json",
    '{"id":"z","kind":"later"}',
    "[1]",
    "null",
    '"text"',
    "<<<<<<< x",
    "=======",
    ">>>>>>> y",
    "||||||| z",
    " ",
    '{"tifa":"annotations","version":2}',
  );

  it("what is written is read back the same, and is written the same again", () => {
    fc.assert(
      fc.property(records, (list) => {
        const before = store(...list);
        const written = serializeStore(before);
        const { store: after, problems } = parseStore(written);
        expect(problems).toEqual([]);
        expect([...after.records]).toEqual([...before.records]);
        expect(serializeStore(after)).toBe(written);
      }),
    );
  });

  it("reading never throws, loses no record and no broken text, and settles after one writing", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, record), { maxLength: 20 }), (items) => {
        const lines = items.map((item) =>
          typeof item === "string" ? item : (serializeStore(store(item)).split("\n")[1] ?? ""),
        );
        const { store: read } = parseStore(lines.join("\n"));
        const written = serializeStore(read);
        const kept = new Set(written.split("\n"));
        // Between two markers, what stands is the common ancestor's and goes by design.
        if (!lines.includes("||||||| z"))
          for (const line of lines) if (!/^(?:[<=>]{7}|\s*$|\{"tifa")/.test(line)) expect(kept).toContain(line);
        const again = serializeStore(parseStore(written).store);
        expect(serializeStore(parseStore(again).store)).toBe(again);
      }),
      { numRuns: 500 },
    );
  });

  it("reads any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        (source) => void serializeStore(parseStore(source).store),
      ),
    );
  });

  it("merging is the same from both sides, loses no record, and adds none", () => {
    fc.assert(
      fc.property(records, records, records, (common, left, right) => {
        const base = store(...common);
        const [a, b] = [
          withRecords(base, left),
          withRecords(
            withoutRecords(
              base,
              common.slice(0, 2).map(({ id }) => id),
            ),
            right,
          ),
        ];
        const merged = serializeStore(mergeStores(a, b, base).store);
        expect(serializeStore(mergeStores(b, a, base).store)).toBe(merged);
        const all = new Set([...a.records.keys(), ...b.records.keys()]);
        const removed = [...base.records.keys()].filter(
          (id) => !b.records.has(id) && a.records.get(id) === base.records.get(id),
        );
        expect([...parseStore(merged).store.records.keys()]).toEqual(
          [...all].filter((id) => !removed.includes(id)).sort(),
        );
        expect(serializeStore(mergeStores(a, a, base).store)).toBe(serializeStore(a));
        expect(serializeStore(mergeStores(a, base, base).store)).toBe(serializeStore(a));
      }),
    );
  });
});
