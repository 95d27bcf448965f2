/** Throughput of the analysis beside a segmenter on the same input, and the memory it takes; see README.md. */
import { writeFileSync } from "node:fs";
import { Bench } from "tinybench";
import { parseArticle } from "../src/core/article/parse-article.js";
import { Lexicon } from "../src/core/lexicon/lexicon.js";
import { analyze } from "../src/core/recognize/analyze.js";
import { readLexicon } from "../src/node/lexicon-files.js";
import { requireHere } from "../src/node/nodejieba-files.js";
import { benchTexts } from "./inputs.js";
import { isStage, lexiconFile, memoryOf, printMemory } from "./memory.js";

/** How long each job is measured, in milliseconds. */
const time = Number(process.env.BENCH_TIME ?? 3000);
const baseline = "nodejieba tag";

async function main(): Promise<void> {
  const texts = benchTexts();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`${texts.length} articles, ${(bytes / 1000).toFixed(0)} kB, on Node ${process.versions.node}\n`);
  const data = readLexicon("lexicon");
  writeFileSync(lexiconFile, JSON.stringify(data));
  console.table(await throughput(texts, bytes, new Lexicon(data)));
  console.table([
    { memory: "Node alone", MB: Math.round(memoryOf("node")) },
    { memory: "with the lexicon, all articles analysed", MB: Math.round(memoryOf("lexicon")) },
    { memory: "and with nodejieba for their words", MB: Math.round(memoryOf("segmenter")) },
  ]);
}

/** One row a job; figures are of the median pass over all texts. */
async function throughput(texts: readonly string[], bytes: number, lexicon: Lexicon) {
  const jieba = requireHere("nodejieba") as { tag(text: string): unknown };
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const jobs: Readonly<Record<string, (text: string) => unknown>> = {
    [baseline]: (text) => jieba.tag(text),
    "Intl.Segmenter": (text) => Array.from(segmenter.segment(text)),
    "parsing alone": parseArticle,
    analysis: (source) => analyze({ uri: "file:///article", version: 1, source }, lexicon),
  };
  const bench = new Bench({ time, warmupTime: time / 3 });
  for (const [name, job] of Object.entries(jobs)) {
    bench.add(name, () => {
      for (const text of texts) job(text);
    });
  }
  await bench.run();
  const milliseconds = new Map(
    bench.tasks.map(({ name, result }) => [name, "latency" in result ? result.latency.p50 : Number.NaN]),
  );
  return [...milliseconds].map(([job, ms]) => ({
    job,
    "MB/s": round(bytes / ms / 1000),
    "ms an article": round(ms / texts.length),
    [`times ${baseline}`]: round((milliseconds.get(baseline) ?? Number.NaN) / ms),
  }));
}

function round(figure: number): number {
  return Number(figure.toPrecision(3));
}

const [command, stage] = process.argv.slice(2);
(command === "memory" && isStage(stage) ? printMemory(stage) : main()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
