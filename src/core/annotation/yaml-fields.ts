import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { type FileSpan, fileSpan } from "../text/spans.js";

export type LexiconProblemCode =
  | "invalid-yaml"
  | "unknown-section"
  | "unknown-field"
  | "missing-field"
  | "wrong-value"
  | "duplicate-entry";

/** Something wrong with the workspace's lexicon; whatever is right in it holds all the same. */
export interface LexiconProblem {
  readonly code: LexiconProblemCode;
  readonly span: FileSpan;
  /** The field, the section or the value at fault; for `invalid-yaml`, the parser's words. */
  readonly detail: string;
  /** What would be right, where that can be said in short: a list of values, a form. */
  readonly expected?: string;
}

/** Reads the nodes of a YAML document, and notes what is wrong with them at their places. */
export class YamlReader {
  readonly problems: LexiconProblem[] = [];

  constructor(
    private readonly document: Document,
    private readonly source: string,
  ) {}

  report(code: LexiconProblemCode, node: Node | undefined, detail: string, expected?: string): void {
    this.problems.push({ code, span: this.spanOf(node), detail, ...(expected ? { expected } : {}) });
  }

  spanOf(node: Node | undefined): FileSpan {
    const range = node?.range;
    if (!range) return fileSpan(0, this.source.length === 0 ? 0 : 1);
    // A block's range runs on to where the next one starts.
    const length = this.source.slice(range[0], range[1]).trimEnd().length;
    return fileSpan(range[0], range[0] + length);
  }

  resolve(node: unknown): Node | undefined {
    const target = isAlias(node) ? node.resolve(this.document) : node;
    return isMap(target) || isSeq(target) || isScalar(target) ? target : undefined;
  }

  /** The fields of a map by name; those not in `known` are reported. */
  fields(map: YAMLMap, known: readonly string[]): Fields {
    const fields = new Map<string, { key: Node; value: Node | undefined }>();
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (known.includes(name)) fields.set(name, { key, value: this.resolve(value) });
      else this.report("unknown-field", key, name, known.join(", "));
    }
    return new Fields(this, map, fields);
  }

  /** The items of a list, resolved; what is no list is reported. */
  list(node: Node | undefined, name: string): Node[] {
    if (node === undefined || isNull(node)) return [];
    if (!isSeq(node)) {
      this.report("wrong-value", node, name, "a list");
      return [];
    }
    return node.items.flatMap((item) => this.resolve(item) ?? []);
  }

  text(node: Node | undefined): string | undefined {
    if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
    // A plain 2023 or 007 was meant as written.
    const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
    return text.trim() === "" ? undefined : text.trim();
  }
}

/** The fields of one entry. A field that is missing or wrong is undefined; what is wrong has been reported. */
export class Fields {
  constructor(
    private readonly reader: YamlReader,
    private readonly map: YAMLMap,
    private readonly fields: ReadonlyMap<string, { readonly key: Node; readonly value: Node | undefined }>,
  ) {}

  node(name: string): Node | undefined {
    return this.fields.get(name)?.value;
  }

  /** A field that has to be there. */
  required(name: string): string | undefined {
    const field = this.fields.get(name);
    const text = this.reader.text(field?.value);
    if (text === undefined)
      this.reader.report(field ? "wrong-value" : "missing-field", field?.key ?? this.map, name, "text");
    return text;
  }

  text(name: string): string | undefined {
    const field = this.fields.get(name);
    if (!field || isNull(field.value)) return undefined;
    const text = this.reader.text(field.value);
    if (text === undefined) this.reader.report("wrong-value", field.value ?? field.key, name, "text");
    return text;
  }

  /** A list of words; one word without a list counts as a list of one. */
  texts(name: string): string[] {
    const { value } = this.fields.get(name) ?? {};
    const single = this.reader.text(value);
    if (single !== undefined) return [single];
    return this.reader.list(value, name).flatMap((item) => {
      const text = this.reader.text(item);
      if (text === undefined) this.reader.report("wrong-value", item, name, "text");
      return text ?? [];
    });
  }

  year(name: string): number | undefined {
    return this.check(name, (text) => (/^\d{4}$/.test(text) ? Number(text) : undefined), "a year of four digits");
  }

  flag(name: string): boolean | undefined {
    return this.check(name, (text) => (text === "true" ? true : text === "false" ? false : undefined), "true, false");
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    return this.check(name, (text) => values.find((value) => value === text), values.join(", "));
  }

  check<T>(name: string, read: (text: string) => T | undefined, expected: string): T | undefined {
    const field = this.fields.get(name);
    if (!field || isNull(field.value)) return undefined;
    const text = this.reader.text(field.value);
    const value = text === undefined ? undefined : read(text);
    if (value === undefined) this.reader.report("wrong-value", field.value ?? field.key, name, expected);
    return value;
  }
}

export function isNull(node: Node | undefined): boolean {
  return node === undefined || (isScalar(node) && node.value === null);
}
