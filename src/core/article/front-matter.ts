import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";
import { type FileSpan, fileSpan } from "../text/spans.js";
import type { Field, Problem } from "./article.js";
import { readSimpleYaml } from "./simple-yaml.js";

export interface FrontMatter {
  /** The stretch from the first `---` to the end of the closing `---` line. */
  readonly span: FileSpan;
  /** Top-level values by key; a list gives several fields. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  readonly problems: readonly Problem[];
}

const opening = /^\uFEFF?[ \t\r\n\u3000]*---[ \t]*(?:\r\n|\n|\r)/;
const closing = /(?:^|\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/;
/** Without a closing line, the first line that is markup ends the block: it cannot be YAML of ours. */
const markup = /(?:\r\n|\n|\r)[ \t]*</;
const topKey = /(?<=^|[\r\n])[A-Za-z_][\w-]*(?=[ \t]*:(?:[ \t\r\n]|$))/g;

/** Reads the YAML block at the start of a file, or undefined when the file does not open with one. */
export function readFrontMatter(source: string): FrontMatter | undefined {
  const open = opening.exec(source);
  if (!open) return undefined;
  const start = source.indexOf("---");
  const bodyStart = open[0].length;
  const rest = source.slice(bodyStart);
  const problems: Problem[] = [];
  const close = closing.exec(rest);
  const stop = close ?? markup.exec(rest);
  // A rule of dashes above a plain text is no front matter: without an end there must be a key to read.
  if (!close && !/^[ \t]*[\w-]+[ \t]*:/.test(rest)) return undefined;
  const bodyEnd = bodyStart + (stop ? stop.index : rest.length);
  const end = close ? bodyStart + close.index + close[0].length : bodyEnd;
  if (!close) problems.push({ code: "front-matter-unclosed", span: fileSpan(start, start + 3) });
  const yaml = source.slice(bodyStart, bodyEnd);
  const fields = readSimpleYaml(yaml, bodyStart) ?? readYaml(yaml, bodyStart, problems);
  return { span: fileSpan(start, end), fields, problems: [...problems, ...duplicateKeys(yaml, bodyStart)] };
}

/** Keys of the first column that are given again below, where the last one counts. */
function duplicateKeys(yaml: string, base: number): Problem[] {
  const places = new Map<string, FileSpan[]>();
  for (const { 0: key, index } of yaml.matchAll(topKey)) {
    const name = key.toLowerCase();
    places.set(name, [...(places.get(name) ?? []), fileSpan(base + index, base + index + key.length)]);
  }
  return [...places].flatMap(([detail, spans]) =>
    spans.slice(0, -1).map((span): Problem => ({ code: "front-matter-duplicate-key", span, detail })),
  );
}

function readYaml(yaml: string, base: number, problems: Problem[]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  const document = parseDocument(yaml, { logLevel: "silent", uniqueKeys: false, schema: "failsafe" });
  const error = document.errors[0];
  if (error) {
    problems.push({
      code: "front-matter-invalid",
      span: fileSpan(base + error.pos[0], base + Math.max(error.pos[0], error.pos[1])),
      detail: error.message,
    });
  }
  if (!isMap(document.contents)) return fields;
  for (const pair of document.contents.items) {
    if (!isScalar(pair.key)) continue;
    const key = String(pair.key.value).toLowerCase();
    const values = scalarsOf(pair.value as Node | null).flatMap((scalar) => fieldOf(scalar, base));
    if (values.length > 0) fields.set(key, values);
  }
  return fields;
}

function scalarsOf(node: Node | null): Scalar[] {
  if (isScalar(node)) return [node];
  if (isSeq(node)) return node.items.flatMap((item) => scalarsOf(item as Node));
  return [];
}

function fieldOf(scalar: Scalar, base: number): Field[] {
  const range = scalar.range;
  if (!range || scalar.value === null || scalar.value === undefined) return [];
  const value = String(scalar.value).trim();
  if (value === "") return [];
  const quoted = scalar.type === "QUOTE_SINGLE" || scalar.type === "QUOTE_DOUBLE" ? 1 : 0;
  return [{ value, span: fileSpan(base + range[0] + quoted, base + range[1] - quoted) }];
}
