import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFiles, largestFile, readText } from "../../../src/node/file-workspace.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text = "文"): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function found(...paths: string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const file of findFiles(paths.map((path) => join(folder, path)))) {
    all.push(relative(folder, file.path) + ("error" in file ? `: ${file.error.failure}` : ""));
  }
  return all;
}

describe("findFiles", () => {
  it("walks folders in order of name, and takes only what can be an article", async () => {
    for (const path of [
      "b/2.TXT",
      "b/1.md",
      "a.html",
      "c.htm",
      "d.policy",
      "e.ts",
      "f.json",
      "b/.hidden/x.txt",
      "node_modules/y.txt",
    ])
      put(path);
    expect(await found(".")).toEqual(["a.html", "b/1.md", "b/2.TXT", "c.htm", "d.policy"]);
  });

  it("takes a file that is named itself, whatever it ends in", async () => {
    put("article.dat");
    expect(await found("article.dat")).toEqual(["article.dat"]);
  });

  it("tells of a path that is not there and goes on", async () => {
    put("a.txt");
    expect(await found("no.txt", "a.txt")).toEqual(["no.txt: missing", "a.txt"]);
  });

  it("does not follow a link to a folder, which may lead in a circle", async () => {
    put("a/1.txt");
    symlinkSync(folder, join(folder, "a", "circle"));
    expect(await found(".")).toEqual(["a/1.txt"]);
  });
});

describe("readText", () => {
  it("refuses a file that is too large", async () => {
    put("large.txt");
    truncateSync(join(folder, "large.txt"), largestFile + 1);
    await expect(readText(join(folder, "large.txt"))).rejects.toMatchObject({ failure: "too-large" });
  });

  it("names a folder and a missing file for what they are", async () => {
    await expect(readText(folder)).rejects.toMatchObject({ failure: "folder" });
    await expect(readText(join(folder, "no.txt"))).rejects.toMatchObject({ failure: "missing" });
  });
});
