import type { MentionType } from "../recognize/mention.js";
import type { RecordEntity } from "./article-record.js";
import { compareText } from "./corpus-index.js";
import type { CorpusEntity } from "./entities.js";

/** An entity that stands in the same articles as another. */
export interface Companion {
  readonly entity: RecordEntity;
  /** The number of articles that name both. */
  readonly articles: number;
}

/**
 * The entities of a class most often named in the same articles, most shared articles first. Of an entity
 * that more than `latest` articles mention, only the latest count: a card is to open at once.
 */
export function companionsOf(entity: CorpusEntity, type: MentionType, limit: number, latest = Infinity): Companion[] {
  const counts = new Map<RecordEntity, number>();
  for (const article of entity.articles.slice(Math.max(0, entity.articles.length - latest))) {
    for (const other of article.entities) {
      if (other.type === type && other.id !== entity.mentionId) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([other, articles]) => ({ entity: other, articles }))
    .sort((a, b) => b.articles - a.articles || compareText(a.entity.id, b.entity.id))
    .slice(0, limit);
}
