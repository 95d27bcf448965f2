import type { Article, Problem } from "../../core/article/article.js";
import { parseArticle } from "../../core/article/parse-article.js";
import { type FileSpan, fileSpan } from "../../core/text/spans.js";
import type { Locale } from "../locale.js";
import { shortened } from "../shortened.js";
import { readingOf } from "./date-readings.js";

export interface TextEdit {
  readonly span: FileSpan;
  readonly text: string;
}

/** An edit of the file that a reader may choose. */
export interface TextFix {
  readonly title: string;
  readonly edit: TextEdit;
}

type Proposal = readonly [edit: TextEdit, en: string, zh: string];

/** The longest line that is taken for a headline, in characters. */
const longestHeadline = 60;
const keyOrItem = /^(?:[A-Za-z_][\w-]*:|[ \t]+\S|-[ \t])/;
const value = /^(\s*(?:[A-Za-z_][\w-]*:|-)[ \t]+)(\S.*?)[ \t]*$/;

/**
 * What can be done about a problem of a file with one edit that leaves its words alone. Each edit was tried:
 * with it the problem is gone and there is none of a kind that was not there before.
 */
export function problemFixes(source: string, article: Article, problem: Problem, locale: Locale): TextFix[] {
  const before = article.problems.map(({ code }) => code);
  const helpful = proposals(source, article, problem).flatMap(([edit, en, zh]) => {
    const after = parseArticle(withEdit(source, edit)).problems.map(({ code }) => code);
    const left = after.filter((code) => code === problem.code).length;
    const helps =
      left < before.filter((code) => code === problem.code).length && after.every((one) => before.includes(one));
    return helps ? [{ title: locale === "en" ? en : zh, edit }] : [];
  });
  return helpful.slice(0, 1);
}

function withEdit(source: string, { span, text }: TextEdit): string {
  return source.slice(0, span.start) + text + source.slice(span.end);
}

function proposals(source: string, article: Article, problem: Problem): Proposal[] {
  switch (problem.code) {
    case "front-matter-unclosed":
      return closed(source, article);
    case "front-matter-invalid":
      return quoted(source, article, problem);
    case "front-matter-missing-title":
      return titled(source, article);
    case "front-matter-duplicate-key":
      return withoutLine(source, problem);
    case "front-matter-missing":
      return opened(source, article);
    case "date-unreadable": {
      const reading = readingOf(source.slice(problem.span.start, problem.span.end));
      return reading
        ? [[{ span: problem.span, text: reading }, `Write the date as ${reading}`, `将日期写为 ${reading}`]]
        : [];
    }
    case "empty-file":
    case "not-an-article":
      return [];
  }
}

/** A line of dashes behind the last line that looks like a key, an item or what belongs to one. */
function closed(source: string, { frontMatter }: Article): Proposal[] {
  if (!frontMatter) return [];
  let end = 0;
  let opens = true;
  for (const line of linesFrom(source, frontMatter.start)) {
    const text = source.slice(line.start, line.end);
    if (!opens && text.trim() !== "" && !keyOrItem.test(text)) break;
    if (opens || text.trim() !== "") end = line.next;
    opens = false;
  }
  const eol = lineEndOf(source);
  const before = /[\r\n]$/.test(source.slice(0, end)) ? "" : eol;
  return [
    [
      { span: fileSpan(end, end), text: `${before}---${eol}` },
      "Close the front matter behind its last key",
      "在最后一个键之后结束文件头",
    ],
  ];
}

/** Quotation marks around the value that YAML cannot read: of the line it stopped in, or of the one before. */
function quoted(source: string, { frontMatter }: Article, { span }: Problem): Proposal[] {
  const lines = linesFrom(source, frontMatter?.start ?? 0).filter(({ start }) => start <= span.start);
  return lines
    .slice(-2)
    .reverse()
    .flatMap(({ start, end }): Proposal[] => {
      const [, key, found] = value.exec(source.slice(start, end)) ?? [];
      if (key === undefined || found === undefined) return [];
      const bare = found.replace(/^(['"])(.*)\1$/, "$2");
      const at = start + key.length;
      const text = `'${bare.replace(/'+/g, "''")}'`;
      return [
        [
          { span: fileSpan(at, at + found.length), text },
          `Put “${shortened(bare)}” in quotation marks`,
          `为“${shortened(bare)}”加上引号`,
        ],
      ];
    });
}

/** The headline of the page as the title. */
function titled(source: string, article: Article): Proposal[] {
  const headline = headlineOf(article);
  if (!headline || !article.frontMatter) return [];
  const [first, ...rest] = linesFrom(source, article.frontMatter.start);
  if (!first) return [];
  const empty = rest.find(
    ({ start, end }) => end <= (article.frontMatter?.end ?? 0) && /^title:[ \t]*$/i.test(source.slice(start, end)),
  );
  const span = empty ? fileSpan(empty.start, empty.next) : fileSpan(first.next, first.next);
  const text = `title: ${single(headline)}${lineEndOf(source)}`;
  return [[{ span, text }, `Take “${shortened(headline)}” as the title`, `以“${shortened(headline)}”为标题`]];
}

/** The line of a key that does not count, where the line is all there is of it. */
function withoutLine(source: string, { span, detail = "" }: Problem): Proposal[] {
  const [line, next] = linesFrom(source, span.start);
  const isWhole = line && next && /^(?:[A-Za-z_][\w-]*[ \t]*:|---)/.test(source.slice(next.start, next.end));
  if (!isWhole) return [];
  return [
    [
      { span: fileSpan(line.start, line.next), text: "" },
      `Delete this line: the last “${shortened(detail)}” counts`,
      `删去此行：以最后一个“${shortened(detail)}”为准`,
    ],
  ];
}

/** Front matter with the headline and the date of the page. */
function opened(source: string, article: Article): Proposal[] {
  const headline = headlineOf(article);
  if (!headline) return [];
  const date = article.meta.date?.value.replace("T", " ");
  const lines = ["---", `title: ${single(headline)}`, ...(date ? [`date: ${date}`] : []), "---", ""];
  return [
    [
      { span: fileSpan(0, 0), text: lines.join(lineEndOf(source)) },
      `Add front matter with the title “${shortened(headline)}”`,
      `添加文件头，标题为“${shortened(headline)}”`,
    ],
  ];
}

function headlineOf({ text }: Article): string | undefined {
  const line = text
    .split("\n")
    .map((one) => one.trim())
    .find((one) => one !== "");
  const isHeadline = line !== undefined && line.length >= 4 && line.length <= longestHeadline;
  return isHeadline && /\p{Script=Han}/u.test(line) && !/[。；：]$/.test(line) ? line : undefined;
}

function single(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

function linesFrom(source: string, offset: number): Line[] {
  const lines: Line[] = [];
  for (const match of source.slice(offset).matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    const start = offset + match.index;
    if (match[0] === "") break;
    lines.push({ start, end: start + (match[1] ?? "").length, next: start + match[0].length });
  }
  return lines;
}

function lineEndOf(source: string): string {
  return /\r\n|\n|\r/.exec(source)?.[0] ?? "\n";
}
