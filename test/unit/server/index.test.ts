import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Location, SymbolInformation } from "vscode-languageserver";
import { canonicalUri } from "../../../src/core/text/uris.js";
import { diskFiles } from "../../../src/node/workspace-files.js";
import * as protocol from "../../../src/protocol/corpus.js";
import { plainArticle } from "../corpus/support.js";
import { realLexicon } from "../support/real-lexicon.js";
import { type Connected, connect, type Setting, until } from "./connected.js";

let folder = "";
let connected: Connected | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-index-"));
});

afterEach(async () => {
  await connected?.client.sendRequest("shutdown");
  connected = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const sources = {
  "2021/a.txt": plainArticle({
    title: "顾安在宁川调研能源项目",
    day: "2021-11-18",
    body: ["11月17日,澜江省委常委、常务副省长顾安到宁川市调研。他强调,要推动高质量发展。副省长麻建东参加调研。"],
  }),
  "2022/b.txt": plainArticle({
    title: "林牧川顾安与国家能源局会谈",
    day: "2022-06-10",
    source: "时政观察",
    body: [
      "6月9日,澜江省委书记林牧川,省委副书记、省长顾安在北京与国家能源局局长安定举行会谈,围绕高质量发展交换意见。希望国家能源局加强指导。安定表示,将给予支持。",
    ],
  }),
  "2023/c.txt": plainArticle({
    title: "澜江省委部署能源工作",
    day: "2023-02-08",
    body: ["2月7日,澜江省委召开会议,省委书记林牧川讲话,强调以高质量发展的成效惠及群众。原省长顾安到会。"],
  }),
} as const;

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return uriOf(name);
}

function uriOf(name: string): string {
  return canonicalUri(pathToFileURL(join(folder, name)).href);
}

async function start(setting: Setting = {}): Promise<Connected> {
  connected = await connect({ folders: [uriOf("")], host: { files: diskFiles }, ...setting });
  await ready(connected);
  return connected;
}

const ready = (on: Connected) => until("the index is ready", () => on.index.at(-1)?.state === "ready");

/** Waits until the index holds as many articles and is at rest. */
const holds = (on: Connected, articles: number) =>
  until(`the index holds ${articles} articles`, () => {
    const last = on.index.at(-1);
    return last?.state === "ready" && last.articles === articles;
  });

const articles = (on: Connected, params: protocol.ArticlesParams = {}): Promise<protocol.ArticleItem[]> =>
  on.client.sendRequest(protocol.articlesRequest, params);
const uris = async (on: Connected, params: protocol.ArticlesParams = {}) =>
  (await articles(on, params)).map(({ uri }) => uri);
const watched = (on: Connected, ...changes: readonly (readonly [uri: string, type: 1 | 2 | 3])[]) =>
  on.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });
