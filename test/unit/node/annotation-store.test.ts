import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gitAttributes } from "../../../src/core/annotation/paths.js";
import { type AnnotationStore, emptyStore, withoutRecords, withRecords } from "../../../src/core/annotation/store.js";
import { parseStore, serializeStore } from "../../../src/core/annotation/store-format.js";
import { AnnotationFolder } from "../../../src/node/annotation-store.js";
import { type Disk, thisDisk } from "../../../src/node/disk.js";
import { StoreError, storeErrorText } from "../../../src/node/store-error.js";
import { note, store } from "../annotation/records-support.js";

const key = { article: "2024/澜江.txt" };
const notes = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => note(`n-${prefix}${i}`, `${prefix} ${i}`, `2024-05-01T00:00:${10 + i}Z`));
const adding =
  (...records: Parameters<typeof withRecords>[1][]) =>
  (now: AnnotationStore) =>
    records.reduce((all, some) => withRecords(all, some), now);
const ids = (one: AnnotationStore) => [...one.records.keys()];
const systemError = (code: string) => Object.assign(new Error(`${code}: as the system says`), { code });

let root = "";
let folder = new AnnotationFolder("");
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tifa-store-"));
  folder = new AnnotationFolder(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const text = () => readFileSync(folder.pathOf(key), "utf8");
const beside = () => readdirSync(dirname(folder.pathOf(key)));
const onDisk = (changes: Partial<Disk>) => new AnnotationFolder(root, { ...thisDisk, ...changes });

describe("an annotation file", () => {
  it("is written beside the articles, in the format, with git's attributes, and goes when it is empty", async () => {
    const [one, two] = notes("a", 2);
    await folder.update(key, adding(one ? [one] : [], two ? [two] : []));
    expect(folder.pathOf(key)).toBe(join(root, ".tifa/annotations/2024/澜江.txt.jsonl"));
    expect(text()).toBe(serializeStore(store(...notes("a", 2))));
    expect(ids((await folder.read(key)).store)).toEqual(["n-a0", "n-a1"]);
    expect(beside()).toEqual(["澜江.txt.jsonl"]);
    expect(readFileSync(join(root, ".tifa/.gitattributes"), "utf8")).toBe(gitAttributes);
    expect(await folder.articles()).toEqual(["2024/澜江.txt"]);
    await folder.update("workspace", adding(notes("w", 1)));
    expect(await folder.articles()).toEqual(["2024/澜江.txt"]);
    await folder.update(key, (now) => withoutRecords(now, ["n-a0", "n-a1"]));
    expect(beside()).toEqual([]);
    expect((await folder.read(key)).store).toEqual(emptyStore);
  });

  it("is not there in a folder that nobody has annotated, and reading makes nothing", async () => {
    expect(await folder.articles()).toEqual([]);
    expect((await folder.read(key)).store).toEqual(emptyStore);
    expect(await folder.readLexicon()).toBe("");
    expect(readdirSync(root)).toEqual([]);
  });

  it("leaves the reader's own attributes and does not write what has not changed", async () => {
    mkdirSync(join(root, ".tifa"));
    writeFileSync(join(root, ".tifa/.gitattributes"), "* text\n");
    let written = 0;
    const counting = onDisk({
      create: (path, content) => {
        written++;
        return thisDisk.create(path, content);
      },
    });
    await counting.update(key, adding(notes("a", 1)));
    await counting.update(key, (now) => now);
    expect(written).toBe(1);
    expect(readFileSync(join(root, ".tifa/.gitattributes"), "utf8")).toBe("* text\n");
  });

  it.each(["../outside.txt", "/etc/passwd/../../../x", "a/../../../b"])(
    "is never outside the folder: %s",
    async (path) => {
      await expect(folder.update({ article: path }, adding(notes("a", 1)))).rejects.toMatchObject({
        failure: "outside",
      });
      expect(readdirSync(root)).toEqual([]);
    },
  );

  it("takes an article whose name is as long as the disk allows", async () => {
    const article = `${"文".repeat(81)}.txt`;
    await folder.update({ article }, adding(notes("a", 1)));
    expect(await folder.articles()).toEqual([article]);
    const longer = folder.update({ article: `${"文".repeat(83)}.txt` }, adding(notes("a", 1)));
    await expect(longer).rejects.toMatchObject({ failure: "too-long" });
  });

  it("that is not UTF-8 is not written over", async () => {
    mkdirSync(dirname(folder.pathOf(key)), { recursive: true });
    const bytes = Uint8Array.of(0x7b, 0xb3, 0xce, 0x0a);
    writeFileSync(folder.pathOf(key), bytes);
    await expect(folder.read(key)).rejects.toMatchObject({ failure: "not-utf8" });
    await expect(folder.update(key, adding(notes("a", 1)))).rejects.toThrow(/is not UTF-8 text/);
    expect(Uint8Array.from(readFileSync(folder.pathOf(key)))).toEqual(bytes);
  });
});

describe("a write that fails", () => {
  beforeEach(() => folder.update(key, adding(notes("old", 3))));

  const failures = [
    ["ENOSPC", "full", "the disk is full; free some space and try again", "磁盘已满；请腾出空间后重试"],
    ["EROFS", "read-only", "the folder is on a read-only disk", "磁盘只读"],
    ["EACCES", "denied", "permission is denied", "没有权限"],
    ["EIO", "other", "EIO: as the system says", "EIO: as the system says"],
  ] as const;

  it.each(failures)("%s: says so in one sentence and leaves the old file", async (code, failure, en, zh) => {
    const before = text();
    const failing = onDisk({
      // Half of it is on the disk when there is no more room.
      create: async (path, content) => {
        await thisDisk.create(path, content.slice(0, content.length / 2));
        throw systemError(code);
      },
    });
    const error = await failing.update(key, adding(notes("new", 2))).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    if (!(error instanceof StoreError)) return;
    expect(error.failure).toBe(failure);
    expect(error.message).toContain(
      `annotations ${folder.pathOf(key)} could not be saved (what it held is unchanged): ${en}`,
    );
    expect(storeErrorText(error, "zh")).toMatch(new RegExp(`^无法保存标注 .*原有内容未受影响：.*${zh}.*。$`));
    expect(error.message).not.toContain("\n");
    expect(text()).toBe(before);
    expect(beside()).toEqual(["澜江.txt.jsonl"]);
    await folder.update(key, adding(notes("new", 2)));
    expect(ids((await folder.read(key)).store)).toEqual(["n-new0", "n-new1", "n-old0", "n-old1", "n-old2"]);
  });

  it("at the last step leaves the old file", async () => {
    const before = text();
    const failing = onDisk({ rename: () => Promise.reject(systemError("EPERM")) });
    await expect(failing.update(key, adding(notes("new", 1)))).rejects.toMatchObject({ failure: "denied" });
    expect([text(), beside()]).toEqual([before, ["澜江.txt.jsonl"]]);
  });

  it("because a file stands in the folder's place says so", async () => {
    writeFileSync(join(root, "b"), "");
    rmSync(join(root, ".tifa"), { recursive: true });
    writeFileSync(join(root, ".tifa"), "");
    await expect(folder.update(key, adding(notes("new", 1)))).rejects.toMatchObject({ failure: "blocked" });
    expect(readFileSync(join(root, ".tifa"), "utf8")).toBe("");
  });

  it("does not keep the next one waiting", async () => {
    let fail = true;
    const once = onDisk({
      rename: (from, to) => (fail ? Promise.reject(systemError("ENOSPC")) : thisDisk.rename(from, to)),
    });
    const first = once.update(key, adding(notes("lost", 1))).catch((error: unknown) => {
      fail = false;
      return error;
    });
    const second = once.update(key, adding(notes("kept", 1)));
    expect(await first).toBeInstanceOf(StoreError);
    expect(ids(await second)).toContain("n-kept0");
  });
});

describe("what a killed process leaves", () => {
  const left = (name: string, content: string, age: number) => {
    const path = join(dirname(folder.pathOf(key)), name);
    writeFileSync(path, content);
    const then = Date.now() / 1000 - age;
    utimesSync(path, then, then);
    return path;
  };

  it("is a cut-off temporary file, which is never read and is cleared away once it is old", async () => {
    await folder.update(key, adding(notes("old", 3)));
    const before = text();
    const half = before.slice(0, before.length / 2);
    const [old, fresh] = [left(".0123456789abcdef.1-x.tmp", half, 90), left(".0123456789abcdef.2-y.tmp", half, 1)];
    expect(ids((await folder.read(key)).store)).toEqual(["n-old0", "n-old1", "n-old2"]);
    expect(await folder.articles()).toEqual(["2024/澜江.txt"]);
    await new AnnotationFolder(root).update(key, adding(notes("new", 1)));
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });

  it("keeps nobody from writing", async () => {
    await folder.update(key, adding(notes("old", 1)));
    let claim = "";
    const looking = onDisk({
      create: (path, content) => {
        claim ||= beside().find((name) => name.endsWith(".claim")) ?? "";
        return thisDisk.create(path, content);
      },
    });
    await looking.update(key, adding(notes("mid", 1)));
    expect(claim).not.toBe("");
    left(claim, "", 5);
    const start = Date.now();
    await folder.update(key, adding(notes("new", 1)));
    expect(Date.now() - start).toBeLessThan(1000);
    expect(ids((await folder.read(key)).store)).toEqual(["n-mid0", "n-new0", "n-old0"]);
    // A claim that another process keeps renewing is waited for, but not for ever.
    const renewing = setInterval(() => left(claim, "", 0), 50);
    try {
      await folder.update(key, adding(notes("patient", 1)));
    } finally {
      clearInterval(renewing);
    }
    expect(ids((await folder.read(key)).store)).toContain("n-patient0");
  });
});

describe("annotations that move to another article", () => {
  const to = { article: "2025/新名.txt" };
  const textOf = (one: typeof key) => readFileSync(folder.pathOf(one), "utf8");
  beforeEach(() => folder.update(key, adding(notes("old", 3))));

  it("are all there and only there, and the old file goes", async () => {
    const before = text();
    await folder.move(key, to);
    expect(textOf(to)).toBe(before);
    expect(existsSync(folder.pathOf(key))).toBe(false);
    expect(await folder.articles()).toEqual([to.article]);
    await folder.move(key, to);
    await folder.move(to, to);
    expect(textOf(to)).toBe(before);
  });

  it("join those of the other article, and take along what this version does not know", async () => {
    const unknown = '{"id":"z-later","kind":"later","at":"2030-01-01T00:00:00Z"}';
    writeFileSync(folder.pathOf(key), `${text()}${unknown}\n`);
    await folder.update(to, adding(notes("there", 2)));
    await folder.move(key, to);
    expect(ids((await folder.read(to)).store)).toEqual(["n-old0", "n-old1", "n-old2", "n-there0", "n-there1"]);
    expect(textOf(to)).toContain(unknown);
  });

  it("go to another folder too", async () => {
    const other = new AnnotationFolder(join(root, "other"));
    await folder.move(key, to, other);
    expect(ids((await other.read(to)).store)).toEqual(["n-old0", "n-old1", "n-old2"]);
    expect([await folder.articles(), await other.articles()]).toEqual([[], [to.article]]);
  });

  it("are lost nowhere when the move ends half way: they are in both files, and a second move finishes it", async () => {
    const before = text();
    // As if killed between the two writes: the first file is never removed.
    const killed = onDisk({ remove: () => Promise.reject(systemError("EIO")) });
    await expect(killed.move(key, to)).rejects.toMatchObject({ path: folder.pathOf(key), failure: "other" });
    expect([text(), textOf(to)]).toEqual([before, before]);
    // Meanwhile one of them is edited at the new place.
    await folder.update(to, adding([note("n-old1", "改过", "2024-06-01T00:00:00Z")]));
    await folder.move(key, to);
    expect(existsSync(folder.pathOf(key))).toBe(false);
    const { store: moved } = await folder.read(to);
    expect(ids(moved)).toEqual(["n-old0", "n-old1", "n-old2"]);
    expect(moved.records.get("n-old1")).toMatchObject({ text: "改过" });
  });

  it("stay where they are when the disk is full", async () => {
    const before = text();
    const full = onDisk({
      create: async (path, content) => {
        await thisDisk.create(path, content.slice(0, content.length / 2));
        throw systemError("ENOSPC");
      },
    });
    await expect(full.move(key, to)).rejects.toMatchObject({ path: folder.pathOf(to), failure: "full" });
    expect(text()).toBe(before);
    expect(existsSync(folder.pathOf(to))).toBe(false);
    expect(readdirSync(dirname(folder.pathOf(to)))).toEqual([]);
  });

  it("are followed by what is written to the old file while they move", async () => {
    let late = false;
    const moving = onDisk({
      rename: async (from, path) => {
        await thisDisk.rename(from, path);
        if (late || path !== folder.pathOf(to)) return;
        late = true;
        await folder.update(key, adding([...notes("late", 1), note("n-old0", "又改", "2024-06-01T00:00:00Z")]));
      },
    });
    await moving.move(key, to);
    expect(late).toBe(true);
    expect(existsSync(folder.pathOf(key))).toBe(false);
    const { store: moved } = await folder.read(to);
    expect(ids(moved)).toEqual(["n-late0", "n-old0", "n-old1", "n-old2"]);
    expect(moved.records.get("n-old0")).toMatchObject({ text: "又改" });
  });

  it("are never lost by a process that is killed while it moves them to and fro", { timeout: 60_000 }, async () => {
    const script = join(root, "mover.cjs");
    await build({
      entryPoints: [fileURLToPath(new URL("store-mover.ts", import.meta.url))],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile: script,
      logLevel: "error",
    });
    for (let i = 0; i < 6; i++) {
      const child = spawn(process.execPath, [script, root, key.article, to.article], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = once(child, "exit");
      await once(child.stdout, "data");
      await new Promise((resolve) => setTimeout(resolve, 11 * (i + 1)));
      child.kill("SIGKILL");
      await ended;
      const [here, there] = [await folder.read(key), await folder.read(to)];
      expect([...here.problems, ...there.problems]).toEqual([]);
      expect([...new Set([...ids(here.store), ...ids(there.store)])].sort()).toEqual(["n-old0", "n-old1", "n-old2"]);
    }
    await folder.move(to, key);
    expect(text()).toBe(serializeStore(store(...notes("old", 3))));
  });
});

describe("two that write at once", () => {
  it("lose nothing, whether in one process or with two views of the folder", async () => {
    const other = new AnnotationFolder(root);
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => [
        folder.update(key, adding([note(`n-a${i}`, "甲", "2024-05-01T00:00:00Z")])),
        other.update(key, adding([note(`n-b${i}`, "乙", "2024-05-01T00:00:00Z")])),
      ]).flat(),
    );
    expect((await folder.read(key)).store.records.size).toBe(60);
    expect(beside()).toEqual(["澜江.txt.jsonl"]);
  });

  it("merge what came between the look and the move, both what was added and what was removed", async () => {
    await folder.update(key, adding(notes("old", 2)));
    let between = 0;
    const late = onDisk({
      create: async (path, content) => {
        await thisDisk.create(path, content);
        if (!path.endsWith(".tmp") || between++ > 1) return;
        // Git, or a process that did not wait: it has no claim.
        const now = parseStore(text()).store;
        const others = withRecords(withoutRecords(now, ["n-old0"]), [
          note(`n-b${between}`, "乙", "2024-05-01T00:00:00Z"),
        ]);
        writeFileSync(folder.pathOf(key), serializeStore(others));
      },
    });
    await late.update(key, adding(notes("mine", 1)));
    expect(ids((await folder.read(key)).store)).toEqual(["n-b1", "n-b2", "n-mine0", "n-old1"]);
    expect(beside()).toEqual(["澜江.txt.jsonl"]);
  });

  it("keep both versions of what both have changed", async () => {
    await folder.update(key, adding([note("n-x", "原文", "2024-05-01T00:00:00Z")]));
    const { store: base } = await folder.read(key);
    await folder.update(
      key,
      adding([note("n-x", "乙改", "2024-05-02T00:00:00Z"), note("n-b", "乙", "2024-05-02T00:00:00Z")]),
    );
    const mine = withRecords(base, [
      note("n-x", "甲改", "2024-05-03T00:00:00Z"),
      note("n-a", "甲", "2024-05-03T00:00:00Z"),
    ]);
    await folder.save(key, mine, base);
    const { store: merged, problems } = await folder.read(key);
    expect(ids(merged)).toEqual(["n-a", "n-b", "n-x"]);
    expect(merged.records.get("n-x")).toMatchObject({ text: "甲改" });
    expect(problems).toMatchObject([{ code: "two-versions", detail: "n-x" }]);
    expect(text()).toContain("乙改");
  });

  it("are processes, one of them killed again and again: no record is lost, no file is broken", {
    timeout: 60_000,
  }, async () => {
    const script = join(root, "writer.cjs");
    await build({
      entryPoints: [fileURLToPath(new URL("store-writer.ts", import.meta.url))],
      bundle: true,
      platform: "node",
      format: "cjs",
      outfile: script,
      logLevel: "error",
    });
    const own = { article: "a.txt" };
    const start = (name: string, count: number) => {
      const child = spawn(process.execPath, [script, root, name, String(count)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      return { child, begun: once(child.stdout, "data"), ended: once(child, "exit") };
    };
    const steady = ["a", "b"].map((name) => start(name, 40));
    for (let i = 0; i < 4; i++) {
      const victim = start(`k${i}-`, 100_000);
      await victim.begun;
      await new Promise((resolve) => setTimeout(resolve, 17 * (i + 1)));
      victim.child.kill("SIGKILL");
      await victim.ended;
      expect((await folder.read(own)).problems).toEqual([]);
    }
    for (const { ended } of steady) expect(await ended).toEqual([0, null]);
    const { store: all, problems } = await folder.read(own);
    expect(problems).toEqual([]);
    for (const name of ["a", "b"]) expect(ids(all).filter((id) => id.startsWith(`n-${name}`))).toHaveLength(40);
    for (let i = 0; i < 4; i++) expect(all.records.has(`n-k${i}-000000`)).toBe(true);
  });
});
