import type { Lexicon } from "../lexicon/lexicon.js";
import { leadingPlace, placeName, provinceOfTerritory, type Territory } from "./territory.js";

/** The places that an article means by a bare rank: 省 in 省委, 市 in 市长. By rank. */
export type Homes = ReadonlyMap<string, Territory>;

/** What shows where an article is at home. */
export interface HomeEvidence {
  /** Headline and body. */
  readonly text: string;
  /** Agencies and posts as the article words them, in order of place. */
  readonly wordings: readonly string[];
  readonly source?: string;
}

const ranks = ["自治区", "省", "自治州", "州", "市", "盟", "县", "区", "旗"] as const;
const opening =
  /^(?:中国共产党|中共|中国人民政治协商会议|政协|民盟|民革|民建|民进|农工党|致公党|九三学社|台盟|武警|共青团)/;

/** A place named only once may be a guest's: it takes a second mention to be at home there. */
const leastNamed = 2;
/** Of two places the one must be named this many times as often as the other. */
const clearLead = 1.5;

/**
 * The places an article is at home in. A province's own paper (吉林日报) settles the province; otherwise, for
 * each rank, the place that is clearly named most does, if any. It is better to leave 省委 open than to give
 * it to the province of a guest.
 */
export function homesOf({ text, wordings, source }: HomeEvidence, lexicon: Lexicon): Homes {
  const named = new Set<Territory>(provincesIn(text, lexicon));
  // 澜江省委书记甲，省委副书记乙: the bare rank takes up the place worded before it.
  const bare = new Set<string>();
  const takenUp = new Set<Territory>();
  for (const wording of new Set(wordings)) {
    const open = openingRank(wording);
    if (open) bare.add(open);
    const territory = leadingPlace(wording, openingLength(wording), lexicon)?.territory;
    if (territory === undefined) continue;
    named.add(territory);
    const rank = rankOf(placeName(territory));
    if (rank && !bare.has(rank)) takenUp.add(territory);
    const province = provinceOfTerritory(territory);
    if (province) named.add(province);
  }
  const homes = new Map<string, Territory>();
  for (const rank of ranks) {
    const counts = [...named]
      .filter((territory) => rankOf(placeName(territory)) === rank)
      .map((territory) => ({
        territory,
        count: occurrences(text, stemOf(placeName(territory))) + (takenUp.has(territory) ? 1 : 0),
      }))
      .sort((a, b) => b.count - a.count);
    const [first, second] = counts;
    if (first && first.count >= leastNamed && first.count >= clearLead * (second?.count ?? 0))
      homes.set(rank, first.territory);
  }
  const own = source ? leadingPlace(source, 0, lexicon)?.territory : undefined;
  const rank = own && !own.includes("/") ? rankOf(placeName(own)) : undefined;
  if (own && (rank === "省" || rank === "自治区")) homes.set(rank, own);
  return homes;
}

export function openingLength(name: string): number {
  return opening.exec(name)?.[0].length ?? 0;
}

/** The rank a place's name ends in. */
export function rankOf(name: string): string | undefined {
  return ranks.find((rank) => name.endsWith(rank));
}

/** The rank that opens a short name (省委, 市政府, 自治区主席), where no place stands before it. */
export function openingRank(name: string): string | undefined {
  return ranks.find((rank) => name.startsWith(rank));
}

/** 吉林省 → 吉林, 广西壮族自治区 → 广西: as texts mostly name it. */
function stemOf(place: string): string {
  const rank = rankOf(place);
  const stem = (rank ? place.slice(0, -rank.length) : place).replace(/(?:壮族|回族|维吾尔)$/, "");
  return stem.length >= 2 ? stem : place;
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

const patterns = new WeakMap<Lexicon, { readonly pattern: RegExp; readonly names: ReadonlyMap<string, string> }>();

/** The provinces that a text names, in full or in short. */
function provincesIn(text: string, lexicon: Lexicon): string[] {
  let known = patterns.get(lexicon);
  if (!known) {
    const provinces = lexicon.data.places.filter(({ level, former }) => level === "province" && !former);
    const names = new Map(
      provinces.flatMap(
        ({ name, short }) =>
          [
            [name, name],
            [short ?? name, name],
          ] as const,
      ),
    );
    known = {
      names,
      pattern:
        names.size > 0 ? new RegExp([...names.keys()].sort((a, b) => b.length - a.length).join("|"), "g") : /(?!)/g,
    };
    patterns.set(lexicon, known);
  }
  const { names, pattern } = known;
  return [...new Set(Array.from(text.matchAll(pattern), ([word]) => names.get(word) ?? word))];
}
