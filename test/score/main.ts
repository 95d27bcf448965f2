// Prints precision, recall and F1 per class for folders of gold articles.
//   npm run score -- [--check] [--errors] [--candidates] [--no-segmenter] [FOLDER…]
// --check measures the sets of floors.ts and fails where a class falls below its floor.
// Without folders: the two splits of test/gold. The errors of the held-out split are never listed.
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Lexicon } from "../../src/core/lexicon/lexicon.js";
import { mentionTypes } from "../../src/core/recognize/mention.js";
import { hull } from "../../src/core/text/spans.js";
import { JiebaSegmenter } from "../../src/node/jieba-segmenter.js";
import { readLexicon } from "../../src/node/lexicon-files.js";
import { AnalysisCache } from "../../src/service/analysis-cache.js";
import type { Segmenter } from "../../src/service/ports.js";
import { checkedSets, type Floors } from "./floors.js";
import { type GoldArticle, readGold } from "./gold.js";
import { compare, type Prediction, rates, tallyAll } from "./score.js";

/** Scores the folders that the arguments name. `root` is the project's folder. */
export async function main(argv: readonly string[], root: string): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      check: { type: "boolean", default: false },
      errors: { type: "boolean", default: false },
      candidates: { type: "boolean", default: false },
      "no-segmenter": { type: "boolean", default: false },
    },
  });
  const sets: readonly { readonly folder: string; readonly floors: Floors }[] = values.check
    ? checkedSets(root)
    : (positionals.length > 0
        ? positionals.map((folder) => resolve(folder))
        : ["development", "held-out"].map((split) => join(root, "test/gold", split))
      ).map((folder) => ({ folder, floors: {} }));
  const cache = new AnalysisCache(new Lexicon(readLexicon(join(root, "lexicon"))));
  const segmenter = values["no-segmenter"] ? undefined : new JiebaSegmenter();
  for (const { folder, floors } of sets) {
    const articles = [];
    for (const gold of readGold(folder))
      articles.push({ gold, predictions: await predict(cache, gold, segmenter, values.candidates) });
    console.log(`${folder} (${articles.length} articles)`);
    for (const [type, tally] of Object.entries(tallyAll(articles))) {
      const { precision, recall, f1 } = rates(tally);
      const figures = `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
      const floor = floors[type] ?? 0;
      if (f1 < floor) {
        console.error(`${folder}: F1 of ${type} is ${f1.toFixed(3)}, below its floor of ${floor}`);
        process.exitCode = 1;
      }
      console.log(`${type.padEnd(9)} ${figures}  (found ${tally.found}, wrong ${tally.wrong}, missed ${tally.missed})`);
    }
    if (values.errors && basename(folder) !== "held-out") articles.forEach(listErrors);
    console.log("");
  }
}

async function predict(
  cache: AnalysisCache,
  { name, source }: GoldArticle,
  segmenter: Segmenter | undefined,
  candidates: boolean,
): Promise<Prediction[]> {
  const file = { uri: name, version: 1, source };
  cache.delete(name);
  if (segmenter) await cache.refine(file, segmenter);
  const { mentions } = cache.analysis(file);
  return mentions
    .filter((mention) => candidates || !mention.candidate)
    .map(({ type, parts }) => ({ type, ...hull(parts) }));
}

function listErrors({
  gold,
  predictions,
}: {
  readonly gold: GoldArticle;
  readonly predictions: readonly Prediction[];
}): void {
  for (const type of mentionTypes) {
    for (const { sign, start, end } of compare(gold, predictions, type).misses) {
      const line = (text: string) => text.replace(/\s+/g, " ");
      const around = [
        gold.source.slice(Math.max(0, start - 12), start),
        gold.source.slice(start, end),
        gold.source.slice(end, end + 12),
      ].map(line);
      console.log(`${sign} ${gold.name} ${type} ${around[0]}【${around[1]}】${around[2]}`);
    }
  }
}
