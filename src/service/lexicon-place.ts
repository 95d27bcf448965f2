import {
  bilingualFields,
  type LexiconField,
  type LexiconFields,
  type LexiconSection,
  lexiconSections,
  postFields,
} from "../core/annotation/lexicon-fields.js";
import { type FileSpan, fileSpan } from "../core/text/spans.js";

/** What a place of a lexicon can hold. The text may be half typed: lines and their indentation tell, not a parser. */
export interface LexiconPlace {
  /** A name of a field, or the value of one. */
  readonly kind: "name" | "value";
  /** The names around, outermost first, such as `officials`, `posts`; of a value its own field is the last. */
  readonly path: readonly string[];
  /** What is typed of the name or the value. */
  readonly word: FileSpan;
  /** Where the name starts in its line. */
  readonly column: number;
  /** Whether a dash, or a bracket, has begun an item of the list that the path ends in. */
  readonly inItem: boolean;
  /** Whether it is inside `{}`. */
  readonly inFlow: boolean;
  /** The names that stand beside it. */
  readonly beside: ReadonlySet<string>;
}

interface Line {
  /** Of the first dash, if any. */
  readonly dash: number | undefined;
  /** Of what stands behind the dashes. */
  readonly column: number;
  readonly name: string | undefined;
  readonly blank: boolean;
}

const nameAtStart = /^(\w+) *:(?= |$)/;

export function lexiconPlace(source: string, offset: number): LexiconPlace | undefined {
  const start = source.lastIndexOf("\n", offset - 1) + 1;
  const typed = source.slice(start, offset);
  const lines = source.split(/\r?\n/).map(readLine);
  const number = source.slice(0, start).split("\n").length - 1;
  const line = readLine(typed);
  const content = typed.slice(line.column);
  if (/(?:^|\s)#/.test(typed) && !/["'][^"']*$/.test(content)) return undefined;
  const around = ascend(lines, number, line);
  const placed = { inFlow: false, inItem: around.inItem };
  const word = (text: string, behind: RegExp) =>
    fileSpan(offset - text.length, offset + (behind.exec(source.slice(offset))?.[0].length ?? 0));

  const flow = openBraces(content);
  if (flow) {
    const path = flow.owner === undefined ? around.path : [...around.path, flow.owner];
    const inBraces = { ...placed, path, inFlow: true, inItem: true, column: 0, beside: flow.beside };
    if (flow.name === undefined) return { ...inBraces, kind: "name", word: word(flow.text, /^\w*/) };
    return { ...inBraces, kind: "value", path: [...path, flow.name], word: word(flow.text, /^[\w#-]*/) };
  }
  const named = /^(\w+) *: +(.*)$/.exec(content);
  if (named) {
    const [, name = "", text = ""] = named;
    const path = [...around.path, name];
    return { ...placed, kind: "value", path, word: word(text, /^[\w#-]*/), column: line.column, beside: new Set() };
  }
  if (!/^\w*$/.test(content)) return undefined;
  const beside = namesBeside(lines, number, line);
  return { ...placed, kind: "name", path: around.path, word: word(content, /^\w*/), column: line.column, beside };
}

/** The fields that may stand at a path. */
export function fieldsAt(path: readonly string[]): LexiconFields | undefined {
  const [section, field, ...deeper] = path;
  const known = section === undefined ? undefined : sectionNamed(section);
  if (!known || deeper.length > 0) return undefined;
  if (field === undefined) return known.fields;
  switch (known.fields[field]?.kind) {
    case "posts":
      return postFields;
    case "bilingual":
      return bilingualFields;
    default:
      return undefined;
  }
}

/** The field that a path ends in. */
export function fieldAt(path: readonly string[]): LexiconField | undefined {
  return fieldsAt(path.slice(0, -1))?.[path.at(-1) ?? ""];
}

export function sectionNamed(name: string): LexiconSection | undefined {
  return new Map<string, LexiconSection>(Object.entries(lexiconSections)).get(name);
}

function readLine(text: string): Line {
  const [, indent = "", dashes = "", content = ""] = /^( *)((?:-(?: +|$))*)(.*)$/.exec(text) ?? [];
  return {
    dash: dashes === "" ? undefined : indent.length,
    column: indent.length + dashes.length,
    name: nameAtStart.exec(content)?.[1],
    blank: dashes === "" && (content.trim() === "" || content.startsWith("#")),
  };
}

/** The names that a line is indented below. */
function ascend(lines: readonly Line[], number: number, from: Line): { path: string[]; inItem: boolean } {
  const path: string[] = [];
  let limit = from.dash ?? from.column;
  let inList = from.dash !== undefined;
  let inItem = inList;
  for (const line of lines.slice(0, number).reverse()) {
    if (line.blank) continue;
    const outer = line.dash ?? line.column;
    // A list may stand as far left as the name it belongs to.
    const above = inList ? line.column <= limit && (line.dash === undefined || line.dash < limit) : line.column < limit;
    if (above) {
      path.unshift(line.name ?? "");
      limit = outer;
      inList = line.dash !== undefined;
    } else if (!inList && line.dash !== undefined && line.dash < limit) {
      // The first line of the item that these fields are of.
      limit = line.dash;
      inList = true;
      inItem ||= path.length === 0;
    }
  }
  return { path, inItem };
}

/** The names in the same block as a line's. */
function namesBeside(lines: readonly Line[], number: number, from: Line): Set<string> {
  const names = new Set<string>();
  const take = (line: Line, upwards: boolean): boolean => {
    if (line.blank) return true;
    const starts = line.dash !== undefined && line.dash < from.column;
    if (line.column < from.column || (starts && !upwards)) return false;
    if (line.column === from.column && line.name !== undefined) names.add(line.name);
    return !starts;
  };
  if (from.dash === undefined)
    lines
      .slice(0, number)
      .reverse()
      .every((line) => take(line, true));
  lines.slice(number + 1).every((line) => take(line, false));
  return names;
}

/** What is open of `name: {…` at the end of a line's content. */
function openBraces(content: string) {
  const open = content.lastIndexOf("{");
  if (open < 0 || content.indexOf("}", open) >= 0) return undefined;
  const inside = content.slice(open + 1);
  const [, name, text = ""] = /(?:^|,) *(?:(\w+) *: +)?([^,:]*)$/.exec(inside) ?? [];
  const owner = /(\w+) *: *(?:\[[^\]]*)?$/.exec(content.slice(0, open))?.[1];
  return { owner, name, text, beside: new Set([...inside.matchAll(/(\w+) *:/g)].map(([, known = ""]) => known)) };
}
