import type { TextDocument } from "vscode-languageserver-textdocument";
import { type ArticleRecord, mentionAtOffset, type RecordMention, rowsOf } from "../core/corpus/article-record.js";
import { compareArticles } from "../core/corpus/compare.js";
import { type CorpusEntity, type EntityRow, mentionIdOf } from "../core/corpus/entities.js";
import { meetingsOf } from "../core/corpus/meeting-views.js";
import { neighboursOf } from "../core/corpus/navigation.js";
import { profileOf } from "../core/corpus/profile.js";
import { searchArticles, searchEntities } from "../core/corpus/search.js";
import { changeBetween, trendsOf } from "../core/corpus/trends.js";
import type * as protocol from "../protocol/corpus.js";
import type { Position } from "../protocol/protocol.js";
import { acrossArticles } from "../service/across-articles.js";
import { sloganEntry } from "../service/lexicon-entries.js";
import type { Locale } from "../service/locale.js";
import type { Annotations } from "./annotation/annotations.js";
import type { Corpus } from "./corpus.js";
import { comparison, meetingItem, profile, sourcePlace } from "./corpus-items.js";
import { toOffset } from "./positions.js";

/** How many entities and trends are given unless the client asks for another number. */
const [mostEntities, mostTrends] = [500, 200];

/** Answers what is asked across articles; each file's record is that of its text as it is now. */
export class CorpusAnswers {
  constructor(
    readonly corpus: Corpus,
    private readonly current: (uri: string) => ArticleRecord | undefined,
    private readonly documentOf: (uri: string) => TextDocument | undefined,
    private readonly annotations: Annotations,
    readonly locale: Locale,
  ) {}

  /** The mention at a place, and what the article means by it. */
  mentionAt(
    uri: string,
    position: Position,
  ): { record: ArticleRecord; mention: RecordMention; entity: CorpusEntity } | undefined {
    const record = this.current(uri);
    const document = this.documentOf(uri);
    const mention = record && document && mentionAtOffset(record, toOffset(document, position));
    if (!mention) return undefined;
    const { entities } = this.corpus;
    const entity = entities.entityIn(record.uri, mention.entity.id) ?? entities.entity(mention.entity.id);
    return entity && { record, mention, entity };
  }

  /** What a hover adds across articles; empty where there is nothing to add. */
  hoverAddition(uri: string, position: Position): string {
    const found = this.mentionAt(uri, position);
    return found ? acrossArticles(this.corpus.entities, found.mention.entity.id, found.record.uri, this.locale) : "";
  }

  articles({ entityId, filter = "" }: protocol.ArticlesParams): protocol.ArticleItem[] {
    const { index, entities } = this.corpus;
    const rows = searchArticles(index, filter);
    const entity = entityId === undefined ? undefined : entities.entity(entityId);
    if (entityId !== undefined && !entity) return [];
    const items = entity ? this.#withEntity(rows, entity) : rows;
    // The index counts articles without a date as the latest.
    return [...items.filter(({ day }) => day !== undefined), ...items.filter(({ day }) => day === undefined)];
  }

  #withEntity(rows: readonly protocol.ArticleItem[], entity: CorpusEntity): protocol.ArticleItem[] {
    const records = new Map(entity.articles.map((article) => [article.uri, article]));
    return rows.flatMap((row) => {
      const record = records.get(row.uri);
      if (!record) return [];
      const mentions = rowsOf(record, entity.mentionId);
      const first = mentions[0];
      const place = first === undefined ? undefined : this.corpus.place(row.uri, record.mentions.file(first));
      return [{ ...row, mentions: mentions.length, ...(place ? { place } : {}) }];
    });
  }

  entities({ type, filter = "", limit = mostEntities }: protocol.EntitiesParams): protocol.EntityItem[] {
    const { entities } = this.corpus;
    if (filter.trim() === "") return entities.rows(type).slice(0, limit).map(entityItem);
    return searchEntities(entities, filter, { types: [type], limit }).map((entity) =>
      entityItem({ ...entity, articles: entity.articles.length }),
    );
  }

  entityAt({ uri, position }: protocol.EntityAtParams): protocol.EntityAt | null {
    const found = this.mentionAt(uri, position);
    return found ? { entityId: found.entity.id, type: found.entity.type, name: found.entity.name } : null;
  }

  articleWithEntity(params: protocol.ArticleWithEntityParams): protocol.ArticleWithEntity | null {
    const found = this.mentionAt(params.uri, params.position);
    const source = found && neighboursOf(found.entity, found.record)[params.direction];
    if (!source) return null;
    return { ...sourcePlace(this.corpus, source), entityId: found.entity.id, name: found.entity.name };
  }

  meetings({ uri }: protocol.MeetingsParams): protocol.MeetingItem[] {
    const record = this.current(uri);
    return record ? meetingsOf(record).map((meeting) => meetingItem(this.corpus, meeting)) : [];
  }

  profile(params: protocol.ProfileParams): protocol.Profile | null {
    const id = "entityId" in params ? params.entityId : this.mentionAt(params.uri, params.position)?.entity.id;
    const { unit = "month" } = params;
    const found = id === undefined ? undefined : profileOf(this.corpus.entities, id, { unit });
    return found ? profile(this.corpus, found, found.type === "slogan" ? this.#entry(found.name) : undefined) : null;
  }

  compare({ before, after }: protocol.CompareParams): protocol.Comparison | null {
    const [a, b] = [this.current(before), this.current(after)];
    return a && b ? comparison(this.corpus, compareArticles(a, b)) : null;
  }

  trends({ before, after, limit = mostTrends, ids, ...options }: protocol.TrendsParams): protocol.Trends {
    const { index } = this.corpus;
    const wanted = ids ? { ids: ids.map(mentionIdOf) } : {};
    const table = trendsOf(index, { ...options, ...wanted, limit });
    return before && after ? { table, change: changeBetween(index, before, after, options) } : { table };
  }

  #entry(name: string): protocol.LexiconNote | undefined {
    const id = `slogan:${name}`;
    const entry = sloganEntry(this.annotations.knowledge.lexicon, {
      id,
      type: "slogan",
      name,
      aliases: [],
      posts: [],
      known: "lexicon",
    });
    if (!entry) return undefined;
    const { expansion, meaning, english, since, source } = entry;
    return {
      meaning: meaning[this.locale],
      english,
      ...(expansion ? { expansion } : {}),
      ...(since ? { since } : {}),
      ...(source ? { source } : {}),
    };
  }
}

function entityItem({ mentionId: _, namesake, ...row }: EntityRow): protocol.EntityItem {
  return { ...row, ...(namesake ? { seat: namesake.seat } : {}) };
}
