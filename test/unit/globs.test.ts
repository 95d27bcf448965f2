import { describe, expect, it } from "vitest";
import { globTest } from "../../src/core/text/globs.js";

describe("globs", () => {
  it.each([
    ["**/drafts", "drafts", true],
    ["**/drafts", "a/drafts/x.txt", true],
    ["**/drafts", "a/my-drafts/x.txt", false],
    ["2022/**", "2022/a/b.txt", true],
    ["2022/**", "x/2022/a.txt", false],
    ["**/*.bak.txt", "a/b.bak.txt", true],
    ["**/*.bak.txt", "a/bXbak.txt", false],
    ["*.txt", "a.txt", true],
    ["*.txt", "b/a.txt", false],
    ["**/{旧稿,old}/*.{txt,md}", "库/旧稿/a.md", true],
    ["**/{旧稿,old}/*.{txt,md}", "库/旧稿/a.html", false],
    ["a?c.txt", "abc.txt", true],
    ["a?c.txt", "a/c.txt", false],
    ["[ab].txt", "b.txt", true],
    ["[!ab].txt", "b.txt", false],
    ["[!ab].txt", "c.txt", true],
    ["a(b)+.txt", "a(b)+.txt", true],
    ["**", "anything/at/all", true],
    ["folder/", "folder/x.txt", true],
    ["{a,b", "a", false],
    ["[z-a].txt", "z.txt", false],
  ])("%s on %s: %s", (pattern, path, matches) => {
    expect(globTest([pattern])(path)).toBe(matches);
  });

  it("match where one of several does, and nothing where there is none", () => {
    expect(globTest(["x", "**/y"])("a/y")).toBe(true);
    expect(globTest([])("a")).toBe(false);
  });
});
