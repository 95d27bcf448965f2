import { fromLabelStudioTask, isLabelStudioTask } from "./import-label-studio.js";
import {
  type ClassNames,
  classNamed,
  type ImportedDocument,
  type ImportedMark,
  type ImportedRelation,
  type ImportProblem,
  Loose,
} from "./imported.js";

/**
 * Reads what doccano or Label Studio exported: JSON Lines with one document a line, or one JSON array of
 * documents. A line that cannot be read is reported and costs no other line.
 */
export function fromJsonl(
  source: string,
  names: ClassNames = {},
): { readonly documents: ImportedDocument[]; readonly problems: ImportProblem[] } {
  const text = source.replace(/^\uFEFF/, "");
  const documents: ImportedDocument[] = [];
  const problems: ImportProblem[] = [];
  const read = (value: unknown, line?: number) => {
    if (isLabelStudioTask(value)) documents.push(fromLabelStudioTask(value, names));
    else if (new Loose(value).text("text").text !== undefined) documents.push(fromDoccano(new Loose(value), names));
    else problems.push({ code: "unreadable", ...(line === undefined ? {} : { line }), detail: "text" });
  };
  if (/^\s*\[/.test(text)) {
    const value = parse(text);
    if (Array.isArray(value.value)) for (const item of value.value) read(item);
    else problems.push({ code: "unreadable", detail: value.error ?? "" });
    return { documents, problems };
  }
  text.split(/\r?\n/).forEach((line, number) => {
    if (line.trim() === "") return;
    const { value, error } = parse(line);
    if (error === undefined) read(value, number);
    else problems.push({ code: "unreadable", line: number, detail: error });
  });
  return { documents, problems };
}

function fromDoccano(document: Loose, names: ClassNames): ImportedDocument {
  // doccano 1.8 puts a document's metadata into the document itself, older versions under `meta`.
  const kept = new Loose(document.get("tifa") ?? new Loose(document.get("meta")).get("tifa"));
  const problems: ImportProblem[] = [];
  const details = new Map(kept.list("marks").map((item) => [detailKey(new Loose(item)), new Loose(item)]));
  const marks = labelsOf(document).flatMap(({ id, start, end, label }): ImportedMark[] => {
    const type = label === undefined ? undefined : classNamed(label, names);
    if (start === undefined || end === undefined || type === undefined) {
      problems.push({ code: type === undefined ? "unknown-class" : "unreadable", detail: label ?? id });
      return [];
    }
    const detail = details.get(`${start}-${end}-${type}`) ?? new Loose({});
    const { text: exact } = detail.text("text");
    const span = { start, end, ...(exact ? { exact } : {}) };
    return [
      { id, type, span, status: detail.status(), ...detail.text("name"), ...detail.text("role"), ...detail.signed() },
    ];
  });
  const notes = kept.list("notes").flatMap((item) => {
    const note = new Loose(item);
    const [start, end] = [note.number("start"), note.number("end")];
    if (start === undefined || end === undefined) return [];
    return [
      {
        span: { start, end },
        text: note.text("text").text ?? "",
        tags: note.texts("tags"),
        ...note.signed(),
        ...note.flag("resolved"),
        answers: note.answers(),
      },
    ];
  });
  const relations = relationsOf(document, kept, new Set(marks.map((mark) => mark.id)), problems);
  const { path } = { ...document.text("path"), ...kept.text("path") };
  return { ...(path ? { path } : {}), ...document.text("text"), unit: "utf-16", marks, notes, relations, problems };
}

interface Label {
  readonly id: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly label?: string | undefined;
}

/** `entities` is what a project with relations has, `label` (once `labels`) what one without has. */
function labelsOf(document: Loose): Label[] {
  if (Array.isArray(document.get("entities"))) {
    return document.list("entities").map((item): Label => {
      const entity = new Loose(item);
      return {
        id: String(entity.get("id")),
        start: entity.number("start_offset"),
        end: entity.number("end_offset"),
        label: entity.text("label").label,
      };
    });
  }
  const labels = Array.isArray(document.get("label")) ? document.list("label") : document.list("labels");
  return labels.map((item, i): Label => {
    const [start, end, label] = Array.isArray(item) ? (item as unknown[]) : [];
    const offsets = new Loose({ start, end });
    return {
      id: `label-${i + 1}`,
      start: offsets.number("start"),
      end: offsets.number("end"),
      ...(typeof label === "string" ? { label } : {}),
    };
  });
}

function relationsOf(
  document: Loose,
  kept: Loose,
  ids: ReadonlySet<string>,
  problems: ImportProblem[],
): ImportedRelation[] {
  const details = new Map(kept.list("relations").map((item) => [String(new Loose(item).get("id")), new Loose(item)]));
  return document.list("relations").flatMap((item) => {
    const relation = new Loose(item);
    const [from, to] = [String(relation.get("from_id")), String(relation.get("to_id"))];
    const { type = "related" } = relation.text("type");
    if (!ids.has(from) || !ids.has(to)) {
      problems.push({ code: "missing-end", detail: type });
      return [];
    }
    return [{ type, from, to, ...(details.get(String(relation.get("id"))) ?? new Loose({})).signed() }];
  });
}

function detailKey(detail: Loose): string {
  return `${detail.number("start")}-${detail.number("end")}-${detail.text("type").type}`;
}

function parse(text: string): { value?: unknown; error?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
