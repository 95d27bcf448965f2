import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { agencyTypes, levels } from "../../src/core/lexicon/entries.js";
import { Lexicon } from "../../src/core/lexicon/lexicon.js";
import { readLexiconFiles } from "../../src/node/lexicon-files.js";
import { realLexicon } from "./support/real-lexicon.js";

const files = readLexiconFiles(fileURLToPath(new URL("../../lexicon", import.meta.url)));

type Check = (value: unknown) => boolean;
type Entry = Readonly<Record<string, unknown>>;

const text: Check = (value) =>
  typeof value === "string" && value !== "" && value === value.trim() && !/[\p{Cc}\uFFFD]/u.test(value);
const flag: Check = (value) => typeof value === "boolean";
const year: Check = (value) => Number.isInteger(value) && Number(value) >= 1800 && Number(value) <= 2030;
const oneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    choices.includes(value as string);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) &&
    value.every(check) &&
    new Set(value.map((one) => JSON.stringify(one))).size === value.length;
const record =
  (required: Fields, optional: Fields = {}): Check =>
  (value) =>
    typeof value === "object" && value !== null && faultsOf(value as Entry, { required, optional }).length === 0;

type Fields = Readonly<Record<string, Check>>;
interface Shape {
  readonly required: Fields;
  readonly optional: Fields;
}

const shapes: Readonly<Record<string, Shape>> = {
  agencies: {
    required: { name: text, type: oneOf(...agencyTypes), level: oneOf(...levels) },
    optional: {
      en: text,
      aliases: listOf(text),
      weak: listOf(text),
      traditional: listOf(text),
      since: year,
      source: text,
      former: listOf(record({ name: text }, { until: year, aliases: listOf(text) })),
    },
  },
  slogans: {
    required: { term: text, meaning: record({ en: text, zh: text }), english: text, category: text },
    optional: { variants: listOf(text), quoted: flag, general: flag, expansion: text, since: year, source: text },
  },
  places: {
    required: { name: text, level: oneOf("province", "prefecture", "county", "area") },
    optional: {
      short: text,
      weak: listOf(text),
      abbr: listOf(text),
      aliases: listOf(text),
      traditional: listOf(text),
      parent: text,
      former: flag,
      since: year,
      until: year,
      now: text,
      code: text,
    },
  },
  officials: {
    required: { name: text },
    optional: {
      aliases: listOf(text),
      country: text,
      org: text,
      common: flag,
      source: text,
      posts: listOf(record({ title: text }, { since: year, until: year })),
    },
  },
  countries: {
    required: { name: text },
    optional: {
      full: text,
      abbr: listOf(text),
      aliases: listOf(text),
      weak: listOf(text),
      capital: text,
      continent: text,
      status: text,
      territory: flag,
      former: flag,
      until: year,
    },
  },
  surnames: {
    required: { name: text, rank: oneOf("common", "usual", "rare", "compound") },
    optional: { word: flag, traditional: text },
  },
};

function faultsOf(entry: Entry, { required, optional }: Shape): string[] {
  const missing = Object.keys(required)
    .filter((key) => !(key in entry))
    .map((key) => `${key} is missing`);
  const wrong = Object.entries(entry).flatMap(([key, value]) => {
    const check = required[key] ?? optional[key];
    if (!check) return [`${key} is unknown`];
    return check(value) ? [] : [`${key} is not as it should be: ${JSON.stringify(value)}`];
  });
  return [...missing, ...wrong];
}

function entriesOf(kind: string): { readonly file: string; readonly entry: Entry }[] {
  return files.flatMap(({ name, content }) => {
    const doc = content as { kind: string; entries?: readonly Entry[] };
    return doc.kind === kind ? (doc.entries ?? []).map((entry) => ({ file: name, entry })) : [];
  });
}

const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The keys that more than one owner claims, each with its owners. */
function shared(claims: readonly (readonly [key: string, owner: string])[]): string[] {
  const owners = new Map<string, string[]>();
  for (const [key, owner] of claims) owners.set(key, [...(owners.get(key) ?? []), owner]);
  return [...owners].filter(([, all]) => all.length > 1).map(([key, all]) => `${key}: ${all.join(" | ")}`);
}

