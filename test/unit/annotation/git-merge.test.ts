import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { newRecordId } from "../../../src/core/annotation/records.js";
import { type AnnotationStore, withRecords } from "../../../src/core/annotation/store.js";
import { parseStore, serializeStore } from "../../../src/core/annotation/store-format.js";
import { note, store } from "./records-support.js";
import { hand } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "tifa-merge-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `git merge` makes of three versions of one file; with `union`, as `merge=union` in .gitattributes asks. */
function gitMerge(mine: AnnotationStore, base: AnnotationStore, theirs: AnnotationStore, union: boolean): string {
  const files = { mine, base, theirs };
  for (const [name, one] of Object.entries(files)) writeFileSync(join(folder, name), serializeStore(one));
  const args = ["merge-file", "-p", ...(union ? ["--union"] : []), "mine", "base", "theirs"];
  try {
    return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    // The exit code is the number of conflicts; what git wrote is there all the same.
    const { status, stdout } = error as { status: number | null; stdout: string };
    if (status === null || status > 127) throw error;
    return stdout;
  }
}

function notes(count: number, seed: number) {
  const { random } = hand(undefined, seed);
  return Array.from({ length: count }, (_, i) =>
    note(newRecordId("note", random), `第${i}条`, `2024-05-01T00:00:${String(seed % 60).padStart(2, "0")}Z`),
  );
}

describe("what git makes of two people's files", () => {
  it.each([true, false])("holds every record of both, with union merging %s", (union) => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(1000),
        (common, a, b, seed) => {
          const base = store(...notes(common, seed * 3));
          const [mine, theirs] = [withRecords(base, notes(a, seed * 3 + 1)), withRecords(base, notes(b, seed * 3 + 2))];
          const merged = parseStore(gitMerge(mine, base, theirs, union));
          const all = [...new Set([...mine.records.keys(), ...theirs.records.keys()])].sort();
          expect([...merged.store.records.keys()]).toEqual(all);
          expect(merged.store.kept).toEqual([]);
          if (union) expect(merged.problems).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("merges without a conflict when two people work in a file of some size", () => {
    const base = store(...notes(200, 0));
    let clean = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const merged = gitMerge(
        withRecords(base, notes(2, seed * 2)),
        base,
        withRecords(base, notes(2, seed * 2 + 1)),
        false,
      );
      if (!merged.includes("<<<<<<<")) clean++;
    }
    expect(clean).toBeGreaterThanOrEqual(26);
  });

  it("keeps both versions of a record that both changed", () => {
    const base = store(note("n-a", "旧"));
    const merged = parseStore(
      gitMerge(
        store(note("n-a", "甲", "2024-05-02T00:00:00Z")),
        base,
        store(note("n-a", "乙", "2024-05-03T00:00:00Z")),
        true,
      ),
    );
    expect(merged.problems.map(({ code }) => code)).toEqual(["two-versions"]);
    expect(serializeStore(merged.store)).toMatch(/乙.*甲/s);
  });
});
