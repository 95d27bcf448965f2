import type { AgencyEntry, LexiconData, SloganEntry } from "../lexicon/entries.js";
import { fingerprint } from "../text/fingerprint.js";
import { workspaceStorePath } from "./paths.js";
import { squeeze } from "./quoted-text.js";
import { type Addition, type AnnotationRecord, byAge, type Decision } from "./records.js";
import type { WorkspaceLexicon } from "./workspace-lexicon.js";
import { BroadRules } from "./workspace-rules.js";

/** What a workspace adds to the lexicon. */
export type OwnEntries = Pick<WorkspaceLexicon, "officials" | "agencies" | "slogans">;

/** What a workspace's own lexicons, and the reader's additions for every article, add together. */
export function ownEntries(lexicons: readonly OwnEntries[], records: Iterable<AnnotationRecord> = []): OwnEntries {
  const all = [...lexicons, entriesOf(records)];
  return {
    officials: all.flatMap(({ officials }) => officials),
    agencies: all.flatMap(({ agencies }) => agencies),
    slogans: all.flatMap(({ slogans }) => slogans),
  };
}

/**
 * The lexicon together with what the workspace adds: its own lexicon, and the reader's additions for every
 * article. Its version changes with what was added. An agency or a slogan that both know keeps what only the
 * shipped lexicon says of it; of officials, who may share a name, both entries stay.
 */
export function withWorkspace(
  data: LexiconData,
  lexicon: OwnEntries,
  records: Iterable<AnnotationRecord> = [],
): LexiconData {
  const { officials, agencies, slogans } = ownEntries([lexicon], records);
  if (officials.length + agencies.length + slogans.length === 0) return data;
  return {
    ...data,
    version: `${data.version}+${fingerprint(JSON.stringify([officials, agencies, slogans]))}`,
    officials: [...officials, ...data.officials],
    agencies: merged(agencies, data.agencies, (entry) => entry.name, mergeAgency),
    slogans: merged(slogans, data.slogans, (entry) => entry.term, mergeSlogan),
  };
}

/** The words of own classes as additions for every article, for `BroadRules`; older than whatever a reader decides. */
export function termsAsAdditions({ classes }: Pick<WorkspaceLexicon, "classes">): Addition[] {
  return classes.flatMap(({ id, terms }) =>
    terms.map(
      (term): Addition => ({
        id: `term:${id}:${term}`,
        kind: "addition",
        scope: "workspace",
        type: id,
        anchor: { exact: term, prefix: "", suffix: "", start: 0, end: term.length },
        at: "",
      }),
    ),
  );
}

/** What a reader has added or accepted for every article, and not rejected since, as entries of a lexicon. */
function entriesOf(records: Iterable<AnnotationRecord>): OwnEntries {
  const rules = new BroadRules(records, "workspace");
  const firm = [...rules.additions, ...[...rules.decisions.values()].flatMap(acceptedName)];
  const forms = (type: string): [name: string, others: string[]][] => {
    const byName = new Map<string, Set<string>>();
    for (const { type: own, anchor, entity } of firm.sort(byAge)) {
      if (own !== type) continue;
      const words = squeeze(anchor.exact);
      const name = entity ?? words;
      const others = byName.get(name) ?? new Set();
      if (words !== name) others.add(words);
      byName.set(name, others);
    }
    return [...byName].map(([name, others]) => [name, [...others]]);
  };
  const source = workspaceStorePath;
  return {
    officials: forms("official").map(([name, aliases]) => ({
      name,
      ...(aliases.length > 0 ? { aliases } : {}),
      source,
    })),
    agencies: forms("agency").map(([name, aliases]) => ({
      name,
      type: "state",
      level: "none",
      ...(aliases.length > 0 ? { aliases } : {}),
      source,
    })),
    slogans: forms("slogan").map(([term, variants]) => ({
      term,
      meaning: { en: "", zh: "" },
      english: "",
      category: "workspace",
      ...(variants.length > 0 ? { variants } : {}),
      source,
    })),
  };
}

/** An accepted name in full; whom a short form means (省委) is each article's own affair. */
function acceptedName({ verdict, to, ...decision }: Decision): Addition[] {
  const words = squeeze(decision.anchor.exact);
  const isFull = verdict === "accept" && (to?.entity === undefined || squeeze(to.entity) === words);
  return isFull ? [{ ...decision, kind: "addition" }] : [];
}

function merged<T>(
  own: readonly T[],
  shipped: readonly T[],
  nameOf: (entry: T) => string,
  merge: (own: T, shipped: T) => T,
): T[] {
  const byName = new Map<string, T>();
  for (const entry of own) {
    const known = byName.get(nameOf(entry));
    byName.set(nameOf(entry), known ? merge(known, entry) : entry);
  }
  const rest = shipped.filter((entry) => {
    const known = byName.get(nameOf(entry));
    if (known) byName.set(nameOf(entry), merge(known, entry));
    return !known;
  });
  return [...byName.values(), ...rest];
}

/** `state` and `none` are what an entry has that says nothing of its type and level. */
function mergeAgency(own: AgencyEntry, shipped: AgencyEntry): AgencyEntry {
  const aliases = union(own.aliases, shipped.aliases);
  return {
    ...shipped,
    ...own,
    type: own.type === "state" ? shipped.type : own.type,
    level: own.level === "none" ? shipped.level : own.level,
    ...(aliases.length > 0 ? { aliases } : {}),
  };
}

function mergeSlogan(own: SloganEntry, shipped: SloganEntry): SloganEntry {
  const variants = union(own.variants, shipped.variants);
  return {
    ...shipped,
    ...own,
    meaning: { en: own.meaning.en || shipped.meaning.en, zh: own.meaning.zh || shipped.meaning.zh },
    english: own.english || shipped.english,
    category: own.category === "workspace" ? shipped.category : own.category,
    ...(variants.length > 0 ? { variants } : {}),
  };
}

function union(a: readonly string[] = [], b: readonly string[] = []): string[] {
  return [...new Set([...a, ...b])];
}
