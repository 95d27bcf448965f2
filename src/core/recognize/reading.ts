import type { Article } from "../article/article.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { TextSpan } from "../text/spans.js";
import { Boundaries } from "./boundaries.js";
import type { NameCandidate } from "./han-names.js";
import { type Landmarks, landmarksOf } from "./landmarks.js";
import { learnPlaces } from "./learn-places.js";
import type { MentionType } from "./mention.js";
import { Scan } from "./scan.js";
import type { Word } from "./segmenter.js";
import { WordsInText } from "./words-in-text.js";

/** A stretch that a rule looked at and did not mark, for those who ask why. */
export interface Refusal {
  readonly type: MentionType;
  readonly span: TextSpan;
  readonly rule: string;
}

/** A stretch that a rule proposes as a mention, before overlaps are settled and entities resolved. */
export interface Draft {
  readonly type: MentionType;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** 0…1: how sure the rule is. Between overlapping drafts the surer one stays. */
  readonly score: number;
  readonly cue?: string;
  readonly entityName?: string;
  readonly role?: string;
  readonly candidate?: boolean;
}

/** What every rule reads: the text, the lexicon's terms in it, and where words end. */
export interface Reading {
  readonly article: Article;
  /** The visible text, folded for matching: offsets are those of the article's text. */
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly scan: Scan;
  readonly boundaries: Boundaries;
  /** The ordinary words of the text. */
  readonly words: WordsInText;
  /** The name judged to start at an offset, kept for the rules that ask again; null where there is none. */
  readonly names: Map<number, NameCandidate | null>;
  /** The stretches that are read for officials, agencies and slogans: headline and body. */
  readonly spans: readonly TextSpan[];
  /** The places of `spans` where a rule may begin. */
  readonly landmarks: readonly Landmarks[];
  refuse(refusal: Refusal): void;
}

export function readingOf(
  article: Article,
  lexicon: Lexicon,
  words: readonly Word[] | undefined,
  refuse: (refusal: Refusal) => void,
): Reading {
  const spans = article.regions
    .filter((region) => region.kind === "headline" || region.kind === "body")
    .map((region) => region.text);
  const text = lexicon.folding.fold(article.text);
  const scan = new Scan(text, spans, lexicon);
  learnPlaces(text, spans, scan, lexicon);
  const ordinaryWords = new WordsInText(text, lexicon.words);
  return {
    article,
    text,
    lexicon,
    scan,
    spans,
    names: new Map(),
    words: ordinaryWords,
    landmarks: landmarksOf(text, spans),
    boundaries: new Boundaries(text, ordinaryWords, scan, words),
    refuse,
  };
}
