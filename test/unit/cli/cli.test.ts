import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonArticle } from "../../../src/cli/json-format.js";
import { textSpan } from "../../../src/core/text/spans.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { run } from "./run.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const records = (out: string): JsonArticle[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as JsonArticle);

describe("annotate --format jsonl", () => {
  it("prints one object a file, whose offsets hold the mentions", async () => {
    const path = put("a.txt", frontMatterArticle);
    const { code, out, err } = await run(["annotate", "--format", "jsonl", path]);
    expect([code, err]).toEqual([0, ""]);
    const [record] = records(out);
    expect(record).toMatchObject({
      path,
      form: "front-matter",
      title: "林牧川赴京拜会工业和信息化部 推动高质量发展",
      date: "2023-03-16T01:12:08.000Z",
      problems: [],
    });
    const types = new Set(record?.mentions.map(({ type }) => type));
    for (const type of ["official", "agency", "slogan", "byline"]) expect(types).toContain(type);
    for (const { start, end, text } of record?.mentions ?? []) {
      expect(
        frontMatterArticle
          .slice(start, end)
          .replace(/<[^>]*>/g, "")
          .replace("&amp;", "&"),
      ).toBe(text);
    }
    const cut = record?.mentions.filter(({ text }) => text === "高质量发展").at(-1);
    expect(cut && frontMatterArticle.slice(cut.start, cut.end)).toBe('高质量<a href="#">发展');
    expect(record?.mentions.find(({ text }) => text === "冉一帆")).toMatchObject({
      type: "byline",
      entity: "byline:冉一帆",
      rule: "credit-editor",
    });
    expect(record?.mentions.find(({ text }) => text === "高明")?.role).toBe("工业和信息化部部长");
  });

  it("leaves candidates out unless they are asked for", async () => {
    const path = put(
      "a.txt",
      "一条很长的新闻标题在这里\n2023-03-14 10:00\n\n会上，大家谈到了“甲乙丙丁”，有人认为值得总结，也有人表示需要再观察一段时间。\n",
    );
    const without = records((await run(["annotate", "--format", "jsonl", path])).out)[0];
    const [record] = records((await run(["annotate", "--format", "jsonl", "--candidates", path])).out);
    expect(without?.mentions.map(({ text }) => text)).not.toContain("甲乙丙丁");
    expect(record?.mentions.find(({ text }) => text === "甲乙丙丁")).toMatchObject({ type: "slogan", candidate: true });
  });

  it("counts offsets in the decoded text, without a BOM, in any encoding", async () => {
    const utf16 = new Uint8Array(2 + plainArticle.length * 2);
    const view = new DataView(utf16.buffer);
    view.setUint16(0, 0xfeff, true);
    for (let i = 0; i < plainArticle.length; i++) view.setUint16(2 + i * 2, plainArticle.charCodeAt(i), true);
    const paths = [put("plain.txt", plainArticle), put("bom.txt", `\uFEFF${plainArticle}`), put("utf16.txt", utf16)];
    const [plain, ...others] = records((await run(["annotate", "--format", "jsonl", ...paths])).out);
    expect(plain?.mentions.length).toBeGreaterThan(5);
    for (const other of others) expect(other.mentions).toEqual(plain?.mentions);
  });

  it("reads GB18030", async () => {
    // 一条新闻标题在这里 / 2023-03-14 / 国家能源局召开会议，推动高质量发展，有关负责同志参加会议并讲话。
    const hex =
      "d2bbccf5d0c2cec5b1eacce2d4dad5e2c0ef0a323032332d30332d31340a0ab9fabcd2c4dcd4b4bed6d5d9bfaabbe1d2e9a3accdc6b6afb8dfd6cac1bfb7a2d5b9a3acd3d0b9d8b8bad4f0cdacd6beb2cebcd3bbe1d2e9b2a2bdb2bbb0a1a30a";
    const path = put(
      "gbk.txt",
      Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    );
    const [record] = records((await run(["annotate", "--format", "jsonl", path])).out);
    expect(record?.title).toBe("一条新闻标题在这里");
    expect(record?.mentions.map(({ text }) => text)).toEqual(["国家能源局", "高质量发展"]);
  });

  it("tells what is wrong with a file in its problems, with the place", async () => {
    const path = put("a.txt", "---\ndate: 某日\n---\n<p>正文</p>");
    const [record] = records((await run(["annotate", "--format", "jsonl", path])).out);
    expect(record?.problems).toEqual([
      { code: "front-matter-missing-title", start: 0, end: 3, message: expect.stringContaining("title") },
      { code: "date-unreadable", start: 10, end: 12, message: expect.stringContaining("date") },
    ]);
    expect(record).toMatchObject({ title: null, date: null });
  });
});

