import { applyDecisions } from "../src/core/annotation/decisions.js";
import type { Hand } from "../src/core/annotation/make-records.js";
import { Annotator } from "../src/core/annotation/make-records.js";
import { withRecords } from "../src/core/annotation/store.js";
import { Lexicon } from "../src/core/lexicon/lexicon.js";
import type { Analysis } from "../src/core/recognize/analysis.js";
import { analyze } from "../src/core/recognize/analyze.js";
import type { AnnotationFolder } from "../src/node/annotation-store.js";
import { readLexicon } from "../src/node/lexicon-files.js";
import { benchTexts } from "./inputs.js";

/** The share of the decisions that lies in one file, and how many of an article's apply to every article. */
const inOneFile = 0.25;
const everywhere = 0.05;

export const hand: Hand = { by: "reader", at: "2024-05-01T00:00:00.000Z", random: Math.random };

/** An article of a benchmark: its path from the folder, its source, and what is recognised in it. */
export interface BenchArticle {
  readonly path: string;
  readonly source: string;
  readonly analysis: Analysis;
}

/**
 * Fills a folder with decisions, a quarter of them on one article as long as it takes to hold them. Resolves to
 * that article and the others; they are not written.
 */
export async function fillFolder(
  folder: AnnotationFolder,
  decisions: number,
): Promise<{ readonly long: BenchArticle; readonly others: readonly BenchArticle[] }> {
  const texts = benchTexts();
  const lexicon = new Lexicon(readLexicon("lexicon"));
  const article = (path: string, source: string): BenchArticle => ({
    path,
    source,
    analysis: analyze({ uri: "file:///article", version: 1, source }, lexicon),
  });
  const long = article("long.txt", texts.join("\n\n").replace(/^---$/gm, ""));
  let left = decisions - (await fill(folder, long, Math.round(decisions * inOneFile), 0));
  const others: BenchArticle[] = [];
  for (let i = 0; left > 0 && i < 10_000; i++) {
    const other = article(`other-${i}.txt`, texts[i % texts.length] ?? "");
    left -= await fill(folder, other, Math.min(left, 20), everywhere);
    others.push(other);
  }
  return { long, others };
}

/** Decides on the mentions of an article, `count` at most; resolves to how many decisions that made. */
async function fill(
  folder: AnnotationFolder,
  { path, analysis }: BenchArticle,
  count: number,
  broad: number,
): Promise<number> {
  const annotator = new Annotator(applyDecisions(analysis, []), hand);
  const chosen = analysis.mentions.slice(0, count);
  const put = chosen.flatMap((mention, i) => {
    const scope = i < chosen.length * broad ? "workspace" : "mention";
    if (i % 3 === 0) return annotator.reject(mention, scope).put;
    return i % 3 === 1 ? annotator.accept(mention, scope).put : annotator.change(mention, { role: "部长" }, scope).put;
  });
  if (put.length > 0) await folder.update({ article: path }, (store) => withRecords(store, put));
  return put.length;
}
