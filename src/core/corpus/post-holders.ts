import { type ArticleRecord, mentionOf } from "./article-record.js";
import type { CorpusIndex } from "./corpus-index.js";
import { dayFromNumber, dayNumber } from "./periods.js";
import { postKey } from "./posts.js";
import { isSettled, provinceHeaded, type SettledPost } from "./seats.js";

/** The articles with a date that show each of the people in one post, by name. */
export type Holders = ReadonlyMap<string, ReadonlySet<ArticleRecord>>;

/** An old post is still printed for some time after a move, and an article may be printed again, in days. */
const margin = 30;
/** Two reports of a post further apart than this leave room for somebody else between them, in days. */
const oneTerm = 366;

const nobody: Holders = new Map();

/**
 * Who holds which posts, as the index's articles say. Kept by post and name, and brought up to date when asked:
 * that costs what has changed since.
 */
export class PostHolders {
  private readonly byPost = new Map<string, Map<string, Set<ArticleRecord>>>();
  private readonly postsByOrgan = new Map<string, Set<string>>();
  /** The provinces' headships that have been shown with a name, if by articles that are gone now. */
  private readonly headships = new Map<string, Map<string, SettledPost>>();
  private readonly seen = new Set<ArticleRecord>();
  private revision = -1;

  constructor(private readonly index: CorpusIndex) {}

  /** Who is shown in a post. */
  of(post: SettledPost): Holders {
    while (!this.catchUp());
    return this.byPost.get(postKey(post)) ?? nobody;
  }

  /** Who is shown in each of an organ's posts. */
  in(organ: string): Holders[] {
    while (!this.catchUp());
    return [...(this.postsByOrgan.get(organ) ?? [])].flatMap((key) => this.byPost.get(key) ?? []);
  }

  /** The headships of provinces that somebody is shown in. */
  headedBy(name: string): SettledPost[] {
    while (!this.catchUp());
    return [...(this.headships.get(name)?.values() ?? [])].filter((post) => this.of(post).has(name));
  }

  /** Takes up changes of the index, no more than `limit` articles at once; whether none are left. */
  catchUp(limit = Infinity): boolean {
    if (this.revision === this.index.revision) return true;
    const now = new Set(this.index.articles());
    for (const article of this.seen) {
      if (now.has(article)) continue;
      this.seen.delete(article);
      this.forget(article);
    }
    let learned = 0;
    for (const article of now) {
      if (this.seen.has(article)) continue;
      if (++learned > limit) return false;
      this.seen.add(article);
      this.learn(article);
    }
    this.revision = this.index.revision;
    return true;
  }

  private learn(article: ArticleRecord): void {
    for (const { post, name } of heldIn(article)) {
      const key = postKey(post);
      const names = this.byPost.get(key) ?? new Map<string, Set<ArticleRecord>>();
      this.byPost.set(key, names);
      names.set(name, (names.get(name) ?? new Set()).add(article));
      this.postsByOrgan.set(post.organ, (this.postsByOrgan.get(post.organ) ?? new Set()).add(key));
      if (provinceHeaded(post)) this.headships.set(name, (this.headships.get(name) ?? new Map()).set(key, post));
    }
  }

  private forget(article: ArticleRecord): void {
    for (const { post, name } of heldIn(article)) {
      const key = postKey(post);
      const names = this.byPost.get(key);
      const articles = names?.get(name);
      articles?.delete(article);
      if (articles?.size === 0) names?.delete(name);
      if (names?.size !== 0) continue;
      this.byPost.delete(key);
      const keys = this.postsByOrgan.get(post.organ);
      keys?.delete(key);
      if (keys?.size === 0) this.postsByOrgan.delete(post.organ);
    }
  }
}

/** The posts whose organ is known that a dated article says officials hold. */
function heldIn(article: ArticleRecord): { readonly post: SettledPost; readonly name: string }[] {
  if (!article.day) return [];
  return article.posts.flatMap((post) => {
    if (!isSettled(post) || !isHeld(post)) return [];
    const entity = article.entities[article.mentions.entity(post.row)];
    return entity?.type === "official" ? [{ post, name: entity.name }] : [];
  });
}

/** Whether a post is said to be held: not a former one, none to come, and no mere capacity. */
export function isHeld({ qualifier, vague }: SettledPost): boolean {
  return qualifier !== "former" && qualifier !== "designate" && !vague;
}

/** The row in which an article shows somebody in an organ, with just this post where one is given. */
export function rowOf(article: ArticleRecord, name: string, organ: string, title?: string): number {
  const shown = article.posts.find(
    (post) =>
      post.organ === organ &&
      (title === undefined || post.title === title) &&
      mentionOf(article, post.row)?.entity.name === name,
  );
  return shown?.row ?? -1;
}

/**
 * The last report before and the first after a day that show a post held by one person through it: both far
 * enough from the day that no change of office lies between them and it, and near enough to each other. Days
 * are `2022-01-10`.
 */
export function around(
  articles: Iterable<ArticleRecord>,
  day: string,
): { readonly before: ArticleRecord; readonly after: ArticleRecord } | undefined {
  const [latest, earliest] = [shifted(day, -margin), shifted(day, margin)];
  let before: ArticleRecord | undefined;
  let after: ArticleRecord | undefined;
  for (const article of articles) {
    const { day: on = "" } = article;
    if (on !== "" && on <= latest && on > (before?.day ?? "")) before = article;
    if (on >= earliest && on < (after?.day ?? "9999")) after = article;
  }
  if (!before?.day || !after?.day) return undefined;
  return dayNumber(after.day) - dayNumber(before.day) <= oneTerm ? { before, after } : undefined;
}

/** Those of about the same time as a day. */
export function ofTime(articles: Iterable<ArticleRecord>, day: string): ArticleRecord[] {
  const [from, to] = [shifted(day, -oneTerm), shifted(day, oneTerm)];
  return [...articles].filter(({ day: on }) => on !== undefined && from <= on && on <= to);
}

/** Empty, which is before all days, for what is no day: 2022-02-31. */
function shifted(day: string, days: number): string {
  const number = dayNumber(day);
  return Number.isNaN(number) ? "" : dayFromNumber(number + days);
}
