import type { FileSpan } from "../text/spans.js";
import { isBareAgency } from "./agency-name.js";
import { type ArticleRecord, mentionOf } from "./article-record.js";
import { compareText } from "./corpus-index.js";
import type { CorpusEntity } from "./entities.js";
import { type PostStatement, postKey } from "./posts.js";
import { shownSentence } from "./sentences.js";

/** A place in an article that says something, with the sentence that does. */
export interface Source {
  readonly uri: string;
  readonly title: string;
  readonly day?: string;
  /** The mention's stretch of the file. */
  readonly span: FileSpan;
  readonly sentence: string;
}

/** A post of somebody over time, as the folder's articles show it. */
export interface PostSpan {
  /** As most articles word it: 省长, 国家能源局局长. */
  readonly words: string;
  readonly title: string;
  /** The organ's full name, where an article settles it. */
  readonly organ?: string;
  /** The days of the first and last article that give the post as held then. */
  readonly from?: string;
  readonly to?: string;
  /** The first article that calls the post a former one (原, 时任). */
  readonly former?: Source;
  /** Whether articles call the holder acting (代) or designate (拟任) only. */
  readonly qualifier?: "acting" | "designate";
  /** A capacity rather than a post: 省领导. */
  readonly vague: boolean;
  /** The number of articles that give the post. */
  readonly articles: number;
  readonly first: Source;
  readonly latest: Source;
}

interface Evidence {
  readonly article: ArticleRecord;
  readonly post: PostStatement;
}

/** The posts of an official over time, the one first seen first; posts only called former stand before all. */
export function timelineOf(official: CorpusEntity): PostSpan[] {
  const evidence = official.articles.flatMap((article) =>
    postsIn(article, official.mentionId).map((post) => ({ article, post })),
  );
  const spans = [...groupsOf(evidence).values()].map(spanOf);
  return spans.sort(
    (a, b) =>
      compareText(a.from ?? "", b.from ?? "") || Number(a.vague) - Number(b.vague) || compareText(a.words, b.words),
  );
}

/** `2021`, `2021–2022`; empty where no article that gives the post has a date. */
export function yearsOf({ from, to }: Pick<PostSpan, "from" | "to">): string {
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (!first || !last) return "";
  return first === last ? first : `${first}–${last}`;
}

/** The posts that an article gives an entity. */
export function postsIn(article: ArticleRecord, mentionId: string): PostStatement[] {
  const index = article.entities.findIndex((entity) => entity.id === mentionId);
  return index < 0 ? [] : article.posts.filter((post) => article.mentions.entity(post.row) === index);
}

/**
 * Evidence by post. A post whose organ no article settles (省委书记, 局长) joins the one that has the same
 * words, or where it names no organ the same title, if there is just one such.
 */
function groupsOf(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const settled = new Map(
    evidence.flatMap(({ post }) => (isSettled(post) ? [[`${postKey(post)}|${post.words}`, post] as const] : [])),
  );
  const open = new Map<string, string>();
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const key = isSettled(one.post)
      ? postKey(one.post)
      : remembered(open, `${one.post.organ}|${one.post.words}`, () => openKey(one.post, [...settled.values()]));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function isSettled({ organ }: PostStatement): boolean {
  return organ !== undefined && !isBareAgency(organ);
}

function remembered(known: Map<string, string>, key: string, make: () => string): string {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function openKey(post: PostStatement, settled: readonly PostStatement[]): string {
  const same = (wanted: (other: PostStatement) => boolean) => new Set(settled.filter(wanted).map(postKey));
  const keys = post.organ ? same((other) => other.words === post.words) : same((other) => other.title === post.title);
  const [only] = keys;
  return keys.size === 1 && only !== undefined ? only : `${post.organ ? post.words : ""}|${post.title}`;
}

function spanOf(evidence: readonly Evidence[]): PostSpan {
  const held = evidence.filter(({ post }) => post.qualifier !== "former");
  const past = evidence.filter(({ post }) => post.qualifier === "former");
  const shown = held.length > 0 ? held : past;
  const first = shown[0] as Evidence;
  const latest = shown[shown.length - 1] as Evidence;
  const days = held.flatMap(({ article }) => (article.day ? [article.day] : []));
  const former = past[0] && sourceOf(past[0]);
  const organ = evidence.find(({ post }) => isSettled(post))?.post.organ;
  const qualifier = first.post.qualifier;
  const qualified =
    qualifier !== "former" && qualifier !== undefined && held.every(({ post }) => post.qualifier === qualifier);
  return {
    words: commonest(
      (shown.some(({ post }) => isSettled(post)) ? shown.filter(({ post }) => isSettled(post)) : shown).map(
        ({ post }) => post.words,
      ),
    ),
    title: first.post.title,
    ...(organ ? { organ } : {}),
    ...(days[0] ? { from: days[0], to: days[days.length - 1] as string } : {}),
    ...(former ? { former } : {}),
    ...(qualified ? { qualifier } : {}),
    vague: first.post.vague === true,
    articles: new Set(evidence.map(({ article }) => article)).size,
    first: sourceOf(first),
    latest: sourceOf(latest),
  };
}

function commonest(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || compareText(a[0], b[0]))[0]?.[0] ?? "";
}

function sourceOf({ article, post }: Evidence): Source {
  return sourceAt(article, post.row);
}

/** The place of a mention, with its sentence. */
export function sourceAt(article: ArticleRecord, row: number): Source {
  const mention = mentionOf(article, row);
  return {
    uri: article.uri,
    title: article.title,
    ...(article.day ? { day: article.day } : {}),
    span: article.mentions.file(row),
    sentence: mention ? shownSentence(article.text, mention.span) : "",
  };
}
