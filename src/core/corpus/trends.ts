import type { MentionType } from "../recognize/mention.js";
import type { ArticleRecord } from "./article-record.js";
import { type CorpusIndex, compareText } from "./corpus-index.js";
import { mentionIdOf } from "./entities.js";
import { type DayRange, inRange, type PeriodUnit, periodOf, periodsBetween } from "./periods.js";

/** How often something is mentioned in a period. */
export interface TrendPoint {
  readonly period: string;
  /** The articles that mention it, and the mentions in them. */
  readonly articles: number;
  readonly mentions: number;
}

/** The course of one entity over the periods of the folder. */
export interface Trend {
  readonly id: string;
  readonly name: string;
  readonly type: MentionType;
  readonly articles: number;
  readonly mentions: number;
  /** The days of the first and latest dated article. */
  readonly first?: string;
  readonly latest?: string;
  /** Every period of the table, those without a mention too. */
  readonly points: readonly TrendPoint[];
}

export interface TrendTable {
  readonly unit: PeriodUnit;
  readonly periods: readonly string[];
  /** The number of dated articles in each period, mentioned or not. */
  readonly articles: readonly number[];
  readonly trends: readonly Trend[];
  /** Articles without a date: they count in an entity's totals, in no period. */
  readonly undated: number;
}

export interface TrendOptions {
  /** Slogans by default. */
  readonly type?: MentionType;
  readonly unit: PeriodUnit;
  /** Only what this many articles mention; 1 by default. */
  readonly minimum?: number;
  /** The most frequent only. */
  readonly limit?: number;
  /** Whether mentions that are offered rather than asserted count; they do not by default. */
  readonly candidates?: boolean;
  /** Only these entities, by id. */
  readonly ids?: readonly string[];
  readonly range?: DayRange;
}

interface Tally {
  readonly id: string;
  readonly name: string;
  articles: number;
  mentions: number;
  first?: string;
  latest?: string;
  readonly byPeriod: Map<string, { articles: number; mentions: number }>;
}

/** The frequency of formulations, or of entities of another class, by period; the most frequent first. */
export function trendsOf(index: CorpusIndex, options: TrendOptions): TrendTable {
  const { type = "slogan", unit, minimum = 1, limit = Infinity, candidates = false, range = {} } = options;
  const wanted = options.ids && new Set(options.ids.map(mentionIdOf));
  const articles = index.articles().filter((article) => inRange(article.day, range));
  const dated = articles.flatMap(({ day }) => (day ? [day] : []));
  const periods = dated.length > 0 ? periodsBetween(dated[0] as string, dated[dated.length - 1] as string, unit) : [];
  const totals = new Map<string, number>();
  const tallies = new Map<string, Tally>();
  for (const article of articles) {
    const period = article.day && periodOf(article.day, unit);
    if (period) totals.set(period, (totals.get(period) ?? 0) + 1);
    for (const [i, mentions] of countsIn(article, type, candidates)) {
      const entity = article.entities[i];
      if (!entity || (wanted && !wanted.has(entity.id))) continue;
      const known = tallies.get(entity.id);
      const tally = known ?? { id: entity.id, name: entity.name, articles: 0, mentions: 0, byPeriod: new Map() };
      if (!known) tallies.set(entity.id, tally);
      add(tally, article.day, period, mentions);
    }
  }
  const trends = [...tallies.values()]
    .filter((tally) => tally.articles >= minimum)
    .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions || compareText(a.id, b.id))
    .slice(0, limit)
    .map((tally) => trendOf(tally, type, periods));
  return {
    unit,
    periods,
    articles: periods.map((period) => totals.get(period) ?? 0),
    trends,
    undated: articles.length - dated.length,
  };
}

/** The mentions of a class by entity; several in a headline and its body are as many mentions. */
function countsIn(article: ArticleRecord, type: MentionType, candidates: boolean): Map<number, number> {
  const counts = new Map<number, number>();
  const { mentions, entities } = article;
  for (let row = 0; row < mentions.length; row++) {
    const entity = mentions.entity(row);
    if (entities[entity]?.type !== type || (!candidates && mentions.isCandidate(row))) continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return counts;
}

function add(tally: Tally, day: string | undefined, period: string | undefined, mentions: number): void {
  tally.articles++;
  tally.mentions += mentions;
  if (!day || !period) return;
  tally.first ??= day;
  tally.latest = day;
  const point = tally.byPeriod.get(period);
  if (point) {
    point.articles++;
    point.mentions += mentions;
  } else tally.byPeriod.set(period, { articles: 1, mentions });
}

function trendOf(tally: Tally, type: MentionType, periods: readonly string[]): Trend {
  const { byPeriod, ...rest } = tally;
  return {
    ...rest,
    type,
    points: periods.map((period) => ({ period, ...(byPeriod.get(period) ?? { articles: 0, mentions: 0 }) })),
  };
}

/** One entity's frequency in two stretches of time. */
export interface Shift {
  readonly id: string;
  readonly name: string;
  readonly before: { readonly articles: number; readonly mentions: number };
  readonly after: { readonly articles: number; readonly mentions: number };
}

export interface PeriodChange {
  /** The number of articles in each of the two. */
  readonly articles: { readonly before: number; readonly after: number };
  /** In the later stretch and not in the earlier, most articles first. */
  readonly appeared: readonly Shift[];
  /** In the earlier and not in the later. */
  readonly vanished: readonly Shift[];
  /** In both, by the change of their share of the articles, the greatest rise first. */
  readonly stayed: readonly Shift[];
}

/** What came, went and stayed between two stretches of days. */
export function changeBetween(
  index: CorpusIndex,
  before: DayRange,
  after: DayRange,
  options: Pick<TrendOptions, "type" | "candidates" | "minimum"> = {},
): PeriodChange {
  const { minimum = 1, ...rest } = options;
  const tables = [before, after].map((range) => trendsOf(index, { ...rest, unit: "year", range })) as [
    TrendTable,
    TrendTable,
  ];
  const [total, later] = tables.map((table) => table.articles.reduce((sum, count) => sum + count, 0)) as [
    number,
    number,
  ];
  const none = { articles: 0, mentions: 0 };
  const shifts = new Map<string, Shift>();
  for (const { id, name, articles, mentions } of tables[0].trends)
    shifts.set(id, { id, name, before: { articles, mentions }, after: none });
  for (const { id, name, articles, mentions } of tables[1].trends) {
    shifts.set(id, { id, name, before: shifts.get(id)?.before ?? none, after: { articles, mentions } });
  }
  const all = [...shifts.values()].filter((shift) => shift.before.articles + shift.after.articles >= minimum);
  const rise = (shift: Shift) => shift.after.articles / Math.max(1, later) - shift.before.articles / Math.max(1, total);
  return {
    articles: { before: total, after: later },
    appeared: all
      .filter((shift) => shift.before.articles === 0)
      .sort((a, b) => b.after.articles - a.after.articles || compareText(a.id, b.id)),
    vanished: all
      .filter((shift) => shift.after.articles === 0)
      .sort((a, b) => b.before.articles - a.before.articles || compareText(a.id, b.id)),
    stayed: all
      .filter((shift) => shift.before.articles > 0 && shift.after.articles > 0)
      .sort((a, b) => rise(b) - rise(a) || compareText(a.id, b.id)),
  };
}
