import { overlaps } from "../../core/text/spans.js";
import type { Check, CheckedArticle, CheckKnowledge, Finding } from "./check.js";
import { contradictingPosts } from "./contradicting-post.js";
import { nearNames } from "./near-name.js";
import { organSpellings } from "./organ-spellings.js";

/** In order of weight: of two findings at one place the first says enough. */
const checks: readonly Check[] = [nearNames, contradictingPosts, organSpellings];

/** An article of which so much is in doubt is not read rightly: more findings would not help. */
const mostFindings = 50;

/** What is doubtful in an article against what the folder and the lexicon know, in order of place. */
export function findingsIn(article: CheckedArticle, knowledge: CheckKnowledge): Finding[] {
  const findings: Finding[] = [];
  for (const check of checks) {
    const found = check(article, knowledge);
    findings.push(...found.filter(({ span }) => !findings.some((known) => overlaps(known.span, span))));
  }
  return findings.sort((a, b) => a.span.start - b.span.start).slice(0, mostFindings);
}
