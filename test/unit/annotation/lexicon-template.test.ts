import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withClass, withEntry } from "../../../src/core/annotation/lexicon-edit.js";
import { lexiconSections } from "../../../src/core/annotation/lexicon-fields.js";
import { lexiconPath } from "../../../src/core/annotation/paths.js";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";
import { lexiconFile } from "../../../src/protocol/annotation.js";

const template = readFileSync(new URL("../../../media/lexicon-template.yaml", import.meta.url), "utf8");

it("the template of the lexicon is without entries and without mistakes", () => {
  const { problems, places } = parseWorkspaceLexicon(template);
  expect(problems).toEqual([]);
  expect(places.size).toBe(0);
});

it("its examples show every section and are right once the “#” is taken away", () => {
  const shown = template.replace(/^#(?= {3})/gm, " ");
  const lexicon = parseWorkspaceLexicon(shown);
  expect(lexicon.problems).toEqual([]);
  for (const name of Object.keys(lexiconSections) as (keyof typeof lexiconSections)[])
    expect(lexicon[name], name).not.toEqual([]);
  // As VS Code's own command takes a comment away: with the blank behind it.
  expect(parseWorkspaceLexicon(template.replace(/^# (?= {2})/gm, ""))).toMatchObject({
    problems: [],
    officials: lexicon.officials,
    classes: lexicon.classes,
  });
});

it("what is added to the template stands before its examples", () => {
  const added = withClass(template, { name: "指标", color: "#aa3377" });
  const both = "source" in added ? withEntry(added.source, { kind: "official", name: "林望舒", aliases: [] }) : added;
  if (!("source" in both)) throw new Error(both.refused);
  expect(both.source).toContain("officials:\n  - name: 林望舒\n#   - 林望舒\n");
  expect(parseWorkspaceLexicon(both.source)).toMatchObject({
    problems: [],
    officials: [{ name: "林望舒" }],
    classes: [{ name: { zh: "指标" } }],
  });
});

it("client and server mean the same file", () => {
  expect(lexiconFile).toBe(lexiconPath);
});
