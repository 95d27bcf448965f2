import { applyDecisions } from "../../../../src/core/annotation/decisions.js";
import type { AnnotationRecord } from "../../../../src/core/annotation/records.js";
import { buildRecord } from "../../../../src/core/corpus/build-record.js";
import { CorpusIndex } from "../../../../src/core/corpus/corpus-index.js";
import { PostHolders } from "../../../../src/core/corpus/post-holders.js";
import { analyze } from "../../../../src/core/recognize/analyze.js";
import type { Finding } from "../../../../src/service/checks/check.js";
import { findingsIn } from "../../../../src/service/checks/run-checks.js";
import { plainArticle } from "../../corpus/support.js";
import { realLexicon } from "../../support/real-lexicon.js";

export interface ToldArticle {
  readonly day: string;
  readonly body: readonly string[];
  readonly source?: string;
}

/** Checks files as one folder and gives the findings of each. */
export function findingsOfAll(
  sources: readonly string[],
  decisions: readonly AnnotationRecord[] = [],
): readonly Finding[][] {
  const lexicon = realLexicon();
  const index = new CorpusIndex();
  const checked = sources.map((source, i) => {
    const analysis = analyze({ uri: `file:///${i}.txt`, version: 1, source }, lexicon);
    const decided = applyDecisions(analysis, i === 0 ? decisions : []);
    const record = buildRecord(decided.analysis, lexicon);
    index.set(record);
    return { record, decided };
  });
  const knowledge = { index, holders: new PostHolders(index), lexicon };
  return checked.map((article) => findingsIn(article, knowledge));
}

/** The findings in the first of several articles of one folder, in short: `code: words → what is known`. */
export function told(articles: readonly ToldArticle[], decisions: readonly AnnotationRecord[] = []): string[] {
  const sources = articles.map((article) => plainArticle({ title: "全省工作会议在宁川召开", ...article }));
  return (findingsOfAll(sources, decisions)[0] ?? []).map(short);
}

export function short(finding: Finding): string {
  const known = finding.code === "contradicting-post" ? (finding.holder ?? finding.elsewhere) : finding.known;
  return `${finding.code}: ${finding.words} → ${known}`;
}
