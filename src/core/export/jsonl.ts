import type { Span } from "../text/spans.js";
import type { ExportDocument, ExportMark } from "./export-document.js";

/**
 * Documents as doccano's JSON Lines, one document a line: `label` is read by a project for sequence labelling,
 * `entities` and `relations` by one that has relations switched on. doccano counts UTF-16 code units. What it
 * has no field for stands under `tifa`, which it keeps as metadata.
 */
export function toJsonl(documents: readonly ExportDocument[]): string {
  return documents.map((document, i) => `${JSON.stringify(lineOf(document, i + 1))}\n`).join("");
}

function lineOf(document: ExportDocument, id: number) {
  const { text, marks, relations, notes, meta, path, entities } = document;
  const numbers = new Map(marks.map((mark, i) => [mark.id, i + 1]));
  return {
    id,
    text,
    label: marks.map(({ span, type }) => [span.start, span.end, type]),
    entities: marks.map(({ id: mark, type, span }) => ({
      id: numbers.get(mark),
      label: type,
      start_offset: span.start,
      end_offset: span.end,
    })),
    relations: relations.map(({ from, to, type }, i) => ({
      id: i + 1,
      from_id: numbers.get(from),
      to_id: numbers.get(to),
      type,
    })),
    Comments: notes.map((note) => note.text),
    tifa: {
      path,
      meta,
      marks: marks.map(detailOf),
      entities: entities.map(({ id: _, ...entity }) => entity),
      relations: relations.map(({ id: _, from: _from, to: _to, type: _type, ...rest }, i) => ({ id: i + 1, ...rest })),
      notes: notes.map(({ id: _, span, ...note }) => ({ ...offsets(span), ...note })),
    },
  };
}

/** A mark with all that is known of it: found again by its place and class when labels come back. */
function detailOf({ id: _, entity: _entity, span, ...mark }: ExportMark) {
  return { ...offsets(span), ...mark };
}

function offsets({ start, end }: Span) {
  return { start, end };
}
