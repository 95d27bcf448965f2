/** The lexicon's entries as their YAML files give them; `lexicon/README.md` explains each field. */

export const agencyTypes = [
  "party",
  "state-council",
  "state",
  "legislature",
  "cppcc",
  "supervision",
  "court",
  "procuratorate",
  "military",
  "mass-organisation",
  "democratic-party",
  "enterprise",
  "bank",
  "finance",
  "university",
  "school",
  "research",
  "media",
  "association",
  "hospital",
  "international",
  "foreign",
  "religious",
] as const;
export type AgencyType = (typeof agencyTypes)[number];

export const levels = [
  "central",
  "provincial",
  "prefectural",
  "county",
  "township",
  "enterprise",
  "international",
  "none",
] as const;
export type Level = (typeof levels)[number];

export interface FormerName {
  readonly name: string;
  readonly until?: number;
  readonly aliases?: readonly string[];
}

export interface AgencyEntry {
  readonly name: string;
  readonly en?: string;
  readonly type: AgencyType;
  readonly level: Level;
  readonly aliases?: readonly string[];
  /** Short forms that are ordinary words or ambiguous: marked only with context. */
  readonly weak?: readonly string[];
  readonly former?: readonly FormerName[];
  readonly since?: number;
  readonly traditional?: readonly string[];
  readonly source?: string;
}

export interface SloganEntry {
  readonly term: string;
  readonly variants?: readonly string[];
  /** Too ordinary to be marked without quotation marks. */
  readonly quoted?: boolean;
  /** So general that readers differ whether it is a formulation: offered as a candidate. */
  readonly general?: boolean;
  readonly expansion?: string;
  readonly meaning: { readonly en: string; readonly zh: string };
  readonly english: string;
  readonly since?: number;
  readonly category: string;
  readonly source?: string;
}

export interface PlaceEntry {
  readonly name: string;
  readonly short?: string;
  /** Short forms that are ordinary words. */
  readonly weak?: readonly string[];
  readonly abbr?: readonly string[];
  readonly level: "province" | "prefecture" | "county" | "area";
  readonly parent?: string;
  readonly former?: boolean;
}

export interface OfficialPost {
  readonly title: string;
  readonly since?: number;
  readonly until?: number;
}

export interface OfficialEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly posts?: readonly OfficialPost[];
  /** A name that many people share or that is also a word: marked only with context. */
  readonly common?: boolean;
  readonly country?: string;
  readonly source?: string;
}

export interface CountryEntry {
  readonly name: string;
  readonly full?: string;
  readonly aliases?: readonly string[];
  readonly abbr?: readonly string[];
}

export type TitleKind = "post" | "role";

/** A field of administration in one wording, such as 发改 for 发展和改革, with the suffixes that close it. */
export interface OrganDomain {
  readonly name: string;
  /** The full wording. */
  readonly full: string;
  /** Longest first. */
  readonly suffixes: readonly string[];
  /** The suffixes with which it names an organ even without a place. */
  readonly bare: readonly string[];
}

/** An organ that every place has: `prefix`, the place, `rest`; `full` holds `{place}`. */
export interface OrganTemplate {
  readonly prefix: string;
  readonly rest: string;
  readonly full: string;
  /** Whether a place belongs between the two. */
  readonly placed: boolean;
}

export type DepartmentOf = "party" | "government" | "congress" | "consultative" | "discipline";

export interface OrganDepartment {
  readonly name: string;
  readonly of: DepartmentOf;
  /** It also stands without the committee in front, behind another one (组织部、宣传部). */
  readonly own: boolean;
  /** It also stands straight behind a place. */
  readonly place: boolean;
}

/** What may not stand straight before or after a form for it to be a mention. */
export interface Guard {
  readonly ending?: string;
  readonly name?: string;
  readonly notBefore: readonly string[];
  readonly notAfter: readonly string[];
}

export interface OrganParts {
  readonly domains: readonly OrganDomain[];
  readonly templates: readonly OrganTemplate[];
  readonly departments: readonly OrganDepartment[];
  readonly bureaus: readonly string[];
  readonly foreign: readonly string[];
  readonly guards: readonly Guard[];
}

/** The compiled lexicon: plain data, written by the build and loaded by every host. */
export interface LexiconData {
  /** A hash of the content: caches are keyed with it. */
  readonly version: string;
  readonly agencies: readonly AgencyEntry[];
  readonly slogans: readonly SloganEntry[];
  readonly places: readonly PlaceEntry[];
  readonly officials: readonly OfficialEntry[];
  readonly countries: readonly CountryEntry[];
  readonly organParts: OrganParts;
  readonly titles: { readonly post: readonly string[]; readonly role: readonly string[] };
  /** What names of organisations end in, by class; `generic` holds what makes no name before them. */
  readonly organisationSuffixes: Readonly<Record<string, readonly string[]>>;
  /** Words that matter to recognition for what they do, by class; `lexicon/cues.yaml` explains each. */
  readonly cues: Readonly<Record<string, readonly string[]>>;
  readonly surnames: {
    readonly single: Readonly<Record<string, "common" | "usual" | "rare">>;
    readonly compound: readonly string[];
  };
  readonly givenNames: { readonly chars: string; readonly notGiven: string; readonly words: readonly string[] };
  readonly transliteration: string;
  /** Pairs of a traditional character and the simplified one it always stands for. */
  readonly traditional: readonly string[];
  /** Ordinary words: those that can follow a name, and those that look like a name. */
  readonly words: {
    readonly boundary: readonly string[];
    readonly nameLike: readonly string[];
    readonly other: readonly string[];
  };
}
