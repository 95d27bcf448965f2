import {
  type ClassNames,
  classNamed,
  type ImportedAnswer,
  type ImportedDocument,
  type ImportedMark,
  type ImportedNote,
  type ImportedRelation,
  type ImportedSpan,
  type ImportProblem,
  Loose,
} from "./imported.js";

interface Gathered {
  readonly marks: ImportedMark[];
  readonly notes: (ImportedNote & { readonly id: string; readonly answers: ImportedAnswer[] })[];
  readonly relations: ImportedRelation[];
  readonly problems: ImportProblem[];
}

/**
 * Reads W3C Web Annotations in JSON-LD with the recommendation's own context: a collection, a page, a list or
 * one annotation, of one or more articles. Throws a SyntaxError when `source` is no JSON.
 */
export function fromW3c(source: string, names: ClassNames = {}): ImportedDocument[] {
  const annotations = annotationsIn(JSON.parse(source.replace(/^\uFEFF/, "")));
  const documents = new Map<string, Gathered>();
  const sources = new Map<string, string>();
  const documentOf = (path: string): Gathered => {
    const known = documents.get(path) ?? { marks: [], notes: [], relations: [], problems: [] };
    documents.set(path, known);
    return known;
  };
  // What is said of other annotations can come before them.
  const later: Loose[] = [];
  for (const annotation of annotations) {
    const target = targetOf(annotation);
    if (!target) {
      later.push(annotation);
      continue;
    }
    const id = annotation.text("id").id ?? `annotation-${sources.size}`;
    sources.set(id, target.path);
    readPlaced(annotation, id, target.span, documentOf(target.path), names);
  }
  for (const annotation of later) {
    const on = idIn(annotation.get("target"));
    const path = on === undefined ? undefined : sources.get(on);
    const document = documentOf(path ?? "");
    if (on === undefined || path === undefined)
      document.problems.push({ code: "missing-end", detail: annotation.text("id").id ?? "" });
    else if (hasMotivation(annotation, "replying"))
      document.notes.find((note) => note.id === on)?.answers.push(commentOf(annotation));
    else readRelation(annotation, on, document);
  }
  return [...documents].map(([path, document]) => ({ ...(path ? { path } : {}), unit: "code-points", ...document }));
}

function readPlaced(annotation: Loose, id: string, span: ImportedSpan, document: Gathered, names: ClassNames): void {
  const bodies = bodiesOf(annotation);
  const label = purposes(bodies, "classifying")[0]?.text("value").value;
  if (hasMotivation(annotation, "commenting") || label === undefined) {
    document.notes.push({
      id,
      span,
      ...commentOf(annotation),
      ...(annotation.get("tifa:resolved") === true ? { resolved: true } : {}),
      answers: [],
    });
    return;
  }
  const type = classNamed(label, names);
  if (type === undefined) {
    document.problems.push({ code: "unknown-class", detail: label });
    return;
  }
  const identified = purposes(bodies, "identifying")[0];
  const { label: name } = new Loose(identified?.get("source")).text("label");
  const role = purposes(bodies, "describing")[0]?.text("value").value;
  const status = annotation.get("tifa:status") === "suggested" ? "suggested" : "accepted";
  document.marks.push({
    id,
    type,
    span,
    status,
    ...(name ? { name } : {}),
    ...(role ? { role } : {}),
    ...signed(annotation),
  });
}

function readRelation(annotation: Loose, from: string, document: Gathered): void {
  const bodies = bodiesOf(annotation);
  const to = idIn(purposes(bodies, "linking")[0]?.get("source"));
  const type = purposes(bodies, "classifying")[0]?.text("value").value ?? "related";
  if (to === undefined) document.problems.push({ code: "missing-end", detail: annotation.text("id").id ?? "" });
  else document.relations.push({ type, from, to, ...signed(annotation) });
}

function annotationsIn(value: unknown): Loose[] {
  if (Array.isArray(value)) return value.flatMap(annotationsIn);
  const node = new Loose(value);
  const types = [node.get("type")].flat();
  if (types.includes("Annotation")) return [node];
  return [node.get("items"), node.get("first"), node.get("next"), node.get("@graph")].flatMap((inner) =>
    typeof inner === "object" && inner !== null ? annotationsIn(inner) : [],
  );
}

/** The place in a text that an annotation is on; undefined when it is on another annotation. */
function targetOf(annotation: Loose): { readonly path: string; readonly span: ImportedSpan } | undefined {
  const target = new Loose([annotation.get("target")].flat()[0]);
  const selectors = [target.get("selector")].flat().map((selector) => new Loose(selector));
  const ofType = (type: string) => selectors.find((selector) => selector.get("type") === type);
  const [quote, position] = [ofType("TextQuoteSelector"), ofType("TextPositionSelector")];
  if (!quote && !position) return undefined;
  const [start, end] = [position?.number("start"), position?.number("end")];
  const place = start === undefined || end === undefined ? {} : { start, end };
  return {
    path: decode(idIn(target.get("source")) ?? ""),
    span: { ...quote?.text("exact"), ...quote?.text("prefix"), ...quote?.text("suffix"), ...place },
  };
}

function commentOf(annotation: Loose): ImportedAnswer {
  const bodies = bodiesOf(annotation);
  const value = (body: Loose) => body.text("value").value ?? [];
  const tags = purposes(bodies, "tagging").flatMap(value);
  const text = bodies
    .filter((body) => body.get("purpose") !== "tagging")
    .flatMap(value)
    .join("\n");
  return { text, tags, ...signed(annotation) };
}

function bodiesOf(annotation: Loose): Loose[] {
  const bodies = [annotation.get("body")]
    .flat()
    .map((body) => new Loose(typeof body === "string" ? { value: body } : body));
  const { bodyValue } = annotation.text("bodyValue");
  return bodyValue === undefined ? bodies : [...bodies, new Loose({ value: bodyValue })];
}

function purposes(bodies: readonly Loose[], purpose: string): Loose[] {
  return bodies.filter((body) => [body.get("purpose")].flat().includes(purpose));
}

function hasMotivation(annotation: Loose, motivation: string): boolean {
  return [annotation.get("motivation")].flat().includes(motivation);
}

function signed(annotation: Loose): { record?: string; by?: string; at?: string } {
  const creator = [annotation.get("creator")].flat()[0];
  const by = typeof creator === "string" ? creator : new Loose(creator).text("name").name;
  const { created: at } = annotation.text("created");
  const record = annotation.text("tifa:record")["tifa:record"];
  return { ...(record ? { record } : {}), ...(by ? { by } : {}), ...(at ? { at } : {}) };
}

function idIn(value: unknown): string | undefined {
  const first = [value].flat()[0];
  return typeof first === "string" ? first : new Loose(first).text("id").id;
}

function decode(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
