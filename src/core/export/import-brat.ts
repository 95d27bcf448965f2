import { squeeze } from "../annotation/quoted-text.js";
import { bratBase, bratBreaks, bratNote, bratNoteText, bratRest, bratRole } from "./brat.js";
import { CodePoints } from "./code-points.js";
import {
  type ClassNames,
  classNamed,
  type ImportedDocument,
  type ImportedMark,
  type ImportedNote,
  type ImportedRelation,
  type ImportedSpan,
  type ImportProblem,
  Loose,
} from "./imported.js";

interface TextBound {
  readonly label: string;
  readonly span: ImportedSpan;
  readonly line: number;
}

/**
 * Reads brat's standoff files: `txt` is the text that `ann` counts in code points. Events, equivalences and
 * spans in pieces that are more than line ends apart have no counterpart here and are reported.
 */
export function fromBrat(ann: string, txt: string, names: ClassNames = {}): ImportedDocument {
  const text = txt.replace(/^\uFEFF/, "");
  const reader = new Reader(text);
  ann
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((line, number) => {
      if (line.trim() !== "") reader.read(line, number);
    });
  return reader.result(names);
}

class Reader {
  private readonly bounds = new Map<string, TextBound>();
  private readonly relations = new Map<string, { type: string; from: string; to: string; line: number }>();
  private readonly comments = new Map<string, Map<string, string>>();
  private readonly names = new Map<string, string>();
  private readonly statuses = new Map<string, string>();
  private readonly problems: ImportProblem[] = [];
  private readonly points: CodePoints;

  constructor(private readonly text: string) {
    this.points = new CodePoints(text);
  }

  read(line: string, number: number): void {
    const [id = "", head = "", ...rest] = line.split("\t");
    const tail = rest.join("\t");
    const [type = "", ...words] = head.split(" ");
    const target = words[0] ?? "";
    if (/^T\d/.test(id)) this.textBound(id, type, words.join(" "), tail, number);
    else if (/^R\d/.test(id)) this.relation(id, type, words, number);
    else if (/^[AM]\d/.test(id)) this.attribute(type, target, words[1]);
    else if (/^N\d/.test(id)) this.reference(target, words[1] ?? "", tail);
    else if (id.startsWith("#")) this.comment(type, target, tail);
    else this.report("unknown-line", number, id);
  }

  result(names: ClassNames): ImportedDocument {
    const marks: ImportedMark[] = [];
    const notes: ImportedNote[] = [];
    for (const [id, bound] of this.bounds) {
      const comments = this.comments.get(id);
      const type = classNamed(bound.label, names);
      if (type === bratNote) notes.push(this.note(bound.span, comments));
      else if (type === undefined) this.report("unknown-class", bound.line, bound.label);
      else {
        marks.push(this.mark(id, type, bound.span, comments));
        // A remark that an annotator made on a mention is a note on the same words.
        if (comments?.has(bratNoteText))
          notes.push(this.note(bound.span, new Map([[bratNoteText, comments.get(bratNoteText) ?? ""]])));
      }
    }
    return { text: this.text, unit: "code-points", marks, notes, relations: this.related(), problems: this.problems };
  }

  private textBound(id: string, label: string, offsets: string, exact: string, line: number): void {
    const pieces = offsets.split(";").map((piece) => piece.split(" ").map(Number));
    const start = pieces[0]?.[0];
    const end = pieces.at(-1)?.[1];
    if (start === undefined || end === undefined || !pieces.flat().every(Number.isSafeInteger)) {
      this.report("unreadable", line, id);
      return;
    }
    if (pieces.every(([from = 0], i) => i === 0 || this.isBlank(pieces[i - 1]?.[1] ?? 0, from))) {
      this.bounds.set(id, { label, span: { start, end, exact }, line });
    } else this.report("split-span", line, id);
  }

  /** Whether nothing stands between two places: where a span runs over a line's end, brat cuts it in pieces. */
  private isBlank(from: number, to: number): boolean {
    return (
      from <= to &&
      squeeze(this.text.slice(this.points.offset(from), this.points.offset(to)).replace(bratBreaks, "")) === ""
    );
  }

  private relation(id: string, type: string, words: readonly string[], line: number): void {
    const [from, to] = words.map((word) => word.slice(word.indexOf(":") + 1));
    if (from && to) this.relations.set(id, { type, from, to, line });
    else this.report("unreadable", line, id);
  }

  private attribute(type: string, target: string, value: string | undefined): void {
    if (type === "Status" && value) this.statuses.set(target, value);
  }

  private reference(target: string, reference: string, shown: string): void {
    const id = reference.startsWith(`${bratBase}:`) ? decode(reference.slice(bratBase.length + 1)) : undefined;
    this.names.set(target, id?.slice(id.indexOf(":") + 1) ?? shown);
  }

  private comment(type: string, target: string, text: string): void {
    const comments = this.comments.get(target) ?? new Map<string, string>();
    comments.set(type, text);
    this.comments.set(target, comments);
  }

  private mark(
    id: string,
    type: string,
    span: ImportedSpan,
    comments: ReadonlyMap<string, string> | undefined,
  ): ImportedMark {
    const name = this.names.get(id);
    const role = comments?.get(bratRole);
    const rest = restOf(comments);
    const status = this.statuses.get(id) === "suggested" ? "suggested" : "accepted";
    return { id, type, span, status, ...(name ? { name } : {}), ...(role ? { role } : {}), ...rest.signed() };
  }

  private note(span: ImportedSpan, comments: ReadonlyMap<string, string> | undefined): ImportedNote {
    const rest = restOf(comments);
    const text = rest.text("text").text ?? comments?.get(bratNoteText) ?? "";
    return {
      span,
      text,
      tags: rest.texts("tags"),
      ...rest.signed(),
      ...rest.flag("resolved"),
      answers: rest.answers(),
    };
  }

  private related(): ImportedRelation[] {
    return [...this.relations].flatMap(([id, { type, from, to, line }]) => {
      const rest = restOf(this.comments.get(id));
      if (this.bounds.has(from) && this.bounds.has(to))
        return [{ type: rest.text("type").type ?? type, from, to, ...rest.signed() }];
      this.report("missing-end", line, id);
      return [];
    });
  }

  private report(code: ImportProblem["code"], line: number, detail: string): void {
    this.problems.push({ code, line, detail });
  }
}

function restOf(comments: ReadonlyMap<string, string> | undefined): Loose {
  try {
    return new Loose(JSON.parse(comments?.get(bratRest) ?? "{}"));
  } catch {
    return new Loose({});
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
