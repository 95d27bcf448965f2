import type { MeetingSide, StatementKind } from "../core/corpus/meeting.js";
import type { DayRange, PeriodUnit } from "../core/corpus/periods.js";
import type { PeriodChange, TrendPoint, TrendTable } from "../core/corpus/trends.js";
import type { MentionType } from "../core/recognize/mention.js";
import type { Position, Range } from "./protocol.js";

/**
 * What is asked and told across the workspace's articles. Days are `2022-01-10`, days in China. In a web
 * worker the open documents are all that is known. Entity ids are opaque to the client.
 */

/** A stretch of a file, to be opened. The file need not be open. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** Server → client, when indexing starts, on its way (some times a second), when it ends, and after each change. */
export interface IndexStatusParams {
  /** `stopped`: the reader cancelled the work, so that articles are missing until the server starts again. */
  readonly state: "indexing" | "ready" | "stopped";
  /** Grows with every change of the index: what was asked at another revision is stale. */
  readonly revision: number;
  readonly articles: number;
  /** Files looked at so far, and files to be looked at, while indexing. */
  readonly done: number;
  readonly total: number;
  /** Entities by class. */
  readonly entities: Readonly<Record<MentionType, number>>;
}
export const indexStatusNotification = "tifa/indexStatus";

/** Client → server: the articles, latest first, those without a date last. */
export interface ArticlesParams {
  /** Only those that mention this entity. */
  readonly entityId?: string;
  /** What is typed into the filter: each word is in the headline, source, day or a mentioned name. */
  readonly filter?: string;
}
export interface ArticleItem {
  readonly uri: string;
  /** Empty where the article has none. */
  readonly title: string;
  readonly day?: string;
  readonly source?: string;
  /** Mentions by class. */
  readonly counts: Readonly<Record<MentionType, number>>;
  /** Of the entity asked for: its mentions here, and the first of them. */
  readonly mentions?: number;
  readonly place?: Place;
}
export const articlesRequest = "tifa/articles";

/** Client → server: the entities of a class, most articles first; what is typed is matched with their names. */
export interface EntitiesParams {
  readonly type: MentionType;
  readonly filter?: string;
  /** 500 by default. */
  readonly limit?: number;
}
export interface EntityItem {
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  readonly articles: number;
  readonly mentions: number;
  readonly first?: string;
  readonly latest?: string;
  /** The place or organ that tells this one of several people of one name from the others. */
  readonly seat?: string;
  /** A short form (县委) behind which several organs may stand. */
  readonly unresolved?: boolean;
}
export const entitiesRequest = "tifa/entities";

/** Client → server: the entity mentioned at a place of an article; null where there is none. */
export interface EntityAtParams {
  readonly uri: string;
  readonly position: Position;
}
export interface EntityAt {
  readonly entityId: string;
  readonly type: MentionType;
  readonly name: string;
}
export const entityAtRequest = "tifa/entityAt";

/** Client → server: the nearest article, by date, that mentions the entity at a place; null at either end. */
export interface ArticleWithEntityParams extends EntityAtParams {
  readonly direction: "previous" | "next";
}
/** The entity's first mention in that article. */
export interface ArticleWithEntity extends SourcePlace {
  readonly entityId: string;
  readonly name: string;
}
export const articleWithEntityRequest = "tifa/articleWithEntity";

/** A place in an article that says something, with the sentence that does. */
export interface SourcePlace extends Place {
  readonly title: string;
  readonly day?: string;
  readonly sentence: string;
}

/** Client → server: the meetings that one article reports, in order of place. Answered with a list. */
export interface MeetingsParams {
  readonly uri: string;
}
export interface PartyItem extends Place {
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  /** The posts in which the article shows the person. */
  readonly role?: string;
}
export interface StatementItem extends Place {
  readonly kind: StatementKind;
  readonly side: MeetingSide;
  readonly speakers: readonly string[];
  readonly text: string;
}
export interface AgreementItem extends Place {
  readonly title?: string;
  /** Empty: between the two sides. */
  readonly parties: readonly PartyItem[];
  readonly text: string;
}
export interface ReportItem extends Place {
  readonly title: string;
  readonly day?: string;
}
export interface MeetingItem {
  /** 会谈, 会见, 座谈 … as the article says. */
  readonly cue: string;
  readonly day?: string;
  readonly until?: string;
  /** Whether the article states the day; its own date stands in otherwise. */
  readonly dayStated: boolean;
  readonly place?: string;
  readonly hosts: readonly PartyItem[];
  readonly guests: readonly PartyItem[];
  readonly attendees: readonly PartyItem[];
  readonly statements: readonly StatementItem[];
  readonly agreements: readonly AgreementItem[];
  /** Where articles say that they met; the one that the rest was read from comes first. */
  readonly reports: readonly ReportItem[];
}
export const meetingsRequest = "tifa/meetings";

