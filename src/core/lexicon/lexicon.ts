import type {
  AgencyEntry,
  CountryEntry,
  Guard,
  LexiconData,
  OfficialEntry,
  OrganDepartment,
  OrganDomain,
  OrganTemplate,
  PlaceEntry,
  SloganEntry,
  TitleKind,
} from "./entries.js";
import { Folding } from "./fold.js";
import { Trie } from "./trie.js";
import { WordTable, wordClass } from "./word-table.js";

/** What a term of the lexicon can mean where it stands in a text. */
export type Sense =
  | { readonly kind: "agency"; readonly entry: AgencyEntry; readonly form: "name" | "alias" | "weak" | "former" }
  | { readonly kind: "slogan"; readonly entry: SloganEntry }
  | { readonly kind: "place"; readonly entry: PlaceEntry; readonly form: "name" | "short" | "weak" }
  | { readonly kind: "country"; readonly entry: CountryEntry }
  | { readonly kind: "official"; readonly entry: OfficialEntry }
  | { readonly kind: "domain"; readonly entry: OrganDomain }
  | { readonly kind: "organ-prefix" }
  | { readonly kind: "organ-rest"; readonly template: OrganTemplate }
  | { readonly kind: "department"; readonly entry: OrganDepartment }
  | { readonly kind: "bureau" }
  | { readonly kind: "foreign-organ" }
  | { readonly kind: "title"; readonly title: TitleKind }
  | { readonly kind: "suffix"; readonly group: string };

/** What is known of a single character, as bits. */
const charClass = {
  surnameRank: 3,
  neverGiven: 4,
  usualGiven: 8,
  transliteration: 16,
  neverLast: 32,
  compoundSurname: 64,
} as const;
const ranks = { common: 3, usual: 2, rare: 1 } as const;

/** The cues that are asked for at every place of a text, with their class in the word table. */
const cueClasses: Readonly<Record<string, number>> = {
  "after-name": wordClass.afterName,
  speech: wordClass.speech,
  attend: wordClass.attend,
  "before-organ": wordClass.beforeOrgan,
  "before-organ-soft": wordClass.softBeforeOrgan,
  "not-names": wordClass.nameLike | wordClass.notName,
};

/** The lexicon ready to match: a trie for all that names something, tables for words and characters. */
export class Lexicon {
  readonly version: string;
  readonly trie: Trie<Sense>;
  readonly words: WordTable;
  readonly folding: Folding;
  private readonly chars = new Uint8Array(0x10000);
  private readonly generic: ReadonlySet<string>;
  private readonly compound: ReadonlySet<string>;
  private readonly guardsByLast = new Map<string, Guard[]>();

  /** `like`: a lexicon of much the same data, which tells the size and whose words are taken over where they are the same. */
  constructor(
    readonly data: LexiconData,
    like?: Lexicon,
  ) {
    this.version = data.version;
    this.trie = new Trie(like?.trie);
    this.words = like && haveSameWords(like.data, data) ? like.words : wordTableOf(data);
    this.folding = new Folding(data.traditional);
    this.generic = new Set(data.organisationSuffixes.generic ?? []);
    this.compound = new Set(data.surnames.compound);
    this.fillChars();
    for (const guard of data.organParts.guards) {
      const last = (guard.name ?? guard.ending ?? "").slice(-1);
      this.guardsByLast.set(last, [...(this.guardsByLast.get(last) ?? []), guard]);
    }
    this.fill();
  }

  /** 3 common, 2 usual, 1 rare, 0 no surname that is known. Characters are asked for by their code unit. */
  surnameRank(code: number): number {
    return this.classOf(code) & charClass.surnameRank;
  }

  /** Whether a surname, of one character or more, starts with a character. */
  opensSurname(code: number): boolean {
    return (this.classOf(code) & (charClass.surnameRank | charClass.compoundSurname)) !== 0;
  }

  /** Whether a surname of two characters or more stands at an offset. */
  isCompoundSurnameAt(text: string, start: number): boolean {
    return (
      (this.classOf(text.charCodeAt(start)) & charClass.compoundSurname) !== 0 &&
      this.compound.has(text.slice(start, start + 2))
    );
  }

  /** How well a character suits a given name: 2 usual, 1 possible, 0 practically never. */
  givenFit(code: number): number {
    const classes = this.classOf(code);
    if (classes & charClass.neverGiven) return 0;
    return classes & charClass.usualGiven ? 2 : 1;
  }

  /** Whether a character cannot close a name. */
  isNeverLast(code: number): boolean {
    return (this.classOf(code) & charClass.neverLast) !== 0;
  }

  isTransliteration(code: number): boolean {
    return (this.classOf(code) & charClass.transliteration) !== 0;
  }

  /** Whether an ordinary word that begins with a surname looks like a name: 高度, 关于. */
  isNameLikeWord(word: string): boolean {
    return (this.words.classesOf(word) & wordClass.nameLike) !== 0;
  }

