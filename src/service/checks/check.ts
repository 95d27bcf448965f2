import { type DecidedAnalysis, mentionKey } from "../../core/annotation/decided.js";
import type { Scope } from "../../core/annotation/records.js";
import type { ArticleRecord, RecordMention } from "../../core/corpus/article-record.js";
import type { CorpusIndex } from "../../core/corpus/corpus-index.js";
import type { PostHolders } from "../../core/corpus/post-holders.js";
import type { Source } from "../../core/corpus/timeline.js";
import type { Lexicon } from "../../core/lexicon/lexicon.js";
import type { MentionType } from "../../core/recognize/mention.js";
import type { FileSpan } from "../../core/text/spans.js";

/** An article as it is open, and what the folder keeps of the same version. */
export interface CheckedArticle {
  readonly record: ArticleRecord;
  readonly decided: DecidedAnalysis;
}

/** What articles are checked against: the other articles of the folder, and the lexicon. */
export interface CheckKnowledge {
  readonly index: CorpusIndex;
  readonly holders: PostHolders;
  readonly lexicon: Lexicon;
}

/** What a reader can do about a finding with one step; nothing of it changes the article. */
export type FindingFix =
  /** The words are a slip: they name this entity. */
  | { readonly kind: "take-as"; readonly entity: string; readonly scope: Scope }
  /** The words are right as they are. */
  | { readonly kind: "keep"; readonly scope: Scope }
  /** The post is not that of the one who is named. */
  | { readonly kind: "without-post" };

interface FindingBase {
  /** From the first to the last part of what is wrong. */
  readonly span: FileSpan;
  readonly words: string;
  /** What a reader judges: the mention, or words that are not marked. */
  readonly place: { readonly span: FileSpan; readonly type: MentionType; readonly marked: boolean };
  /** In the order in which they are offered. */
  readonly fixes: readonly FindingFix[];
  /** Where an article says otherwise. */
  readonly sources: readonly Source[];
}

/** A name one character off from the name of somebody who is known in the same post or organ. */
export interface NearName extends FindingBase {
  readonly code: "near-name";
  readonly known: string;
  /** The post they share, as the article words it. */
  readonly post: string;
}

/** A post of one, held by somebody else on the day of the article, or apart from one held elsewhere. */
export interface ContradictingPost extends FindingBase {
  readonly code: "contradicting-post";
  readonly post: string;
  readonly day: string;
  /** Who held it, or which other post is held; from when to when that is known: days or years, or empty. */
  readonly holder?: string;
  readonly elsewhere?: string;
  readonly from: string;
  readonly to: string;
}

/** An organ spelled otherwise than it is known. */
export interface OrganSpelling extends FindingBase {
  readonly code: "organ-spelling";
  readonly known: string;
}

export type Finding = NearName | ContradictingPost | OrganSpelling;
export type FindingCode = Finding["code"];

/** Compares an article with what is known. Pure; finds nothing where it is not sure. */
export type Check = (article: CheckedArticle, knowledge: CheckKnowledge) => Finding[];

/** Whether nobody has decided on a mention yet: what a reader has judged is not questioned again. */
export function isOpen(decided: DecidedAnalysis, mention: RecordMention): boolean {
  return !decided.decidedBy.has(mentionKey({ span: mention.span, type: mention.entity.type }));
}

/** What is known from articles alone is established when so many others have it. */
const leastArticles = 2;

/** Whether enough articles other than the one at `uri` mention an entity. */
export function isInOthers(index: CorpusIndex, entityId: string, uri: string): boolean {
  let others = 0;
  for (const article of index.posting(entityId)?.articles.keys() ?? [])
    if (article.uri !== uri && ++others >= leastArticles) return true;
  return false;
}
