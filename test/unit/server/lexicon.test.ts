import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CompletionItem, CompletionList, Hover } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";
import { canonicalUri } from "../../../src/core/text/uris.js";
import { diskFiles } from "../../../src/node/workspace-files.js";
import * as annotation from "../../../src/protocol/annotation.js";
import type { Position } from "../../../src/protocol/protocol.js";
import { plainArticle } from "../corpus/support.js";
import { type Connected, connect, until } from "./connected.js";

let folder = "";
const all: Connected[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-lexicon-"));
});

afterEach(async () => {
  for (const one of all.splice(0)) await one.client.sendRequest("shutdown");
  rmSync(folder, { recursive: true, force: true });
});

const article = plainArticle({
  title: "顾安在宁川调研能源项目",
  day: "2021-11-18",
  body: ["11月17日，澜江省委常委、常务副省长顾安到宁川市调研。副省长麻建东参加调研。顾安提出要打造云帆矩阵。"],
});
const mistaken = "officials:\n  - name: 麻建东\n    post: 副省长\nslogans:\n  - 云帆矩阵\n";

function uriOf(name: string): string {
  return canonicalUri(pathToFileURL(join(folder, name)).href);
}

function put(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return uriOf(name);
}

async function start(folders = [uriOf("")]): Promise<Connected> {
  const one = await connect({ folders, host: { files: diskFiles } });
  all.push(one);
  await until("the index is ready", () => one.index.at(-1)?.state === "ready");
  return one;
}

function look(on: Connected, uri: string): Promise<void> {
  return on.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
}

/** The codes that were sent last of a file; undefined before any were. */
function codes(on: Connected, uri: string): (string | undefined)[] | undefined {
  return on.diagnostics.findLast((sent) => sent.uri === uri)?.diagnostics.map(({ code }) => code);
}

function positionOf(text: string, words: string): Position {
  return TextDocument.create("", "", 0, text).positionAt(text.indexOf(words));
}

async function opened(on: Connected, text = article): Promise<string> {
  const uri = put("article.txt", text);
  on.open(uri, text);
  await until("the article is painted", () => on.highlights.some((params) => params.uri === uri));
  return uri;
}

describe("what is wrong with a lexicon", () => {
  it("on the disk is told when the folder is opened, when it changes, and no more when it is gone", async () => {
    const uri = put(annotation.lexiconFile, mistaken);
    const server = await start();
    await until("it was told", () => codes(server, uri)?.[0] === "unknown-field");
    expect(server.diagnostics.find((sent) => sent.uri === uri)?.diagnostics[0]).toMatchObject({
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } },
      source: "tifa",
      severity: 2,
    });
    put(annotation.lexiconFile, "people: []\n");
    await look(server, uri);
    await until("the change was told", () => codes(server, uri)?.[0] === "unknown-section");
    rmSync(join(folder, annotation.lexiconFile));
    await look(server, uri);
    await until("it is cleared", () => codes(server, uri)?.length === 0);
  });

  it("is told of the text as it is typed while it is open, then of the file", async () => {
    const uri = put(annotation.lexiconFile, mistaken);
    const server = await start();
    server.open(uri, "people: []\n");
    await until("the text counts", () => codes(server, uri)?.[0] === "unknown-section");
    server.edit(uri, 2, 0, 0, 6, "classes");
    await until("it is corrected", () => codes(server, uri)?.length === 0);
    server.close(uri);
    await until("the file counts", () => codes(server, uri)?.[0] === "unknown-field");
    expect(server.highlights).toEqual([]);
  });

  it("keeps nothing else from counting: the rest is highlighted", async () => {
    put(annotation.lexiconFile, mistaken);
    const server = await start();
    const uri = await opened(server);
    await until("the slogan is painted", () =>
      server.highlights.some((sent) => sent.uri === uri && (sent.ranges.slogan?.length ?? 0) > 0),
    );
  });

  it("is told of annotation files too, at the line", async () => {
    const uri = put(".tifa/annotations/article.txt.jsonl", '{"tifa":"annotations","version":1}\nbroken\n');
    const server = await start();
    await until("it was told", () => codes(server, uri)?.[0] === "broken-line");
    expect(server.diagnostics.find((sent) => sent.uri === uri)?.diagnostics[0]).toMatchObject({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } },
    });
    // Both sides of a conflict are in use: to settle it changes no record, but what is told.
    const note =
      '{"id":"n-1","kind":"note","at":"2024-01-01T00:00:00Z","text":"注","tags":[],"anchor":{"exact":"顾安","prefix":"","suffix":"","start":0,"end":2}}';
    const header = '{"tifa":"annotations","version":1}';
    put(".tifa/annotations/article.txt.jsonl", `${header}\n<<<<<<< a\n${note}\n=======\n>>>>>>> b\n`);
    await look(server, uri);
    await until("the conflict was told", () => codes(server, uri)?.[0] === "merge-conflict");
    put(".tifa/annotations/article.txt.jsonl", `${header}\n${note}\n`);
    await look(server, uri);
    await until("it is cleared", () => codes(server, uri)?.length === 0);
  });
});

