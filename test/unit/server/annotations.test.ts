import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalUri } from "../../../src/core/text/uris.js";
import { diskFiles } from "../../../src/node/workspace-files.js";
import * as annotation from "../../../src/protocol/annotation.js";
import * as corpus from "../../../src/protocol/corpus.js";
import type { Range } from "../../../src/protocol/protocol.js";
import { plainArticle } from "../corpus/support.js";
import { type Connected, connect, type Setting, until } from "./connected.js";

let folder = "";
const all: Connected[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-annotations-"));
});

afterEach(async () => {
  for (const one of all.splice(0)) await one.client.sendRequest("shutdown");
  rmSync(folder, { recursive: true, force: true });
});

const first = plainArticle({
  title: "顾安在宁川调研能源项目",
  day: "2021-11-18",
  body: [
    "11月17日,澜江省委常委、常务副省长顾安到宁川市调研。他强调,要推动高质量发展。副省长麻建东参加调研。",
    "调研期间,顾安提出要打造云帆矩阵,并会见了远岫商会负责人。",
  ],
});
const second = plainArticle({
  title: "林牧川会见客商",
  day: "2022-06-10",
  body: ["6月9日,澜江省委书记林牧川会见客商。林牧川说,云帆矩阵要常抓不懈,远岫商会要牵线搭桥。麻建东参加会见。"],
});

function put(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return uriOf(name);
}

function uriOf(name: string): string {
  return canonicalUri(pathToFileURL(join(folder, name)).href);
}

function stored(name: string): string {
  const path = join(folder, ".tifa/annotations", `${name}.jsonl`);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

async function start(setting: Setting = {}): Promise<Connected> {
  const one = await connect({ folders: [uriOf("")], host: { files: diskFiles }, ...setting });
  all.push(one);
  await until("the index is ready", () => one.index.at(-1)?.state === "ready");
  return one;
}

async function open(on: Connected, name: string, text: string): Promise<string> {
  const uri = uriOf(name);
  on.open(uri, text);
  await until("the article is painted", () => on.highlights.some((params) => params.uri === uri));
  return uri;
}

function rangeOf(text: string, words: string, occurrence = 0): Range {
  let at = -1;
  for (let i = 0; i <= occurrence; i++) at = text.indexOf(words, at + 1);
  const before = text.slice(0, at).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + words.length } };
}

const annotate = (on: Connected, uri: string, action: annotation.AnnotationAction) =>
  on.client.sendRequest<annotation.AnnotateResult>(annotation.annotateRequest, { uri, action });
const undo = (on: Connected, redo = false) =>
  on.client.sendRequest<annotation.AnnotateResult>(annotation.undoRequest, { redo });
const mentionsAt = (on: Connected, uri: string, range: Range) =>
  on.client.sendRequest<annotation.MentionState[]>(annotation.mentionsAtRequest, { uri, range });
const list = (on: Connected, tags?: string[]) =>
  on.client.sendRequest<annotation.AnnotationList>(annotation.annotationListRequest, { tags });
const names = async (on: Connected, type: string) =>
  (await on.client.sendRequest<corpus.EntityItem[]>(corpus.entitiesRequest, { type })).map(({ name }) => name);

/** What is painted in an article as one class, by its text. */
function painted(on: Connected, uri: string, text: string, type: string): string[] {
  const last = on.highlights.filter((params) => params.uri === uri).at(-1);
  const lines = text.split("\n");
  const ranges =
    last?.ranges[type as keyof typeof last.ranges] ?? last?.own?.find(({ id }) => id === type)?.ranges ?? [];
  return ranges.map(({ start, end }) => (lines[start.line] ?? "").slice(start.character, end.character));
}

async function mentionOf(on: Connected, uri: string, text: string, words: string): Promise<annotation.MentionState> {
  const [found] = await mentionsAt(on, uri, rangeOf(text, words));
  if (!found) throw new Error(`nothing is marked on ${words}`);
  return found;
}

