import type { Lexicon } from "../lexicon/lexicon.js";
import { type Homes, openingLength, openingRank, rankOf } from "./homes.js";
import { leadingPlace, placeName, type Territory } from "./territory.js";

/** `former`: 原, 时任, 前; `acting`: 代, 代理; `designate`: 拟任, 候任. */
export type PostQualifier = "former" | "acting" | "designate";

/** One post that an article gives somebody: 省委副书记、省长 are two. */
export interface PostStatement {
  /** The row of the mention that bears the post. */
  readonly row: number;
  /** The post without its organ: 书记, 省长, 副局长. */
  readonly title: string;
  /** As the article words it, without the qualifier: 省委书记, 国家能源局局长. */
  readonly words: string;
  /** The organ's full name, where it is known. */
  readonly organ?: string;
  /** The place whose post it is. */
  readonly territory?: Territory;
  readonly qualifier?: PostQualifier;
  /** A capacity rather than a post: 省领导, 负责人. */
  readonly vague?: boolean;
}

/** An organ as the article words it, with its full name. */
export interface WordedOrgan {
  readonly wording: string;
  readonly name: string;
}

const governmentHead = /^(.*?)((?:常务)?副?)(省|市|县|区|州|盟|旗|镇|乡)长$/;
/** 区主席 is what is left of 自治区主席 where the region's rank was read apart: no district has a chairman. */
const regionHead = /^(.*?自治(?:区|州|县)|区)(副?主席|副?州长|副?县长)$/;
const vague = /(?:领导|领导人|负责人|负责同志|有关同志|班子成员|同志|代表)$/;
const company = /(?:公司|集团|银行|企业)$/;

/**
 * Splits a role (国家市场监管总局党组书记、局长) into its posts. `organs` are those the article mentions;
 * `previous` is the post of the person named right before, in whose organ a bare title is meant
 * (国家发展改革委副主任甲、秘书长乙).
 */
export function postsOf(
  role: string,
  row: number,
  organs: readonly WordedOrgan[],
  homes: Homes,
  lexicon: Lexicon,
  previous?: PostStatement,
): PostStatement[] {
  const posts: PostStatement[] = [];
  let before = previous;
  for (const part of role.split(/[、，,;；]|兼(?!职)/)) {
    const post = postOf(part.trim(), row, before, organs, homes, lexicon);
    if (!post) continue;
    posts.push(post);
    before = post;
  }
  return posts;
}

function postOf(
  part: string,
  row: number,
  before: PostStatement | undefined,
  organs: readonly WordedOrgan[],
  homes: Homes,
  lexicon: Lexicon,
): PostStatement | undefined {
  const { words, qualifier } = unqualified(part);
  if (words === "") return undefined;
  const base = { row, words, ...(qualifier ? { qualifier } : {}), ...(vague.test(words) ? { vague: true } : {}) };
  const organ = longestOrgan(words, organs);
  if (organ && organ.wording.length < words.length) {
    const place = leadingPlace(organ.name, openingLength(organ.name), lexicon)?.territory;
    const rest = unqualified(words.slice(organ.wording.length));
    const title = rest.words || words;
    return {
      ...base,
      words: organ.wording + rest.words,
      ...(rest.qualifier ? { qualifier: rest.qualifier } : {}),
      title,
      organ: organ.name,
      ...(place ? { territory: place } : {}),
    };
  }
  const head = headOfGovernment(words, before, homes, lexicon);
  if (head) return { ...base, ...head };
  const place = leadingPlace(words, 0, lexicon)?.territory ?? homeOf(words, homes);
  if (vague.test(words)) return { ...base, title: words, ...(place ? { territory: place } : {}) };
  // 党组书记、局长: a bare title belongs to the organ of the title before it.
  if (before?.organ && !place) {
    const wording = before.words.slice(0, before.words.length - before.title.length);
    const former = before.qualifier === "former" && !part.startsWith("现任") ? { qualifier: before.qualifier } : {};
    return {
      ...former,
      ...base,
      words: wording + words,
      title: words,
      organ: before.organ,
      ...(before.territory ? { territory: before.territory } : {}),
    };
  }
  return { ...base, title: words, ...(place ? { territory: place } : {}) };
}

/** Takes 原, 时任, 代, 拟任 off a post: they stand before it or behind the place. */
function unqualified(part: string): { words: string; qualifier?: PostQualifier } {
  const former =
    /^(?:原任|原|前任|前|时任|曾任)/.exec(part) ??
    /(?<=[省市县区州盟旗委局部厅院会司])原(?=(?:党组|党委|常务)?副?[\p{Script=Han}]{1,3}$)/u.exec(part);
  if (former) return { words: without(part, former), qualifier: "former" };
  const designate = /^(?:拟任|候任|拟提名为?)/.exec(part);
  if (designate) return { words: without(part, designate), qualifier: "designate" };
  const acting = /(?:代理(?=[^人])|代(?=(?:省|市|县|区|州|盟|旗|乡|镇)长|(?:院|检察)长|主席))/.exec(part);
  if (acting) return { words: without(part, acting), qualifier: "acting" };
  return { words: part.replace(/^现任/, "") };
}

function without(text: string, match: RegExpExecArray): string {
  return text.slice(0, match.index) + text.slice(match.index + match[0].length);
}

function longestOrgan(words: string, organs: readonly WordedOrgan[]): WordedOrgan | undefined {
  let best: WordedOrgan | undefined;
  for (const organ of organs) {
    if (words.startsWith(organ.wording) && organ.wording.length > (best?.wording.length ?? 0)) best = organ;
  }
  return best;
}

/** 省长, 吉林省长, 常务副市长, 自治区主席: posts of a place's government, which they do not name. */
function headOfGovernment(
  words: string,
  before: PostStatement | undefined,
  homes: Homes,
  lexicon: Lexicon,
): Pick<PostStatement, "title" | "organ" | "territory"> | undefined {
  const region = regionHead.exec(words);
  if (region?.[1] && region[2]) {
    const territory = leadingPlace(region[1], 0, lexicon)?.territory ?? homes.get("自治区");
    return territory ? { title: region[2], organ: `${placeName(territory)}人民政府`, territory } : { title: words };
  }
  const match = governmentHead.exec(words);
  const rank = match?.[3];
  if (!match || rank === undefined) return undefined;
  const title = `${match[2] ?? ""}${rank}长`;
  const named = match[1] ?? "";
  const territory = named === "" ? ownPlace(rank, before, homes) : placeWithRank(named, rank, lexicon);
  if (territory === undefined) return named === "" ? { title } : undefined;
  return { title, organ: `${placeName(territory)}人民政府`, territory };
}

/** 市长 behind 宁川市委副书记 is Ningchuan's; alone it is the city's the article is at home in. */
function ownPlace(rank: string, before: PostStatement | undefined, homes: Homes): Territory | undefined {
  const own = before?.territory;
  return own && rankOf(placeName(own)) === rank ? own : homes.get(rank);
}

function placeWithRank(named: string, rank: string, lexicon: Lexicon): Territory | undefined {
  const full = named.endsWith(rank) ? named : named + rank;
  const place = leadingPlace(full, 0, lexicon);
  return place && place.end === full.length ? place.territory : undefined;
}

function homeOf(words: string, homes: Homes): Territory | undefined {
  const rank = openingRank(words);
  return rank && homes.get(rank);
}

/** What tells one post from another: organ and title, or the title alone where no organ is known. */
export function postKey(post: Pick<PostStatement, "organ" | "title">): string {
  return `${post.organ ?? ""}|${post.title}`;
}

export function isCompany(organ: string): boolean {
  return company.test(organ);
}
