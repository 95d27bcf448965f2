import type { Lexicon } from "../lexicon/lexicon.js";
import { fullAgencyName, isBareAgency } from "./agency-name.js";
import type { Homes } from "./homes.js";
import { type PostStatement, postKey, postsOf } from "./posts.js";
import { provinceOfTerritory, type Territory } from "./territory.js";

/** A post whose organ is known by its full name. */
export type SettledPost = PostStatement & { readonly organ: string };

/** Somebody's post as the lexicon gives it, with the years it was held; both are included. */
export interface ListedPost {
  readonly name: string;
  readonly post: SettledPost;
  readonly since?: number;
  readonly until?: number;
}

const noHomes: Homes = new Map();
const heads = new Set(
  "书记 省长 市长 县长 区长 州长 盟长 旗长 主席 部长 厅长 局长 署长 行长 校长 检察长 委员长 总理 董事长 会长".split(
    " ",
  ),
);
/** A 主任 heads these; in other organs several people are called so. */
const headedByDirector = /(?:委员会|办公室)$/;
/** Organs with several secretaries, presidents or deputies that carry the plain title. */
const collective = /(?:书记处|中央委员会|政治局|主席团)$/;

export function isSettled(post: PostStatement): post is SettledPost {
  return post.organ !== undefined && !isBareAgency(post.organ);
}

/** Whether one person alone holds a post at a time: the head of an organ whose full name is known. */
export function isSingleSeat({ organ, title, vague }: SettledPost): boolean {
  if (vague || collective.test(organ)) return false;
  return heads.has(title) || (title === "主任" && headedByDirector.test(organ));
}

/** The province whose Party committee or government a post heads, if it does. */
export function provinceHeaded(post: SettledPost): Territory | undefined {
  const { territory, title, organ } = post;
  if (!territory || territory.includes("/") || provinceOfTerritory(territory) === undefined) return undefined;
  const governs = organ === `${territory}人民政府` && /^(?:省长|市长|主席)$/.test(title);
  return governs || (organ === `中共${territory}委员会` && title === "书记") ? territory : undefined;
}

/** Reads a post as the lexicon words it: 吉林省省长, 国家能源局局长. Undefined where its organ cannot be told. */
export function readPost(words: string, lexicon: Lexicon): SettledPost | undefined {
  const organs = [];
  for (let end = words.length - 2; end >= 2; end--) {
    const isTitle = lexicon.trie.get(words.slice(end)).some((sense) => sense.kind === "title");
    if (!isTitle) continue;
    const wording = words.slice(0, end);
    const name = fullAgencyName(wording, noHomes, lexicon);
    const known = name !== wording || lexicon.trie.get(name).some((sense) => sense.kind === "agency");
    if (known) organs.push({ wording, name });
  }
  const [post] = postsOf(words, 0, organs, noHomes, lexicon);
  return post && isSettled(post) ? post : undefined;
}

const listed = new WeakMap<Lexicon, ReadonlyMap<string, readonly ListedPost[]>>();

/** Who the lexicon says held a seat from a year that it knows. */
export function listedHolders(post: SettledPost, lexicon: Lexicon): readonly ListedPost[] {
  let known = listed.get(lexicon);
  if (!known) {
    known = holdersBySeat(lexicon);
    listed.set(lexicon, known);
  }
  return known.get(postKey(post)) ?? [];
}

/** When the people whom the lexicon knows by a name held a post, as it gives that; empty where it does not. */
export function listedTerms(name: string, post: SettledPost, lexicon: Lexicon): ListedPost[] {
  return lexicon.trie.get(name).flatMap((sense) =>
    sense.kind === "official"
      ? (sense.entry.posts ?? []).flatMap(({ title, since, until }) => {
          // Reading a post is slow, and most are others already by their ending.
          const listed = title.endsWith(post.title) ? readPost(title, lexicon) : undefined;
          return listed && postKey(listed) === postKey(post)
            ? [{ name: sense.entry.name, post: listed, ...years(since, until) }]
            : [];
        })
      : [],
  );
}

function holdersBySeat(lexicon: Lexicon): Map<string, ListedPost[]> {
  const seats = new Map<string, ListedPost[]>();
  for (const { name, posts = [] } of lexicon.data.officials) {
    for (const { title, since, until } of posts) {
      if (since === undefined) continue;
      const post = readPost(title, lexicon);
      if (!post || !isSingleSeat(post)) continue;
      const key = postKey(post);
      seats.set(key, [...(seats.get(key) ?? []), { name, post, ...years(since, until) }]);
    }
  }
  return seats;
}

function years(since: number | undefined, until: number | undefined): Pick<ListedPost, "since" | "until"> {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
