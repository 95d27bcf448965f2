import { describe, expect, it } from "vitest";
import type { RegionKind } from "../../../src/core/article/article.js";
import { parseArticle } from "../../../src/core/article/parse-article.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";

function regionsOf(source: string, kind: RegionKind): string[] {
  const article = parseArticle(source);
  return article.regions
    .filter((region) => region.kind === kind && region.text.end > region.text.start)
    .map((region) => article.text.slice(region.text.start, region.text.end));
}

function values(fields: readonly { readonly value: string }[]): string[] {
  return fields.map((field) => field.value);
}

describe("front matter and HTML", () => {
  const article = parseArticle(frontMatterArticle);

  it("reads the metadata with their places in the file", () => {
    const { meta } = article;
    expect(article.form).toBe("front-matter");
    expect(meta.title?.value).toBe("林牧川赴京拜会工业和信息化部 推动高质量发展");
    expect(meta.date?.value).toBe("2023-03-16T01:12:08.000Z");
    expect(meta.author?.value).toBe("澜江网");
    expect(values(meta.categories)).toEqual(["金融"]);
    expect(values(meta.editors)).toEqual(["冉一帆"]);
    for (const field of [meta.title, meta.author, meta.editors[0]]) {
      expect(frontMatterArticle.slice(field?.span.start, field?.span.end)).toBe(field?.value);
    }
    expect(article.problems).toEqual([]);
  });

  it("shows a word that markup cuts apart as one, and maps it to its parts", () => {
    const at = article.text.indexOf("推动高质量发展。");
    const parts = article.map.toFile({ start: at + 2, end: at + 7 } as never);
    expect(parts.map(({ start, end }) => frontMatterArticle.slice(start, end))).toEqual(["高质量", "发展"]);
  });

  it("decodes character references", () => {
    expect(article.text).toContain("R&D投入");
    const at = article.text.indexOf("&D");
    expect(frontMatterArticle.slice(article.map.toFile({ start: at, end: at + 1 } as never)[0]?.start)).toMatch(
      /^&amp;D/,
    );
  });

  it("keeps comments and styles out of the text and dims them", () => {
    expect(article.text).not.toContain("统计");
    expect(article.text).not.toContain("color: red");
    const dimmed = article.regions
      .filter((region) => region.kind === "boilerplate")
      .map((region) => frontMatterArticle.slice(region.file.start, region.file.end));
    expect(dimmed.some((text) => text.startsWith("<!--"))).toBe(true);
    expect(dimmed.some((text) => text.startsWith("<style"))).toBe(true);
  });

  it("reads quoted titles with doubled quotes and escapes", () => {
    const single = parseArticle("---\ntitle: '他说：''好'''\ndate: 2022-01-01\n---\n<p>正文</p>");
    expect(single.text.split("\n")[0]).toBe("他说：'好'");
    const double = parseArticle('---\ntitle: "他说：\\"好\\" \\u4E2D"\n---\n<p>正文</p>');
    expect(double.text.split("\n")[0]).toBe('他说："好" 中');
  });

  it("believes a class that names credits only of a short label", () => {
    const body = "会议强调，要把各项工作抓实抓好抓出成效，".repeat(10);
    const source = `---\ntitle: 某会议召开了\n---\n<div class="TRS_Editor"><p>${body}。</p></div>`;
    expect(regionsOf(source, "body")).toHaveLength(1);
  });

  it("reports what is broken, once each and with its place", () => {
    const codes = (source: string) => parseArticle(source).problems.map((problem) => problem.code);
    expect(codes("---\ntitle: 甲\ndate: 2024-05-03\nTitle: 乙\n---\n<p>正文</p>")).toEqual([
      "front-matter-duplicate-key",
    ]);
    expect(codes("---\ntitle: 甲\ncategories:\n - title: 乙\n---\n<p>正文</p>")).toEqual([]);
    expect(codes("---\ntitle: 甲\n<div><p>正文没有结束标记。</p></div>")).toContain("front-matter-unclosed");
    expect(codes("---\ntitle: '甲\n---\n<p>正文</p>")).toContain("front-matter-invalid");
    expect(codes("---\ndate: 2022-01-01\n---\n<p>正文</p>")).toContain("front-matter-missing-title");
    expect(codes("---\ntitle: 甲\ndate: 昨天\n---\n<p>正文</p>")).toEqual(["date-unreadable"]);
    expect(codes("<div><p>没有元数据的一页。</p></div>")).toEqual(["front-matter-missing"]);
  });

  it("reads CRLF, unclosed tags and nested fonts", () => {
    const crlf = parseArticle(frontMatterArticle.replace(/\n/g, "\r\n"));
    expect(crlf.meta.title?.value).toBe(article.meta.title?.value);
    const nested = parseArticle("---\ntitle: 甲\n---\n<p><font><font>省委书记</font>林牧川");
    expect(nested.text).toContain("省委书记林牧川");
  });
});