  isOrdinaryWord(word: string): boolean {
    return (this.words.classesOf(word) & wordClass.ordinary) !== 0;
  }

  /** Whether what stands around a form shows that it is part of other words: 公安部署, 财政部门. */
  isGuarded(form: string, before: string, after: string): boolean {
    const applies = (guard: Guard) =>
      guard.notBefore.some((word) => after.startsWith(word)) || guard.notAfter.some((word) => before.endsWith(word));
    const last = this.guardsByLast.get(form.slice(-1));
    const concerns = (guard: Guard) => (guard.name ? guard.name === form : form.endsWith(guard.ending ?? form));
    return last?.some((guard) => concerns(guard) && applies(guard)) ?? false;
  }

  isGenericPrefix(word: string): boolean {
    return this.generic.has(word);
  }

  private classOf(code: number): number {
    return this.chars[code] ?? 0;
  }

  private fillChars(): void {
    const { surnames, givenNames, transliteration, cues } = this.data;
    const add = (char: string, classes: number) => {
      const code = char.charCodeAt(0);
      this.chars[code] = this.classOf(code) | classes;
    };
    for (const [char, rank] of Object.entries(surnames.single)) add(char, ranks[rank]);
    for (const name of surnames.compound) add(name, charClass.compoundSurname);
    for (const char of givenNames.chars) add(char, charClass.usualGiven);
    for (const char of givenNames.notGiven) add(char, charClass.neverGiven);
    for (const char of transliteration) add(char, charClass.transliteration);
    for (const char of cues["never-last"] ?? []) add(char, charClass.neverLast);
  }

  private fill(): void {
    const { data, trie } = this;
    for (const entry of data.agencies) {
      trie.add(entry.name, { kind: "agency", entry, form: "name" });
      for (const alias of entry.aliases ?? []) trie.add(alias, { kind: "agency", entry, form: "alias" });
      for (const alias of entry.traditional ?? [])
        trie.add(this.folding.fold(alias), { kind: "agency", entry, form: "alias" });
      for (const alias of entry.weak ?? []) trie.add(alias, { kind: "agency", entry, form: "weak" });
      for (const former of entry.former ?? []) {
        for (const name of [former.name, ...(former.aliases ?? [])])
          trie.add(name, { kind: "agency", entry, form: "former" });
      }
    }
    for (const entry of data.slogans) {
      for (const term of new Set([entry.term, ...(entry.variants ?? [])])) trie.add(term, { kind: "slogan", entry });
    }
    for (const entry of data.places) {
      trie.add(entry.name, { kind: "place", entry, form: "name" });
      if (entry.short) trie.add(entry.short, { kind: "place", entry, form: "short" });
      for (const weak of entry.weak ?? []) trie.add(weak, { kind: "place", entry, form: "weak" });
    }
    for (const entry of data.countries) {
      for (const name of new Set([entry.name, ...(entry.full ? [entry.full] : []), ...(entry.aliases ?? [])])) {
        trie.add(name, { kind: "country", entry });
      }
    }
    for (const entry of data.officials) {
      for (const name of [entry.name, ...(entry.aliases ?? [])]) trie.add(name, { kind: "official", entry });
    }
    for (const entry of data.organParts.domains) trie.add(entry.name, { kind: "domain", entry });
    for (const prefix of new Set(data.organParts.templates.map((template) => template.prefix))) {
      if (prefix !== "") trie.add(prefix, { kind: "organ-prefix" });
    }
    for (const template of data.organParts.templates) trie.add(template.rest, { kind: "organ-rest", template });
    for (const entry of data.organParts.departments) trie.add(entry.name, { kind: "department", entry });
    for (const name of data.organParts.bureaus) trie.add(name, { kind: "bureau" });
    for (const name of data.organParts.foreign) trie.add(name, { kind: "foreign-organ" });
    for (const title of ["post", "role"] as const) {
      for (const head of data.titles[title]) trie.add(head, { kind: "title", title });
    }
    for (const [group, suffixes] of Object.entries(data.organisationSuffixes)) {
      if (group === "generic") continue;
      for (const suffix of suffixes) trie.add(suffix, { kind: "suffix", group });
    }
  }
}

function haveSameWords(a: LexiconData, b: LexiconData): boolean {
  return a.words === b.words && a.givenNames === b.givenNames && a.cues === b.cues;
}

function wordTableOf({ words, givenNames, cues }: LexiconData): WordTable {
  const lists: [readonly string[], number][] = [
    [words.boundary, wordClass.boundary],
    [words.other, wordClass.otherOrdinary],
    [words.nameLike, wordClass.nameLike],
    [givenNames.words, wordClass.nameLike],
    ...Object.entries(cueClasses).map(([cue, classes]): [readonly string[], number] => [cues[cue] ?? [], classes]),
  ];
  const table = new WordTable(lists.reduce((sum, [list]) => sum + list.length, 0));
  for (const [list, classes] of lists) for (const word of list) table.add(word, classes);
  return table;
}