describe("decisions", () => {
  it("are kept beside the article, painted, and undone", async () => {
    put("a.txt", first);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    const mention = await mentionOf(on, uri, first, "麻建东");
    expect(mention).toMatchObject({ type: "official", status: "suggested", text: "麻建东" });
    expect(await annotate(on, uri, { kind: "reject", mention, scope: "mention" })).toEqual({
      done: true,
      message: "Rejected “麻建东” as official",
    });
    expect(stored("a.txt")).toContain('"verdict":"reject"');
    await until("the rejection shows", () => !painted(on, uri, first, "official").includes("麻建东"));
    expect(await mentionsAt(on, uri, mention.range)).toMatchObject([{ status: "rejected" }]);
    expect(await undo(on)).toEqual({ done: true, message: "Undone: Rejected “麻建东” as official" });
    expect(stored("a.txt")).toBe("");
    await until("it is back", () => painted(on, uri, first, "official").includes("麻建东"));
    expect((await undo(on)).done).toBe(false);
    expect((await undo(on, true)).done).toBe(true);
    expect(stored("a.txt")).toContain('"verdict":"reject"');
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe(first);
  });

  it("stay on their words while the article is edited, and are told their new place when it is saved", async () => {
    put("a.txt", first);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    const mention = await mentionOf(on, uri, first, "麻建东");
    await annotate(on, uri, { kind: "reject", mention, scope: "mention" });
    const edited = `  \n${first}`;
    on.edit(uri, 2, 0, 0, 0, "  \n");
    await until("the edit is analysed", () => on.highlights.at(-1)?.version === 2);
    expect(painted(on, uri, edited, "official")).not.toContain("麻建东");
    const changed = edited.replace("他强调,要推动", "顾安在座谈中强调指出,要推动");
    const { start: from, end: to } = rangeOf(edited, "他强调,要推动");
    on.edit(uri, 3, from.line, from.character, to.character, "顾安在座谈中强调指出,要推动");
    await until("the second edit is analysed", () => on.highlights.at(-1)?.version === 3);
    const before = stored("a.txt");
    await on.client.sendNotification("textDocument/didSave", { textDocument: { uri } });
    await until("the anchors are brought up to date", () => stored("a.txt") !== before);
    expect(stored("a.txt")).toContain("强调指出");
    expect(painted(on, uri, changed, "official")).not.toContain("麻建东");
    // What was brought up to date is still one's own action.
    expect((await undo(on)).done).toBe(true);
    expect(stored("a.txt")).toBe("");
  });

  it("change the class, the entity, the post and the span", async () => {
    put("a.txt", first);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    const mention = await mentionOf(on, uri, first, "麻建东");
    const to = { entity: "麻健东", role: "副省长(分管工业)", range: rangeOf(first, "副省长麻建东") };
    expect((await annotate(on, uri, { kind: "change", mention, scope: "mention", to })).done).toBe(true);
    expect(await mentionsAt(on, uri, mention.range)).toMatchObject([
      { text: "副省长麻建东", entity: "麻健东", role: "副省长(分管工业)", status: "changed" },
    ]);
    const [changed] = await mentionsAt(on, uri, mention.range);
    if (!changed) throw new Error("it is gone");
    await annotate(on, uri, { kind: "change", mention: changed, scope: "mention", to: { type: "person" } });
    await until("the class has changed", () => painted(on, uri, first, "person").includes("副省长麻建东"));
    expect(
      await annotate(on, uri, { kind: "change", mention, scope: "mention", to: { type: "person" } }),
    ).toMatchObject({ done: false });
  });

  it("for every article reach those that are not open, and the index", async () => {
    put("a.txt", first);
    put("sub/b.txt", second);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    expect(await names(on, "official")).toContain("麻建东");
    const mention = await mentionOf(on, uri, first, "麻建东");
    await annotate(on, uri, { kind: "reject", mention, scope: "workspace" });
    expect(stored("a.txt")).toBe("");
    expect(readFileSync(join(folder, ".tifa/workspace.jsonl"), "utf8")).toContain("麻建东");
    await untilNames(on, "official", (found) => !found.includes("麻建东"));
    await undo(on);
    await untilNames(on, "official", (found) => found.includes("麻建东"));
    await annotate(on, uri, { kind: "mark", range: rangeOf(first, "云帆矩阵"), type: "slogan", scope: "workspace" });
    await until("it is painted", () => painted(on, uri, first, "slogan").includes("云帆矩阵"));
    const articles = () =>
      on.client.sendRequest<corpus.ArticleItem[]>(corpus.articlesRequest, { entityId: "slogan:云帆矩阵" });
    await expect.poll(async () => (await articles()).length, { timeout: 5000 }).toBe(2);
    // From now on the lexicon knows it.
    const other = await open(on, "sub/b.txt", second);
    await until("it is painted in the other", () => painted(on, other, second, "slogan").includes("云帆矩阵"));
  });

  it("survive a restart, and a cache that was written before them", async () => {
    put("a.txt", first);
    put("b.txt", second);
    const storage = join(folder, ".cache");
    const setting = { initializationOptions: { storage } };
    const one = await start(setting);
    const uri = await open(one, "a.txt", first);
    await annotate(one, uri, {
      kind: "reject",
      mention: await mentionOf(one, uri, first, "麻建东"),
      scope: "workspace",
    });
    await annotate(one, uri, { kind: "mark", range: rangeOf(first, "云帆矩阵"), type: "slogan", scope: "workspace" });
    await untilNames(one, "slogan", (found) => found.includes("云帆矩阵"));
    await one.client.sendRequest("shutdown");
    all.length = 0;
    const two = await start(setting);
    expect(await names(two, "official")).not.toContain("麻建东");
    expect(await names(two, "slogan")).toContain("云帆矩阵");
  });

  it("say why they cannot be made", async () => {
    const lone = await connect({ folders: [uriOf("")], host: { files: diskFiles } });
    all.push(lone);
    const outside = "untitled:Untitled-1";
    lone.open(outside, first);
    await until("it is painted", () => lone.highlights.length > 0);
    const mention = { type: "official", range: rangeOf(first, "麻建东") };
    expect((await annotate(lone, outside, { kind: "accept", mention, scope: "mention" })).message).toMatch(
      /open the folder/,
    );
    const web = await connect({ folders: ["vscode-vfs://github/a/b"] });
    all.push(web);
    web.open("vscode-vfs://github/a/b/a.txt", first);
    await until("it is painted", () => web.highlights.length > 0);
    expect(
      (await annotate(web, "vscode-vfs://github/a/b/a.txt", { kind: "accept", mention, scope: "mention" })).message,
    ).toMatch(/not on a disk/);
    put("a.txt", first);
    writeFileSync(join(folder, ".tifa"), "in the way");
    const uri = await open(lone, "a.txt", first);
    const refused = await annotate(lone, uri, { kind: "accept", mention, scope: "mention" });
    expect(refused.done).toBe(false);
    expect(refused.message).toMatch(/a file stands where a folder is needed/);
    expect(await mentionsAt(lone, uri, mention.range)).toMatchObject([{ status: "suggested" }]);
  });
});

