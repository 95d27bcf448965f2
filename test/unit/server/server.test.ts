import { afterEach, describe, expect, it } from "vitest";
import { textSpan } from "../../../src/core/text/spans.js";
import {
  type EntityTree,
  type Explanation,
  entityTreeRequest,
  explainRequest,
  type Range,
} from "../../../src/protocol/protocol.js";
import type { Segmenter } from "../../../src/service/ports.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { type Connected, connect, type Setting, until } from "./connected.js";

const uri = "file:///article.txt";
let connected: Connected | undefined;

async function start(setting?: Setting): Promise<Connected> {
  connected = await connect(setting);
  return connected;
}

afterEach(() => {
  connected?.client.dispose();
  connected = undefined;
});

function slice(text: string, { start, end }: Range): string {
  const lines = text.split("\n");
  expect(start.line).toBe(end.line);
  return lines[start.line]?.slice(start.character, end.character) ?? "";
}

function placeOf(text: string, words: string, occurrence: "first" | "last" = "last") {
  const offset = occurrence === "last" ? text.lastIndexOf(words) : text.indexOf(words);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
}

/** A segmenter that makes each character a word and keeps what it was asked. */
function characterSegmenter(asked: string[]): Segmenter {
  return {
    async segment(text) {
      asked.push(text);
      return [...text].map((_, i) => ({ span: textSpan(i, i + 1) }));
    },
  };
}