const positionOf = (text: string, words: string) => {
  const before = text.slice(0, text.indexOf(words)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
const textAt = (source: string, { range: { start, end } }: { readonly range: protocol.Place["range"] }) =>
  source.split("\n")[start.line]?.slice(start.character, end.character);

function putAll(): string[] {
  return Object.entries(sources).map(([name, source]) => put(name, source));
}

describe("the index", () => {
  it("reads the workspace's articles and nothing else, in order of date", async () => {
    const [a, b, c] = putAll();
    put("notes.md", "# 笔记\n\n这不是一篇文章。\n");
    put("node_modules/x.txt", sources["2021/a.txt"]);
    put(".hidden/x.txt", sources["2021/a.txt"]);
    const on = await start();
    expect(await uris(on)).toEqual([c, b, a]);
    expect((await articles(on))[1]).toMatchObject({ title: "林牧川顾安与国家能源局会谈", day: "2022-06-10" });
    expect(on.index.at(-1)).toMatchObject({ state: "ready", articles: 3 });
    expect(on.index.at(-1)?.entities.official).toBeGreaterThanOrEqual(4);
    expect(on.registered).toContain("workspace/didChangeWatchedFiles");
  });

  it("leaves out what files.exclude says, and takes it in when the setting changes", async () => {
    const [a, b, c] = putAll();
    let exclude: unknown = { "**/2022": true, "2023/**": true, "**/2021": false };
    const on = await start({ exclude: () => exclude });
    expect(await uris(on)).toEqual([a]);
    exclude = { "2021/*.{txt,md}": true };
    await on.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await holds(on, 2);
    expect(await uris(on)).toEqual([c, b]);
  });

  it("reads several folders, one that is added, and lets go of one that is removed", async () => {
    const [a, b, c] = putAll();
    const on = await start({ folders: [uriOf("2021"), uriOf("2022")] });
    expect(await uris(on)).toEqual([b, a]);
    await on.client.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: uriOf("2023"), name: "c" }], removed: [{ uri: uriOf("2021"), name: "a" }] },
    });
    await until("the folders are others", () => on.index.at(-1)?.state === "ready" && on.index.length > 1);
    await expect.poll(() => uris(on)).toEqual([c, b]);
  });

  it("reads GB18030, with positions of the decoded text", async () => {
    const fixture = new URL("../../fixtures/samples/05-charging-network.gb18030.txt", import.meta.url);
    const uri = put("gb.txt", readFileSync(fixture));
    const text = new TextDecoder("gb18030").decode(readFileSync(fixture));
    const on = await start();
    const [article] = await articles(on);
    expect(article?.uri).toBe(uri);
    expect(text).toContain(article?.title);
    const people: protocol.EntityItem[] = await on.client.sendRequest(protocol.entitiesRequest, { type: "official" });
    const found = await articles(on, { entityId: people[0]?.id ?? "" });
    const place = found[0]?.place;
    expect(people.length).toBeGreaterThan(0);
    expect(place && textAt(text, place)).toBe(people[0]?.name);
  });

  it("lets the text of an open document win over its file, until it is closed", async () => {
    const [a] = putAll();
    const on = await start();
    if (!a) throw new Error("no article");
    const other = sources["2021/a.txt"].replace("顾安在宁川", "顾安在海塘").replaceAll("麻建东", "凌霄云");
    on.open(a, other);
    await expect.poll(async () => (await articles(on, { filter: "凌霄云" })).map(({ uri }) => uri)).toEqual([a]);
    put("2021/a.txt", sources["2021/a.txt"].replace("顾安在宁川", "顾安在远山"));
    await watched(on, [a, 2]);
    await expect.poll(async () => (await articles(on)).at(-1)?.title).toBe("顾安在海塘调研能源项目");
    on.close(a);
    await expect.poll(async () => (await articles(on)).at(-1)?.title).toBe("顾安在远山调研能源项目");
    expect(await uris(on, { filter: "凌霄云" })).toEqual([]);
  });
});

describe("long work", () => {
  it("is shown and can be cancelled; changes are followed all the same", async () => {
    for (let i = 0; i < 60; i++) put(`${i}.txt`, sources["2021/a.txt"]);
    const slow = {
      ...diskFiles,
      read: async (...given: Parameters<typeof diskFiles.read>) => {
        await new Promise((resolve) => setTimeout(resolve, 40));
        return diskFiles.read(...given);
      },
    };
    connected = await connect({ folders: [uriOf("")], host: { files: slow } });
    const on = connected;
    await until("progress is shown", () => on.progressTokens.length === 1 && on.progress.includes("begin"));
    expect(on.index.at(-1)?.state).toBe("indexing");
    await on.client.sendNotification("window/workDoneProgress/cancel", { token: on.progressTokens[0] });
    await until("it stopped", () => on.index.at(-1)?.state === "stopped");
    await until("progress ended", () => on.progress.at(-1) === "end");
    const read = on.index.at(-1)?.articles ?? 0;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(60);
    const made = put("new.txt", sources["2023/c.txt"]);
    await watched(on, [made, 1]);
    await expect.poll(() => uris(on)).toContain(made);
    expect(await uris(on)).toHaveLength(read + 1);
  });

  it("is not shown where it is short", async () => {
    putAll();
    expect((await start()).progress).toEqual([]);
  });

  it("does not keep a hover waiting", async () => {
    for (let i = 0; i < 200; i++) put(`${i}.txt`, sources["2022/b.txt"]);
    connected = await connect({ folders: [uriOf("")], host: { files: diskFiles } });
    const on = connected;
    const source = sources["2022/b.txt"];
    on.open(uriOf("0.txt"), source);
    await until("it is at work", () => on.index.at(-1)?.state === "indexing");
    const before = on.index.at(-1)?.articles ?? 0;
    const params = { textDocument: { uri: uriOf("0.txt") }, position: positionOf(source, "顾安在北京") };
    const hover: { contents: { value: string } } = await on.client.sendRequest("textDocument/hover", params);
    expect(hover.contents.value).toContain("顾安");
    expect(before).toBeLessThan(200);
    expect(on.index.at(-1)?.state).toBe("indexing");
    await holds(on, 200);
  });
});