describe("what others do in the same folder", () => {
  it("two windows see each other's decisions, and lose none", async () => {
    put("a.txt", first);
    const [one, two] = [await start(), await start()];
    const uri = await open(one, "a.txt", first);
    await open(two, "a.txt", first);
    const mention = await mentionOf(one, uri, first, "麻建东");
    const other = await mentionOf(two, uri, first, "顾安");
    await Promise.all([
      annotate(one, uri, { kind: "accept", mention, scope: "mention" }),
      annotate(two, uri, { kind: "reject", mention: other, scope: "mention" }),
      annotate(one, uri, { kind: "note", range: mention.range, text: "待核 #人事" }),
      annotate(two, uri, { kind: "note", range: other.range, text: "另一窗口" }),
    ]);
    for (const on of [one, two]) {
      await on.client.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: uriOf(".tifa/annotations/a.txt.jsonl"), type: 2 }],
      });
      const statuses = async () =>
        (await Promise.all([mention, other].map(({ range }) => mentionsAt(on, uri, range)))).map(
          ([one]) => one?.status,
        );
      await expect.poll(statuses).toEqual(["accepted", "rejected"]);
      expect((await list(on)).articles[0]?.notes.map(({ text }) => text).sort()).toEqual(["另一窗口", "待核 #人事"]);
    }
    expect(stored("a.txt").trim().split("\n")).toHaveLength(5);
  });

  it("undo leaves alone what somebody else has changed since", async () => {
    put("a.txt", first);
    const [one, two] = [await start(), await start()];
    const uri = await open(one, "a.txt", first);
    await open(two, "a.txt", first);
    await annotate(one, uri, { kind: "note", range: rangeOf(first, "麻建东"), text: "我的" });
    await two.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(".tifa/annotations/a.txt.jsonl"), type: 1 }],
    });
    const notes = () => two.client.sendRequest<annotation.NoteThreadInfo[]>(annotation.notesRequest, { uri });
    await expect.poll(async () => (await notes()).length).toBe(1);
    const note = (await notes())[0]?.first.id ?? "";
    await annotate(two, uri, { kind: "editNote", note, text: "改过的" });
    const undone = await undo(one);
    expect(undone.message).toMatch(/one change was left/);
    expect(stored("a.txt")).toContain("改过的");
  });

  it("an article that is renamed takes its annotations along; one that is gone leaves them waiting", async () => {
    put("a.txt", first);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    await annotate(on, uri, { kind: "note", range: rangeOf(first, "麻建东"), text: "随文走 #人事" });
    on.close(uri);
    mkdirSync(join(folder, "new"));
    renameSync(join(folder, "a.txt"), join(folder, "new/b.txt"));
    await on.client.sendNotification("workspace/didRenameFiles", {
      files: [{ oldUri: uri, newUri: uriOf("new/b.txt") }],
    });
    await expect.poll(() => stored("new/b.txt")).toContain("随文走");
    expect(stored("a.txt")).toBe("");
    expect((await list(on)).articles).toMatchObject([
      { path: "new/b.txt", missing: false, notes: [{ quote: "麻建东" }] },
    ]);
    renameSync(join(folder, "new/b.txt"), join(folder, "c.txt"));
    await on.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("new/b.txt"), type: 3 }],
    });
    await expect.poll(async () => (await list(on)).articles[0]?.missing).toBe(true);
    const moved = await on.client.sendRequest<annotation.AnnotateResult>(annotation.moveAnnotationsRequest, {
      from: uriOf("new/b.txt"),
      to: uriOf("c.txt"),
    });
    expect(moved).toEqual({ done: true, message: "Moved the annotations to c.txt" });
    expect((await list(on)).articles).toMatchObject([{ path: "c.txt", missing: false }]);
  });
});

