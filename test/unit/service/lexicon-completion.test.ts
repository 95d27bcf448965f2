import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classColors } from "../../../src/core/annotation/own-classes.js";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";
import { agencyTypes, levels } from "../../../src/core/lexicon/entries.js";
import { lexiconCompletion, lexiconHover } from "../../../src/service/lexicon-completion.js";

/** The source without the mark `|`, and its offset. */
function marked(text: string): { source: string; offset: number } {
  const offset = text.indexOf("|");
  return { source: text.replace("|", ""), offset };
}

function labels(text: string): string[] {
  const { source, offset } = marked(text);
  return lexiconCompletion(source, offset, "en").map(({ label }) => label);
}

/** The source with the suggestion of a label taken up. */
function taken(text: string, label: string): string {
  const { source, offset } = marked(text);
  const found = lexiconCompletion(source, offset, "en").find((one) => one.label === label);
  if (!found) throw new Error(`${label} is not offered`);
  return source.slice(0, found.replaces.start) + found.text + source.slice(found.replaces.end);
}

const agencyFields = ["name", "aliases", "weak", "en", "type", "level", "since", "note"];
const without = (...names: string[]) => agencyFields.filter((name) => !names.includes(name));

describe("completion in the workspace's lexicon", () => {
  it.each<[string, string, string[]]>([
    ["sections", "|", ["officials", "agencies", "slogans", "classes"]],
    ["the sections that are missing", "slogans:\n  - 甲\n\nag|\nofficials:\n", ["agencies", "classes"]],
    ["fields of a new entry", "agencies:\n  - |", agencyFields],
    ["fields of an entry in a list without indentation", "agencies:\n- n|", agencyFields],
    ["the fields that are missing", "agencies:\n  - name: 甲\n    |\n    level: none\n", without("name", "level")],
    [
      "fields, whatever other entries have",
      "agencies:\n  - since: 2020\n  - name: 甲\n    |\n  - en: A",
      without("name"),
    ],
    ["fields behind comments and empty lines", "agencies:\n  - name: 甲\n\n# 注\n    |", without("name")],
    ["fields behind a list", "agencies:\n  - name: 甲\n    aliases:\n      - 乙\n    |", without("name", "aliases")],
    ["the dash of an entry", "agencies:\n  |", ["- name"]],
    ["fields of a post", "officials:\n  - name: 甲\n    posts:\n      - title: 省长\n        |", ["since", "until"]],
    ["fields of a post not indented", "officials:\n- name: 甲\n  posts:\n  - |", ["title", "since", "until"]],
    ["both languages", "slogans:\n  - term: 甲\n    meaning:\n      en: A\n      |", ["zh"]],
    ["fields in braces", "agencies: [{name: 甲, |}]", without("name")],
    ["fields of a post in braces", "officials:\n  - name: 甲\n    posts: [{title: 省长, s|}]", ["since", "until"]],
    ["both languages in braces", "classes:\n  - id: a\n    name: {|}", ["en", "zh"]],
    ["types", "agencies:\n  - name: 甲\n    type: |", [...agencyTypes]],
    ["levels in braces", "agencies: [{name: 甲, level: p|}]", [...levels]],
    ["truth", "officials:\n  - name: 甲\n    common: |", ["true", "false"]],
    ["colours", "classes:\n  - id: a\n    color: |", [...classColors]],
    ["nothing where any text may stand", "agencies:\n  - name: |", []],
    ["nothing in a comment", "agencies:\n  - name: 甲 # n|", []],
    ["nothing below an unknown name", "people:\n  - |", []],
    ["nothing below the value of a field", "agencies:\n  - type:\n      - |", []],
  ])("offers %s", (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it("says what each is for, in the reader's language", () => {
    const [type] = lexiconCompletion("agencies:\n  - type: ", 20, "zh");
    expect(type?.detail).toMatch(/\p{Script=Han}/u);
    for (const { detail } of lexiconCompletion("", 0, "en")) expect(detail).toMatch(/^[A-Z]/);
  });

  it("writes what can be gone on with", () => {
    expect(taken("off|", "officials")).toBe("officials:\n  - name: ");
    expect(taken("agencies:\n  - name: 甲\n    al|", "aliases")).toBe(
      "agencies:\n  - name: 甲\n    aliases:\n      - ",
    );
    expect(taken("officials:\n  - name: 甲\n    |", "posts")).toBe(
      "officials:\n  - name: 甲\n    posts:\n      - title: ",
    );
    expect(taken("agencies: [{name: 甲, al|}]", "aliases")).toBe("agencies: [{name: 甲, aliases: [}]");
    expect(taken("agencies:\n  - name: 甲\n    type: st|x", "state")).toBe("agencies:\n  - name: 甲\n    type: state");
    const source = taken("classes:\n  - id: a\n    color: |", "#0072b2");
    expect(parseWorkspaceLexicon(source)).toMatchObject({ problems: [], classes: [{ color: "#0072b2" }] });
  });

  it("answers at every place of every text, within the text", () => {
    const piece = fc.constantFrom(
      "agencies:",
      "posts:",
      "type:",
      "name:",
      "\n",
      "  ",
      " ",
      "- ",
      "{",
      "}",
      "[",
      ",",
      "#",
      "甲",
      '"',
      "\r\n",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), (parts, at) => {
        const source = parts.join("");
        const offset = at % (source.length + 1);
        for (const { replaces } of lexiconCompletion(source, offset, "en")) {
          expect(replaces.start).toBeLessThanOrEqual(offset);
          expect(replaces.end).toBeGreaterThanOrEqual(offset);
          expect(replaces.end).toBeLessThanOrEqual(source.length);
        }
        lexiconHover(source, offset, "zh");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a hover in the workspace's lexicon", () => {
  it.each([
    ["a section", "agen|cies:\n  - 甲", "agencies", /Organisations/],
    ["a field", "agencies:\n  - we|ak: [甲]", "weak", /in context/],
    ["a field with its values", "agencies:\n  - |type: state", "type", /`state`/],
    ["a value", "agencies:\n  - type: state-cou|ncil", "state-council", /State Council/i],
    ["a field in braces", "agencies: [{na|me: 甲}]", "name", /full name/],
  ])("explains %s", (_, text, words, told) => {
    const { source, offset } = marked(text);
    const found = lexiconHover(source, offset, "en");
    expect(found?.markdown).toMatch(told);
    expect(source.slice(found?.span.start, found?.span.end)).toBe(words);
  });

  it.each(["agencies:\n  - name: wea|k", "peo|ple:", "agencies:\n  -| name: 甲", "# offi|cials"])(
    "has nothing to say in %s",
    (text) => {
      const { source, offset } = marked(text);
      expect(lexiconHover(source, offset, "en")).toBeUndefined();
    },
  );
});
