/** How long each action of a reader takes in the server as it is shipped, on a folder with many decisions; see README.md. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createProtocolConnection, type ProtocolConnection } from "vscode-languageserver/node";
import { LineIndex } from "../src/core/text/line-index.js";
import { textSpan } from "../src/core/text/spans.js";
import { canonicalUri } from "../src/core/text/uris.js";
import { AnnotationFolder } from "../src/node/annotation-store.js";
import {
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationAction,
  annotateRequest,
  annotationListRequest,
  type MentionState,
  mentionsAtRequest,
  notesRequest,
  suggestionsRequest,
  undoRequest,
} from "../src/protocol/annotation.js";
import { indexStatusNotification } from "../src/protocol/corpus.js";
import { type HighlightsParams, highlightsNotification, type Position, type Range } from "../src/protocol/protocol.js";
import { type BenchArticle, fillFolder } from "./annotated-folder.js";

const decisions = Number(process.argv[2] ?? 2000);
/** In milliseconds: what a reader does not feel. */
const goal = 100;
const runs = Number(process.env.BENCH_RUNS ?? 25);
const server = join("dist", "server.js");

interface Row {
  readonly action: string;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

async function main(): Promise<void> {
  if (!existsSync(server)) throw new Error(`${server} is not there: run npm run build first.`);
  const root = mkdtempSync(join(tmpdir(), "tifa-actions-"));
  try {
    const { long, others } = await fillFolder(new AnnotationFolder(root), decisions);
    for (const { path, source } of [long, ...others]) writeFileSync(join(root, path), source);
    const typical = others[0] ?? long;
    const rows: Row[] = [];
    for (const [name, article] of [
      ["typical", typical],
      ["long", long],
    ] as const) {
      const session = await Session.open(root, others.length + 1);
      try {
        const { mentions, article: read } = article.analysis;
        console.log(`${name}: ${read.text.length} characters, ${mentions.length} mentions`);
        rows.push(...(await measure(session, article, name)));
      } finally {
        await session.close();
      }
    }
    console.log(
      `${decisions} decisions in ${others.length + 1} articles, on Node ${process.versions.node}; ${runs} runs each, in`,
    );
    console.log("milliseconds from the request until both the answer and the highlights are there\n");
    console.table(rows);
    const slow = rows.filter(({ max }) => max > goal);
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

async function measure(session: Session, { path, source, analysis }: BenchArticle, name: string): Promise<Row[]> {
  const uri = session.uriOf(path);
  await session.show(uri, source);
  const index = new LineIndex(source);
  const position = (offset: number): Position => {
    const { line, column } = index.placeAt(offset);
    return { line, character: column };
  };
  const suggestions = () => session.ask<readonly MentionState[]>(suggestionsRequest, { uri });
  const one = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(Math.random() * items.length)];
    if (item === undefined) throw new Error("Nothing is left to decide on: take more articles or fewer runs.");
    return item;
  };
  /** Five characters of the visible text, other ones each time. */
  const words = (): Range => {
    const { text, map } = analysis.article;
    for (;;) {
      const start = Math.floor(Math.random() * (text.length - 5));
      const [part, ...more] = map.toFile(textSpan(start, start + 5));
      if (!part || more.length > 0 || /\s/.test(text.slice(start, start + 5))) continue;
      return { start: position(part.start), end: position(part.end) };
    }
  };
  const act = (make: () => Promise<AnnotationAction> | AnnotationAction, settle = 0) => ({
    prepare: async () => ({ uri, action: await make() }),
    run: (params: AnnotateParams) => session.act(params),
    // Each is taken back, so that the folder stays as it was.
    after: async () => {
      await session.undo(uri, false);
      await pause(settle);
    },
  });
  const asks = (method: string, params: object) => ({
    prepare: async () => ({}),
    run: () => session.ask(method, params),
    after: async () => undefined,
  });
  const mention = async () => one(await suggestions());
  const place = (await mention()).range.start;
  // Long enough for the lexicon to be made anew, which begins a while after a change for every article.
  const relearned = 1000;
  const actions: readonly [string, Measured][] = [
    ["accept a mention", act(async () => ({ kind: "accept", mention: await mention(), scope: "mention" }))],
    ["reject a mention", act(async () => ({ kind: "reject", mention: await mention(), scope: "mention" }))],
    ["reject in this article", act(async () => ({ kind: "reject", mention: await mention(), scope: "article" }))],
    [
      "reject in every article",
      act(async () => ({ kind: "reject", mention: await mention(), scope: "workspace" }), relearned),
    ],
    [
      "change what is named",
      act(async () => ({ kind: "change", mention: await mention(), scope: "mention", to: { entity: "别名" } })),
    ],
    ["accept all suggestions", act(async () => ({ kind: "acceptAll", mentions: await suggestions() }))],
    ["mark words", act(() => ({ kind: "mark", range: words(), type: "slogan", scope: "mention" }))],
    ["mark in this article", act(() => ({ kind: "mark", range: words(), type: "slogan", scope: "article" }))],
    [
      "mark in every article",
      act(() => ({ kind: "mark", range: words(), type: "slogan", scope: "workspace" }), relearned),
    ],
    ["add a note", act(() => ({ kind: "note", range: words(), text: "待核 #复核" }))],
    [
      "undo",
      {
        prepare: async () => {
          await session.act({ uri, action: { kind: "accept", mention: await mention(), scope: "mention" } });
          return {};
        },
        run: () => session.undo(uri, false),
        after: async () => undefined,
      },
    ],
    ["list all notes", asks(annotationListRequest, {})],
    ["notes of the article", asks(notesRequest, { uri })],
    ["suggestions", asks(suggestionsRequest, { uri })],
    ["mentions at the cursor", asks(mentionsAtRequest, { uri, range: { start: place, end: place } })],
    ["hover", asks("textDocument/hover", { textDocument: { uri }, position: place })],
    [
      "hover while the lexicon is made anew",
      {
        prepare: async () => {
          await session.act({ uri, action: { kind: "mark", range: words(), type: "slogan", scope: "workspace" } });
          await pause(300);
          return {};
        },
        run: async () => session.ask("textDocument/hover", { textDocument: { uri }, position: place }),
        after: async () => {
          await session.undo(uri, false);
          await pause(relearned);
        },
      },
    ],
  ];
  const rows: Row[] = [];
  for (const [action, measured] of actions) {
    const times: number[] = [];
    for (let i = 0; i <= runs; i++) {
      const params = await measured.prepare();
      const start = performance.now();
      await measured.run(params as AnnotateParams);
      const time = performance.now() - start;
      await measured.after();
      // The first of its kind runs code that no other has run before: readers feel it too, once.
      times.push(time);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
    rows.push({ action: `${name}: ${action}`, p50: at(0.5), p95: at(0.95), max: at(1) });
  }
  return rows;
}

interface Measured {
  prepare(): Promise<object>;
  run(params: AnnotateParams): Promise<unknown>;
  after(): Promise<unknown>;
}

/** One life of the server over a folder. */
class Session {
  private readonly seen = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly client: ProtocolConnection,
    private readonly ended: Promise<unknown>,
    private readonly root: string,
  ) {
    client.onNotification(highlightsNotification, ({ uri }: HighlightsParams) => {
      this.seen.set(uri, (this.seen.get(uri) ?? 0) + 1);
      for (const check of [...this.waiting]) check();
    });
  }

  /** Resolves once the folder is indexed. */
  static async open(root: string, articles: number): Promise<Session> {
    const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const client = createProtocolConnection(child.stdout, child.stdin);
    const session = new Session(client, once(child, "exit"), root);
    client.onRequest("window/workDoneProgress/create", () => null);
    client.onRequest("client/registerCapability", () => null);
    const ready = new Promise<void>((resolve) => {
      client.onNotification(indexStatusNotification, (status: { state: string; articles: number }) => {
        if (status.state === "ready" && status.articles >= articles * 0.9) resolve();
      });
    });
    client.listen();
    await client.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: canonicalUri(pathToFileURL(root).href), name: "articles" }],
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: { locale: "en", segmenter: false },
    });
    await client.sendNotification("initialized", {});
    await ready;
    return session;
  }

  uriOf(path: string): string {
    return canonicalUri(pathToFileURL(join(this.root, path)).href);
  }

  async show(uri: string, text: string): Promise<void> {
    const painted = this.painted(uri);
    await this.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "policy-article", version: 1, text },
    });
    await painted;
  }

  ask<T>(method: string, params: object): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }

  async act(params: AnnotateParams): Promise<void> {
    const painted = this.painted(params.uri);
    const { done, message } = await this.ask<AnnotateResult>(annotateRequest, params);
    if (!done) throw new Error(message);
    await painted;
  }

  async undo(uri: string, redo: boolean): Promise<void> {
    const painted = this.painted(uri);
    const { done, message } = await this.ask<AnnotateResult>(undoRequest, { redo });
    if (!done) throw new Error(message);
    await painted;
  }

  async close(): Promise<void> {
    await this.client.sendRequest("shutdown");
    await this.client.sendNotification("exit");
    await this.ended;
  }

  /** Resolves at the next highlights of an article. */
  private painted(uri: string): Promise<void> {
    const before = this.seen.get(uri) ?? 0;
    return new Promise((resolve) => {
      const check = () => {
        if ((this.seen.get(uri) ?? 0) <= before) return;
        this.waiting.delete(check);
        resolve();
      };
      this.waiting.add(check);
    });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Milliseconds. */
function round(figure = Number.NaN): number {
  return Math.round(figure * 10) / 10;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
