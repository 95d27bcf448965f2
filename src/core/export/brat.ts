import { type MarkType, markTypePattern } from "../annotation/records.js";
import { mentionTypes } from "../recognize/mention.js";
import type { Span } from "../text/spans.js";
import { CodePoints } from "./code-points.js";
import type { ExportDocument, ExportMark, ExportNote } from "./export-document.js";

/** The class of the text-bound annotations that carry a note, and the types of the `#` lines. */
export const bratNote = "note";
export const bratNoteText = "AnnotatorNotes";
export const bratRole = "Role";
/** A `#` line of this type carries, in JSON, what brat has no line for. */
export const bratRest = "Tifa";
/** The name of the knowledge base that the references (N lines) point to. */
export const bratBase = "Tifa";

export interface BratFiles {
  /** The article's visible text, which the offsets count in code points. */
  readonly txt: string;
  readonly ann: string;
}

/**
 * A document in brat's standoff format: mentions and notes are text-bound annotations (T), what a mention
 * names is a reference (N), its status an attribute (A), a relation is an R line, notes are `#` lines.
 */
export function toBrat(document: ExportDocument): BratFiles {
  const writer = new Writer(document);
  for (const mark of document.marks) writer.mark(mark);
  for (const note of document.notes) writer.note(note);
  for (const relation of document.relations) {
    const { id: _, type, from, to, ...rest } = relation;
    const name = type.replace(/\s+/g, "_");
    const id = writer.relation(name, from, to);
    writer.comment(bratRest, id, json({ ...rest, ...(name === type ? {} : { type }) }));
  }
  return { txt: document.text, ann: writer.lines() };
}

class Writer {
  private readonly out: string[] = [];
  private readonly points: CodePoints;
  private readonly ids = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly document: ExportDocument) {
    this.points = new CodePoints(document.text);
  }

  lines(): string {
    return this.out.map((line) => `${line}\n`).join("");
  }

  mark(mark: ExportMark): void {
    const { type, span, name, role, status, candidate, text, entity: _, id, ...rest } = mark;
    const target = this.textBound(type, span);
    this.ids.set(id, target);
    this.line("A", `Status ${target} ${status}`);
    if (candidate) this.line("A", `Candidate ${target}`);
    if (name)
      this.line("N", `Reference ${target} ${bratBase}:${encodeURIComponent(`${type}:${name}`)}\t${oneLine(name)}`);
    if (role) this.comment(bratRole, target, oneLine(role));
    if (Object.keys(rest).length > 0) this.comment(bratRest, target, json(rest));
  }

  note(note: ExportNote): void {
    const { id: _, span, text, ...rest } = note;
    const target = this.textBound(bratNote, span);
    this.comment(bratNoteText, target, oneLine(text));
    this.comment(bratRest, target, json({ ...rest, ...(oneLine(text) === text ? {} : { text }) }));
  }

  relation(type: string, from: string, to: string): string {
    return this.line("R", `${type} Arg1:${this.ids.get(from) ?? ""} Arg2:${this.ids.get(to) ?? ""}`);
  }

  comment(type: string, target: string, text: string): void {
    this.line("#", `${type} ${target}\t${text}`);
  }

  private textBound(type: string, span: Span): string {
    const pieces = piecesOf(this.document.text, span);
    const offsets = pieces.map(({ start, end }) => `${this.points.count(start)} ${this.points.count(end)}`).join(";");
    const shown = pieces.map(({ start, end }) => this.document.text.slice(start, end)).join(" ");
    return this.line("T", `${type} ${offsets}\t${shown}`);
  }

  private line(kind: string, rest: string): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    const id = `${kind}${count}`;
    this.out.push(`${id}\t${rest}`);
    return id;
  }
}

/** Tabs and line ends, of which readers in Python know more than others: none may stand inside a field. */
export const bratBreaks = /[\p{Cc}\u2028\u2029]+/gu;

/** A span cut at tabs and line ends, which a text-bound annotation may not contain. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(bratBreaks)) {
    if (start + match.index > from) pieces.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  if (end > from) pieces.push({ start: from, end });
  return pieces.length > 0 ? pieces : [{ start, end }];
}

function oneLine(text: string): string {
  return text.replace(bratBreaks, " ").replace(/\s+/g, " ").trim();
}

/** JSON on one line, whatever a program takes for a line end. */
function json(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** brat's `annotation.conf` and `visual.conf` for a set of documents: without them it shows no class. */
export function bratConfiguration(documents: readonly ExportDocument[]): {
  readonly annotation: string;
  readonly visual: string;
} {
  const classes = documents.flatMap((document) => document.classes);
  const used = documents.flatMap((document) => document.marks.map((mark) => mark.type));
  const types: MarkType[] = [...new Set([...mentionTypes, ...classes.map(({ id }) => id), ...used, bratNote])].filter(
    (type) => markTypePattern.test(type),
  );
  const relations = [
    ...new Set(documents.flatMap((document) => document.relations.map(({ type }) => type.replace(/\s+/g, "_")))),
  ];
  const annotation = [
    "[entities]",
    ...types,
    "[relations]",
    ...relations.map((type) => `${type}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    "[events]",
    "[attributes]",
    "Status\tArg:<ENTITY>, Value:accepted|suggested",
    "Candidate\tArg:<ENTITY>",
    "",
  ];
  const labels = new Map(classes.map(({ id, name }) => [id, name.en === name.zh ? name.zh : `${name.zh} ${name.en}`]));
  const colors = new Map(classes.map(({ id, color }) => [id, color]));
  const visual = [
    "[labels]",
    ...[...labels].map(([id, label]) => `${id} | ${oneLine(label)}`),
    "[drawing]",
    ...[...colors].map(([id, color]) => `${id}\tbgColor:${color}`),
    "",
  ];
  return { annotation: annotation.join("\n"), visual: visual.join("\n") };
}
