import { type MentionType, mentionTypes } from "../../src/core/recognize/mention.js";
import { overlaps, type Span } from "../../src/core/text/spans.js";
import type { GoldArticle, GoldMention } from "./gold.js";

export interface Prediction extends Span {
  readonly type: MentionType;
}

/** A mention that is marked wrongly (`+`) or not found (`-`). */
export interface Miss extends Span {
  readonly sign: "+" | "-";
  readonly type: MentionType;
}

export interface Tally {
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
}

export type Tallies = Readonly<Record<MentionType | "all", Tally>>;

/**
 * Compares one article's predictions with its gold: same class, same span. A prediction that is none of
 * the required mentions and overlaps an optional one of its class, or of any, is left out of the count.
 */
export function compare(
  { mentions }: GoldArticle,
  predictions: readonly Prediction[],
  type: MentionType,
): { readonly tally: Tally; readonly misses: readonly Miss[] } {
  const of = (mention: GoldMention) => mention.type === type || mention.type === "any";
  const optional = mentions.filter((mention) => mention.optional && of(mention));
  const wanted = new Map(
    mentions
      .filter((mention) => !mention.optional && mention.type === type)
      .map((mention) => [keyOf(mention), mention]),
  );
  const predicted = new Map(predictions.filter((one) => one.type === type).map((one) => [keyOf(one), one]));
  const misses: Miss[] = [];
  let found = 0;
  for (const [key, one] of predicted) {
    if (wanted.delete(key)) found++;
    else if (!optional.some((mention) => overlaps(mention, one)))
      misses.push({ sign: "+", type, start: one.start, end: one.end });
  }
  const wrong = misses.length;
  for (const { start, end } of wanted.values()) misses.push({ sign: "-", type, start, end });
  return { tally: { found, wrong, missed: wanted.size }, misses };
}

/** Adds up the counts of articles, by class and over all classes. */
export function tallyAll(
  articles: readonly { readonly gold: GoldArticle; readonly predictions: readonly Prediction[] }[],
): Tallies {
  const byType = mentionTypes.map(
    (type) => [type, sum(articles.map(({ gold, predictions }) => compare(gold, predictions, type).tally))] as const,
  );
  return Object.fromEntries([...byType, ["all", sum(byType.map(([, tally]) => tally))]]) as Tallies;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({ found: a.found + b.found, wrong: a.wrong + b.wrong, missed: a.missed + b.missed }),
    { found: 0, wrong: 0, missed: 0 },
  );
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and their harmonic mean; 0 where there is nothing to divide by. */
export function rates({ found, wrong, missed }: Tally): Rates {
  const precision = found / (found + wrong) || 0;
  const recall = found / (found + missed) || 0;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
