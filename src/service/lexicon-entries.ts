import type { AgencyEntry, OfficialEntry, SloganEntry } from "../core/lexicon/entries.js";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Entity } from "../core/recognize/entity.js";

/** The lexicon's entries for an entity, or undefined where the lexicon does not know it. */

export function agencyEntry(lexicon: Lexicon, entity: Entity): AgencyEntry | undefined {
  if (entity.type !== "agency") return undefined;
  const entries = lexicon.trie.get(entity.name).flatMap((sense) => (sense.kind === "agency" ? [sense.entry] : []));
  return entries.find((entry) => entry.name === entity.name) ?? entries[0];
}

export function sloganEntry(lexicon: Lexicon, entity: Entity): SloganEntry | undefined {
  if (entity.type !== "slogan") return undefined;
  const entries = lexicon.trie.get(entity.name).flatMap((sense) => (sense.kind === "slogan" ? [sense.entry] : []));
  return entries.find((entry) => entry.term === entity.name) ?? entries[0];
}

/** Two people may bear one name: the entries of all who do. */
export function officialEntries(lexicon: Lexicon, entity: Entity): OfficialEntry[] {
  if (entity.type !== "official") return [];
  return lexicon.trie.get(entity.name).flatMap((sense) => (sense.kind === "official" ? [sense.entry] : []));
}
