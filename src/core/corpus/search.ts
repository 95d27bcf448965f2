import { type MentionType, mentionTypes } from "../recognize/mention.js";
import type { ArticleRecord } from "./article-record.js";
import { type CorpusIndex, compareText, type Posting } from "./corpus-index.js";
import type { CorpusEntities, CorpusEntity } from "./entities.js";
import { type ArticleRow, articleRow } from "./navigation.js";

export interface SearchOptions {
  readonly types?: readonly MentionType[];
  readonly limit?: number;
}

/**
 * The entities whose names match what is typed: each word of it is in the name, or, as abbreviations are
 * (发改委), runs through it in order. Best matches first, then those with most articles.
 */
export function searchEntities(entities: CorpusEntities, query: string, options: SearchOptions = {}): CorpusEntity[] {
  const { types = ["official", "agency", "slogan", "person"], limit = 100 } = options;
  const words = wordsOf(query);
  const found: { posting: Posting; rank: number }[] = [];
  for (const type of types) {
    for (const posting of entities.index.postings(type)) {
      const rank = rankOf(posting.entity.name, words);
      if (rank > 0) found.push({ posting, rank });
    }
  }
  found.sort(
    (a, b) =>
      b.rank - a.rank ||
      b.posting.articles.size - a.posting.articles.size ||
      compareText(a.posting.entity.id, b.posting.entity.id),
  );
  const hits: CorpusEntity[] = [];
  for (const { posting } of found) {
    if (hits.length >= limit) break;
    hits.push(...entities.named(posting.entity.id));
  }
  return hits.slice(0, limit);
}

/**
 * The articles that match what is typed, latest first: each word is in the headline, the source, the day
 * (2022-07) or the name of something the article mentions.
 */
export function searchArticles(index: CorpusIndex, query: string, limit = Infinity): ArticleRow[] {
  const words = wordsOf(query);
  const mentioning = words.map((word) => articlesMentioning(index, word));
  const found: ArticleRow[] = [];
  const articles = index.articles();
  for (let i = articles.length - 1; i >= 0 && found.length < limit; i--) {
    const article = articles[i] as ArticleRecord;
    const matches = words.every((word, w) => {
      const { title, source = "", day = "" } = article;
      return (
        title.toLowerCase().includes(word) ||
        source.toLowerCase().includes(word) ||
        day.startsWith(word) ||
        mentioning[w]?.has(article)
      );
    });
    if (matches) found.push(articleRow(article));
  }
  return found;
}

function articlesMentioning(index: CorpusIndex, word: string): Set<ArticleRecord> {
  const articles = new Set<ArticleRecord>();
  for (const type of mentionTypes) {
    for (const posting of index.postings(type)) {
      if (!posting.entity.name.toLowerCase().includes(word)) continue;
      for (const article of posting.articles.keys()) articles.add(article);
    }
  }
  return articles;
}

function wordsOf(query: string): string[] {
  return query
    .toLowerCase()
    .split(/[\s\u3000]+/)
    .filter((word) => word !== "");
}

/** 4: the whole name; 3: its beginning; 2: part of it; 1: runs through it; 0: no match. Least of all words. */
function rankOf(name: string, words: readonly string[]): number {
  const lower = name.toLowerCase();
  let rank = 4;
  for (const word of words) rank = Math.min(rank, wordRank(lower, word));
  return rank;
}

function wordRank(name: string, word: string): number {
  if (name === word) return 4;
  if (name.startsWith(word)) return 3;
  if (name.includes(word)) return 2;
  return word.length >= 2 && runsThrough(name, word) ? 1 : 0;
}

function runsThrough(name: string, word: string): boolean {
  let at = 0;
  for (const character of word) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