/** Client → server: everything that a profile page shows, of an entity or of what a place mentions; or null. */
export type ProfileParams = ({ readonly entityId: string } | { readonly uri: string; readonly position: Position }) & {
  /** By what a slogan's frequency is counted; by month by default. */
  readonly unit?: PeriodUnit;
};
export interface CompanionItem {
  readonly id: string;
  readonly name: string;
  /** The number of articles that name both. */
  readonly articles: number;
}
export interface ProfileHead {
  readonly id: string;
  readonly name: string;
  /** Wordings other than the name, most frequent first. */
  readonly aliases: readonly string[];
  readonly articleCount: number;
  readonly mentions: number;
  readonly first?: string;
  readonly latest?: string;
  /** Set where several people bear the name: what tells this one apart, the others' ids, likely articles. */
  readonly namesake?: {
    readonly seat: string;
    readonly others: readonly string[];
    readonly assumed: readonly string[];
  };
  readonly unresolved?: boolean;
  /** Latest first, 200 at most. */
  readonly articles: readonly ArticleItem[];
  readonly people: readonly CompanionItem[];
  readonly agencies: readonly CompanionItem[];
  readonly slogans: readonly CompanionItem[];
}
export interface PostItem {
  /** As most articles word it. */
  readonly words: string;
  /** `2021`, `2021–2022`, or empty. */
  readonly years: string;
  readonly organ?: string;
  /** The days of the first and the last article that give the post as held then. */
  readonly from?: string;
  readonly to?: string;
  /** The first article that calls the post a former one. */
  readonly former?: SourcePlace;
  readonly qualifier?: "acting" | "designate";
  /** A capacity rather than a post: 省领导. */
  readonly vague: boolean;
  readonly articles: number;
  readonly first: SourcePlace;
  readonly latest: SourcePlace;
}
export interface OfficialProfile extends ProfileHead {
  readonly type: "official" | "person" | "byline";
  /** The one first seen first. */
  readonly posts: readonly PostItem[];
  /** Latest first. */
  readonly meetings: readonly MeetingItem[];
}
export interface HolderItem {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly from?: string;
  readonly to?: string;
  readonly former: boolean;
  readonly articles: number;
  readonly first: SourcePlace;
}
export interface AgencyProfile extends ProfileHead {
  readonly type: "agency";
  readonly holders: readonly HolderItem[];
  readonly meetings: readonly MeetingItem[];
}
/** A line of a concordance: a mention with what stands to its left and right. */
export interface KwicItem extends Place {
  readonly title: string;
  readonly day?: string;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}
/** What the lexicon says of a formulation, in the display language. */
export interface LexiconNote {
  readonly expansion?: string;
  readonly meaning: string;
  readonly english: string;
  readonly since?: number;
  readonly source?: string;
}
export interface SloganProfile extends ProfileHead {
  readonly type: "slogan";
  readonly unit: PeriodUnit;
  /** Every period from the folder's first article to its latest. */
  readonly points: readonly TrendPoint[];
  /** Latest first, 200 at most. */
  readonly concordance: readonly KwicItem[];
  readonly entry?: LexiconNote;
}
export type Profile = OfficialProfile | AgencyProfile | SloganProfile;
export const profileRequest = "tifa/profile";

/** Client → server: what sets two articles apart; null unless both are indexed. The earlier comes first. */
export interface CompareParams {
  readonly before: string;
  readonly after: string;
}
export interface ComparedItem extends Place {
  readonly id: string;
  readonly name: string;
  /** As the article words it first. */
  readonly wording: string;
  readonly mentions: number;
  readonly candidate: boolean;
}
export interface ItemDifference {
  readonly onlyBefore: readonly ComparedItem[];
  readonly onlyAfter: readonly ComparedItem[];
  readonly both: readonly (readonly [before: ComparedItem, after: ComparedItem])[];
}
export interface RewordingItem {
  readonly before: ComparedItem;
  readonly after: ComparedItem;
  /** 0…1 */
  readonly score: number;
}
export interface ComparedPerson {
  readonly id: string;
  readonly name: string;
  /** Places in the order of first mentions, from 1. */
  readonly before?: number;
  readonly after?: number;
  readonly roleBefore?: string;
  readonly roleAfter?: string;
  /** Whether the person's place among those whom both name has changed. */
  readonly moved: boolean;
  readonly placeBefore?: Place;
  readonly placeAfter?: Place;
}
export interface ComparedArticle {
  readonly uri: string;
  readonly title: string;
  readonly day?: string;
  readonly source?: string;
}
export interface Comparison {
  readonly before: ComparedArticle;
  readonly after: ComparedArticle;
  readonly slogans: ItemDifference & { readonly reworded: readonly RewordingItem[] };
  /** In the order of the second article, then those of the first alone. */
  readonly people: readonly ComparedPerson[];
  readonly agencies: ItemDifference;
}
export const compareRequest = "tifa/compare";

/** Client → server: frequencies by period, and what came and went between two stretches of days. */
export interface TrendsParams {
  readonly unit: PeriodUnit;
  /** Slogans by default. */
  readonly type?: MentionType;
  readonly candidates?: boolean;
  /** Only what this many articles mention; 1 by default. */
  readonly minimum?: number;
  /** The most frequent only; 200 by default. */
  readonly limit?: number;
  readonly ids?: readonly string[];
  readonly range?: DayRange;
  /** Both or none: the two stretches that `change` compares. */
  readonly before?: DayRange;
  readonly after?: DayRange;
}
export interface Trends {
  readonly table: TrendTable;
  readonly change?: PeriodChange;
}
export const trendsRequest = "tifa/trends";
