import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PagedRecordCache } from "../../../src/node/record-cache.js";

let folder = "";
const errors: unknown[] = [];
const open = () => new PagedRecordCache(folder, (error) => errors.push(error));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-cache-"));
  errors.length = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function stored(isWanted: (key: string) => boolean = () => true): Promise<[Map<string, string>, number]> {
  const found = new Map<string, string>();
  const cache = open();
  const damaged = await cache.load(isWanted, async (key, text) => {
    found.set(key, text);
    return true;
  });
  await cache.flush();
  return [found, damaged];
}

async function fill(count: number, text: (i: number) => string = (i) => `{"文":${i}}`): Promise<void> {
  const cache = open();
  for (let i = 0; i < count; i++) await cache.add(`key-${i}`, text(i));
  await cache.flush();
}

describe("a cache of pages", () => {
  it("gives back what was stored, over many pages", async () => {
    await fill(450);
    expect(readdirSync(folder)).toHaveLength(3);
    const [found, damaged] = await stored();
    expect([found.size, damaged]).toEqual([450, 0]);
    expect(found.get("key-449")).toBe('{"文":449}');
  });

  it("is full even where entries are added without waiting", async () => {
    const cache = open();
    await Promise.all(Array.from({ length: 450 }, (_, i) => cache.add(`key-${i}`, String(i))));
    await cache.flush();
    expect((await stored())[0].size).toBe(450);
  });

  it("lets go of what is no longer wanted and puts thin pages together", async () => {
    await fill(1000);
    const [found] = await stored((key) => Number(key.slice(4)) % 10 === 0);
    expect(found.size).toBe(100);
    expect(readdirSync(folder)).toHaveLength(1);
    expect((await stored())[0].size).toBe(100);
    await stored(() => false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("drops an entry that is refused, and takes it again", async () => {
    await fill(3);
    const cache = open();
    expect(
      await cache.load(
        () => true,
        async (key) => key !== "key-1",
      ),
    ).toBe(1);
    await cache.add("key-1", "new");
    await cache.flush();
    expect(Object.fromEntries((await stored())[0])).toEqual({
      "key-0": '{"文":0}',
      "key-1": "new",
      "key-2": '{"文":2}',
    });
  });

  it("takes what other files in the folder hold for nothing of its own", async () => {
    await fill(2);
    writeFileSync(join(folder, "readme.txt"), "not a page");
    writeFileSync(join(folder, "x.page.tmp"), "half a page");
    const [found, damaged] = await stored();
    expect([found.size, damaged]).toEqual([2, 0]);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".page"))).toEqual(["readme.txt"]);
  });

  it("tells that it cannot be written, and goes on", async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file in the way");
    await fill(1);
    expect(errors).toHaveLength(1);
    expect((await stored())[0].size).toBe(0);
    expect(errors.length).toBeGreaterThan(0);
  });
});