describe("a lexicon in an editor", () => {
  const complete = async (on: Connected, uri: string, position: Position) => {
    const answer = await on.client.sendRequest<CompletionItem[] | CompletionList | null>("textDocument/completion", {
      textDocument: { uri },
      position,
    });
    return answer === null ? null : Array.isArray(answer) ? answer : answer.items;
  };

  it("is completed and explained, and is no article", async () => {
    const server = await start();
    const uri = uriOf(annotation.lexiconFile);
    server.open(uri, "agencies:\n  - name: 省数据局\n    ty\n");
    const items = await complete(server, uri, { line: 2, character: 6 });
    expect(items?.map(({ label }) => label)).toContain("type");
    expect(items?.find(({ label }) => label === "type")).toMatchObject({
      textEdit: { range: { start: { line: 2, character: 4 }, end: { line: 2, character: 6 } }, newText: "type: " },
    });
    const at = { textDocument: { uri }, position: { line: 0, character: 3 } };
    expect(await server.client.sendRequest<Hover | null>("textDocument/hover", at)).toMatchObject({
      contents: { value: expect.stringContaining("Organisations") },
    });
    expect(await server.client.sendRequest("textDocument/foldingRange", at)).toBeNull();
    expect(await server.client.sendRequest("textDocument/documentHighlight", at)).toBeNull();
    expect(await server.client.sendRequest("tifa/entityTree", { uri })).toBeNull();
    expect(server.highlights).toEqual([]);
  });

  it("alone is completed", async () => {
    const server = await start();
    expect(await complete(server, await opened(server), { line: 0, character: 0 })).toBeNull();
  });
});

describe("additions to a lexicon", () => {
  it("take a class into the file on the disk, or into the text that is open", async () => {
    const lexicon = put(annotation.lexiconFile, "# 注\nslogans: [云帆矩阵]\n");
    const server = await start();
    const params: annotation.LexiconWithClassParams = { uri: uriOf("article.txt"), name: "Target", color: "#aa3377" };
    const ask = () =>
      server.client.sendRequest<annotation.LexiconWithClassResult | null>(annotation.lexiconWithClassRequest, params);
    expect(await ask()).toMatchObject({
      uri: lexicon,
      id: "target",
      source: '# 注\nslogans: [云帆矩阵]\nclasses:\n  - id: target\n    name: Target\n    color: "#aa3377"\n',
      range: { start: { line: 3, character: 4 } },
    });
    server.open(lexicon, "officials: [麻建东]\n");
    expect((await ask())?.source).toMatch(/^officials: \[麻建东\]\nclasses:\n/);
  });

  it("take what an article mentions, with the forms it has there", async () => {
    const server = await start();
    const uri = await opened(server);
    const added = await server.client.sendRequest<annotation.EditedLexicon | null>(
      annotation.lexiconWithEntityRequest,
      {
        uri,
        position: positionOf(article, "麻建东"),
      },
    );
    expect(added?.uri).toBe(uriOf(annotation.lexiconFile));
    expect(parseWorkspaceLexicon(added?.source ?? "")).toMatchObject({ officials: [{ name: "麻建东" }], problems: [] });
    expect(server.messages).toEqual([]);
  });

  it("are refused in one sentence", async () => {
    put(annotation.lexiconFile, "officials:\n  - 甲\nslogans: [\n");
    const server = await start();
    const uri = await opened(server);
    const ask = (position: Position, of = uri) =>
      server.client.sendRequest<unknown>(annotation.lexiconWithEntityRequest, { uri: of, position });
    expect(await ask(positionOf(article, "麻建东"))).toBeNull();
    expect(await ask(positionOf(article, "加调研"))).toBeNull();
    const elsewhere = "file:///elsewhere/article.txt";
    server.open(elsewhere, article);
    expect(await ask(positionOf(article, "麻建东"), elsewhere)).toBeNull();
    await until("all was said", () => server.messages.length === 3);
    expect(server.messages[0]).toMatch(/^Line 3 of \.tifa\/lexicon\.yaml /);
    expect(server.messages[1]).toMatch(/Only officials/);
    expect(server.messages[2]).toMatch(/no open folder/);
  });
});
