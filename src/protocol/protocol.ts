import type { ArticleForm } from "../core/article/article.js";
import type { MentionType } from "../core/recognize/mention.js";
import type { OwnClassInfo } from "./annotation.js";

/**
 * The requests and notifications that LSP does not have, typed once for both ends. Positions are LSP's:
 * zero-based lines and UTF-16 columns of the open document.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What is painted: the classes of mentions, candidates apart, and what is dimmed. */
export type HighlightClass = MentionType | "candidate" | "boilerplate";

/** Server → client, after each analysis of an open document. */
export interface HighlightsParams {
  readonly uri: string;
  readonly version: number;
  /** One range for each stretch of the file that shows a mention: markup inside a mention is not covered. */
  readonly ranges: Partial<Record<HighlightClass, readonly Range[]>>;
  /** The same for the reader's own classes, each in its colour; those without a mention are left out. */
  readonly own?: readonly OwnHighlights[];
}
export interface OwnHighlights extends OwnClassInfo {
  readonly ranges: readonly Range[];
}
export const highlightsNotification = "tifa/highlights";

/** Client → server: the tree of one article's entities. */
export interface EntityTreeParams {
  readonly uri: string;
}
export interface MentionNode {
  readonly range: Range;
  /** The words around the mention, of the visible text. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
}
export interface EntityNode {
  readonly id: string;
  readonly name: string;
  /** The posts of an official, the full name of an agency, the expansion of a slogan. */
  readonly detail?: string;
  readonly mentions: readonly MentionNode[];
}
export interface EntityGroup {
  readonly type: MentionType | "candidate";
  readonly entities: readonly EntityNode[];
}
export interface EntityTree {
  readonly uri: string;
  readonly version: number;
  readonly form: ArticleForm;
  readonly title?: string;
  readonly groups: readonly EntityGroup[];
  /** What is marked as of the reader's own classes; a class without a mention is left out. */
  readonly own?: readonly OwnEntityGroup[];
}
export interface OwnEntityGroup extends OwnClassInfo {
  readonly entities: readonly EntityNode[];
}
export const entityTreeRequest = "tifa/entityTree";

/** Client → server: which rule and evidence made, or refused, the mention at a place. */
export interface ExplainParams {
  readonly uri: string;
  readonly position: Position;
}
export interface Explanation {
  readonly range: Range;
  readonly text: string;
  readonly type: MentionType;
  readonly outcome: "marked" | "refused" | "overruled";
  readonly rule: string;
  /** 0…1, where the rule gave one. */
  readonly score?: number;
  readonly cue?: string;
}
export const explainRequest = "tifa/explain";

/** Server → client: whether word segmentation backs recognition; told once it is known. */
export interface SegmenterStatusParams {
  readonly status: "ready" | "absent";
  readonly detail?: string;
}
export const segmenterStatusNotification = "tifa/segmenterStatus";

/** What the client hands over in `initialize`. */
export interface InitializationOptions {
  /** The display language, such as `en` or `zh-cn`. */
  readonly locale: string;
  /** Where the compiled lexicon lies: a file path for Node, an address for a web worker. */
  readonly lexicon: string;
  /** Whether to load the word segmenter at all. */
  readonly segmenter: boolean;
  /** A folder, by its path, where the index may keep its cache; without it every start reads all articles. */
  readonly storage?: string;
}
