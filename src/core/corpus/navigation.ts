import type { MentionType } from "../recognize/mention.js";
import type { FileSpan } from "../text/spans.js";
import { type ArticleRecord, rowsOf } from "./article-record.js";
import type { CorpusEntity } from "./entities.js";
import { type Source, sourceAt } from "./timeline.js";

/** A mention in the folder: its file and the stretches of it, more than one where markup cuts it apart. */
export interface Reference {
  readonly uri: string;
  /** From the first part's start to the last part's end. */
  readonly span: FileSpan;
  readonly parts: readonly FileSpan[];
}

/** Every mention of an entity, article by article, oldest first. */
export function referencesOf(entity: CorpusEntity): Reference[] {
  return entity.articles.flatMap((article) =>
    rowsOf(article, entity.mentionId).map((row) => ({
      uri: article.uri,
      span: article.mentions.file(row),
      parts: article.mentions.parts(row),
    })),
  );
}

/** Where an entity is introduced: an official's first mention with a post, anything else's first mention. */
export function definitionOf(entity: CorpusEntity): Source | undefined {
  for (const article of entity.articles) {
    if (entity.type !== "official") break;
    const row = rowsOf(article, entity.mentionId).find((one) => article.mentions.role(one) !== undefined);
    if (row !== undefined) return sourceAt(article, row);
  }
  return firstMention(entity.articles[0], entity);
}

/** The articles before and after one, by date, that mention an entity. */
export interface Neighbours {
  readonly previous?: Source;
  readonly next?: Source;
}

/** `uri` need not be one of the entity's articles: its neighbours are then those around its date. */
export function neighboursOf(entity: CorpusEntity, from: ArticleRecord): Neighbours {
  const { articles } = entity;
  const at = articles.findIndex(({ uri }) => uri === from.uri);
  const after = at >= 0 ? at + 1 : articles.findIndex((article) => (article.day ?? "9999") > (from.day ?? "9999"));
  const previousIndex = at >= 0 ? at - 1 : (after < 0 ? articles.length : after) - 1;
  const previous = firstMention(articles[previousIndex], entity);
  const next = after < 0 ? undefined : firstMention(articles[after], entity);
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

function firstMention(article: ArticleRecord | undefined, entity: CorpusEntity): Source | undefined {
  const row = article && rowsOf(article, entity.mentionId)[0];
  return article && row !== undefined ? sourceAt(article, row) : undefined;
}

/** An article as lists show it. */
export interface ArticleRow {
  readonly uri: string;
  readonly title: string;
  readonly day?: string;
  readonly source?: string;
  /** Mentions by class. */
  readonly counts: Readonly<Record<MentionType, number>>;
}

export function articleRow({ uri, title, day, source, counts }: ArticleRecord): ArticleRow {
  return { uri, title, counts, ...(day ? { day } : {}), ...(source ? { source } : {}) };
}
