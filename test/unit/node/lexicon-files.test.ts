import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadCompiledLexicon, readLexicon } from "../../../src/node/lexicon-files.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("compiles the files of all folders below the root", () => {
  mkdirSync(join(folder, "slogans"));
  writeFileSync(
    join(folder, "agencies.yaml"),
    "kind: agencies\nsource: list\nentries:\n  - {name: 甲局, type: state, level: central}\n",
  );
  writeFileSync(
    join(folder, "slogans", "a.yaml"),
    "kind: slogans\nentries:\n  - {term: 双碳, meaning: {en: a, zh: 甲}, english: dual carbon, category: ecology}\n",
  );
  const data = readLexicon(folder);
  expect(data.agencies).toEqual([{ name: "甲局", type: "state", level: "central", source: "list" }]);
  expect(data.slogans.map(({ term }) => term)).toEqual(["双碳"]);
  expect(data.words.boundary.length).toBeGreaterThan(10_000);
});

it("names the file that is no YAML, and the one without a kind", () => {
  mkdirSync(join(folder, "places"));
  writeFileSync(join(folder, "places", "broken.yaml"), "kind: [places\n");
  expect(() => readLexicon(folder)).toThrow(/^places\/broken\.yaml: /);
  writeFileSync(join(folder, "places", "broken.yaml"), "entries: []\n");
  expect(() => readLexicon(folder)).toThrow("places/broken.yaml: no kind at the top level");
});

it("says what to do about a compiled lexicon that is missing, cut off or something else", () => {
  const path = join(folder, "lexicon.json");
  expect(() => loadCompiledLexicon(path)).toThrow(
    /^The lexicon .*lexicon\.json cannot be read \(ENOENT.*; build or install Tifa again$/,
  );
  writeFileSync(path, '{"version": "1", "agencies": [');
  expect(() => loadCompiledLexicon(path)).toThrow(/lexicon\.json cannot be read/);
  writeFileSync(path, "[1]");
  expect(() => loadCompiledLexicon(path)).toThrow(
    /lexicon\.json is not a compiled lexicon; build or install Tifa again$/,
  );
});
