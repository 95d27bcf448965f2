import type { Field } from "../core/article/article.js";
import { linesOf } from "../core/article/lines.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { type FileSpan, fileSpan, hull, type TextSpan, textSpan } from "../core/text/spans.js";
import type { Locale } from "./locale.js";
import { messagesFor } from "./messages.js";

export type SymbolKind = "headline" | "metadata" | "section" | "paragraph";

/** A node of an article's outline. `selection` lies in `span`, and so do the children. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: FileSpan;
  readonly selection: FileSpan;
  readonly children: readonly OutlineSymbol[];
}

/** A line of the body: its visible text and where that stands. */
interface Line {
  readonly text: string;
  readonly span: TextSpan;
}

/** How much of a paragraph stands for it, in characters. */
const opening = 24;
/** 一、 （二） 第三部分: how sections are numbered. */
const numbered =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:章|节|部分|条))/;

/** The outline: headline, metadata, then sections with their paragraphs, in order of place. */
export function symbols(analysis: Analysis, locale: Locale): OutlineSymbol[] {
  return [...headline(analysis), ...metadata(analysis, locale), ...body(analysis)].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
}

function headline(analysis: Analysis): OutlineSymbol[] {
  const { title } = analysis.article.meta;
  return title ? [leaf(opened(title.value, 80), "headline", title.span)] : [];
}

function metadata(analysis: Analysis, locale: Locale): OutlineSymbol[] {
  const { meta } = analysis.article;
  const labels = messagesFor(locale).outline;
  const groups: readonly (readonly [string, readonly (Field | undefined)[]])[] = [
    [labels.date, [meta.date]],
    [labels.source, [meta.source]],
    [labels.author, [meta.author]],
    [labels.reporters, meta.reporters],
    [labels.editors, meta.editors],
    [labels.categories, meta.categories],
  ];
  return groups.flatMap(([label, given]) => {
    const fields = given.filter((field) => field !== undefined);
    if (fields.length === 0) return [];
    const span = fileSpan(Math.min(...fields.map((f) => f.span.start)), Math.max(...fields.map((f) => f.span.end)));
    return [{ ...leaf(label, "metadata", span), detail: opened(fields.map((field) => field.value).join(" "), 80) }];
  });
}

function body(analysis: Analysis): OutlineSymbol[] {
  const found: OutlineSymbol[] = [];
  let section: { line: Line; paragraphs: OutlineSymbol[] } | undefined;
  const close = () => {
    if (section) found.push(sectionOf(analysis, section.line, section.paragraphs));
    section = undefined;
  };
  for (const line of bodyLines(analysis)) {
    if (isSectionHead(line)) {
      close();
      section = { line, paragraphs: [] };
      continue;
    }
    const paragraph = lineSymbol(analysis, line, "paragraph");
    if (section) section.paragraphs.push(paragraph);
    else found.push(paragraph);
  }
  close();
  return found;
}

function sectionOf(analysis: Analysis, line: Line, paragraphs: readonly OutlineSymbol[]): OutlineSymbol {
  const head = lineSymbol(analysis, line, "section");
  const end = Math.max(head.span.end, ...paragraphs.map((paragraph) => paragraph.span.end));
  return { ...head, span: fileSpan(head.span.start, end), children: paragraphs };
}

/** A numbered line or a short one that is no sentence. */
function isSectionHead({ text }: Line): boolean {
  if (/[。！？；：:…”"）)]$/.test(text)) return false;
  return numbered.test(text) ? text.length <= 40 : text.length <= 24 && !/[，,]/.test(text);
}

function bodyLines(analysis: Analysis): Line[] {
  const { regions, text } = analysis.article;
  return regions
    .filter((region) => region.kind === "body")
    .flatMap((region) =>
      linesOf(text.slice(region.text.start, region.text.end)).map((line) => ({
        text: line.text,
        span: textSpan(line.span.start + region.text.start, line.span.end + region.text.start),
      })),
    );
}

function lineSymbol(analysis: Analysis, line: Line, kind: SymbolKind): OutlineSymbol {
  return leaf(opened(line.text, opening), kind, hull(analysis.article.map.toFile(line.span)));
}

function leaf(name: string, kind: SymbolKind, span: FileSpan): OutlineSymbol {
  return { name, kind, span, selection: span, children: [] };
}

/** The first characters of a text; editors refuse a symbol without a name. */
function opened(text: string, longest: number): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  const shown = characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
  return shown || "—";
}