describe("the workspace's own lexicon", () => {
  it("takes effect as it is saved, in open articles and in the index", async () => {
    put("a.txt", first);
    put("b.txt", second);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    expect(painted(on, uri, first, "slogan")).not.toContain("云帆矩阵");
    put(
      ".tifa/lexicon.yaml",
      "slogans:\n  - term: 云帆矩阵\nclasses:\n  - id: device\n    name: { en: Devices, zh: 器物 }\n    color: '#0072b2'\n    terms: [矩阵]\n",
    );
    await on.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(".tifa/lexicon.yaml"), type: 1 }],
    });
    await until("the slogan is painted", () => painted(on, uri, first, "slogan").includes("云帆矩阵"));
    await until("the class is painted", () => painted(on, uri, first, "device").includes("矩阵"));
    const articles = () =>
      on.client.sendRequest<corpus.ArticleItem[]>(corpus.articlesRequest, { entityId: "slogan:云帆矩阵" });
    await expect.poll(async () => (await articles()).length, { timeout: 5000 }).toBe(2);
    const classes = await on.client.sendRequest<annotation.OwnClassInfo[]>(annotation.ownClassesRequest);
    expect(classes).toEqual([{ id: "device", name: "Devices", color: "#0072b2" }]);
    rmSync(join(folder, ".tifa/lexicon.yaml"));
    await on.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(".tifa/lexicon.yaml"), type: 3 }],
    });
    await until("the class is gone", () => painted(on, uri, first, "device").length === 0);
    await expect.poll(async () => (await articles()).length, { timeout: 5000 }).toBe(0);
  });
});

