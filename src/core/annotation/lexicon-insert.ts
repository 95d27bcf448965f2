import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

type Item = Readonly<Record<string, string | readonly string[]>>;

/**
 * Puts an item at the end of a list of a YAML map, making the list where there is none. All other characters stay:
 * comments, order, quotes and line ends. Undefined where the list is of a form that takes none, such as a reference.
 * What comes out has to be read to be sure of.
 */
export function insertItem(source: string, list: string, item: Item): string | undefined {
  const { contents } = parseDocument(source, { logLevel: "silent", prettyErrors: false });
  const text = new Insertion(source);
  // What a mark of a document's start stands before is a node, if an empty one.
  const nothing = contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
  if (nothing) return text.line(endOfDocument(source), [`${list}:`, ...indented(linesOf(item), 2)]);
  if (!isMap(contents) || !contents.range) return undefined;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === list);
  if (contents.flow && !pair) return text.inFlow(contents, `${list}: [${JSON.stringify(item)}]`);
  if (!pair) {
    const indent = text.columnOf(contents.range[0]);
    return text.line(
      endOfDocument(source, contents.range[1]),
      indented([`${list}:`, ...indented(linesOf(item), 2)], indent),
    );
  }
  const { key, value } = pair;
  if (isSeq(value) && value.flow && (value.items.length > 0 || contents.flow)) {
    return text.inFlow(value, JSON.stringify(item));
  }
  if (isSeq(value) && !value.flow && value.range) {
    return text.line(value.range[1], indented(linesOf(item), text.columnOf(value.range[0])));
  }
  if (contents.flow || !isScalar(key) || !key.range) return undefined;
  const empty = isSeq(value) || (isScalar(value) && value.value === null);
  if (!empty || value.anchor !== undefined || value.tag !== undefined) return undefined;
  // An empty list, or no value at all, gives way to the item in the lines below.
  const [start, end] = value.range ?? [key.range[1], key.range[1]];
  const rest = source.slice(end);
  const head = source.slice(0, start);
  const without = (/^(?:\s|$)/.test(rest) ? head.replace(/(?<=:)[ \t]+$/, "") : head) + rest;
  const cut = new Insertion(without);
  const column = cut.columnOf(key.range[0]);
  return cut.line(cut.lineEnd(key.range[1]), indented(linesOf(item), column + 2));
}

class Insertion {
  readonly #eol: string;

  constructor(private readonly source: string) {
    this.#eol = source.includes("\r\n") ? "\r\n" : "\n";
  }

  columnOf(offset: number): number {
    return offset - (this.source.lastIndexOf("\n", offset - 1) + 1);
  }

  /** Behind the line break of the line that an offset is in. */
  lineEnd(offset: number): number {
    const end = this.source.indexOf("\n", offset);
    return end < 0 ? this.source.length : end + 1;
  }

  /** Whole lines, from the line on that starts at or behind an offset. */
  line(offset: number, lines: readonly string[]): string {
    const { source } = this;
    const starts = offset === 0 || source[offset - 1] === "\n";
    const at = starts ? offset : this.lineEnd(offset);
    const before = source.slice(0, at);
    const open = before !== "" && !before.endsWith("\n") ? this.#eol : "";
    return before + open + lines.map((line) => line + this.#eol).join("") + source.slice(at);
  }

  /** Behind the last member of a list or map in brackets. */
  inFlow(collection: YAMLMap | YAMLSeq, text: string): string | undefined {
    const { source } = this;
    const last = collection.items.at(-1);
    const end = collection.items.length === 0 ? (collection.range?.[0] ?? -2) + 1 : endOf(last);
    if (end === undefined || end < 0) return undefined;
    return source.slice(0, end) + (collection.items.length === 0 ? text : `, ${text}`) + source.slice(end);
  }
}

function endOf(member: unknown): number | undefined {
  if (!isPair(member)) return (member as Node | undefined)?.range?.[1];
  return ((member.value ?? member.key) as Node | null)?.range?.[1];
}

/** Where a last section can stand: before the mark that ends the document, if it has one. */
function endOfDocument(source: string, from = 0): number {
  const mark = source.slice(from).search(/^\.\.\.(?=\s|$)/m);
  return mark < 0 ? source.length : from + mark;
}

/** An item of a list in block form, lists of its own in brackets. */
function linesOf(item: Item): string[] {
  const document = new Document(item);
  visit(document, {
    Seq(_, node) {
      node.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text
    .trimEnd()
    .split("\n")
    .map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`));
}

function indented(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(columns) + line));
}
