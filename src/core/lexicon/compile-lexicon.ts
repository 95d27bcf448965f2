import { compileOrganParts, type OrganPartsSource } from "./compile-organ-parts.js";
import { dictionaryWords } from "./dictionary-words.js";
import type { AgencyEntry, CountryEntry, LexiconData, OfficialEntry, PlaceEntry, SloganEntry } from "./entries.js";

/** A lexicon file as parsed from YAML, with its name for messages. */
export interface LexiconFile {
  readonly name: string;
  readonly content: unknown;
}

type Doc = Record<string, unknown> & { kind: string };

/**
 * Merges the lexicon files into one plain object. `dictionary` is a general dictionary in jieba's form
 * (`word frequency tag` a line), from which boundaries are learnt. Throws, naming the file, on a file
 * without a known kind: the build is to fail, not a reader.
 */
export function compileLexicon(files: readonly LexiconFile[], dictionary: string): LexiconData {
  const docs = files.map(docOf);
  const surnames = surnamesOf(entriesOf(docs, "surnames"));
  const organParts = docs.find((doc) => doc.kind === "organ-parts");
  const titles = docs.find((doc) => doc.kind === "titles");
  const given = docs.find((doc) => doc.kind === "given-names");
  const data = {
    agencies: entriesOf<AgencyEntry>(docs, "agencies"),
    slogans: entriesOf<SloganEntry>(docs, "slogans"),
    places: entriesOf<PlaceSource>(docs, "places").flatMap(withAliases),
    officials: entriesOf<OfficialEntry>(docs, "officials"),
    countries: entriesOf<CountryEntry>(docs, "countries"),
    organParts: compileOrganParts((organParts ?? {}) as OrganPartsSource),
    titles: { post: wordsOf(titles?.post), role: wordsOf(titles?.role) },
    cues: wordLists(docs.filter((doc) => doc.kind === "cues")),
    organisationSuffixes: wordLists(docs.filter((doc) => doc.kind === "organisation-suffixes")),
    surnames,
    givenNames: {
      chars: joined(given?.chars),
      notGiven: joined(given?.["not-given"]),
      words: wordsOf(given?.words),
    },
    transliteration: joined(docs.find((doc) => doc.kind === "transliteration")?.chars),
    traditional: wordsOf(docs.find((doc) => doc.kind === "traditional")?.pairs),
    words: dictionaryWords(dictionary, surnames),
  };
  return { version: hash(JSON.stringify(data)), ...data };
}

/** A place as its file gives it: `aliases` are names that it bears as well (凉山州, 喀左). */
type PlaceSource = PlaceEntry & { readonly aliases?: readonly string[] };

function withAliases({ aliases, ...place }: PlaceSource): PlaceEntry[] {
  return [
    place,
    ...(aliases ?? []).map(
      (name): PlaceEntry => ({ name, level: place.level, ...(place.parent ? { parent: place.parent } : {}) }),
    ),
  ];
}

function docOf(file: LexiconFile): Doc {
  const content = file.content as Doc | null;
  if (!content || typeof content.kind !== "string") throw new Error(`${file.name}: no kind at the top level`);
  return content;
}

function entriesOf<T>(docs: readonly Doc[], kind: string): T[] {
  return docs
    .filter((doc) => doc.kind === kind)
    .flatMap((doc) => {
      const source = doc.source;
      return listOf<T & { source?: string }>(doc.entries).map((entry) =>
        source && !entry.source ? { ...entry, source: String(source) } : entry,
      );
    });
}

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}

/** A YAML list, or words in one string set apart by white space. */
function wordsOf(value: unknown): string[] {
  const words = Array.isArray(value) ? value.map(String) : String(value ?? "").split(/\s+/);
  return [...new Set(words.filter((word) => word !== ""))];
}

function wordLists(docs: readonly Doc[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const doc of docs) {
    for (const [key, value] of Object.entries(doc)) {
      if (key !== "kind" && key !== "source") lists[key] = wordsOf(value);
    }
  }
  return lists;
}

function joined(value: unknown): string {
  return wordsOf(value).join("");
}

function surnamesOf(
  entries: readonly { name: string; rank: string; traditional?: unknown }[],
): LexiconData["surnames"] {
  const single: Record<string, "common" | "usual" | "rare"> = {};
  const compound: string[] = [];
  for (const entry of entries) {
    for (const name of [entry.name, ...wordsOf(entry.traditional)]) {
      if (name.length > 1) compound.push(name);
      else if (single[name] === undefined) single[name] = entry.rank as "common" | "usual" | "rare";
    }
  }
  return { single, compound };
}

/** FNV-1a, 53 bits in two halves: enough to tell two lexicons apart, and pure. */
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
}
