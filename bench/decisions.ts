/** How long each action on a folder with many decisions takes, disk included; see README.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DecidedAnalysis } from "../src/core/annotation/decided.js";
import { applyDecisions } from "../src/core/annotation/decisions.js";
import { Annotator, type Edit } from "../src/core/annotation/make-records.js";
import { mergeStores } from "../src/core/annotation/merge-stores.js";
import { refreshAnchors } from "../src/core/annotation/refresh-anchors.js";
import { type AnnotationStore, emptyStore, withoutRecords, withRecords } from "../src/core/annotation/store.js";
import { parseStore, serializeStore } from "../src/core/annotation/store-format.js";
import { applyChanges, changesTo, inverse } from "../src/core/annotation/undo.js";
import { BroadRules } from "../src/core/annotation/workspace-rules.js";
import { exportDocument } from "../src/core/export/build-document.js";
import { exportFiles } from "../src/core/export/export-files.js";
import type { Analysis } from "../src/core/recognize/analysis.js";
import { AnnotationFolder } from "../src/node/annotation-store.js";
import { fillFolder, hand } from "./annotated-folder.js";

const decisions = Number(process.argv[2] ?? 2000);
const goal = 100;
const runs = 25;

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "tifa-bench-"));
  try {
    const folder = new AnnotationFolder(root);
    const { long } = await fillFolder(folder, decisions);
    const rows = await measure(folder, { article: long.path }, long.analysis, long.source);
    console.log(
      `${decisions} decisions in ${(await folder.articles()).length} files, ${long.analysis.mentions.length} mentions and`,
    );
    console.log(
      `${long.analysis.article.text.length} characters in the longest, on Node ${process.versions.node}; ${runs} runs each\n`,
    );
    console.table(rows);
    const slow = rows.filter(({ longest }) => longest > goal);
    console.log(
      slow.length === 0
        ? `No action took longer than ${goal} ms.`
        : `Longer than ${goal} ms: ${slow.map(({ action }) => action).join(", ")}.`,
    );
    if (slow.length > 0) process.exitCode = 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(
  folder: AnnotationFolder,
  key: { readonly article: string },
  analysis: Analysis,
  edited: string,
) {
  const { store } = await folder.read(key);
  const all = await everyRecord(folder);
  const broad = new BroadRules(all, "workspace");
  const state = { store, decided: applyDecisions(analysis, store.records.values(), broad) };
  const mention = () =>
    state.decided.analysis.mentions[Math.floor(Math.random() * state.decided.analysis.mentions.length)];
  /** What an editor does on one command: the records, the file, and the mentions as they then stand. */
  const act = (edit: (annotator: Annotator, decided: DecidedAnalysis) => Edit | undefined) => async () => {
    const made = edit(new Annotator(state.decided, hand), state.decided) ?? { put: [], remove: [] };
    state.store = await folder.update(key, (now) => withRecords(withoutRecords(now, made.remove), made.put));
    state.decided = applyDecisions(analysis, state.store.records.values(), broad);
  };
  const one = (use: (found: NonNullable<ReturnType<typeof mention>>, annotator: Annotator) => Edit | undefined) =>
    act((annotator) => {
      const found = mention();
      return found && use(found, annotator);
    });
  const text = serializeStore(store);
  // The bulk rejection of ten mentions, taken back and done again in turn.
  const ten = state.decided.analysis.mentions.slice(0, 10);
  const put = ten.flatMap((found) => new Annotator(state.decided, hand).reject(found).put);
  let last = inverse({ label: "", changes: changesTo(key.article, store, { put, remove: [] }) });
  const document = () => exportDocument(state.decided, state.store.records.values(), { path: key.article }).document;
  const actions: Readonly<Record<string, () => unknown>> = {
    "accept a mention": one((found, annotator) => annotator.accept(found)),
    "reject a mention": one((found, annotator) => annotator.reject(found)),
    "change a mention": one((found, annotator) => annotator.change(found, { entity: "别名" })),
    "reject in every article": one((found, annotator) => annotator.reject(found, "workspace")),
    "mark a selection": act((annotator) => annotator.add(place(analysis), "target")),
    "add a note": act((annotator) => annotator.note(place(analysis), "批注", ["复核"])),
    "undo, or redo": async () => {
      last = inverse(last);
      state.store = await folder.update(key, (now) => applyChanges(now, last.changes).store);
      state.decided = applyDecisions(analysis, state.store.records.values(), broad);
    },
    "open the article's decisions": async () => {
      const read = await folder.read(key);
      return applyDecisions(analysis, read.store.records.values(), broad);
    },
    "find every anchor again after an edit": () =>
      refreshAnchors(analysis.article.text.replace("。", "。新增一句。"), [...state.store.records.values()]),
    "read every annotation file of the folder": async () => new BroadRules(await everyRecord(folder), "workspace"),
    "parse and write the longest file": () => serializeStore(parseStore(text).store),
    "merge two people's versions of it": () => mergeStores(parseStore(text).store, state.store, emptyStore),
    "export the longest article as JSONL": () => exportFiles("jsonl", [document()], "en"),
  };
  // A window that watches the folder has read the file once already.
  writeFileSync(join(folder.root, key.article), edited);
  readFileSync(folder.pathOf(key));
  const rows: { action: string; median: number; longest: number }[] = [];
  for (const [action, run] of Object.entries(actions)) {
    const times: number[] = [];
    await run();
    for (let i = 0; i < runs; i++) {
      const start = performance.now();
      await run();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    rows.push({ action, median: round(times[Math.floor(runs / 2)]), longest: round(times.at(-1)) });
  }
  return rows;
}

async function everyRecord(folder: AnnotationFolder) {
  const stores: AnnotationStore[] = [];
  for (const article of await folder.articles()) stores.push((await folder.read({ article })).store);
  return stores.flatMap((store) => [...store.records.values()]);
}

function place({ article }: Analysis) {
  const start = Math.floor(Math.random() * (article.text.length - 10));
  return { start, end: start + 4 };
}

/** Milliseconds. */
function round(figure = Number.NaN): number {
  return Math.round(figure * 10) / 10;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
