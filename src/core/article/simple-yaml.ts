import { fileSpan } from "../text/spans.js";
import type { Field } from "./article.js";

/** A plain scalar's first character: no indicator of YAML, all of which are ASCII. The rest is checked apart. */
const plain = String.raw`[A-Za-z0-9\u00a1-\ufefe\uff00-\uffff][^\r\n\t]*`;
const scalar = `(?:'([^'\\r\\n\\t]*)'|(${plain}?))`;
const keyLine = new RegExp(`([A-Za-z_][\\w-]*):(?: +${scalar})? *(?:\\n|$)`, "y");
const itemLine = new RegExp(`( +)- +${scalar} *(?:\\n|$)`, "y");
const blankLine = / *\n/y;
/** What ends a plain scalar, or makes it a key, where it is not the end of the line. */
const notPlain = /: | #|:$/;

/**
 * Reads the front matter that scrapers write: keys in the first column with plain or single-quoted values on
 * one line, or with an indented list of such values. Returns undefined for anything else, which is left to the
 * YAML library; what is read here, that reads in the same way and an order of magnitude slower.
 * `base` is the file offset of `yaml`.
 */
export function readSimpleYaml(yaml: string, base: number): Map<string, Field[]> | undefined {
  const fields = new Map<string, Field[]>();
  let at = 0;
  while (at < yaml.length) {
    if (matchAt(blankLine, yaml, at)) {
      at = blankLine.lastIndex;
      continue;
    }
    const entry = matchAt(keyLine, yaml, at);
    if (!entry) return undefined;
    const values: Field[] = [];
    const hasValue = entry[2] !== undefined || entry[3] !== undefined;
    if (hasValue && !addField(values, entry, entry[2], entry[3], base)) return undefined;
    at = keyLine.lastIndex;
    for (let indent: string | undefined; !hasValue; at = itemLine.lastIndex) {
      const item = matchAt(itemLine, yaml, at);
      if (!item) break;
      indent ??= item[1];
      if (item[1] !== indent || !addField(values, item, item[2], item[3], base)) return undefined;
    }
    if (values.length > 0) fields.set((entry[1] as string).toLowerCase(), values);
  }
  return fields;
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Adds a line's value where there is one; false where it is not as simple as it looks. */
function addField(
  values: Field[],
  line: RegExpExecArray,
  quoted: string | undefined,
  bare: string | undefined,
  base: number,
): boolean {
  const inside = quoted ?? bare ?? "";
  if (bare !== undefined && notPlain.test(bare)) return false;
  const value = inside.trim();
  const start =
    base +
    line.index +
    line[0].indexOf(quoted === undefined ? inside : `'${inside}'`, offsetOfValue(line)) +
    (quoted === undefined ? 0 : 1);
  if (value !== "") values.push({ value, span: fileSpan(start, start + inside.length) });
  return true;
}

/** Where the value may begin in a line: behind the colon of its key or the dash of its item. */
function offsetOfValue(line: RegExpExecArray): number {
  return (line[1] as string).length + 1;
}
