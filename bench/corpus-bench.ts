/**
 * What the index across articles costs: time and memory for folders of growing size, printed as a table.
 *
 *   npx esbuild bench/corpus-bench.ts --bundle --platform=node --format=cjs --outfile=out/corpus-bench.cjs
 *   node --expose-gc out/corpus-bench.cjs [100 1000 10000]
 */

import { buildRecord } from "../src/core/corpus/build-record.js";
import { CorpusIndex } from "../src/core/corpus/corpus-index.js";
import { CorpusEntities } from "../src/core/corpus/entities.js";
import { meetingsAcross } from "../src/core/corpus/meeting-views.js";
import { referencesOf } from "../src/core/corpus/navigation.js";
import { cardOf, profileOf } from "../src/core/corpus/profile.js";
import { restoreRecord, storeRecord } from "../src/core/corpus/record-codec.js";
import { searchArticles, searchEntities } from "../src/core/corpus/search.js";
import { trendsOf } from "../src/core/corpus/trends.js";
import { Lexicon } from "../src/core/lexicon/lexicon.js";
import { analyze } from "../src/core/recognize/analyze.js";
import { readLexicon } from "../src/node/lexicon-files.js";
import { generateCorpus } from "./generate-corpus.mjs";

type Row = Readonly<Record<string, string | number>>;

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const lexicon = new Lexicon(readLexicon("lexicon"));
for (const article of generateCorpus({ count: 150, seed: 99 }))
  buildRecord(analyze({ uri: article.path, version: 1, source: article.content }, lexicon), lexicon);
const rows = (sizes.length > 0 ? sizes : [100, 1000, 10_000]).map(measure);
printTable(rows);

function measure(count: number): Row {
  const before = heap();
  const index = new CorpusIndex();
  const stored: string[] = [];
  let analyzing = 0;
  let recording = 0;
  let indexing = 0;
  let mentions = 0;
  let expected = 0;
  let found = 0;
  const changes: number[] = [];
  for (const article of generateCorpus({ count })) {
    const uri = `file:///corpus/${article.path}`;
    const start = performance.now();
    const analysis = analyze({ uri, version: 1, source: article.content }, lexicon);
    const analyzed = performance.now();
    const record = buildRecord(analysis, lexicon);
    const recorded = performance.now();
    index.set(record);
    const set = performance.now();
    analyzing += analyzed - start;
    recording += recorded - analyzed;
    indexing += set - recorded;
    mentions += record.mentions.length;
    expected += article.meetings.length;
    const met = new Set(
      record.meetings.flatMap(({ guests }) => guests.map((row) => record.entities[record.mentions.entity(row)]?.name)),
    );
    found += article.meetings.filter(({ guest }) => met.has(guest)).length;
  }
  const memory = heap() - before;
  const rss = process.memoryUsage().rss;
  for (const record of index.articles()) stored.push(JSON.stringify(storeRecord(record)));
  const uris = index.articles().map(({ uri }) => uri);
  const warmIndex = new CorpusIndex();
  const warm = timed(() =>
    stored.forEach((json, i) => {
      const record = restoreRecord(JSON.parse(json), uris[i] ?? "");
      if (record) warmIndex.set(record);
    }),
  );
  if (warmIndex.size !== index.size) throw new Error(`the cache gave back ${warmIndex.size} of ${index.size} articles`);
  warmIndex.clear();
  for (let i = 0; i < 200; i++) {
    const record = index.articles()[(i * 7919) % index.size];
    if (record) changes.push(timed(() => index.set({ ...record })));
  }
  const entities = new CorpusEntities(index);
  const ids = index
    .postings("official")
    .concat(index.postings("agency"), index.postings("slogan"))
    .map(({ entity }) => entity.id);
  const sample = Array.from({ length: 400 }, (_, i) => ids[(i * 7919) % ids.length] ?? "");
  const busiest = [...ids]
    .sort((a, b) => (index.posting(b)?.articles.size ?? 0) - (index.posting(a)?.articles.size ?? 0))
    .slice(0, 20);
  // Every hover after a change finds the cache of entities empty: fresh entities for each.
  const hover = [...sample, ...busiest].map((id) => timed(() => cardOf(new CorpusEntities(index), id, "")));
  const references = [...sample, ...busiest].map((id) => timed(() => referencesOf(entities.entity(id) ?? fail(id))));
  return {
    articles: count,
    mentions,
    "analyse ms/article": (analyzing / count).toFixed(2),
    "record ms/article": (recording / count).toFixed(2),
    "index ms/article": (indexing / count).toFixed(3),
    "cold s": ((analyzing + recording + indexing) / 1000).toFixed(1),
    "warm s": (warm / 1000).toFixed(2),
    "cache MB": (stored.reduce((sum, json) => sum + Buffer.byteLength(json), 0) / 1e6).toFixed(1),
    "heap MB": (memory / 1e6).toFixed(1),
    "heap kB/article": (memory / 1e3 / count).toFixed(1),
    "change p95 ms": percentile(changes, 0.95).toFixed(2),
    "card p95 ms": percentile(hover, 0.95).toFixed(2),
    "card max ms": Math.max(...hover).toFixed(1),
    "references p95 ms": percentile(references, 0.95).toFixed(2),
    "profile max ms": Math.max(...busiest.map((id) => timed(() => profileOf(entities, id)))).toFixed(1),
    "trends ms": timed(() => trendsOf(index, { unit: "month" })).toFixed(1),
    "meetings ms": timed(() => meetingsAcross(index)).toFixed(1),
    "rows ms": timed(() => entities.rows("official")).toFixed(1),
    "search ms": Math.max(
      timed(() => searchEntities(entities, "发改委")),
      timed(() => searchArticles(index, "能源 2022")),
    ).toFixed(1),
    "meetings found": `${found}/${expected}`,
    "rss MB": Math.round(rss / 1e6),
  };
}

function fail(id: string): never {
  throw new Error(`no entity ${id}`);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Live heap in bytes; needs --expose-gc to be exact. */
function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

/** One measure a line, one column a folder size. */
function printTable(columns: readonly Row[]): void {
  const keys = Object.keys(columns[0] ?? {});
  const width = Math.max(...keys.map((key) => key.length));
  for (const key of keys)
    console.log(`${key.padEnd(width)}  ${columns.map((column) => String(column[key]).padStart(12)).join("")}`);
}