describe("changes of files", () => {
  it("are followed: made, changed, deleted, files and folders", async () => {
    const [a, b, c] = putAll();
    const on = await start();
    const made = put("2024/deep/d.txt", sources["2023/c.txt"].replaceAll("2023-02-08", "2024-02-08"));
    await watched(on, [uriOf("2024"), 1]);
    await holds(on, 4);
    expect((await uris(on))[0]).toBe(made);
    put("2021/a.txt", sources["2021/a.txt"].replace("顾安在宁川", "顾安在远山"));
    await watched(on, [a ?? "", 2]);
    await expect.poll(async () => (await articles(on)).at(-1)?.title).toBe("顾安在远山调研能源项目");
    rmSync(join(folder, "2022"), { recursive: true });
    await watched(on, [uriOf("2022"), 3]);
    await holds(on, 3);
    put("2021/a.txt", "不再是文章了。\n");
    await watched(on, [a ?? "", 2]);
    await holds(on, 2);
    expect(await uris(on)).toEqual([made, c]);
    expect(await uris(on)).not.toContain(b);
  });

  it("follow a renamed folder at once, positions too", async () => {
    putAll();
    const on = await start();
    renameSync(join(folder, "2022"), join(folder, "旧 稿"));
    await on.client.sendNotification("workspace/didRenameFiles", {
      files: [{ oldUri: uriOf("2022"), newUri: uriOf("旧 稿") }],
    });
    const [moved] = await uris(on, { filter: "时政观察" });
    expect(moved).toBe(uriOf("旧 稿/b.txt"));
    const found = await articles(on, { entityId: "official:林牧川", filter: "时政观察" });
    expect(found[0]?.place && textAt(sources["2022/b.txt"], found[0].place)).toBe("林牧川");
    await ready(on);
    expect(await uris(on)).toHaveLength(3);
  });

  it("are right after hundreds at once, as when a branch is changed", async () => {
    const name = (i: number) => `all/${i % 7}/${i}.txt`;
    const text = (i: number, branch: string) =>
      plainArticle({
        title: `${branch}能源工作第${i}次会议`,
        day: `2022-0${(i % 9) + 1}-10`,
        body: ["6月9日,澜江省委书记林牧川在北京与国家能源局局长安定举行会谈,围绕高质量发展交换意见,推动合作。"],
      });
    for (let i = 0; i < 300; i++) put(name(i), text(i, "澜江"));
    const on = await start();
    await holds(on, 300);
    const changes: [string, 1 | 2 | 3][] = [];
    for (let i = 0; i < 100; i++) {
      rmSync(join(folder, name(i)));
      changes.push([uriOf(name(i)), 3]);
    }
    for (let i = 100; i < 200; i++) changes.push([put(name(i), text(i, "海塘")), 2]);
    for (let i = 300; i < 400; i++) changes.push([put(name(i), text(i, "海塘")), 1]);
    await watched(on, ...changes);
    // In the middle of it, ten more go and come back.
    for (let i = 200; i < 210; i++) rmSync(join(folder, name(i)));
    await watched(
      on,
      ...changes.slice(0, 3),
      ...Array.from({ length: 10 }, (_, i) => [uriOf(name(200 + i)), 3] as const),
    );
    await expect.poll(async () => (await articles(on)).length, { timeout: 20_000 }).toBe(290);
    await expect.poll(async () => (await articles(on, { filter: "海塘" })).length, { timeout: 20_000 }).toBe(200);
    const expected = [...Array(400).keys()].filter((i) => i >= 100 && (i < 200 || i >= 210)).map((i) => uriOf(name(i)));
    expect((await uris(on)).sort()).toEqual(expected.sort());
  });
});