describe("opening and editing", () => {
  it("sends highlights at once, which map to the words in the file", async () => {
    const server = await start();
    server.open(uri, frontMatterArticle);
    await until("highlights came", () => server.highlights.length > 0);
    const [params] = server.highlights;
    expect(params).toMatchObject({ uri, version: 1 });
    const agencies = params?.ranges.agency?.map((range) => slice(frontMatterArticle, range));
    expect(agencies).toContain("工业和信息化部");
    expect(params?.ranges.slogan?.map((range) => slice(frontMatterArticle, range))).toEqual(
      expect.arrayContaining(["高质量", "发展"]),
    );
    expect(params?.ranges.boilerplate?.length).toBeGreaterThan(0);
  });

  it("analyses edits once they pause, with the last version", async () => {
    const server = await start();
    server.open(uri, plainArticle);
    await until("highlights came", () => server.highlights.length > 0);
    const { line, character } = placeOf(plainArticle, "贺云舟说");
    for (let i = 0; i < 5; i++) server.edit(uri, i + 2, line, character, character, "。");
    await until("the last version came", () => server.highlights.some(({ version }) => version === 6));
    expect(server.highlights.map(({ version }) => version)).toEqual([1, 6]);
  });

  it("answers a hover on the newest text without waiting for the pause", async () => {
    const server = await start();
    server.open(uri, "空\n");
    await until("highlights came", () => server.highlights.length > 0);
    server.edit(uri, 2, 0, 0, 1, plainArticle);
    const hover = await server.client.sendRequest<{ contents: { value: string }; range: Range }>("textDocument/hover", {
      textDocument: { uri },
      position: placeOf(plainArticle, "高质量发展"),
    });
    expect(hover.contents.value).toMatch(/^\*\*高质量发展\*\* · slogan/);
    expect(slice(plainArticle, hover.range)).toBe("高质量发展");
    await until("the edit's highlights came as well", () => server.highlights.some(({ version }) => version === 2));
  });

  it("clears the problems of a document that is closed, and answers nothing about it", async () => {
    const server = await start();
    server.open(uri, "---\ndate: 某日\n---\n<p>正文</p>");
    await until("problems came", () => server.diagnostics.some(({ diagnostics }) => diagnostics.length === 2));
    server.close(uri);
    await until("problems are gone", () => server.diagnostics.at(-1)?.diagnostics.length === 0);
    expect(
      await server.client.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
    expect(await server.client.sendRequest(entityTreeRequest, { uri })).toBeNull();
  });

  it("analyses a document anew that is closed and opened with the same version", async () => {
    const server = await start();
    server.open(uri, "空");
    await until("highlights came", () => server.highlights.length > 0);
    server.close(uri);
    server.open(uri, plainArticle);
    await until("new highlights came", () => server.highlights.length > 1);
    expect(server.highlights[1]?.ranges.official?.length).toBeGreaterThan(0);
  });

  it("leaves a document that is too large alone and says so", async () => {
    const server = await start({ configuration: () => ({ maxFileSize: 0.001 }) });
    server.open(uri, `${plainArticle}${"正文。".repeat(500)}`);
    await until("it was told", () =>
      server.diagnostics.some(({ diagnostics }) => diagnostics[0]?.code === "too-large"),
    );
    expect(server.diagnostics.at(-1)?.diagnostics[0]?.message).toContain("tifa.maxFileSize");
    expect(await server.client.sendRequest("textDocument/foldingRange", { textDocument: { uri } })).toBeNull();
  });
});

describe("requests", () => {
  it("answers all that the editor asks about an article", async () => {
    const server = await start({ initializationOptions: { locale: "zh-cn", lexicon: "", segmenter: false } });
    const textDocument = { uri };
    server.open(uri, frontMatterArticle);
    const text = frontMatterArticle;

    const symbols = await server.client.sendRequest<{ name: string }[]>("textDocument/documentSymbol", {
      textDocument,
    });
    expect(symbols.map(({ name }) => name)).toEqual(expect.arrayContaining(["一、主要任务", "日期"]));

    const folds = await server.client.sendRequest<{ startLine: number; endLine: number }[]>(
      "textDocument/foldingRange",
      { textDocument },
    );
    expect(folds[0]).toMatchObject({ startLine: 1, endLine: 7, kind: "region" });
    expect(folds).toHaveLength(2);

    const same = await server.client.sendRequest<{ range: Range }[]>("textDocument/documentHighlight", {
      textDocument,
      position: placeOf(text, "工业和信息化部"),
    });
    expect(same.map(({ range }) => slice(text, range))).toEqual(["工业和信息化部", "工业和信息化部", "工业和信息化部"]);

    const tree = await server.client.sendRequest<EntityTree>(entityTreeRequest, { uri });
    expect(tree).toMatchObject({ uri, version: 1, form: "front-matter" });
    const agency = tree.groups
      .find(({ type }) => type === "agency")
      ?.entities.find(({ name }) => name === "工业和信息化部");
    expect(agency?.mentions.map(({ range }) => slice(text, range))).toEqual([
      "工业和信息化部",
      "工业和信息化部",
      "工业和信息化部",
    ]);

    const explanations = await server.client.sendRequest<Explanation[]>(explainRequest, {
      uri,
      position: placeOf(text, "冉一帆"),
    });
    expect(explanations[0]).toMatchObject({ outcome: "marked", rule: "credit-editor", text: "冉一帆" });

    const hover = await server.client.sendRequest<{ contents: { value: string } }>("textDocument/hover", {
      textDocument,
      position: placeOf(text, "冉一帆"),
    });
    expect(hover.contents.value).toContain("署名");
  });

  it("gives semantic tokens that end before their line does", async () => {
    const text =
      "---\ntitle: 国家市场监管总局推动高质量\n  发展\n---\n<p>国家市场监管总局召开会议，推动高质量发展。</p>\n";
    const server = await start();
    server.open(uri, text);
    const { data } = await server.client.sendRequest<{ data: number[] }>("textDocument/semanticTokens/full", {
      textDocument: { uri },
    });
    const lines = text.split("\n");
    let line = 0;
    let character = 0;
    const words: string[] = [];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0] = data.slice(i, i + 3);
      line += down;
      character = down > 0 ? right : character + right;
      const word = lines[line]?.slice(character, character + length) ?? "";
      expect(word).toHaveLength(length);
      words.push(word);
    }
    expect(words).toContain("国家市场监管总局");
    expect(words).toContain("高质量发展");
  });

  it("answers with nothing about a document it does not know, or a place that is not there", async () => {
    const server = await start();
    server.open(uri, plainArticle);
    const nowhere = { line: 9999, character: 9999 };
    expect(
      await server.client.sendRequest("textDocument/documentSymbol", { textDocument: { uri: "file:///other" } }),
    ).toEqual([]);
    expect(
      await server.client.sendRequest("textDocument/hover", { textDocument: { uri }, position: nowhere }),
    ).toBeNull();
    expect(await server.client.sendRequest(explainRequest, { uri, position: nowhere })).toEqual([]);
  });

  it("logs what fails with the document, answers with nothing and goes on", async () => {
    const server = await start();
    server.open(uri, plainArticle);
    await until("highlights came", () => server.highlights.length > 0);
    expect(await server.client.sendRequest("textDocument/hover", { textDocument: { uri }, position: null })).toBeNull();
    await until("it was logged", () => server.logged.some((line) => line.includes(`hover ${uri}: `)));
    expect(await server.client.sendRequest("textDocument/foldingRange", { textDocument: { uri } })).not.toEqual([]);
  });
});

