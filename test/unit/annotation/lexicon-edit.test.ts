import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type EditedLexicon,
  type EditRefused,
  withClass,
  withEntry,
} from "../../../src/core/annotation/lexicon-edit.js";
import { parseWorkspaceLexicon, type WorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";

const target = { name: "指标", color: "#aa3377" };

function edited<T extends EditedLexicon>(result: T | EditRefused): T {
  if ("refused" in result) throw new Error(`refused: ${result.refused}`);
  return result;
}

function entriesOf({ officials, agencies, slogans, classes }: WorkspaceLexicon) {
  return { officials, agencies, slogans, classes };
}

describe("a class for the workspace's lexicon", () => {
  it.each([
    ["an empty file", "", 'classes:\n  - id: class-1\n    name: 指标\n    color: "#aa3377"\n'],
    ["a file of comments", "# 词库\n", '# 词库\nclasses:\n  - id: class-1\n    name: 指标\n    color: "#aa3377"\n'],
    [
      "a file without the section, or a last line break",
      "officials: # 官员\n- 林望舒",
      'officials: # 官员\n- 林望舒\nclasses:\n  - id: class-1\n    name: 指标\n    color: "#aa3377"\n',
    ],
    [
      "a section with nothing in it",
      "classes: # 类别\n# 官员\nofficials:\n  - 林望舒\n",
      'classes: # 类别\n  - id: class-1\n    name: 指标\n    color: "#aa3377"\n# 官员\nofficials:\n  - 林望舒\n',
    ],
    [
      "an empty list",
      "classes: [] # 类别\nofficials: []\n",
      'classes: # 类别\n  - id: class-1\n    name: 指标\n    color: "#aa3377"\nofficials: []\n',
    ],
    [
      "a list without indentation",
      "classes:\n- id: promise # 承诺\n\n# 官员\nofficials:\n- 林望舒\n",
      'classes:\n- id: promise # 承诺\n- id: class-1\n  name: 指标\n  color: "#aa3377"\n\n# 官员\nofficials:\n- 林望舒\n',
    ],
    [
      "Windows line ends",
      "classes:\r\n  - id: promise\r\nofficials: []\r\n",
      'classes:\r\n  - id: promise\r\n  - id: class-1\r\n    name: 指标\r\n    color: "#aa3377"\r\nofficials: []\r\n',
    ],
    [
      "a list in brackets",
      "classes: [ {id: promise}, ] # 类别\n",
      'classes: [ {id: promise}, {"id":"class-1","name":"指标","color":"#aa3377"}, ] # 类别\n',
    ],
    [
      "a file in brackets",
      "{officials: [林望舒]}\n",
      '{officials: [林望舒], classes: [{"id":"class-1","name":"指标","color":"#aa3377"}]}\n',
    ],
    [
      "a document with marks",
      "---\nofficials: [林望舒]\n...\n",
      '---\nofficials: [林望舒]\nclasses:\n  - id: class-1\n    name: 指标\n    color: "#aa3377"\n...\n',
    ],
  ])("goes into %s", (_, source, expected) => {
    const { id, source: result, place } = edited(withClass(source, target));
    expect(result).toBe(expected);
    expect(id).toBe("class-1");
    expect(result.slice(place.start, place.end)).toMatch(/指标/);
  });

  it("has an id of its own, from the name where it can", () => {
    const once = edited(withClass("", { name: "Target", color: "#aa3377" }));
    const twice = edited(withClass(once.source, { name: "Target", color: "#0072b2" }));
    expect([once.id, twice.id]).toEqual(["target", "target-1"]);
  });

  it("is refused where the file is broken or has no place for it, which is said", () => {
    expect(withClass("officials: [林望舒\nslogans: {", target)).toMatchObject({ refused: "broken" });
    expect(withClass("classes: 指标\n", target)).toMatchObject({ refused: "no-place" });
    expect(withClass("- 林望舒\n", target)).toMatchObject({ refused: "no-place" });
    expect(withClass("slogans: &a []\nclasses: *a\n", target)).toMatchObject({ refused: "no-place" });
  });

  it("is added although an entry of the file is wrong", () => {
    const { source } = edited(withClass("officials:\n  - post: 省长\n", target));
    expect(parseWorkspaceLexicon(source).classes).toHaveLength(1);
  });
});

describe("an entry for the workspace's lexicon", () => {
  it("has its name and the other forms", () => {
    const { source, place } = edited(
      withEntry("", { kind: "agency", name: "澜江省数据局", aliases: ["省数据局", "该局", "澜江省数据局", "该局"] }),
    );
    expect(source).toBe("agencies:\n  - name: 澜江省数据局\n    aliases: [省数据局]\n    weak: [该局]\n");
    expect(source.slice(place.start, place.end)).toMatch(/^name: 澜江省数据局[\s\S]*该局\]$/);
    expect(edited(withEntry("", { kind: "slogan", name: "一江三城", aliases: ["一江、三城"] })).source).toBe(
      "slogans:\n  - term: 一江三城\n    variants: [一江、三城]\n",
    );
  });

  it("stays as it is where it is there already", () => {
    const source = "officials:\n  - 沈知行\n  - {name: 林望舒, aliases: [望舒]}\n";
    const result = edited(withEntry(source, { kind: "official", name: "林望舒", aliases: ["林省长"] }));
    expect(result.source).toBe(source);
    expect(source.slice(result.place.start, result.place.end)).toBe("{name: 林望舒, aliases: [望舒]}");
  });
});

