import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plainArticle } from "../corpus/support.js";
import { run } from "./run.js";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-cli-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const talks = plainArticle({
  title: "林牧川顾安与国家能源局会谈",
  day: "2022-06-10",
  body: [
    '6月9日,澜江省委书记林牧川,省委副书记、省长顾安在北京与国家能源局局长安定举行会谈,围绕高质量发展交换意见。林牧川希望国家能源局加强指导,"支持"澜江。安定表示,将给予支持。',
  ],
});
const session = plainArticle({
  title: "澜江省委部署能源工作",
  day: "2023-02-08",
  body: ["2月7日,澜江省委召开会议,省长田野,省委书记林牧川讲话,强调发展新质生产力,以高质量发展的成效惠及群众。"],
});

describe("meetings", () => {
  it("prints who met whom, what was asked and answered, and where it stands", async () => {
    const path = put("a.txt", talks);
    put("notes.md", "# 笔记\n");
    const { code, out, err } = await run(["meetings", folder]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^2022-06-09 · 会谈 · 北京\n {2}hosts: 林牧川（澜江省委书记）、顾安（省委副书记、省长）\n {2}guests: 安定（国家能源局局长）\n/,
    );
    expect(out).toContain("林牧川 asked: ");
    expect(out).toContain("安定 answered: ");
    expect(out).toContain(`  ${path}:4:`);
  });

  it("as JSON lines gives offsets that are those of the words", async () => {
    const path = put("a.txt", talks);
    const { out } = await run(["meetings", "--format", "jsonl", folder]);
    const [meeting, ...others] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({ day: "2022-06-09", dayStated: true, cue: "会谈", reports: [{ path, line: 4 }] });
    expect(talks.slice(meeting.guests[0].start, meeting.guests[0].end)).toBe("安定");
    const [ask] = meeting.statements;
    expect([ask.kind, talks.slice(ask.start, ask.end)]).toEqual(["ask", expect.stringContaining("希望")]);
  });

  it("as CSV is a table with quoted cells, and keeps to the days asked for", async () => {
    put("a.txt", talks);
    const { out } = await run(["meetings", "--format", "csv", folder]);
    const lines = out.trim().split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFF?day,until,day_stated,meeting,place,hosts,guests/);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('""支持""');
    expect((await run(["meetings", "--format", "jsonl", "--from", "2022-Q3", folder])).out).toBe("");
    expect((await run(["meetings", "--format", "jsonl", "--to", "2022", folder])).out).not.toBe("");
  });

  it("names a file that cannot be read and goes on", async () => {
    const missing = join(folder, "missing.txt");
    put("articles/a.txt", talks);
    const { code, out, err } = await run(["meetings", missing, join(folder, "articles")]);
    expect([code, err]).toEqual([1, `${missing} could not be read: there is no such file or folder.\n`]);
    expect(out).toContain("会谈");
  });
});

describe("compare", () => {
  it("prints what is in one article and not in the other, and the people in their order", async () => {
    const { code, out } = await run(["compare", put("a.txt", talks), put("b.txt", session)]);
    expect(code).toBe(0);
    expect(out).toContain("Only in B · slogan\n  新质生产力\n");
    expect(out).toContain("In both · slogan\n  高质量发展\n");
    expect(out).toContain("  1 → 2  林牧川  澜江省委书记 → 省委书记");
    expect(out).toContain("  – → 1  田野  省长");
    expect(out).toContain("  3 → –  安定  国家能源局局长");
  });

  it("as JSON has the paths and the spans", async () => {
    const [a, b] = [put("a.txt", talks), put("b.txt", session)];
    const found = JSON.parse((await run(["compare", "--format", "json", a, b])).out);
    expect([found.before.path, found.after.path]).toEqual([a, b]);
    const { span, wording } = found.slogans.onlyAfter[0];
    expect(session.slice(span.start, span.end)).toBe(wording);
  });

  it("needs two files that can be read", async () => {
    const a = put("a.txt", talks);
    expect((await run(["compare", a])).err).toMatch(/^Name exactly two files\./);
    expect(await run(["compare", a, join(folder, "no.txt")])).toMatchObject({ code: 1, out: "" });
  });
});

describe("trends", () => {
  it("prints the articles of each period that use each formulation", async () => {
    put("a.txt", talks);
    put("b.txt", session);
    const { code, out } = await run(["trends", "--by", "year", folder]);
    expect(code).toBe(0);
    const lines = out.split("\n").map((line) => line.trim().split(/\s+/));
    expect(lines).toContainEqual(["2022", "2023"]);
    expect(lines).toContainEqual(["articles", "1", "1"]);
    expect(lines).toContainEqual(["高质量发展", "1", "1"]);
    expect(lines).toContainEqual(["新质生产力", "·", "1"]);
    expect((await run(["trends", "--by", "year", "--to", "2022", folder])).out).not.toContain("新质生产力");
  });

  it("as JSON and as CSV has the same numbers", async () => {
    put("a.txt", talks);
    put("b.txt", session);
    const table = JSON.parse((await run(["trends", "--format", "json", "--by", "quarter", folder])).out);
    expect(table.periods).toEqual(["2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1"]);
    const { out } = await run(["trends", "--format", "csv", "--by", "quarter", folder]);
    expect(out.split("\r\n")).toContain("高质量发展,2023-Q1,1,1");
  });

  it.each([
    [["trends", "--by", "week", "."], /^--by takes month, quarter or year, not week\./],
    [["trends", "--from", "soon", "."], /^--from takes a period such as 2022/],
    [["trends", "--format", "xml", "."], /^--format takes text or json or csv, not xml\./],
    [["meetings"], /^Name at least one file or folder\./],
    [["meetings", "--lang", "zh", "--to", "9", "x"], /^--to 的值是时期/],
  ] as const)("refuses %j with help and code 2", async (argv, message) => {
    const { code, err } = await run(argv);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
