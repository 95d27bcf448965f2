import type { ArticleRecord } from "./article-record.js";
import { type Companion, companionsOf } from "./co-occurrence.js";
import { concordance, type KwicLine } from "./concordance.js";
import { compareText } from "./corpus-index.js";
import { aliasesOf, type CorpusEntities, type CorpusEntity, type Namesake } from "./entities.js";
import { type MeetingView, meetingsAcross } from "./meeting-views.js";
import { type ArticleRow, articleRow } from "./navigation.js";
import type { PeriodUnit } from "./periods.js";
import { type PostSpan, type Source, sourceAt, timelineOf, yearsOf } from "./timeline.js";
import { type Trend, trendsOf } from "./trends.js";

/** What every profile opens with. */
export interface ProfileHead {
  readonly id: string;
  readonly name: string;
  /** The wordings other than the name, most frequent first. */
  readonly aliases: readonly string[];
  readonly articleCount: number;
  readonly mentions: number;
  readonly first?: string;
  readonly latest?: string;
  readonly namesake?: Namesake;
  readonly unresolved?: boolean;
  /** Latest first. */
  readonly articles: readonly ArticleRow[];
  readonly people: readonly Companion[];
  readonly agencies: readonly Companion[];
  readonly slogans: readonly Companion[];
}

export interface OfficialProfile extends ProfileHead {
  readonly type: "official" | "person" | "byline";
  readonly posts: readonly PostSpan[];
  /** Latest first. */
  readonly meetings: readonly MeetingView[];
}

/** Somebody in a post of an agency, as the articles show it over time. */
export interface OfficeHolder {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly from?: string;
  readonly to?: string;
  readonly former: boolean;
  readonly articles: number;
  readonly first: Source;
}

export interface AgencyProfile extends ProfileHead {
  readonly type: "agency";
  readonly holders: readonly OfficeHolder[];
  readonly meetings: readonly MeetingView[];
}

export interface SloganProfile extends ProfileHead {
  readonly type: "slogan";
  readonly trend?: Trend;
  readonly unit: PeriodUnit;
  readonly concordance: readonly KwicLine[];
}

export type Profile = OfficialProfile | AgencyProfile | SloganProfile;

export interface ProfileOptions {
  /** How many articles, meetings, concordance lines and office holders are listed; 200 by default. */
  readonly limit?: number;
  /** How many of those named together; 12 by default. */
  readonly companions?: number;
  /** By month by default. */
  readonly unit?: PeriodUnit;
}

/** Everything a profile page shows of an entity; undefined when no article mentions it. */
export function profileOf(entities: CorpusEntities, id: string, options: ProfileOptions = {}): Profile | undefined {
  const entity = entities.entity(id);
  if (!entity) return undefined;
  const { limit = 200, unit = "month" } = options;
  const head = headOf(entity, options);
  const { index } = entities;
  const meetings = () => meetingsAcross(index, { entity }).reverse().slice(0, limit);
  switch (entity.type) {
    case "agency":
      return {
        ...head,
        type: "agency",
        holders: holdersOf(index.articles(), entity).slice(0, limit),
        meetings: meetings(),
      };
    case "slogan": {
      const trend = trendsOf(index, { unit, ids: [entity.id], candidates: true }).trends[0];
      return {
        ...head,
        type: "slogan",
        unit,
        ...(trend ? { trend } : {}),
        concordance: concordance(entity, { limit }),
      };
    }
    default:
      return { ...head, type: entity.type, posts: timelineOf(entity), meetings: meetings() };
  }
}

function headOf(entity: CorpusEntity, { limit = 200, companions = 12 }: ProfileOptions): ProfileHead {
  const { id, name, mentions, first, latest, namesake, unresolved } = entity;
  return {
    id,
    name,
    aliases: aliasesOf(entity),
    articleCount: entity.articles.length,
    mentions,
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    ...(namesake ? { namesake } : {}),
    ...(unresolved ? { unresolved } : {}),
    articles: entity.articles.slice(-limit).reverse().map(articleRow),
    people: companionsOf(entity, "official", companions),
    agencies: companionsOf(entity, "agency", companions),
    slogans: companionsOf(entity, "slogan", companions),
  };
}

/** Who holds or held posts of an agency, the one first seen first. An article need not name the agency: 省长. */
export function holdersOf(articles: readonly ArticleRecord[], agency: CorpusEntity): OfficeHolder[] {
  const held = new Map<string, { holder: OfficeHolder; current: boolean; seen: Set<ArticleRecord> }>();
  for (const article of articles) {
    for (const post of article.posts) {
      const person = post.organ === agency.name ? article.entities[article.mentions.entity(post.row)] : undefined;
      if (!person || post.vague) continue;
      const key = `${person.id}|${post.title}`;
      const current = post.qualifier !== "former";
      const days = current && article.day ? { from: article.day, to: article.day } : {};
      const known = held.get(key);
      if (!known) {
        const holder = {
          id: person.id,
          name: person.name,
          title: post.title,
          ...days,
          former: !current,
          articles: 1,
          first: sourceAt(article, post.row),
        };
        held.set(key, { holder, current, seen: new Set([article]) });
        continue;
      }
      known.current ||= current;
      known.seen.add(article);
      const from = known.holder.from ?? days.from;
      const to = days.to ?? known.holder.to;
      known.holder = {
        ...known.holder,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        former: known.holder.former || !current,
      };
    }
  }
  return [...held.values()]
    .map(({ holder, seen }) => ({ ...holder, articles: seen.size }))
    .sort((a, b) => compareText(a.from ?? "", b.from ?? "") || compareText(a.id, b.id));
}

/** What a hover tells of an entity across articles. */
export interface EntityCard {
  readonly id: string;
  readonly articles: number;
  readonly mentions: number;
  readonly first?: string;
  readonly latest?: string;
  /** Posts with their years (省长, 2021–2022), vague ones left out. */
  readonly posts: readonly { readonly words: string; readonly years: string; readonly former: boolean }[];
  /** The people most often named in the same articles. */
  readonly people: readonly string[];
  readonly namesake?: Namesake;
  readonly unresolved?: boolean;
}

/** How many articles a card counts companions in: the latest ones, so that it opens at once. */
const counted = 500;

/** The card of what an article means by an id of its mentions. */
export function cardOf(entities: CorpusEntities, mentionId: string, uri: string, people = 5): EntityCard | undefined {
  const entity = entities.entityIn(uri, mentionId) ?? entities.entity(mentionId);
  if (!entity) return undefined;
  const { id, mentions, first, latest, namesake, unresolved } = entity;
  const posts = entity.type === "official" ? timelineOf(entity).filter((post) => !post.vague) : [];
  return {
    id,
    articles: entity.articles.length,
    mentions,
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    posts: posts.map((post) => ({ words: post.words, years: yearsOf(post), former: post.former !== undefined })),
    people: companionsOf(entity, "official", people, counted).map(({ entity: other }) => other.name),
    ...(namesake ? { namesake } : {}),
    ...(unresolved ? { unresolved } : {}),
  };
}
