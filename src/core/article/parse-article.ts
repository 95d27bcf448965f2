import type { SourceMap } from "../text/source-map.js";
import { type FileSpan, fileSpan, hull, type TextSpan, textSpan } from "../text/spans.js";
import { TextBuilder } from "../text/text-builder.js";
import type { Article, ArticleForm, ArticleMeta, Field, Problem } from "./article.js";
import type { Credit } from "./credits.js";
import { findDate, readDate } from "./dates.js";
import { type FrontMatter, readFrontMatter } from "./front-matter.js";
import { type HtmlText, readHtml } from "./html-text.js";
import { type Line, linesOf } from "./lines.js";
import { isDateLine, layOutPlain } from "./plain-text.js";
import { type LaidOut, layOut } from "./regions.js";
import { addScalar } from "./yaml-scalar.js";

const blockTag = /<(?:p|div|section|article|span|font|br|table|h[1-6])\b[^>]*>/i;

/**
 * Reads one file of either form. Never throws, whatever the text; what is wrong with the file is in
 * `problems`, once each. Offsets count UTF-16 code units of `source`, which has no BOM.
 */
export function parseArticle(source: string): Article {
  const frontMatter = readFrontMatter(source);
  const rest = frontMatter ? frontMatter.span.end : 0;
  return frontMatter || blockTag.test(source.slice(rest))
    ? parseHtmlForm(source, frontMatter, rest)
    : parsePlainForm(source);
}

function parseHtmlForm(source: string, frontMatter: FrontMatter | undefined, rest: number): Article {
  const problems = [...(frontMatter?.problems ?? [])];
  const out = new TextBuilder(source);
  const title = frontMatter?.fields.get("title")?.[0];
  if (title) {
    addScalar(source, title.span, out);
    out.lineBreak(rest);
  }
  const markup = readHtml(source, rest, out);
  const text = out.text();
  const map = out.map();
  const lines = linesOf(text);
  const layout = layOutHtml(lines, title, markup);
  const laidOut = layOut(lines, layout, map);
  const date = frontMatter?.fields.get("date")?.[0];
  const iso = date && readDate(date.value);
  if (frontMatter && !title) problems.push({ code: "front-matter-missing-title", span: firstLine(frontMatter.span) });
  if (date && !iso) problems.push({ code: "date-unreadable", span: date.span, detail: date.value });
  if (!frontMatter) problems.push({ code: "front-matter-missing", span: fileSpan(0, Math.min(1, source.length)) });
  const headlineLine = lines.find((_, i) => layout.headline.has(i));
  const dateLine = lines.find((_, i) => layout.credits.has(i));
  const meta: ArticleMeta = {
    ...creditMeta(laidOut, text, map),
    title: title ?? (headlineLine && fieldAt(text, headlineLine.span, map)),
    date: date && iso ? { value: iso, span: date.span } : dateLine && dateField(dateLine, map),
    author: frontMatter?.fields.get("author")?.[0],
    categories: frontMatter?.fields.get("categories") ?? [],
    images: imagesOf(frontMatter),
  };
  return {
    form: "front-matter",
    meta,
    text,
    map,
    regions: laidOut.regions,
    credits: laidOut.credits,
    frontMatter: frontMatter?.span,
    problems,
  };
}

function layOutHtml(lines: readonly Line[], title: Field | undefined, markup: HtmlText) {
  const headline = new Set<number>();
  const credits = new Set<number>();
  if (title && lines.length > 0) headline.add(0);
  const first = lines.findIndex((line, i) => !headline.has(i) && line.text.length > 40);
  lines.forEach((line, i) => {
    if (headline.has(i)) return;
    // A page repeats its headline and its date above the first paragraph.
    if (title && line.text === title.value) headline.add(i);
    else if ((first < 0 || i < first) && isDateLine(line.text)) credits.add(i);
  });
  return { headline, credits, bodyStart: 0, markup };
}

