import {
  type ClassNames,
  classNamed,
  type ImportedDocument,
  type ImportedMark,
  type ImportedNote,
  type ImportedRelation,
  type ImportProblem,
  Loose,
} from "./imported.js";

/** Whether a parsed value is a task of Label Studio. */
export function isLabelStudioTask(value: unknown): boolean {
  return typeof new Loose(new Loose(value).get("data")).text("text").text === "string";
}

/** Reads a task of Label Studio: its last annotation, and the predictions that no region of it stands in for. */
export function fromLabelStudioTask(task: unknown, names: ClassNames = {}): ImportedDocument {
  const fields = new Loose(task);
  const data = new Loose(fields.get("data"));
  const marks: ImportedMark[] = [];
  const notes: ImportedNote[] = [];
  const relations: ImportedRelation[] = [];
  const problems: ImportProblem[] = [];
  const annotation = new Loose(fields.list("annotations").at(-1));
  const prediction = new Loose(fields.list("predictions").at(-1));
  const taken = new Set<string>();
  for (const [status, item] of [
    ...annotation.list("result").map((item) => ["accepted", item] as const),
    ...prediction.list("result").map((item) => ["suggested", item] as const),
  ]) {
    const region = new Loose(item);
    const rest = new Loose(new Loose(region.get("meta")).get("tifa"));
    if (region.get("type") === "relation") {
      const { from_id, to_id } = { ...region.text("from_id"), ...region.text("to_id") };
      const type = region.texts("labels")[0] ?? "related";
      if (from_id && to_id) relations.push({ type, from: from_id, to: to_id, ...rest.signed() });
      continue;
    }
    const value = new Loose(region.get("value"));
    const [start, end] = [value.number("start"), value.number("end")];
    const label = value.texts("labels")[0];
    if (start === undefined || end === undefined || label === undefined) {
      problems.push({ code: "unreadable", detail: region.text("id").id ?? "" });
      continue;
    }
    const key = `${start}-${end}-${label}`;
    if (status === "suggested" && taken.has(key)) continue;
    taken.add(key);
    const { text: exact } = value.text("text");
    const span = { start, end, ...(exact ? { exact } : {}) };
    const type = classNamed(label, names);
    const remarks = new Loose(region.get("meta")).texts("text").join("\n");
    if (type === "note")
      notes.push({
        span,
        text: remarks,
        tags: rest.texts("tags"),
        ...rest.signed(),
        ...rest.flag("resolved"),
        answers: rest.answers(),
      });
    else if (type === undefined) problems.push({ code: "unknown-class", detail: label });
    else {
      const own = rest.get("status") === undefined ? status : rest.status();
      marks.push({
        id: region.text("id").id ?? key,
        type,
        span,
        status: own,
        ...rest.text("name"),
        ...rest.text("role"),
        ...rest.signed(),
      });
      if (remarks) notes.push({ span, text: remarks, tags: [], answers: [] });
    }
  }
  return { ...data.text("path"), ...data.text("text"), unit: "code-points", marks, notes, relations, problems };
}