describe("the cache", () => {
  const storage = () => join(folder, ".cache");
  const pages = () => readdirSync(storage()).map((name) => join(storage(), name));
  const withCache = (): Setting => ({ initializationOptions: { storage: storage() } });

  async function warm(): Promise<{ on: Connected; read: string[] }> {
    const read: string[] = [];
    const files = {
      ...diskFiles,
      openCache: (...given: Parameters<typeof diskFiles.openCache>) => {
        const cache = diskFiles.openCache(...given);
        return {
          load: cache.load.bind(cache),
          flush: cache.flush.bind(cache),
          add: (key: string, text: string) => {
            read.push(key);
            return cache.add(key, text);
          },
        };
      },
    };
    return { on: await start({ ...withCache(), host: { files } }), read };
  }

  async function stop(): Promise<void> {
    await connected?.client.sendRequest("shutdown");
    connected = undefined;
  }

  it("gives a second start what the first one read; what changed meanwhile is read anew", async () => {
    const [a, b, c] = putAll();
    const on = await start(withCache());
    const before = await articles(on);
    const symbols: SymbolInformation[] = await on.client.sendRequest("workspace/symbol", { query: "顾安" });
    await stop();
    const second = await warm();
    expect(second.read).toEqual([]);
    expect(await articles(second.on)).toEqual(before);
    expect(await second.on.client.sendRequest("workspace/symbol", { query: "顾安" })).toEqual(symbols);
    await stop();
    put("2022/b.txt", sources["2022/b.txt"].replaceAll("安定", "逄海涛"));
    const third = await warm();
    expect(third.read).toHaveLength(1);
    expect(await uris(third.on, { filter: "逄海涛" })).toEqual([b]);
    expect(await uris(third.on)).toEqual([c, b, a]);
  });

  it("is of one lexicon: another one's entries are not taken", async () => {
    putAll();
    await start(withCache());
    await stop();
    const other = { ...realLexicon().data, version: "another" };
    const read: string[] = [];
    const on = await start({
      ...withCache(),
      host: {
        readLexicon: async () => other,
        files: {
          ...diskFiles,
          openCache: (...given) => {
            const cache = diskFiles.openCache(...given);
            return {
              ...cache,
              load: cache.load.bind(cache),
              flush: async () => {},
              add: async (key) => void read.push(key),
            };
          },
        },
      },
    });
    expect(await uris(on)).toHaveLength(3);
    expect(read).toHaveLength(3);
  });

  it.each([
    ["cut short", (path: string) => truncateSync(path, Math.floor(readFileSync(path).length * 0.6))],
    ["overwritten", (path: string) => writeFileSync(path, new Uint8Array(5000).fill(7))],
    ["emptied", (path: string) => truncateSync(path, 0)],
    [
      "with a letter changed",
      (path: string) => writeFileSync(path, readFileSync(path, "utf8").replace("林牧川", "林牧用")),
    ],
    ["with rubbish behind", (path: string) => appendFileSync(path, "half a li")],
  ])("is rebuilt when a page is %s", async (_, damage) => {
    putAll();
    const before = await articles(await start(withCache()));
    await stop();
    for (const page of pages()) damage(page);
    const { on } = await warm();
    expect(await articles(on)).toEqual(before);
    expect(on.messages).toEqual([]);
    await stop();
    const again = await warm();
    expect(again.read).toEqual([]);
    expect(await articles(again.on)).toEqual(before);
  });

  it("survives a process that was killed while it wrote", async () => {
    putAll();
    const before = await articles(await start(withCache()));
    await stop();
    writeFileSync(join(storage(), "killed-1-0.page.tmp"), readFileSync(pages()[0] ?? "").subarray(0, 300));
    const { on, read } = await warm();
    expect(await articles(on)).toEqual(before);
    expect(read).toEqual([]);
    expect(pages().filter((path) => path.endsWith(".tmp"))).toEqual([]);
  });
});