describe("annotate", () => {
  it("walks folders, and names what cannot be read while the others still print", async () => {
    put("articles/1.txt", plainArticle);
    put("articles/sub/2.md", frontMatterArticle);
    put("articles/node_modules/3.txt", plainArticle);
    const missing = join(folder, "missing.txt");
    const { code, out, err } = await run(["annotate", "--format", "jsonl", missing, join(folder, "articles")]);
    expect(records(out).map(({ path }) => path)).toEqual([
      join(folder, "articles/1.txt"),
      join(folder, "articles/sub/2.md"),
    ]);
    expect([code, err]).toEqual([1, `${missing} could not be read: there is no such file or folder.\n`]);
  });

  it("gives its reasons in the reader's language", async () => {
    const path = join(folder, "missing.txt");
    expect((await run(["annotate", path], { env: { LANG: "zh_CN.UTF-8" } })).err).toBe(
      `无法读取 ${path}：没有这个文件或文件夹。\n`,
    );
  });

  it("says that a folder holds no article", async () => {
    const { code, out, err } = await run(["annotate", folder]);
    expect([code, out]).toEqual([0, ""]);
    expect(err).toBe(`${folder} holds no article file (.txt .md .html .htm .policy).\n`);
  });

  it("prints a text to read: mentions between marks, a legend, a table per class", async () => {
    const { out } = await run(["annotate", put("a.txt", frontMatterArticle)]);
    expect(out).toContain(
      "3月14日，{省委}书记[林牧川]在北京与{工业和信息化部}部长[高明]举行会谈，贯彻<新发展理念>，推动<高质量发展>。",
    );
    expect(out).toContain("责任编辑：(冉一帆)");
    expect(out).toContain("Marks: [official]  {agency}  <slogan>  (byline)");
    expect(out).toMatch(/official \(\d\)\n {3}3 {2}林牧川 {2}省委书记/);
    expect(out).not.toContain("\u001B");
    expect(out).not.toContain("color: red");
  });

  it("speaks Chinese where the environment or --lang does", async () => {
    const path = put("a.txt", frontMatterArticle);
    expect((await run(["annotate", path], { env: { LANG: "zh_CN.UTF-8" } })).out).toContain("图例: [官员]");
    expect((await run(["annotate", "--lang", "zh", path])).out).toContain("官员 (");
  });

  it("colours on a terminal, on --color, and not where NO_COLOR is set", async () => {
    const path = put("a.txt", plainArticle);
    const official = "\u001B[1;31m贺云舟\u001B[0m";
    const coloured = async (argv: string[], terminal: boolean, env = {}) =>
      (await run(["annotate", ...argv, path], { terminal: [terminal, false], env })).out.includes(official);
    expect(await coloured([], true)).toBe(true);
    expect(await coloured([], false)).toBe(false);
    expect(await coloured(["--color"], false)).toBe(true);
    expect(await coloured(["--no-color"], true)).toBe(false);
    expect(await coloured([], true, { NO_COLOR: "1" })).toBe(false);
  });

  it("lets no control character of a file reach the terminal", async () => {
    const path = put("a.txt", plainArticle.replace("贺云舟说", "贺云舟\u001B[2J\u0007说"));
    const { out } = await run(["annotate", path]);
    for (const control of ["\u0007", "\u001B"]) expect(out).not.toContain(control);
    expect(out).toContain("\uFFFD[2J");
  });

  it("shows progress on a terminal when the articles go elsewhere", async () => {
    const path = put("a.txt", plainArticle);
    const { err } = await run(["annotate", "--format", "jsonl", path], { terminal: [false, true] });
    expect(err).toContain(`1 ${path}`.slice(0, 78));
    expect(err.endsWith("\r\u001B[K")).toBe(true);
    expect((await run(["annotate", path], { terminal: [true, true] })).err).toBe("");
  });

  it("works without a segmenter, and says so only when asked, once", async () => {
    const paths = [put("a.txt", plainArticle), put("b.txt", plainArticle)];
    expect((await run(["annotate", ...paths])).err).toBe("");
    const { code, err } = await run(["annotate", "--verbose", ...paths]);
    expect(code).toBe(0);
    expect(err).toBe("Word segmentation is not available, so recognition goes on without it: it is not here.\n");
  });

  it("asks the segmenter once a file, and not at all with --no-segmenter", async () => {
    const asked: string[] = [];
    const segmenter = {
      segment: async (text: string) => {
        asked.push(text);
        return [{ span: textSpan(0, 1) }];
      },
    };
    const path = put("a.txt", plainArticle);
    await run(["annotate", path], { segmenter });
    await run(["annotate", "--no-segmenter", path], { segmenter });
    expect(asked).toEqual([plainArticle]);
  });
});