describe("whatever the lexicon looks like", () => {
  it("an addition leaves all else as it is, and is read back", () => {
    fc.assert(
      fc.property(lexiconText(), addition(), (source, add) => {
        const before = parseWorkspaceLexicon(source);
        fc.pre(before.problems.every(({ code }) => code !== "invalid-yaml"));
        const result = edited(add.run(source));
        const after = parseWorkspaceLexicon(result.source);
        const { [add.section]: grown, ...rest } = entriesOf(after);
        const { [add.section]: known, ...others } = entriesOf(before);
        expect(rest).toEqual(others);
        expect(grown.slice(0, -1)).toEqual(known);
        expect(grown.at(-1)).toMatchObject(add.expected);
        // Of an empty list the brackets give way, in the line of its name; every other line is there, in order.
        const kept = (text: string) =>
          (text.trimEnd() === "" ? [] : text.trimEnd().split(/\r?\n/)).filter(
            (line) => !line.includes(`${add.section}:`),
          );
        expect(isSubsequence(kept(source), kept(result.source)), `${source}\n→\n${result.source}`).toBe(true);
        for (const comment of source.match(/#[^\r\n"]*/g) ?? []) expect(result.source).toContain(comment);
      }),
      { numRuns: 1000 },
    );
  });
});

function isSubsequence(lines: readonly string[], all: readonly string[]): boolean {
  let found = 0;
  for (const line of all) if (found < lines.length && line === lines[found]) found++;
  return found === lines.length;
}

type Added = {
  readonly section: "officials" | "slogans" | "classes";
  readonly run: (source: string) => EditedLexicon | EditRefused;
  readonly expected: object;
};

function addition(): fc.Arbitrary<Added> {
  // Names that plain YAML would take for something else are among them.
  const name = fc.oneof(
    fc.constantFrom(
      "新词",
      "a: b",
      "- x",
      "#甲",
      "true",
      "2024",
      "'",
      '"',
      "*甲",
      "甲 # 乙",
      "{甲",
      "%甲",
      "@甲",
      "null",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text),
  );
  const fresh = name.map((text) => `${text}新`);
  return fc.oneof(
    fresh.map(
      (name): Added => ({
        section: "classes",
        run: (source) => withClass(source, { name, color: "#aa3377" }),
        expected: { name: { en: name, zh: name }, color: "#aa3377" },
      }),
    ),
    fc.tuple(fresh, fresh).map(
      ([name, alias]): Added => ({
        section: "officials",
        run: (source) => withEntry(source, { kind: "official", name, aliases: [alias] }),
        expected: { name, ...(alias === name ? {} : { aliases: [alias] }) },
      }),
    ),
    fresh.map(
      (name): Added => ({
        section: "slogans",
        run: (source) => withEntry(source, { kind: "slogan", name, aliases: [] }),
        expected: { term: name },
      }),
    ),
  );
}

function lexiconText(): fc.Arbitrary<string> {
  const comment = fc.constantFrom("", "", "\n", "# 注\n", "  # 缩进的注\n", "\n# 注\n\n");
  const form = fc.constantFrom("null", "empty", "block", "flush", "flow");
  const section = fc.tuple(
    fc.constantFrom("officials", "agencies", "slogans", "classes"),
    form,
    comment,
    comment,
    fc.constantFrom("", " # 尾"),
  );
  const items: Readonly<Record<string, readonly string[]>> = {
    officials: [
      "林望舒",
      'name: "沈知行"',
      "name: 高远\n  aliases:\n    - 远\n    # 末",
      "{name: 陆怀远, posts: [省长]}",
    ],
    agencies: ["省数据局", "name: 澜江省数据局\n  type: state", "name: |+\n    甲局\n\n"],
    slogans: ["一江三城", "term: 高质量\n  meaning:\n    en: >-\n      high\n      quality\n    zh: 质"],
    classes: ["id: promise", "id: goal\n  name: {en: Goal, zh: 目标}", "id: last\n  terms: [千亿级]"],
  };
  return fc
    .tuple(
      fc.uniqueArray(section, { selector: ([name]) => name, maxLength: 4 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.constantFrom("", "---\n", "# 首\n"),
      fc.constantFrom("", "...\n", "# 末\n"),
    )
    .map(([sections, eol, open, head, foot]) => {
      const text = sections
        .map(([name, form, before, after, tail]) => {
          const list = items[name] ?? [];
          const block = (indent: string) =>
            list.map((item) => `${indent}- ${item.replaceAll("\n", `\n${indent}`)}\n`).join("");
          const written: Readonly<Record<string, string>> = {
            null: `${name}:${tail}\n`,
            empty: `${name}: []${tail}\n`,
            block: `${name}:${tail}\n${block("  ")}`,
            flush: `${name}:${tail}\n${block("")}`,
            flow: `${name}: [${name === "classes" ? "{id: a}" : "甲, 乙,"}]${tail}\n`,
          };
          return `${before}${written[form]}${after}`;
        })
        .join("");
      const whole = (head + text + foot).replaceAll("\n", eol);
      return open ? whole.replace(/\r?\n$/, "") : whole;
    });
}