describe("word segmentation", () => {
  it("is asked only after the first highlights, then each open document once more", async () => {
    const asked: string[] = [];
    let sentBefore = -1;
    const server: Connected = await start({
      host: {
        createSegmenter: () => {
          const { segment } = characterSegmenter(asked);
          return {
            async segment(text) {
              // What was sent before takes a moment to arrive; the sharper highlights wait for these words.
              if (sentBefore < 0) await new Promise((resolve) => setTimeout(resolve, 100));
              if (sentBefore < 0) sentBefore = server.highlights.length;
              return segment(text);
            },
          };
        },
      },
    });
    server.open(uri, plainArticle);
    server.open("file:///second.txt", frontMatterArticle);
    await until("both came twice", () => server.highlights.length === 4 && server.statuses.length === 1);
    expect(sentBefore).toBeGreaterThan(0);
    expect(sentBefore).toBeLessThan(3);
    expect(asked).toHaveLength(2);
    expect(server.statuses).toEqual([{ status: "ready" }]);
    expect(server.highlights.map(({ uri: sent }) => sent).sort()).toEqual(
      [uri, uri, "file:///second.txt", "file:///second.txt"].sort(),
    );
  });

  it("is waited for once it is there: an edit is painted one time", async () => {
    const asked: string[] = [];
    const server = await start({ host: { createSegmenter: () => characterSegmenter(asked) } });
    server.open(uri, plainArticle);
    await until("both passes came", () => server.highlights.length === 2);
    server.edit(uri, 2, 0, 0, 0, "今日");
    await until("the edit came", () => server.highlights.length === 3 && asked.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(server.highlights.map(({ version }) => version)).toEqual([1, 1, 2]);
  });

  it("is told to be absent once, with the reason, and recognition goes on", async () => {
    const server = await start();
    server.open(uri, plainArticle);
    await until("the failure was told", () => server.statuses.length > 0);
    server.open("file:///second.txt", plainArticle);
    await until("the second was analysed", () => server.highlights.some(({ uri: sent }) => sent !== uri));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.statuses).toEqual([{ status: "absent", detail: "nodejieba cannot be loaded (not here)" }]);
    expect(server.logged.filter((line) => line.includes("nodejieba"))).toHaveLength(1);
  });

  it("is not loaded where the client does not want it", async () => {
    let made = 0;
    const server = await start({
      initializationOptions: { segmenter: false },
      host: {
        createSegmenter: () => {
          made++;
          return characterSegmenter([]);
        },
      },
    });
    server.open(uri, plainArticle);
    await until("highlights came", () => server.highlights.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([made, server.statuses.length]).toEqual([0, 0]);
  });
});

describe("settings and failures", () => {
  it("hides problems when asked to, and shows them again", async () => {
    let problems = false;
    const server = await start({ configuration: () => ({ problems }) });
    server.open(uri, "---\ndate: 某日\n---\n<p>正文</p>");
    await until("the settings were read", () => server.diagnostics.at(-1)?.diagnostics.length === 0);
    problems = true;
    await server.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await until("problems came", () => server.diagnostics.at(-1)?.diagnostics.length === 2);
    expect(server.diagnostics.at(-1)?.diagnostics.map(({ severity }) => severity)).toEqual([3, 3]);
  });

  it("takes the defaults for settings that make no sense", async () => {
    const server = await start({ configuration: () => ({ problems: "maybe", maxFileSize: "huge" }) });
    server.open(uri, "---\ndate: 某日\n---\n<p>正文</p>");
    await until("problems came", () => server.diagnostics.at(-1)?.diagnostics.length === 2);
  });

  it("tells of a lexicon that cannot be read, in the reader's language, and answers with nothing", async () => {
    const server = await start({
      locale: "zh-cn",
      host: { readLexicon: () => Promise.reject(new Error("The lexicon /x.json cannot be read")) },
    });
    await until("it was told", () => server.messages.length > 0);
    expect(server.messages).toEqual([
      "无法读取 Tifa 的词库，因此无法识别任何内容；请重新安装扩展。The lexicon /x.json cannot be read",
    ]);
    server.open(uri, plainArticle);
    expect(
      await server.client.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
    await server.client.sendRequest("shutdown");
  });
});