describe("plain text", () => {
  const article = parseArticle(plainArticle);

  it("finds headline, date, source and editor among the furniture", () => {
    expect(article.form).toBe("plain");
    expect(article.meta.title?.value).toBe("贺云舟会见中国华电集团客人");
    expect(article.meta.date?.value).toBe("2024-05-03T20:14");
    expect(article.meta.source?.value).toBe("四川在线");
    expect(values(article.meta.editors)).toEqual(["屈莉"]);
  });

  it("sorts navigation and notices from the body", () => {
    expect(regionsOf(plainArticle, "body")).toHaveLength(2);
    expect(regionsOf(plainArticle, "boilerplate").join()).toContain("版权声明");
  });

  it("reads a headline of several lines and the original title", () => {
    const source =
      "贺云舟在某地调研时强调\n扎实做好稳增长各项工作\n2024-05-03 来源：某报\n\n原标题：贺云舟在某地调研\n\n会议强调，要扎实做好各项工作，确保完成全年的目标任务。\n";
    expect(regionsOf(source, "headline")).toHaveLength(3);
    expect(parseArticle(source).meta.originalTitle?.value).toBe("贺云舟在某地调研");
  });

  it.each([
    ["2022-03-04 11:59:53来源:某日报责编:冯雅", "2022-03-04T11:59:53"],
    ["某青年报2023-11-12 21:33:010", "2023-11-12T21:33:01"],
    ["发布时间：2021年6月9日 10:20 来源：某网", "2021-06-09T10:20"],
    ["2021/06/09 08:00 | 来源：某网", "2021-06-09T08:00"],
  ])("reads the date line %s", (line, iso) => {
    const source = `某省召开重点工作推进会议\n${line}\n\n会议强调，要扎实做好各项工作，确保完成全年的目标任务。\n`;
    expect(parseArticle(source).meta.date?.value).toBe(iso);
  });

  it.each([
    ["会议结束了，大家很满意。（记者 张小禾 李木）", ["张小禾", "李木"]],
    ["会议结束了，大家很满意。（黄鹭鸣）", ["黄鹭鸣"]],
    ["某通讯社成都5月3日电（记者张小禾、李木）会议今天召开，大家很满意。", ["张小禾", "李木"]],
    ["会议结束了，大家很满意。\n文/张小禾 图/李木", ["张小禾", "李木"]],
    ["会议结束了，大家很满意。\n记者 李 明 王小红", ["李明", "王小红"]],
  ])("reads the reporters of %s", (body, names) => {
    const source = `某省召开重点工作推进会议\n2022-03-04 来源:某日报\n\n${body}\n`;
    expect(values(parseArticle(source).meta.reporters)).toEqual(names);
  });
});

describe("files that are no article", () => {
  it.each([
    ["an empty file", "", "empty-file"],
    ["white space", " \n\n　", "empty-file"],
    ["a note", "买菜\n\n给老王打电话", "not-an-article"],
  ])("says so of %s", (_, source, code) => {
    const article = parseArticle(source);
    expect(article.form).toBe("other");
    expect(article.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