describe("the lexicon's files", () => {
  it.each(files.map(({ name, content }) => [name, content as Entry] as const))(
    "%s says what it holds and where it is from",
    (_, doc) => {
      expect(text(doc.source)).toBe(true);
      expect([
        ...Object.keys(shapes),
        "cues",
        "given-names",
        "organ-parts",
        "organisation-suffixes",
        "titles",
        "traditional",
        "transliteration",
      ]).toContain(doc.kind);
    },
  );

  it.each(Object.keys(shapes))("hold %s of the right shape", (kind) => {
    const entries = entriesOf(kind);
    expect(entries.length).toBeGreaterThan(0);
    const shape = shapes[kind] as Shape;
    const faults = entries.flatMap(({ file, entry }) =>
      faultsOf(entry, shape).map((fault) => `${file} ${String(entry.name ?? entry.term)}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it("give no name or alias to two agencies, unless as a weak form", () => {
    const claims = entriesOf("agencies").flatMap(({ entry }) => {
      const former = (entry.former as { name: string; aliases?: string[] }[] | undefined) ?? [];
      const names = [
        entry.name,
        ...words(entry.aliases),
        ...words(entry.traditional),
        ...former.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
      ];
      return names.map((name) => [String(name), String(entry.name)] as const);
    });
    expect(shared(claims)).toEqual([]);
  });

  it("list no agency's name both as safe and as weak", () => {
    const both = entriesOf("agencies").flatMap(({ entry }) => {
      const safe = new Set([entry.name, ...words(entry.aliases), ...words(entry.traditional)]);
      return words(entry.weak)
        .filter((name) => safe.has(name))
        .map((name) => `${String(entry.name)}: ${name}`);
    });
    expect(both).toEqual([]);
  });

  it("give no wording to two slogans", () => {
    const claims = entriesOf("slogans").flatMap(({ entry }) =>
      [entry.term, ...words(entry.variants)].map((term) => [String(term), String(entry.term)] as const),
    );
    expect(shared(claims)).toEqual([]);
  });

  it("keep places apart by what they lie in, which is a place itself", () => {
    const places = entriesOf("places").map(({ entry }) => entry);
    expect(shared(places.map((entry) => [`${String(entry.name)} in ${String(entry.parent ?? "")}`, "place"]))).toEqual(
      [],
    );
    const known = new Set(places.map(({ name }) => name));
    expect(places.filter(({ parent }) => parent !== undefined && !known.has(parent)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it("keep people of one name apart by their posts", () => {
    const claims = entriesOf("officials").map(
      ({ entry }) => [JSON.stringify([entry.name, entry.country, entry.posts]), String(entry.name)] as const,
    );
    expect(shared(claims)).toEqual([]);
  });

  it("let posts, names and formulations begin before they end", () => {
    const spans = [
      ...entriesOf("officials").flatMap(({ entry }) =>
        ((entry.posts ?? []) as Entry[]).map((post) => ({ name: entry.name, ...post })),
      ),
      ...entriesOf("places").map(({ entry }) => entry),
    ] as { name: unknown; since?: number; until?: number }[];
    expect(spans.filter(({ since, until }) => since !== undefined && until !== undefined && since > until)).toEqual([]);
  });

  it("hold slogans' meanings in both languages", () => {
    const faults = entriesOf("slogans").filter(({ entry }) => {
      const meaning = entry.meaning as { en: string; zh: string };
      return (
        /\p{Script=Han}/u.test(meaning.en) ||
        !/\p{Script=Han}/u.test(meaning.zh) ||
        /\p{Script=Han}/u.test(String(entry.english))
      );
    });
    expect(faults.map(({ file, entry }) => `${file} ${String(entry.term)}`)).toEqual([]);
  });

  it("make a second lexicon that takes over the words of the first where they are the same", () => {
    const first = realLexicon();
    expect(new Lexicon({ ...first.data, slogans: [] }, first).words).toBe(first.words);
    const { words } = first.data;
    const other = new Lexicon({ ...first.data, words: { ...words, boundary: [...words.boundary, "澜江词"] } }, first);
    expect([first.isOrdinaryWord("澜江词"), other.isOrdinaryWord("澜江词")]).toEqual([false, true]);
  });

  it("compile into a lexicon that finds its own names", () => {
    const { trie } = realLexicon();
    for (const { entry } of entriesOf("agencies")) {
      expect(
        trie.get(String(entry.name)).some((sense) => sense.kind === "agency" && sense.entry.name === entry.name),
      ).toBe(true);
    }
  });
});