function parsePlainForm(source: string): Article {
  const out = new TextBuilder(source);
  out.verbatim(0, source.length);
  const map = out.map();
  const lines = linesOf(source);
  const plain = layOutPlain(lines);
  const laidOut = layOut(
    lines,
    {
      headline: new Set(plain.headline),
      credits: new Set(plain.dateLine === undefined ? [] : [plain.dateLine]),
      bodyStart: plain.bodyStart,
    },
    map,
  );
  const headline = plain.headline[0] === undefined ? undefined : lines[plain.headline[0]];
  const dateLine = plain.dateLine === undefined ? undefined : lines[plain.dateLine];
  const read = creditMeta(laidOut, source, map);
  const meta: ArticleMeta = {
    ...read,
    title: headline && fieldAt(source, headline.span, map),
    date: dateLine && dateField(dateLine, map),
    source: (dateLine && outletBeforeDate(dateLine, map)) ?? read.source,
    categories: [],
    images: [],
  };
  const form = plainForm(lines, laidOut, meta);
  return {
    form,
    meta,
    text: source,
    map,
    regions: laidOut.regions,
    credits: laidOut.credits,
    problems: plainProblems(source, lines, form),
  };
}

/** A plain text is an article when it has a headline, a date and at least one paragraph of Chinese prose. */
function plainForm(lines: readonly Line[], laidOut: LaidOut, meta: ArticleMeta): ArticleForm {
  if (!meta.title || !meta.date) return "other";
  const prose = laidOut.regions.some(
    (region) =>
      region.kind === "body" &&
      lines.some(
        (line) =>
          line.span.start <= region.text.start &&
          region.text.end <= line.span.end &&
          line.text.length >= 30 &&
          /\p{Script=Han}{10}/u.test(line.text) &&
          /[。，,；]/.test(line.text),
      ),
  );
  return prose ? "plain" : "other";
}

function plainProblems(source: string, lines: readonly Line[], form: ArticleForm): Problem[] {
  const span = fileSpan(0, Math.min(1, source.length));
  if (lines.length === 0) return [{ code: "empty-file", span }];
  return form === "other" ? [{ code: "not-an-article", span }] : [];
}

function creditMeta(laidOut: LaidOut, text: string, map: SourceMap) {
  const fields = (wanted: Credit["role"]): Field[] =>
    laidOut.credits
      .filter((credit) => credit.role === wanted)
      .map((credit) => ({ value: credit.value, span: hull(map.toFile(credit.span)) }));
  return {
    originalTitle: laidOut.originalTitle && fieldAt(text, laidOut.originalTitle, map),
    source: fields("source")[0],
    editors: fields("editor"),
    reporters: [...fields("reporter"), ...fields("author")],
  };
}

function fieldAt(text: string, span: TextSpan, map: SourceMap): Field {
  return { value: text.slice(span.start, span.end), span: hull(map.toFile(span)) };
}

function dateField(line: Line, map: SourceMap): Field | undefined {
  const found = findDate(line.text);
  if (!found) return undefined;
  const shift = line.span.start;
  return { value: found.iso, span: hull(map.toFile(textSpan(shift + found.start, shift + found.end))) };
}

/** 北京青年报2023-11-12: an outlet set before the date without a label. */
function outletBeforeDate(line: Line, map: SourceMap): Field | undefined {
  const match = /^(?!时间|日期|发布|更新|本网|首页)(\p{Script=Han}{2,14})[\s|｜]*(?=(?:19|20)\d{2})/u.exec(line.text);
  if (!match?.[1]) return undefined;
  const { start } = line.span;
  return { value: match[1], span: hull(map.toFile(textSpan(start, start + match[1].length))) };
}

function imagesOf(frontMatter: FrontMatter | undefined): Field[] {
  return ["headimg", "thumbnail"].flatMap((key) => frontMatter?.fields.get(key) ?? []);
}

function firstLine(span: FileSpan): FileSpan {
  return fileSpan(span.start, span.start + 3);
}
