import { readFileSync } from "node:fs";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import {
  bilingualFields,
  type FieldKind,
  type LexiconField,
  type LexiconFields,
  type LexiconSection,
  lexiconSections,
  postFields,
} from "../../../src/core/annotation/lexicon-fields.js";
import { lexiconSchema } from "../../../src/core/annotation/lexicon-schema.js";
import { reservedClassIds } from "../../../src/core/annotation/own-classes.js";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";

const file = "../../../media/schemas/tifa-lexicon.schema.json";

describe("the JSON schema of the workspace's lexicon", () => {
  const schema = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

  it("is what the fields make it; -u writes it anew", async () => {
    await expect(`${JSON.stringify(lexiconSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it("takes what the reader takes and refuses what it reports, whatever the values", () => {
    fc.assert(
      fc.property(anyLexicon(), (value) => {
        const source = stringify(value);
        // That a name stands in the file already is beyond a schema.
        const problems = parseWorkspaceLexicon(source).problems.filter(({ code }) => code !== "duplicate-entry");
        expect(validate(parse(source)), `${source}\n${JSON.stringify([problems, validate.errors])}`).toBe(
          problems.length === 0,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "people: []",
    "officials: [{aliases: [甲]}]",
    "officials: [甲, null]",
    "agencies: [{name: 甲, type: ministry}]",
    "slogans: 一江三城",
    "classes: [{id: 指标}]",
    "classes: [{id: official}]",
    "classes: [target]",
  ])("refuses %s, as the reader does", (source) => {
    expect(parseWorkspaceLexicon(source).problems).not.toEqual([]);
    expect(validate(parse(source))).toBe(false);
  });

  it("says of every section and field in both languages what it is for", () => {
    const fields = Object.values<LexiconSection>(lexiconSections).flatMap(({ fields }) => Object.values(fields));
    const all: { readonly about: { readonly en: string; readonly zh: string } }[] = [
      ...Object.values<LexiconSection>(lexiconSections),
      ...fields,
      ...Object.values<LexiconField>(postFields),
      ...Object.values<LexiconField>(bilingualFields),
    ];
    for (const { about } of all) {
      expect(about.en).toMatch(/^[A-Z].*\.$/);
      expect(about.zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });
});

/** A lexicon whose values are right for the most part, each field now and then of another kind's. */
function anyLexicon(): fc.Arbitrary<unknown> {
  const sections = Object.entries<LexiconSection>(lexiconSections).map(([name, { bare, fields }]) => {
    const item = bare ? fc.oneof({ weight: 4, arbitrary: entry(fields) }, text) : entry(fields);
    return [name, mostly(fc.array(item, { maxLength: 3 }))] as const;
  });
  return fc.record(Object.fromEntries([...sections, ["people", fc.constant([])]]), { requiredKeys: [] }).map((value) =>
    // An unknown section is wrong for sure: without this nothing would ever be right.
    Object.keys(value).length > 2
      ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== "people"))
      : value,
  );
}

function entry(fields: LexiconFields): fc.Arbitrary<unknown> {
  const all = Object.entries(fields);
  const required = all.flatMap(([name, field]) => (field.required ? [name] : []));
  const values = Object.fromEntries(all.map(([name, { kind }]) => [name, mostly(valueFor(kind))]));
  return fc.oneof(
    { weight: 12, arbitrary: fc.record(values, { requiredKeys: required }) },
    fc.record({ ...values, unknown: text }, { requiredKeys: [] }),
  );
}

const text = fc.constantFrom<unknown>("甲", "林望舒", "2023", 2023, 7, 1.5, "a: b", "- x", "#");
const wrong = fc.constantFrom<unknown>(
  null,
  "",
  "  ",
  [],
  {},
  [""],
  [null],
  { en: 1 },
  99,
  20230,
  "二三",
  "ministry",
  true,
);

function mostly(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 15, arbitrary: right }, wrong);
}

function valueFor(kind: FieldKind): fc.Arbitrary<unknown> {
  switch (kind) {
    case "text":
      return text;
    case "texts":
      return fc.oneof(text, fc.array(text, { maxLength: 2 }));
    case "year":
      return fc.constantFrom<unknown>(2023, "2023", 1949);
    case "flag":
      return fc.constantFrom<unknown>(true, false, "true", "false");
    case "id":
      return fc.constantFrom<unknown>("target", "a-1", "Target", "1a", ...reservedClassIds);
    case "color":
      return fc.constantFrom<unknown>("#aa3377", "#AA33FF", "red", "#fff");
    case "bilingual":
      return fc.oneof(text, entry(bilingualFields));
    case "posts":
      return fc.array(fc.oneof(text, entry(postFields)), { maxLength: 2 });
    default:
      return fc.constantFrom<unknown>(...kind);
  }
}
