import fc from "fast-check";
import { expect, it } from "vitest";
import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";
import { readSimpleYaml } from "../../../src/core/article/simple-yaml.js";

/** What the YAML library reads, in the form of `readSimpleYaml`; `undefined` where it finds a mistake. */
function readByLibrary(yaml: string) {
  const document = parseDocument(yaml, { logLevel: "silent", uniqueKeys: false, schema: "failsafe" });
  if (document.errors.length > 0) return undefined;
  const fields = new Map<string, { value: string; start: number; end: number }[]>();
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    const values = scalarsOf(pair.value as Node | null).flatMap((scalar) => {
      const value = String(scalar.value ?? "").trim();
      const quote = scalar.type === "QUOTE_SINGLE" ? 1 : 0;
      return scalar.range && value !== ""
        ? [{ value, start: scalar.range[0] + quote, end: scalar.range[1] - quote }]
        : [];
    });
    if (isScalar(pair.key) && values.length > 0) fields.set(String(pair.key.value).toLowerCase(), values);
  }
  return fields;
}

function scalarsOf(node: Node | null): Scalar[] {
  if (isScalar(node)) return [node];
  return isSeq(node) ? node.items.flatMap((item) => scalarsOf(item as Node)) : [];
}

function read(yaml: string) {
  const fields = readSimpleYaml(yaml, 0);
  return (
    fields && new Map([...fields].map(([key, values]) => [key, values.map(({ value, span }) => ({ value, ...span }))]))
  );
}

const scraped =
  "title: '省委书记调研: 高质量发展'\ncategories: \n - 金融\n - 新浪财经－國内\nauthor: 澜江网\ncomments: false\ndate: Thu, 16 Mar 2023 01:12:08 GMT\nempty:\n\n";

it("reads the front matter that scrapers write", () => {
  expect(
    read(scraped)
      ?.get("categories")
      ?.map(({ value }) => value),
  ).toEqual(["金融", "新浪财经－國内"]);
  expect(read(scraped)).toEqual(readByLibrary(scraped));
});

it.each([
  "title: 'a''b'",
  'title: "a"',
  "title: a\n more",
  "title: a # b",
  "title: a: b",
  "- a",
  "title: [a, b]",
  "title:\n  key: a",
  "title: |\n a",
  "title:\n - a\n  - b",
])("leaves %j to the library", (yaml) => expect(readSimpleYaml(yaml, 0)).toBeUndefined());

it("reads what it does not leave as the library does", () => {
  const words = fc.constantFrom(
    "title",
    "Date",
    "a-b",
    "列",
    "金融",
    ":",
    ": ",
    "'",
    "''",
    '"',
    " ",
    "  ",
    "\n",
    "\n",
    "\n - ",
    "\n  - ",
    "- ",
    "#",
    " #",
    "[",
    "]",
    "{",
    ",",
    "&a",
    "*a",
    "!",
    "|",
    ">",
    "%",
    "@",
    "?",
    "? ",
    "\u3000",
    "\u00a0",
    "\t",
    "---",
    "...",
    "null",
    "1",
    "\ufeff",
    "0x1F",
    "~",
    "<<",
    "。",
  );
  const line = fc.oneof(
    fc.constantFrom(
      "title: 'x y'",
      "title:",
      "title: ",
      "date: 2021-1-1 10:00",
      " - 甲",
      "  - 乙",
      " - 'a b' ",
      "",
      " ",
      "list:\n - a\n - b",
      "author: 某：某 ",
    ),
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join("")),
    fc
      .tuple(fc.constantFrom("key: ", " - ", "key: '"), fc.array(words, { maxLength: 6 }))
      .map(([start, parts]) => start + parts.join("")),
  );
  let compared = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const yaml = lines.join("\n");
      const simple = read(yaml);
      if (!simple) return;
      compared++;
      expect(simple).toEqual(readByLibrary(yaml));
    }),
    { numRuns: 20_000 },
  );
  expect(compared).toBeGreaterThan(1000);
});
