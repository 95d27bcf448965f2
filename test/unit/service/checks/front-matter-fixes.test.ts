import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../../src/core/article/parse-article.js";
import { readingOf } from "../../../../src/service/checks/date-readings.js";
import { problemFixes } from "../../../../src/service/checks/front-matter-fixes.js";

const body = "<p>　　5月3日，省长丁一禾在宁川市调研春耕备耕工作，强调要抓紧抓实粮食生产。</p>\n";

/** The file with the fix of its problem; undefined where none is offered. */
function fixed(source: string, code: string): string | undefined {
  const article = parseArticle(source);
  const problem = article.problems.find((one) => one.code === code);
  if (!problem) throw new Error(`no ${code} among ${article.problems.map((one) => one.code).join()}`);
  const [fix, ...more] = problemFixes(source, article, problem, "en");
  expect(more).toEqual([]);
  return fix && source.slice(0, fix.edit.span.start) + fix.edit.text + source.slice(fix.edit.span.end);
}

describe("a fix of front matter", () => {
  it("closes it behind its last key, with the file's own line ends", () => {
    expect(fixed(`---\ntitle: 调研春耕\ncategories:\n - 农业\n${body}`, "front-matter-unclosed")).toBe(
      `---\ntitle: 调研春耕\ncategories:\n - 农业\n---\n${body}`,
    );
    expect(fixed(`---\r\ntitle: 调研春耕\r\n\r\n${body}`, "front-matter-unclosed")).toBe(
      `---\r\ntitle: 调研春耕\r\n---\r\n\r\n${body}`,
    );
    expect(fixed("---\ntitle: 调研春耕", "front-matter-unclosed")).toBe("---\ntitle: 调研春耕\n---\n");
  });

  it("leaves the words below it alone where no markup ends it", () => {
    const source = "---\ntitle: 调研春耕\n\n　　5月3日，省长丁一禾在宁川市调研春耕备耕工作。\n";
    expect(fixed(source, "front-matter-unclosed")).toBe(
      "---\ntitle: 调研春耕\n---\n\n　　5月3日，省长丁一禾在宁川市调研春耕备耕工作。\n",
    );
  });

  it("puts a value in quotation marks that YAML cannot read", () => {
    expect(fixed(`---\ntitle: '丁一禾's 调研'\ndate: 2024-05-03\n---\n${body}`, "front-matter-invalid")).toBe(
      `---\ntitle: '丁一禾''s 调研'\ndate: 2024-05-03\n---\n${body}`,
    );
    expect(fixed(`---\ntitle: "春耕" 调研\n---\n${body}`, "front-matter-invalid")).toBe(
      `---\ntitle: '"春耕" 调研'\n---\n${body}`,
    );
    expect(fixed(`---\ntitle: 调研: 春耕\n---\n${body}`, "front-matter-invalid")).toBe(
      `---\ntitle: '调研: 春耕'\n---\n${body}`,
    );
  });

  it("takes the page's headline as the title", () => {
    const page = `<h1>丁一禾在宁川调研春耕</h1>\n${body}`;
    expect(fixed(`---\ndate: 2024-05-03\n---\n${page}`, "front-matter-missing-title")).toBe(
      `---\ntitle: '丁一禾在宁川调研春耕'\ndate: 2024-05-03\n---\n${page}`,
    );
    expect(fixed(`---\ntitle:\ndate: 2024-05-03\n---\n${page}`, "front-matter-missing-title")).toBe(
      `---\ntitle: '丁一禾在宁川调研春耕'\ndate: 2024-05-03\n---\n${page}`,
    );
    expect(fixed(`---\ndate: 2024-05-03\n---\n${body}`, "front-matter-missing-title")).toBeUndefined();
  });

  it("adds front matter above a page", () => {
    expect(fixed(`<h1>丁一禾在宁川调研春耕</h1>\n${body}`, "front-matter-missing")).toBe(
      `---\ntitle: '丁一禾在宁川调研春耕'\n---\n<h1>丁一禾在宁川调研春耕</h1>\n${body}`,
    );
    expect(fixed(body, "front-matter-missing")).toBeUndefined();
  });

  it("writes a date so that it can be read, where it means one day", () => {
    const article = (date: string) => `---\ntitle: 调研春耕\ndate: ${date}\n---\n${body}`;
    expect(fixed(article("'May 3rd, 2024 09:30'"), "date-unreadable")).toBe(article("'2024-05-03 09:30:00'"));
    expect(fixed(article("04/05/2024"), "date-unreadable")).toBeUndefined();
    expect(fixed(article("去年五月"), "date-unreadable")).toBeUndefined();
  });

  it("deletes the line of a key that does not count, and no more than a line", () => {
    const twice = `---\ntitle: 甲\ndate: 2024-05-03\nTitle: 乙\n---\n${body}`;
    expect(fixed(twice, "front-matter-duplicate-key")).toBe(`---\ndate: 2024-05-03\nTitle: 乙\n---\n${body}`);
    const thrice = twice.replace("date:", "title: 丙\ndate:");
    expect(fixed(thrice, "front-matter-duplicate-key")).toBe(thrice.replace("title: 甲\n", ""));
    const list = `---\ntags:\n - 甲\ntitle: 乙\ntags:\n - 丙\n---\n${body}`;
    expect(fixed(list, "front-matter-duplicate-key")).toBeUndefined();
  });

  it("is offered in Chinese", () => {
    const source = `---\ntitle: 调研春耕\n${body}`;
    const article = parseArticle(source);
    const titles = article.problems.flatMap((problem) => problemFixes(source, article, problem, "zh"));
    expect(titles.map(({ title }) => title)).toEqual(["在最后一个键之后结束文件头"]);
  });
});

it.each([
  ["20240503", "2024-05-03"],
  ["20240503T013000Z", "Fri, 03 May 2024 01:30:00 GMT"],
  ["20240503 09:30", "2024-05-03 09:30:00"],
  ["二〇二四年五月三日", "2024-05-03"],
  ["二○二四年十二月三十一日", "2024-12-31"],
  ["３ May 2024", "2024-05-03"],
  ["Sept. 3, 2024", "2024-09-03"],
  ["31/05/2024", "2024-05-31"],
  ["05/31/2024 23:59:59", "2024-05-31 23:59:59"],
  ["05/05/2024", "2024-05-05"],
  ["04/05/2024", undefined],
  ["20240230", undefined],
  ["May 2024", undefined],
  ["3 May 2024 25:00", undefined],
  ["", undefined],
])("reads the date %s as %s", (value, reading) => {
  expect(readingOf(value)).toBe(reading);
});
