import type * as compare from "../core/corpus/compare.js";
import type { KwicLine } from "../core/corpus/concordance.js";
import type * as meetings from "../core/corpus/meeting-views.js";
import type { DayRange, PeriodUnit } from "../core/corpus/periods.js";
import type * as profile from "../core/corpus/profile.js";
import type { PostSpan, Source } from "../core/corpus/timeline.js";
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

/** What core tells of a stretch of a file, with the place in its stead. */
type Placed<T> = Omit<T, "span" | "textSpan"> & Place;

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
export type SourcePlace = Placed<Source>;

/** Client → server: the meetings that one article reports, in order of place. Answered with a list. */
export interface MeetingsParams {
  readonly uri: string;
}
export type PartyItem = Placed<meetings.MeetingParty>;
export type StatementItem = Placed<meetings.StatementView>;
export interface AgreementItem extends Omit<Placed<meetings.AgreementView>, "parties"> {
  /** Empty: between the two sides. */
  readonly parties: readonly PartyItem[];
}
export type ReportItem = Placed<meetings.MeetingReport>;
export interface MeetingItem
  extends Omit<meetings.MeetingView, "hosts" | "guests" | "attendees" | "statements" | "agreements" | "reports"> {
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
export interface ProfileHead extends Omit<profile.ProfileHead, "articles" | "people" | "agencies" | "slogans"> {
  /** Latest first, 200 at most. */
  readonly articles: readonly ArticleItem[];
  readonly people: readonly CompanionItem[];
  readonly agencies: readonly CompanionItem[];
  readonly slogans: readonly CompanionItem[];
}
export interface PostItem extends Omit<PostSpan, "title" | "former" | "first" | "latest"> {
  /** `2021`, `2021–2022`, or empty. */
  readonly years: string;
  /** The first article that calls the post a former one. */
  readonly former?: SourcePlace;
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
export interface HolderItem extends Omit<profile.OfficeHolder, "first"> {
  readonly first: SourcePlace;
}
export interface AgencyProfile extends ProfileHead {
  readonly type: "agency";
  readonly holders: readonly HolderItem[];
  readonly meetings: readonly MeetingItem[];
}
/** A line of a concordance: a mention with what stands to its left and right. */
export type KwicItem = Placed<KwicLine>;
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
export type ComparedItem = Placed<compare.ComparedItem>;
export type ItemDifference = compare.ItemDifference<ComparedItem>;
export type RewordingItem = compare.Rewording<ComparedItem>;
export interface ComparedPerson extends Omit<compare.ComparedPerson, "spanBefore" | "spanAfter"> {
  readonly placeBefore?: Place;
  readonly placeAfter?: Place;
}
export type ComparedArticle = compare.ArticleSummary;
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