describe("notes and relations", () => {
  it("are placed, answered, resolved, related, listed by tag, and found again after an edit outside", async () => {
    put("a.txt", first);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    await annotate(on, uri, { kind: "note", range: rangeOf(first, "云帆矩阵"), text: "新提法？#新 #待核" });
    const threads = () => on.client.sendRequest<annotation.NoteThreadInfo[]>(annotation.notesRequest, { uri });
    const [thread] = await threads();
    expect(thread).toMatchObject({
      first: { tags: ["新", "待核"] },
      resolved: false,
      range: rangeOf(first, "云帆矩阵"),
    });
    const note = thread?.first.id ?? "";
    await annotate(on, uri, { kind: "answer", note, text: "首见。" });
    await annotate(on, uri, { kind: "resolveNote", note, resolved: true });
    expect(await threads()).toMatchObject([{ answers: [{ text: "首见。" }], resolved: true }]);
    const [from, to] = [await mentionOf(on, uri, first, "麻建东"), await mentionOf(on, uri, first, "顾安")];
    await annotate(on, uri, { kind: "relate", from, to, type: "陪同" });
    expect(await list(on)).toMatchObject({
      tags: [
        { tag: "待核", count: 1 },
        { tag: "新", count: 1 },
      ],
      relationTypes: ["陪同"],
      articles: [{ path: "a.txt", notes: [{ answers: 1 }], relations: [{ from: "麻建东", to: "顾安" }], orphans: [] }],
    });
    expect((await list(on, ["别的"])).articles).toEqual([]);
    on.close(uri);
    put("a.txt", first.replace("云帆矩阵", "星河矩阵"));
    await on.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    await expect
      .poll(async () => (await list(on)).articles[0]?.orphans.map(({ quote }) => quote))
      .toEqual(["云帆矩阵"]);
    const again = first.replace("云帆矩阵", "星河矩阵");
    on.open(uri, again, 5);
    const id = (await list(on)).articles[0]?.orphans[0]?.id ?? "";
    expect((await annotate(on, uri, { kind: "attach", id, range: rangeOf(again, "星河矩阵") })).done).toBe(true);
    expect(await threads()).toMatchObject([{ range: rangeOf(again, "星河矩阵") }]);
    await annotate(on, uri, { kind: "remove", ids: [id] });
    expect(await threads()).toEqual([]);
    await undo(on);
    expect(await threads()).toMatchObject([{ answers: [{ text: "首见。" }] }]);
  });
});

it("a request that makes no sense is refused in a sentence, and logged", async () => {
  put("a.txt", first);
  const on = await start();
  const uri = await open(on, "a.txt", first);
  const broken = await on.client.sendRequest<annotation.AnnotateResult>(annotation.annotateRequest, {
    uri,
    action: { kind: "accept", mention: null },
  });
  expect(broken).toEqual({ done: false, message: expect.stringContaining("the log") as string });
  expect(on.logged.join("\n")).toContain(annotation.annotateRequest);
  expect(stored("a.txt")).toBe("");
});

describe("a change of span whose words are gone", () => {
  it("is attached to others, and keeps to the mention it changed", async () => {
    put("a.txt", first);
    const on = await start();
    const uri = await open(on, "a.txt", first);
    const mention = await mentionOf(on, uri, first, "麻建东");
    await annotate(on, uri, {
      kind: "change",
      mention,
      scope: "mention",
      to: { range: rangeOf(first, "副省长麻建东") },
    });
    on.close(uri);
    const edited = first.replace("副省长麻建东", "原省长麻建东");
    put("a.txt", edited);
    await on.client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    await expect.poll(async () => (await list(on)).articles[0]?.orphans).toMatchObject([{ end: "to" }]);
    on.open(uri, edited, 7);
    const [orphan] = (await list(on)).articles[0]?.orphans ?? [];
    const range = rangeOf(edited, "原省长麻建东");
    const action = { kind: "attach", id: orphan?.id ?? "", range, end: "to" } as const;
    expect((await annotate(on, uri, action)).done).toBe(true);
    expect(await mentionsAt(on, uri, mention.range)).toMatchObject([{ text: "原省长麻建东", status: "changed" }]);
    expect((await list(on)).articles).toEqual([]);
  });
});

async function untilNames(on: Connected, type: string, holds: (names: string[]) => boolean): Promise<void> {
  await expect.poll(async () => holds(await names(on, type)), { timeout: 5000 }).toBe(true);
}
