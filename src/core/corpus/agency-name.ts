import type { Lexicon } from "../lexicon/lexicon.js";
import { type Homes, openingRank } from "./homes.js";
import { leadingPlace, placeName } from "./territory.js";

/**
 * The full name of an agency, the same in every article: 省工信厅 in Jilin and 吉林省工信厅 are both
 * 吉林省工业和信息化厅. A name that cannot be completed stays as it is.
 */
export function fullAgencyName(name: string, homes: Homes, lexicon: Lexicon): string {
  const listed = listedName(name, lexicon);
  if (listed) return listed;
  const placed = withHome(name, homes);
  return listedName(placed, lexicon) ?? composedName(placed, lexicon) ?? placed;
}

const bareOrgan =
  /^(?:(?:省|市|县|区|州|盟|旗|镇|乡|自治区|自治州)(?:委|党委|政府|人民政府|人大|政协|纪委|监委|直|人民|公安|教育|财政|发展|发改|商务|工信|\p{Script=Han}{2,8}(?:局|厅|办|委)).*|管委会|党工委|组织部|宣传部|统战部|政法委|纪委|监委|指挥部|代表团|常委会)$/u;

/** Whether a name is a short form that no article completed (县委, 管委会): many agencies may stand behind it. */
export function isBareAgency(name: string): boolean {
  return bareOrgan.test(name);
}

/**
 * The full name of an organ that an article names without its committee or zone, from the organ before it:
 * 宣传部 behind 中共吉林省委员会 is that committee's, 管委会 behind 云澜高新区党工委 the same zone's.
 */
export function dependentName(name: string, before: string, lexicon: Lexicon): string | undefined {
  const committee = /^(?:中共.+?委员会)/.exec(before)?.[0];
  if (committee && lexicon.trie.get(name).some((sense) => sense.kind === "department" && sense.entry.own))
    return committee + name;
  const zone = /^(.+区)(?:党工委|管委会|管理委员会)$/.exec(before)?.[1];
  return zone && /^(?:党工委|管委会|管理委员会)$/.test(name) ? zone + name : undefined;
}

function listedName(name: string, lexicon: Lexicon): string | undefined {
  const names = lexicon.trie
    .get(name)
    .flatMap((sense) => (sense.kind === "agency" && sense.form !== "weak" ? [sense.entry.name] : []));
  return names.find((full) => full === name) ?? names[0];
}

/** 省委 → 吉林省委 where the article is at home in Jilin. */
function withHome(name: string, homes: Homes): string {
  const rank = openingRank(name);
  const home = rank && homes.get(rank);
  return rank && home ? placeName(home) + name.slice(rank.length) : name;
}

/**
 * Completes a local organ that is put together from a place and what every place has; undefined for a name that
 * is put together otherwise.
 */
export function composedName(name: string, lexicon: Lexicon): string | undefined {
  for (const prefixEnd of prefixEnds(name, lexicon)) {
    const prefix = name.slice(0, prefixEnd);
    const place = leadingPlace(name, prefixEnd, lexicon);
    if (!place) continue;
    for (const [at, town] of ranked(name, place.end, place.name)) {
      const full =
        fromTemplate(name, prefix, at, town, lexicon) ??
        (prefix === "" ? fromDomain(name, at, town, lexicon) : undefined);
      if (full) return full;
    }
  }
  return undefined;
}

/** The place's end and name; where the name gives its rank twice or apart from it (吉林 + 省), behind that too. */
function ranked(name: string, end: number, place: string): [number, string][] {
  const rank = openingRank(name.slice(end));
  return rank && place.endsWith(rank)
    ? [
        [end + rank.length, place],
        [end, place],
      ]
    : [[end, place]];
}

function prefixEnds(name: string, lexicon: Lexicon): number[] {
  const ends = [0];
  lexicon.trie.matchesAt(name, 0, (end, senses) => {
    if (senses.some((sense) => sense.kind === "organ-prefix")) ends.push(end);
  });
  return ends;
}

/**
 * 吉林省纪委 → 中共吉林省纪律检查委员会; what follows (组织部) is a department and stays. Local committees are
 * called 中共…, as they call themselves in print, not 中国共产党….
 */
function fromTemplate(name: string, prefix: string, at: number, place: string, lexicon: Lexicon): string | undefined {
  let found: string | undefined;
  lexicon.trie.matchesAt(name, at, (end, senses) => {
    const rest = name.slice(end);
    const isDepartment = rest === "" || lexicon.trie.get(rest).some((sense) => sense.kind === "department");
    if (!isDepartment) return;
    for (const sense of senses) {
      if (sense.kind !== "organ-rest" || sense.template.prefix !== prefix || !sense.template.placed) continue;
      found = sense.template.full.replace(/^中国共产党/, "中共").replaceAll("{place}", place) + rest;
    }
  });
  return found ?? (prefix === "" ? partyCommittee(name, at, place, lexicon) : undefined);
}

/** 吉林省委, 自治区党委组织部: committees lose their 中共 in everyday use. */
function partyCommittee(name: string, at: number, place: string, lexicon: Lexicon): string | undefined {
  const short =
    /^(?:委|地委)/.exec(name.slice(at))?.[0] ??
    (place.endsWith("自治区") && name.startsWith("党委", at) ? "党委" : undefined);
  if (short === undefined) return undefined;
  const rest = name.slice(at + short.length);
  const isDepartment = rest === "" || lexicon.trie.get(rest).some((sense) => sense.kind === "department");
  return isDepartment ? `中共${place}委员会${rest}` : undefined;
}

/** 吉林省工信厅 → 吉林省工业和信息化厅. */
function fromDomain(name: string, at: number, place: string, lexicon: Lexicon): string | undefined {
  let found: string | undefined;
  lexicon.trie.matchesAt(name, at, (end, senses) => {
    const suffix = name.slice(end);
    for (const sense of senses) {
      if (sense.kind !== "domain" || !sense.entry.suffixes.includes(suffix)) continue;
      // A domain's other wordings can be bodies of their own: 地方志办公室 is no 档案办公室.
      if (!isShortFor(name.slice(at, end), sense.entry.full)) continue;
      found = place + sense.entry.full + (fullSuffix[suffix] ?? suffix);
    }
  });
  return found;
}

/** Whether the characters of a short form stand in the full one in the same order: 工信 in 工业和信息化. */
function isShortFor(short: string, full: string): boolean {
  let from = 0;
  for (const character of short) {
    from = full.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

const fullSuffix: Readonly<Record<string, string>> = { 委: "委员会", 办: "办公室" };
