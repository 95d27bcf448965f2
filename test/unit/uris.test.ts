import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUri, isBelow, pathWithin } from "../../src/core/text/uris.js";

describe("addresses", () => {
  it.each([
    ["file:///a/b.txt", "file:///a/b.txt"],
    ["file:///C:/a b.txt", "file:///c%3A/a%20b.txt"],
    ["file:///c%3a/%E6%96%87.txt", "file:///c%3A/%E6%96%87.txt"],
    ["file:///c%3A/文.txt", "file:///c%3A/%E6%96%87.txt"],
    ["file://server/share/a(1)!.txt", "file://server/share/a%281%29%21.txt"],
    ["file:///100%/a.txt", "file:///100%25/a.txt"],
    ["untitled:Untitled-1", "untitled:Untitled-1"],
    ["git:/a.txt?%7B%7D", "git:/a.txt?%7B%7D"],
  ])("%s is %s", (uri, canonical) => {
    expect(canonicalUri(uri)).toBe(canonical);
  });

  it("are canonical once they have been made so", () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const once = canonicalUri(`file://${path}`);
        expect(canonicalUri(once)).toBe(once);
      }),
    );
  });

  it("know what lies in a folder, and how it is reached from there", () => {
    expect(isBelow("file:///a/b/c.txt", "file:///a/b")).toBe(true);
    expect(isBelow("file:///a/bc.txt", "file:///a/b")).toBe(false);
    expect(isBelow("file:///a", "file:///a")).toBe(true);
    expect(isBelow("file:///a", "file:///")).toBe(true);
    expect(pathWithin("file:///a/%E6%96%87/c%20d.txt", "file:///a")).toBe("文/c d.txt");
    expect(pathWithin("file:///a", "file:///a")).toBe("");
  });
});
