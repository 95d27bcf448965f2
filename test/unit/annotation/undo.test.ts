import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withRecords } from "../../../src/core/annotation/store.js";
import { serializeStore } from "../../../src/core/annotation/store-format.js";
import { ActionLog, applyChanges, changesTo, inverse } from "../../../src/core/annotation/undo.js";
import { note, record, store } from "./records-support.js";

describe("undo and redo", () => {
  it("take an action back and do it again", () => {
    const log = new ActionLog();
    const before = store(note("n-a", "旧"), note("n-b", "不动"));
    const changes = changesTo("a.txt", before, { put: [note("n-a", "新"), note("n-c", "添")], remove: ["n-b"] });
    log.push({ label: "批注", changes });
    const after = applyChanges(before, changes).store;
    expect([...after.records.keys()]).toEqual(["n-a", "n-c"]);
    expect(log.nextUndo).toBe("批注");
    const undone = applyChanges(after, log.undo()?.changes ?? []);
    expect(undone.refused).toEqual([]);
    expect(serializeStore(undone.store)).toBe(serializeStore(before));
    expect([log.nextUndo, log.nextRedo]).toEqual([undefined, "批注"]);
    expect(serializeStore(applyChanges(undone.store, log.redo()?.changes ?? []).store)).toBe(serializeStore(after));
  });

  it("leave alone what somebody else has changed since", () => {
    const before = store(note("n-a", "旧"));
    const changes = changesTo("a.txt", before, { put: [note("n-a", "新")], remove: [] });
    const elsewhere = withRecords(before, [note("n-a", "别人的")]);
    const { store: kept, refused } = applyChanges(elsewhere, inverse({ label: "", changes }).changes);
    expect(refused).toHaveLength(1);
    expect(serializeStore(kept)).toBe(serializeStore(elsewhere));
  });

  it("forget what was undone when something new is done, and the oldest beyond the limit", () => {
    const log = new ActionLog(2);
    const action = (label: string) => ({ label, changes: [{ file: "a", after: note("n-a", label) }] });
    for (const label of ["1", "2", "3"]) log.push(action(label));
    expect([log.undo()?.label, log.undo()?.label, log.undo()?.label]).toEqual(["3", "2", undefined]);
    log.push(action("4"));
    expect(log.redo()).toBeUndefined();
  });

  it("the inverse of any change gives back the store, to the letter", () => {
    fc.assert(
      fc.property(
        fc.array(record),
        fc.uniqueArray(record, { selector: ({ id }) => id }),
        fc.array(fc.integer({ min: 0, max: 40 })),
        (old, put, gone) => {
          const before = store(...old);
          const changed = new Set(put.map(({ id }) => id));
          const remove = [...new Set(gone)].map((n) => `x-${n}`).filter((id) => !changed.has(id));
          const changes = changesTo("a.txt", before, { put, remove });
          const { store: after, refused } = applyChanges(before, changes);
          expect(refused).toEqual([]);
          expect(serializeStore(applyChanges(after, inverse({ label: "", changes }).changes).store)).toBe(
            serializeStore(before),
          );
        },
      ),
    );
  });
});
