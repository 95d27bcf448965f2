import type { PlaceEntry } from "../lexicon/entries.js";
import type { Lexicon } from "../lexicon/lexicon.js";

/**
 * A place as a path from the province down, `吉林省/长春市`. Where the lexicon does not know the province
 * the path begins with `?`.
 */
export type Territory = string;

/** Where the place that opens a name ends, and what it is. */
export interface LeadingPlace {
  /** UTF-16 offset behind the place. */
  readonly end: number;
  /** The last place's full name. */
  readonly name: string;
  readonly territory: Territory;
}

/** A place that no list holds, where what follows is an organ of it. 国家市场监管总局 opens with no city. */
const organ =
  "(?:委|地委|人民|政府|政协|人大|纪律|纪委|监察|党|高级|中级|公安|人力|.{2,14}(?:厅|局|委|办|委员会|办公室|研究院)$|$)";
const notPlace =
  "国家|全国|中国|中央|中华|国务院|中共|政协|武警|共青团|九三学社|民盟|民革|民建|民进|台盟|致公党|农工党";
const unlisted = new RegExp(
  `(?!${notPlace})\\p{Script=Han}{2,6}?(省|自治区|自治州|地区|盟|市|县|(?<![军备分战特社园景灾])区|旗)` +
    `(?=\\1?${organ}|\\p{Script=Han}{2,5}(?:市|县|区|州|旗)${organ})`,
  "uy",
);

/** The chain of places at `start` of an organ's name (四川省成都市…); undefined where there is none. */
export function leadingPlace(name: string, start: number, lexicon: Lexicon): LeadingPlace | undefined {
  let chain: string[] = [];
  let end = start;
  for (;;) {
    const next = listedAt(name, end, lexicon, chain[chain.length - 1]);
    if (next) {
      const path = pathOf(next.entry, lexicon);
      chain = path.length > chain.length ? path : [...chain, next.entry.name];
      end = next.end;
      continue;
    }
    unlisted.lastIndex = end;
    const found = unlisted.exec(name)?.[0];
    if (!found) break;
    chain.push(found);
    end += found.length;
  }
  const last = chain[chain.length - 1];
  if (last === undefined) return undefined;
  return {
    end,
    name: last,
    territory: isProvince(chain[0] ?? "", lexicon) ? chain.join("/") : ["?", ...chain].join("/"),
  };
}

function listedAt(
  name: string,
  at: number,
  lexicon: Lexicon,
  parent: string | undefined,
): { entry: PlaceEntry; end: number } | undefined {
  let best: { entry: PlaceEntry; end: number } | undefined;
  lexicon.trie.matchesAt(name, at, (end, senses) => {
    const places = senses.flatMap((sense) => (sense.kind === "place" && sense.form !== "weak" ? [sense.entry] : []));
    const entry =
      places.find((place) => place.parent === parent) ??
      places.find((place) => place.level === "province") ??
      places[0];
    if (entry && (parent === undefined || name.slice(at, end) === entry.name)) best = { entry, end };
  });
  return best;
}

/** From the province down; shorter where a name on the way belongs to several places. */
function pathOf(entry: PlaceEntry, lexicon: Lexicon): string[] {
  const path = [entry.name];
  let at: PlaceEntry | undefined = isUnique(entry, lexicon) ? entry : undefined;
  while (at?.parent && path.length < 4) {
    path.unshift(at.parent);
    at = placesNamed(at.parent, lexicon)[0];
  }
  return path;
}

function isUnique(entry: PlaceEntry, lexicon: Lexicon): boolean {
  return new Set(placesNamed(entry.name, lexicon).map((place) => place.parent)).size <= 1;
}

function placesNamed(name: string, lexicon: Lexicon): PlaceEntry[] {
  return lexicon.trie
    .get(name)
    .flatMap((sense) => (sense.kind === "place" && sense.form === "name" ? [sense.entry] : []));
}

function isProvince(name: string, lexicon: Lexicon): boolean {
  if (/[省]$|自治区$|特别行政区$/.test(name)) return true;
  return placesNamed(name, lexicon).some((place) => place.level === "province");
}

/** The name of the place itself: the last step of its path. */
export function placeName(territory: Territory): string {
  return territory.slice(territory.lastIndexOf("/") + 1);
}

/** The province of a territory, undefined where it is unknown. */
export function provinceOfTerritory(territory: Territory): string | undefined {
  const root = territory.split("/", 1)[0];
  return root === "?" ? undefined : root;
}

/**
 * Whether two places shut each other out: neither lies in the other, and of neither it is unknown whether
 * it does.
 */
export function areApart(a: Territory, b: Territory): boolean {
  const first = a.split("/");
  const second = b.split("/");
  if (first[0] === "?" || second[0] === "?") {
    const [x, y] = [placeName(a), placeName(b)];
    return !first.includes(y) && !second.includes(x) && rankOf(x) === rankOf(y);
  }
  const shared = Math.min(first.length, second.length);
  return first.slice(0, shared).join("/") !== second.slice(0, shared).join("/");
}

function rankOf(name: string): string {
  return /(?:省|自治区|自治州|地区|盟|市|县|区|旗)$/.exec(name)?.[0] ?? "";
}
