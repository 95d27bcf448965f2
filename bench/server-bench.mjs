// What the workspace index costs in the server as it is shipped: for generated folders of growing size, the time of a
// cold and of a warm start, memory, the time from a change to the views being right, and how long a hover and the
// references of a common entity take while the index is being built. Printed as a table. Needs `npm run build` first.
//
//   node bench/server-bench.mjs [100 1000 10000]

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createProtocolConnection } from "vscode-languageserver/node";
import { generateCorpus } from "./generate-corpus.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = join(root, "dist", "server.js");
if (!existsSync(server)) throw new Error(`${server} is not there: run npm run build first.`);
const sizes = process.argv.slice(2).map(Number).filter(Boolean);

const rows = [];
for (const size of sizes.length > 0 ? sizes : [100, 1000]) rows.push(await measure(size));
print(rows);

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), "tifa-bench-"));
  try {
    const files = [...generateCorpus({ count })];
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, "articles", path)), { recursive: true });
      writeFileSync(join(folder, "articles", path), content);
    }
    const cold = await session(folder, files);
    const warm = await session(folder, files);
    const seconds = (time) => (time / 1000).toFixed(2);
    return {
      articles: count,
      "cold s": seconds(cold.ready),
      "cold ms/article": (cold.ready / count).toFixed(2),
      "warm s": seconds(warm.ready),
      "cold MB": cold.memory,
      "warm MB": warm.memory,
      "change ms": cold.change.toFixed(0),
      "hover p95 ms": percentile(cold.hovers, 0.95).toFixed(1),
      "hover max ms": Math.max(...cold.hovers).toFixed(1),
      "warm hover p95 ms": percentile(warm.hovers, 0.95).toFixed(1),
      "references p95 ms": percentile(cold.references, 0.95).toFixed(1),
      asked: cold.hovers.length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One life of the server over a folder: until the index is ready, then one change. */
async function session(folder, files) {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const client = createProtocolConnection(child.stdout, child.stdin);
  const waiting = new Set();
  let status;
  client.onNotification("tifa/indexStatus", (params) => {
    status = params;
    for (const check of [...waiting]) check();
  });
  client.onRequest("window/workDoneProgress/create", () => null);
  client.onRequest("client/registerCapability", () => null);
  const until = (holds) =>
    new Promise((resolve) => {
      const check = () => {
        if (!holds()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  client.listen();
  const start = performance.now();
  const uriOf = (path) => pathToFileURL(join(folder, "articles", path)).href;
  await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(join(folder, "articles")).href, name: "articles" }],
    capabilities: { workspace: { workspaceFolders: true } },
    initializationOptions: { locale: "en", segmenter: false, storage: join(folder, "cache") },
  });
  await client.sendNotification("initialized", {});
  const open = files[0];
  const uri = uriOf(open.path);
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "policy-article", version: 1, text: open.content },
  });
  const places = await mentionPlaces(client, uri);
  const [hovers, references] = [[], []];
  let asking = true;
  const questions = (async () => {
    for (let i = 0; asking; i++) {
      const params = { textDocument: { uri }, position: places[i % places.length] };
      hovers.push(await timed(() => client.sendRequest("textDocument/hover", params)));
      if (i % 4 === 0)
        references.push(
          await timed(() =>
            client.sendRequest("textDocument/references", { ...params, context: { includeDeclaration: true } }),
          ),
        );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await until(() => status?.state === "ready" && status.articles >= files.length * 0.9);
  const ready = performance.now() - start;
  asking = false;
  await questions;
  const memory = residentMegabytes(child.pid);
  const change = await timed(() => changeOne(client, folder, files[files.length - 1], uriOf));
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  await new Promise((resolve) => child.once("exit", resolve));
  return { ready, memory, change, hovers, references };
}

/** Where the open article mentions something. */
async function mentionPlaces(client, uri) {
  const tree = await client.sendRequest("tifa/entityTree", { uri });
  return tree.groups.flatMap(({ entities }) =>
    entities.flatMap(({ mentions }) => mentions.map(({ range }) => range.start)),
  );
}

/** Writes another headline and asks until every view gives it; the file is put back afterwards. */
async function changeOne(client, folder, { path, content, form }, uriOf) {
  const file = join(folder, "articles", path);
  const before = readFileSync(file, "utf8");
  writeFileSync(
    file,
    form === "plain" ? `改过的标题${content.trimStart()}` : content.replace(/^title:\s*["']?/m, "$&改过的标题"),
  );
  await client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: uriOf(path), type: 2 }] });
  for (;;) {
    const found = await client.sendRequest("tifa/articles", { filter: "改过的标题" });
    if (found.length === 1) break;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  writeFileSync(file, before);
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Linux alone tells the memory of another process without a tool. */
function residentMegabytes(pid) {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kilobytes) / 1000);
  } catch {
    return "–";
  }
}

function print(table) {
  const names = Object.keys(table[0]);
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names) {
    console.log([name.padEnd(width), ...table.map((row) => String(row[name]).padStart(9))].join("  "));
  }
}
