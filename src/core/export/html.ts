import { isMentionType, type MarkType } from "../annotation/records.js";
import type { Span } from "../text/spans.js";
import { escapeXml } from "./escape-xml.js";
import type { ExportAnswer, ExportDocument, ExportMark, ExportNote } from "./export-document.js";
import { reportStyle } from "./html-style.js";
import { type ReportLocale, type ReportTexts, reportTexts } from "./html-texts.js";

/**
 * Documents as one HTML page that needs nothing else: no script, no picture, no font, no address outside it;
 * a content security policy holds it to that. Every value from the articles is escaped.
 */
export function toHtml(documents: readonly ExportDocument[], locale: ReportLocale): string {
  const words = reportTexts[locale];
  const title = documents.length === 1 && documents[0] ? headingOf(documents[0]) : words.report;
  const classes = new Map(documents.flatMap((document) => document.classes.map((own) => [own.id, own] as const)));
  return [
    "<!DOCTYPE html>",
    `<html lang="${words.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${reportStyle([...classes.values()])}</style>`,
    "</head>",
    "<body>",
    ...(documents.length > 1 ? contents(documents, words) : []),
    ...documents.flatMap((document, i) => new Report(document, `a${i + 1}-`, words, locale).lines()),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function headingOf({ meta, path }: ExportDocument): string {
  return meta.title ?? path;
}

function contents(documents: readonly ExportDocument[], words: ReportTexts): string[] {
  const items = documents.map((document, i) => `<li><a href="#a${i + 1}-">${escapeXml(headingOf(document))}</a></li>`);
  return [`<nav><h1>${escapeXml(words.report)}</h1><h2>${escapeXml(words.contents)}</h2><ol>`, ...items, "</ol></nav>"];
}

/** One article's part of the report. `prefix` keeps its ids apart from those of the others. */
class Report {
  constructor(
    private readonly document: ExportDocument,
    private readonly prefix: string,
    private readonly words: ReportTexts,
    private readonly locale: ReportLocale,
  ) {}

  lines(): string[] {
    const { meta, path } = this.document;
    const { words } = this;
    const facts: [string, string | undefined][] = [
      [words.date, meta.date],
      [words.source, meta.source],
      [words.author, [meta.author, ...meta.reporters].filter(Boolean).join(" ")],
      [words.file, path],
    ];
    return [
      `<article id="${this.prefix}">`,
      `<h2>${escapeXml(headingOf(this.document))}</h2>`,
      "<table>",
      ...facts.flatMap(([label, value]) =>
        value ? [`<tr><th scope="row">${escapeXml(label)}</th><td>${escapeXml(value)}</td></tr>`] : [],
      ),
      "</table>",
      `<p>${this.types()
        .map((type) => `<span class="key c-${type}">${escapeXml(this.typeName(type))}</span>`)
        .join("")}</p>`,
      `<div class="text" lang="zh-CN">`,
      ...this.text(),
      "</div>",
      ...this.entities(),
      ...this.notes(),
      ...this.relations(),
      "</article>",
    ];
  }

  private types(): MarkType[] {
    return [...new Set(this.document.marks.map((mark) => mark.type))];
  }

  private typeName(type: MarkType): string {
    if (isMentionType(type)) return this.words.types[type];
    return this.document.classes.find(({ id }) => id === type)?.name[this.locale] ?? type;
  }

  /** The text line by line; where marks overlap, each stretch between two edges lies in all that cover it. */
  private text(): string[] {
    const { text, marks, notes } = this.document;
    const covers: { readonly span: Span; open(first: boolean): string }[] = [
      ...notes.map((note) => ({ span: note.span, open: (first: boolean) => this.openNote(note, first) })),
      ...marks.map((mark) => ({ span: mark.span, open: (first: boolean) => this.openMark(mark, first) })),
    ];
    const edges = [...new Set(covers.flatMap(({ span }) => [span.start, span.end]))].sort((a, b) => a - b);
    const ends = new Map<number, ExportNote[]>();
    for (const note of notes) ends.set(note.span.end, [...(ends.get(note.span.end) ?? []), note]);
    let next = 0;
    let start = 0;
    return text.split("\n").map((line) => {
      const end = start + line.length;
      let out = "";
      for (let from = start; from < end; ) {
        while (next < edges.length && (edges[next] as number) <= from) next++;
        const to = Math.min(edges[next] ?? end, end);
        const here = covers.filter(({ span }) => span.start <= from && to <= span.end);
        out +=
          here.map(({ span, open }) => open(span.start === from)).join("") +
          escapeXml(text.slice(from, to)) +
          "</mark>".repeat(here.length);
        out += (ends.get(to) ?? []).map((note) => this.reference(note)).join("");
        from = to;
      }
      start = end + 1;
      return `<p>${out}</p>`;
    });
  }

  private openMark(mark: ExportMark, first: boolean): string {
    const { words } = this;
    const says = [
      this.typeName(mark.type),
      mark.name === mark.text ? "" : mark.name,
      mark.role,
      mark.candidate ? words.candidate : "",
      words[mark.status],
    ];
    const title = says.filter(Boolean).join(" · ");
    const id = first ? ` id="${this.prefix}${mark.id}"` : "";
    return `<mark class="c-${mark.type} ${mark.status}"${id} data-mark="${mark.id}" title="${escapeXml(title)}">`;
  }

  private openNote(note: ExportNote, first: boolean): string {
    return `<mark class="c-note"${first ? ` id="${this.prefix}${note.id}"` : ""} data-note="${note.id}">`;
  }

  private reference(note: ExportNote): string {
    return `<sup data-reference="${note.id}"><a href="#${this.prefix}${note.id}-text">${note.id.slice(1)}</a></sup>`;
  }

  private entities(): string[] {
    const { words } = this;
    if (this.document.entities.length === 0) return [];
    const rows = this.document.entities.map((entity) => {
      const marks = this.document.marks.filter((mark) => mark.entity === entity.id);
      const links = marks.map((mark, i) => `<a href="#${this.prefix}${mark.id}">${i + 1}</a>`).join(" ");
      const name = [entity.name, ...entity.aliases].map(escapeXml).join("、");
      return `<tr><td>${name}</td><td>${escapeXml(this.typeName(entity.type))}</td><td>${entity.posts.map(escapeXml).join("；")}</td><td>${links}</td></tr>`;
    });
    const head = [words.name, words.kind, words.posts, words.mentions]
      .map((label) => `<th scope="col">${escapeXml(label)}</th>`)
      .join("");
    return [`<h3>${escapeXml(words.named)}</h3>`, `<table><tr>${head}</tr>`, ...rows, "</table>"];
  }

  private notes(): string[] {
    const { words, prefix } = this;
    if (this.document.notes.length === 0) return [];
    const said = ({ text, tags, by, at }: ExportAnswer) => {
      const tagged = tags.map((tag) => ` #${escapeXml(tag)}`).join("");
      return `${escapeXml(text)}<br><span class="status">${[by, at].flatMap((part) => (part ? escapeXml(part) : [])).join(" · ")}${tagged}</span>`;
    };
    const notes = this.document.notes.map((note) => {
      const quote = escapeXml(this.document.text.slice(note.span.start, note.span.end));
      const state = note.resolved ? ` <span class="status">${escapeXml(words.resolved)}</span>` : "";
      const answers = note.answers.map((answer) => `<div class="note">${said(answer)}</div>`).join("");
      const back = `<a href="#${prefix}${note.id}">${escapeXml(words.backToText)}</a>`;
      return `<div class="note" id="${prefix}${note.id}-text"><b>${note.id.slice(1)}</b> <q>${quote}</q>${state} ${back}<br>${said(note)}${answers}</div>`;
    });
    return [`<h3>${escapeXml(words.notes)}</h3>`, ...notes];
  }

  private relations(): string[] {
    if (this.document.relations.length === 0) return [];
    const link = (id: string) => {
      const mark = this.document.marks.find((candidate) => candidate.id === id);
      return `<a href="#${this.prefix}${id}">${escapeXml(mark?.name || mark?.text || id)}</a>`;
    };
    const rows = this.document.relations.map(
      ({ type, from, to }) => `<tr><td>${link(from)}</td><td>${escapeXml(type)}</td><td>${link(to)}</td></tr>`,
    );
    return [`<h3>${escapeXml(this.words.relations)}</h3>`, "<table>", ...rows, "</table>"];
  }
}
