import { mentionTypes } from "../recognize/mention.js";
import { CodePoints } from "./code-points.js";
import { escapeXml } from "./escape-xml.js";
import type { ExportDocument, ExportMark } from "./export-document.js";

/** The names of the controls in the labelling configuration, which results refer to. */
const control = { from_name: "label", to_name: "text" } as const;

/**
 * Documents as Label Studio's tasks: what a reader has settled is an annotation, what is only suggested a
 * prediction. A note is a region of the class `note` with the note as its meta text. Offsets count code points.
 */
export function toLabelStudio(documents: readonly ExportDocument[]): string {
  return `${JSON.stringify(documents.map(taskOf), undefined, 1)}\n`;
}

function taskOf(document: ExportDocument) {
  const points = new CodePoints(document.text);
  const region = (id: string, type: string, { start, end }: { start: number; end: number }) => ({
    id,
    ...control,
    type: "labels",
    value: {
      start: points.count(start),
      end: points.count(end),
      text: document.text.slice(start, end),
      labels: [type],
    },
  });
  const mark = ({ id, span, type, entity: _, text: _text, ...rest }: ExportMark) => ({
    ...region(id, type, span),
    ...(rest.score === undefined ? {} : { score: rest.score }),
    meta: { tifa: rest },
  });
  const joined = new Set(document.relations.flatMap(({ from, to }) => [from, to]));
  const isSettled = (candidate: ExportMark) => candidate.status === "accepted" || joined.has(candidate.id);
  const settled = document.marks.filter(isSettled);
  const suggested = document.marks.filter((candidate) => !isSettled(candidate));
  const notes = document.notes.map(({ id, span, ...note }) => ({
    ...region(id, "note", span),
    meta: { text: [note.text], tifa: note },
  }));
  const relations = document.relations.map(({ id: _, from, to, type, ...rest }) => ({
    type: "relation",
    from_id: from,
    to_id: to,
    direction: "right",
    labels: [type],
    meta: { tifa: rest },
  }));
  const result = [...settled.map(mark), ...notes, ...relations];
  return {
    data: { text: document.text, path: document.path, meta: document.meta },
    annotations: result.length > 0 ? [{ result }] : [],
    predictions: suggested.length > 0 ? [{ model_version: "tifa", result: suggested.map(mark) }] : [],
  };
}

/** The labelling configuration that a project needs to show the tasks. */
export function labelStudioConfiguration(documents: readonly ExportDocument[]): string {
  const colors = new Map(
    documents.flatMap((document) => document.classes.map(({ id, color }) => [id, color] as const)),
  );
  const used = documents.flatMap((document) => document.marks.map((mark) => mark.type));
  const types = [...new Set([...mentionTypes, ...colors.keys(), ...used, "note"])];
  const relations = [...new Set(documents.flatMap((document) => document.relations.map(({ type }) => type)))];
  const label = (type: string) => {
    const color = colors.get(type);
    return `    <Label value="${escapeXml(type)}"${color ? ` background="${escapeXml(color)}"` : ""}/>`;
  };
  return [
    "<View>",
    '  <Labels name="label" toName="text">',
    ...types.map(label),
    "  </Labels>",
    ...(relations.length > 0
      ? ["  <Relations>", ...relations.map((type) => `    <Relation value="${escapeXml(type)}"/>`), "  </Relations>"]
      : []),
    '  <Text name="text" value="$text"/>',
    "</View>",
    "",
  ].join("\n");
}