describe("explain", () => {
  const { line, column } = (() => {
    const lines = plainArticle.slice(0, plainArticle.lastIndexOf("高质量发展")).split("\n");
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  })();

  it("prints the rule and the evidence for a mention", async () => {
    const path = put("a.txt", plainArticle);
    const { code, out } = await run(["explain", path, "--at", `${line}:${column + 2}`]);
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(
        `^${line}:${column} 高质量发展 · slogan · marked\n {2}rule: lexicon \\(the lexicon lists the formulation\\)\n {2}score: 0\\.\\d\\d\n`,
      ),
    );
    expect((await run(["explain", path, "--at", `${line}:${column}`, "--lang", "zh"])).out).toContain("提法 · 已标注");
  });

  it("says that no rule looked at a place, and that a place is not there", async () => {
    const path = put("a.txt", plainArticle);
    expect((await run(["explain", path, "--at", "2:1"])).out).toBe("No rule looked at this place.\n");
    const { code, err } = await run(["explain", path, "--at", "900:1"]);
    expect([code, err]).toEqual([1, `${path} has no place 900:1.\n`]);
  });

  it("names a file that cannot be read", async () => {
    const path = join(folder, "no.txt");
    expect(await run(["explain", path, "--at", "1:1"])).toEqual({
      code: 1,
      out: "",
      err: `${path} could not be read: there is no such file or folder.\n`,
    });
  });
});

describe("usage", () => {
  it.each([
    [[], /^Tifa reads/],
    [["annotate"], /^Name at least one file or folder\.\n\nTifa reads/],
    [["destroy", "x"], /^There is no command destroy\./],
    [["annotate", "--format", "xml", "a.txt"], /^--format takes text or jsonl, not xml\./],
    [["annotate", "--colour", "a.txt"], /^The arguments are not understood: Unknown option '--colour'\.\n/],
    [["explain", "a.txt"], /^Say where: --at LINE:COL\./],
    [["explain", "a.txt", "--at", "0:4"], /^--at takes LINE:COL counted from 1, such as 12:5, not 0:4\./],
    [["explain", "a.txt", "b.txt", "--at", "1:4"], /^Name exactly one file\./],
    [["annotate", "--lang", "zh"], /^请至少给出一个文件或文件夹。/],
  ] as const)("refuses %j with help and code 2", async (argv, message) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  it("prints help and version", async () => {
    expect(await run(["--help"])).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^Tifa reads/) });
    expect((await run(["annotate", "-h", "--lang", "zh"])).out).toMatch(/^Tifa 阅读/);
    expect(await run(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
  });
});
