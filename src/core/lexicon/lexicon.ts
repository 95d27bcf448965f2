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
import { Trie } from "./trie.js";

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

/** The lexicon ready to match: one trie for all that names something, sets for what is asked one by one. */
export class Lexicon {
  readonly version: string;
  readonly trie = new Trie<Sense>();
  private readonly boundaryWords: ReadonlySet<string>;
  private readonly otherWords: ReadonlySet<string>;
  private readonly nameLikeWords: ReadonlySet<string>;
  private readonly cueSets = new Map<string, ReadonlySet<string>>();
  private readonly generic: ReadonlySet<string>;
  private readonly surnameRanks: ReadonlyMap<string, number>;
  private readonly compound: ReadonlySet<string>;
  private readonly givenRanks = new Map<string, number>();
  private readonly notGiven: ReadonlySet<string>;
  private readonly transliteration: ReadonlySet<string>;
  private readonly guardsByLast = new Map<string, Guard[]>();

  constructor(readonly data: LexiconData) {
    this.version = data.version;
    this.boundaryWords = new Set(data.words.boundary);
    this.otherWords = new Set(data.words.other);
    this.nameLikeWords = new Set([...data.words.nameLike, ...data.givenNames.words, ...(data.cues["not-names"] ?? [])]);
    for (const [name, words] of Object.entries(data.cues)) this.cueSets.set(name, new Set(words));
    this.generic = new Set(data.organisationSuffixes.generic ?? []);
    const ranks = { common: 3, usual: 2, rare: 1 } as const;
    this.surnameRanks = new Map(Object.entries(data.surnames.single).map(([name, rank]) => [name, ranks[rank]]));
    this.compound = new Set(data.surnames.compound);
    [...data.givenNames.chars].forEach((char, i) => {
      if (!this.givenRanks.has(char)) this.givenRanks.set(char, i);
    });
    this.notGiven = new Set(data.givenNames.notGiven);
    this.transliteration = new Set(data.transliteration);
    for (const guard of data.organParts.guards) {
      const last = (guard.name ?? guard.ending ?? "").slice(-1);
      this.guardsByLast.set(last, [...(this.guardsByLast.get(last) ?? []), guard]);
    }
    this.fill();
  }

  /** 3 common, 2 usual, 1 rare, 0 no surname that is known. */
  surnameRank(char: string): number {
    return this.surnameRanks.get(char) ?? 0;
  }

  isCompoundSurname(pair: string): boolean {
    return this.compound.has(pair);
  }

  /** How well a character suits a given name: 2 usual, 1 possible, 0 practically never. */
  givenFit(char: string): number {
    if (this.notGiven.has(char)) return 0;
    return this.givenRanks.has(char) ? 2 : 1;
  }

  isTransliteration(char: string): boolean {
    return this.transliteration.has(char);
  }

  /** Whether an ordinary word that begins with a surname looks like a name: 高度, 关于. */
  isNameLikeWord(word: string): boolean {
    return this.nameLikeWords.has(word);
  }

  isCue(cue: string, word: string): boolean {
    return this.cueSets.get(cue)?.has(word) ?? false;
  }

  /** Verbs, adverbs, prepositions, set phrases: words that are no part of a name. */
  isBoundaryWord(word: string): boolean {
    return this.boundaryWords.has(word);
  }

  isOrdinaryWord(word: string): boolean {
    return this.boundaryWords.has(word) || this.otherWords.has(word);
  }

  /** Whether what stands around a form shows that it is part of other words: 公安部署, 财政部门. */
  isGuarded(form: string, before: string, after: string): boolean {
    const applies = (guard: Guard) =>
      (guard.notBefore.some((word) => after.startsWith(word)) || guard.notAfter.some((word) => before.endsWith(word)));
    const last = this.guardsByLast.get(form.slice(-1)) ?? [];
    return last.some((guard) => (guard.name ? guard.name === form : form.endsWith(guard.ending ?? form)) && applies(guard));
  }

  isGenericPrefix(word: string): boolean {
    return this.generic.has(word);
  }

  private fill(): void {
    const { data, trie } = this;
    for (const entry of data.agencies) {
      trie.add(entry.name, { kind: "agency", entry, form: "name" });
      for (const alias of entry.aliases ?? []) trie.add(alias, { kind: "agency", entry, form: "alias" });
      for (const alias of entry.traditional ?? []) trie.add(alias, { kind: "agency", entry, form: "alias" });
      for (const alias of entry.weak ?? []) trie.add(alias, { kind: "agency", entry, form: "weak" });
      for (const former of entry.former ?? []) {
        for (const name of [former.name, ...(former.aliases ?? [])]) trie.add(name, { kind: "agency", entry, form: "former" });
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