describe("across articles", () => {
  it("references, definition, symbols and the hover lead through all of them", async () => {
    const [a, b, c] = putAll();
    const on = await start();
    const source = sources["2022/b.txt"];
    if (!a || !b) throw new Error("no articles");
    on.open(b, source);
    const at = { textDocument: { uri: b }, position: positionOf(source, "顾安在北京") };
    const references: Location[] = await on.client.sendRequest("textDocument/references", {
      ...at,
      context: { includeDeclaration: true },
    });
    const byUri = new Map([a, b, c].map((uri, i) => [uri, Object.values(sources)[i] ?? ""]));
    expect(new Set(references.map(({ uri }) => uri))).toEqual(new Set([a, b, c]));
    for (const place of references) expect(textAt(byUri.get(place.uri) ?? "", place)).toBe("顾安");
    const definition: Location = await on.client.sendRequest("textDocument/definition", at);
    expect(definition.uri).toBe(a);
    expect(definition.range.start).toEqual(positionOf(sources["2021/a.txt"], "顾安到"));
    const symbols: SymbolInformation[] = await on.client.sendRequest("workspace/symbol", { query: "能源局" });
    expect(symbols.map(({ name }) => name)).toContain("国家能源局");
    const hover: { contents: { value: string } } = await on.client.sendRequest("textDocument/hover", at);
    expect(hover.contents.value).toContain("常务副省长 \\(2021\\)");
    expect(hover.contents.value).toContain("3 articles\\, 2021\\-11\\-18 – 2023\\-02\\-08");
  });

  it("the requests of the views are answered with places in the files", async () => {
    const [a, b, c] = putAll();
    const on = await start();
    const source = sources["2022/b.txt"];
    if (!a || !b || !c) throw new Error("no articles");
    on.open(b, source);
    const at = { uri: b, position: positionOf(source, "顾安在北京") };
    expect(await on.client.sendRequest(protocol.entityAtRequest, at)).toEqual({
      entityId: "official:顾安",
      type: "official",
      name: "顾安",
    });
    const next: protocol.ArticleWithEntity = await on.client.sendRequest(protocol.articleWithEntityRequest, {
      ...at,
      direction: "next",
    });
    expect([next.uri, textAt(sources["2023/c.txt"], next)]).toEqual([c, "顾安"]);
    const meetings: protocol.MeetingItem[] = await on.client.sendRequest(protocol.meetingsRequest, { uri: b });
    expect(meetings[0]?.guests.map((party) => [party.name, textAt(source, party)])).toEqual([["安定", "安定"]]);
    const statement = meetings[0]?.statements.find(({ kind }) => kind === "ask");
    expect(statement && textAt(source, statement)).toContain("希望");
    const profile: protocol.Profile = await on.client.sendRequest(protocol.profileRequest, at);
    expect(profile).toMatchObject({ type: "official", name: "顾安", articleCount: 3 });
    if (profile.type !== "official") throw new Error("not an official");
    expect(profile.posts.map(({ words, years, first }) => [words, years, first.uri])).toContainEqual([
      "省长",
      "2022",
      b,
    ]);
    expect(profile.meetings[0]?.reports[0]?.uri).toBe(b);
    const slogan: protocol.Profile = await on.client.sendRequest(protocol.profileRequest, {
      entityId: "slogan:高质量发展",
      unit: "year",
    });
    if (slogan.type !== "slogan") throw new Error("not a slogan");
    expect(slogan.points.map(({ period, articles: count }) => [period, count])).toEqual([
      ["2021", 1],
      ["2022", 1],
      ["2023", 1],
    ]);
    expect(slogan.entry?.meaning).not.toBe("");
    const comparison: protocol.Comparison = await on.client.sendRequest(protocol.compareRequest, {
      before: a,
      after: b,
    });
    const governor = comparison.people.find(({ name }) => name === "顾安");
    expect(governor?.placeAfter && textAt(source, governor.placeAfter)).toBe("顾安");
    const trends: protocol.Trends = await on.client.sendRequest(protocol.trendsRequest, {
      unit: "year",
      before: { to: "2021-12-31" },
      after: { from: "2022-01-01" },
    });
    expect(trends.table.periods).toEqual(["2021", "2022", "2023"]);
    expect(trends.change?.stayed.map(({ name }) => name)).toContain("高质量发展");
  });

  it("holds the open documents alone where files cannot be read", async () => {
    connected = await connect();
    const on = connected;
    on.open("file:///x.txt", sources["2021/a.txt"]);
    await expect.poll(() => uris(on)).toEqual(["file:///x.txt"]);
    on.close("file:///x.txt");
    await expect.poll(() => uris(on)).toEqual([]);
  });
});
