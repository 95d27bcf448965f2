import type { Lexicon } from "../lexicon/lexicon.js";
import { leadingPlace, placeName, provinceOfTerritory, type Territory } from "./territory.js";

/** The places that an article means by a bare rank: 省 in 省委, 市 in 市长. By rank. */
export type Homes = ReadonlyMap<string, Territory>;

const ranks = ["自治区", "省", "自治州", "州", "市", "盟", "县", "区", "旗"] as const;
const opening = /^(?:中国共产党|中共|中国人民政治协商会议|政协|民盟|民革|民建|民进|农工党|致公党|九三学社|台盟|武警|共青团)/;

/**
 * The places an article is at home in: for each rank the one that its organs and posts name most, where
 * one is named more than any other. `names` are full names or posts, one for each mention; the source
 * (吉林日报) settles the province when nothing else does.
 */
export function homesOf(names: readonly string[], source: string | undefined, lexicon: Lexicon): Homes {
  const counts = new Map<string, Map<Territory, number>>();
  const count = (rank: string | undefined, territory: Territory) => {
    if (!rank) return;
    const places = counts.get(rank) ?? new Map<Territory, number>();
    counts.set(rank, places.set(territory, (places.get(territory) ?? 0) + 1));
  };
  const places = new Map<string, Territory | undefined>();
  for (const name of names) {
    if (!places.has(name)) places.set(name, leadingPlace(name, openingLength(name), lexicon)?.territory);
    const territory = places.get(name);
    if (territory === undefined) continue;
    count(rankOf(placeName(territory)), territory);
    const province = provinceOfTerritory(territory);
    if (province && province !== territory) count(rankOf(province), province);
  }
  const homes = new Map<string, Territory>();
  for (const [rank, territories] of counts) {
    const [first, second] = [...territories].sort((a, b) => b[1] - a[1]);
    if (first && (!second || first[1] > second[1])) homes.set(rank, first[0]);
  }
  if (!homes.has("省") && !homes.has("自治区") && source) {
    const territory = leadingPlace(source, 0, lexicon)?.territory;
    const rank = territory && !territory.includes("/") ? rankOf(territory) : undefined;
    if (rank && territory && rank !== "市") homes.set(rank, territory);
  }
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
