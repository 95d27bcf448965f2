import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createProtocolConnection } from "vscode-languageserver/node";
import {
  type ArticleItem,
  articlesRequest,
  type IndexStatusParams,
  indexStatusNotification,
} from "../../../src/protocol/corpus.js";
import {
  type HighlightsParams,
  highlightsNotification,
  type SegmenterStatusParams,
  segmenterStatusNotification,
} from "../../../src/protocol/protocol.js";
import { plainArticle } from "../support/articles.js";
import { until } from "./connected.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const uri = "file:///article.txt";
let folder = "";

beforeAll(async () => {
  mkdirSync(join(root, "out"), { recursive: true });
  folder = mkdtempSync(join(root, "out", "server-"));
  const shared = { bundle: true, logOverride: { "empty-import-meta": "silent" } } as const;
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(root, "src/server/node-main.ts")],
      outfile: join(folder, "server.cjs"),
      platform: "node",
      format: "cjs",
      external: ["nodejieba"],
    }),
    build({
      ...shared,
      entryPoints: [join(root, "src/server/web-main.ts")],
      outfile: join(folder, "web.js"),
      platform: "browser",
      format: "iife",
    }),
  ]);
  copyFileSync(inject("lexicon"), join(folder, "lexicon.json"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([{ args: ["--stdio"] }, { args: [] }])(
  "serves as a process of its own, with arguments $args",
  async ({ args }) => {
    const child: ChildProcess = spawn(process.execPath, [join(folder, "server.cjs"), ...args], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    if (!child.stdin || !child.stdout) throw new Error("the server has no streams");
    const client = createProtocolConnection(child.stdout, child.stdin);
    const highlights: HighlightsParams[] = [];
    const statuses: SegmenterStatusParams[] = [];
    client.onNotification(highlightsNotification, (params: HighlightsParams) => void highlights.push(params));
    client.onNotification(segmenterStatusNotification, (params: SegmenterStatusParams) => void statuses.push(params));
    client.listen();
    await client.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    await client.sendNotification("initialized", {});
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "policy-article", version: 1, text: plainArticle },
    });
    await until("highlights and the segmenter's state came", () => highlights.length > 0 && statuses.length > 0);
    expect(highlights[0]?.ranges.official?.length).toBeGreaterThan(0);
    await client.sendRequest("shutdown");
    await client.sendNotification("exit");
    expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(0);
  },
);

it("has a right index after it was killed in the middle of building one", { timeout: 60_000 }, async () => {
  const articles = join(folder, "articles");
  mkdirSync(articles);
  const count = 500;
  for (let i = 0; i < count; i++) writeFileSync(join(articles, `${i}.txt`), `${plainArticle}第${i}篇。\n`);
  const start = async () => {
    const child = spawn(process.execPath, [join(folder, "server.cjs"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const client = createProtocolConnection(child.stdout, child.stdin);
    const told: IndexStatusParams[] = [];
    client.onNotification(indexStatusNotification, (params: IndexStatusParams) => void told.push(params));
    client.listen();
    await client.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(articles).href, name: "articles" }],
      capabilities: {},
      initializationOptions: { segmenter: false, storage: join(folder, "cache") },
    });
    await client.sendNotification("initialized", {});
    return { child, client, told };
  };
  const killed = await start();
  await until("it is in the middle", () => (killed.told.at(-1)?.articles ?? 0) > 220);
  killed.child.kill("SIGKILL");
  await new Promise((resolve) => killed.child.once("exit", resolve));
  expect(killed.told.at(-1)?.state).toBe("indexing");
  killed.client.dispose();
  const { child, client, told } = await start();
  await until("it is ready", () => told.at(-1)?.state === "ready");
  expect(told.at(-1)).toMatchObject({ articles: count });
  const found: ArticleItem[] = await client.sendRequest(articlesRequest, {});
  expect(new Set(found.map(({ uri: one }) => one)).size).toBe(count);
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(0);
});

it("serves in a web worker, with the browser's segmenter and the lexicon fetched", async () => {
  interface Message {
    readonly id?: number;
    readonly method?: string;
    readonly result?: unknown;
    readonly params?: { readonly status?: string };
  }
  const sent: Message[] = [];
  let receive: (event: { data: unknown }) => void = () => {};
  const fetched: string[] = [];
  const self: Record<string, unknown> = {
    location: { href: "https://host/extension/dist/web/server.js" },
    postMessage: (message: Message) => sent.push(message),
    addEventListener: (type: string, listener: typeof receive) => {
      if (type === "message") receive = listener;
    },
    set onmessage(listener: typeof receive) {
      receive = listener;
    },
  };
  // A worker's globals, and none of Node's own.
  const globals = {
    self,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    URL,
    atob,
    TextDecoder,
    TextEncoder,
    performance,
    Intl,
    fetch: async (url: string) => {
      fetched.push(url);
      return { ok: true, json: async () => JSON.parse(readFileSync(inject("lexicon"), "utf8")) as unknown };
    },
  };
  runInContext(readFileSync(join(folder, "web.js"), "utf8"), createContext({ ...globals, globalThis: globals }));
  const send = (message: object) => receive({ data: { jsonrpc: "2.0", ...message } });
  send({
    id: 1,
    method: "initialize",
    params: {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions: { lexicon: "https://host/lexicon.json" },
    },
  });
  await until("it answered", () => sent.some(({ id }) => id === 1));
  send({ method: "initialized", params: {} });
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "policy-article", version: 1, text: plainArticle } },
  });
  await until("the segmenter's state came", () => sent.some(({ method }) => method === segmenterStatusNotification));
  expect(fetched).toEqual(["https://host/lexicon.json"]);
  expect(sent.find(({ method }) => method === segmenterStatusNotification)?.params).toEqual({ status: "ready" });
  expect(sent.filter(({ method }) => method === highlightsNotification).length).toBeGreaterThan(0);
});
