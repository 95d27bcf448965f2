import { readFileSync } from "node:fs";
import fc from "fast-check";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { afterAll, describe, expect, it } from "vitest";
import type { ExportDocument } from "../../../src/core/export/export-document.js";
import { labelStudioConfiguration } from "../../../src/core/export/label-studio.js";
import { toTei } from "../../../src/core/export/tei.js";
import { realArticles } from "./real-articles.js";
import { annotatedHtml, annotatedPlain, anyRead, documentOf } from "./support.js";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly children: (Element | string)[];
  /** How many characters of text stand before it in its paragraph-joined body. */
  readonly start: number;
}

/** Parses with saxes, which refuses whatever is not well-formed XML with namespaces. */
function parseXml(xml: string): { readonly root: Element; readonly all: readonly Element[] } {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const all: Element[] = [];
  let open: Element | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, attribute]) => [name, attribute.value]),
    );
    const element: Element = { name: tag.local, attributes, parent: open, children: [], start: 0 };
    expect(tag.uri === "http://www.tei-c.org/ns/1.0" || tag.uri === "").toBe(true);
    open?.children.push(element);
    all.push(element);
    open = element;
  });
  parser.on("text", (text) => open?.children.push(text));
  parser.on("closetag", () => {
    open = open?.parent;
  });
  parser.write(xml).close();
  const [root] = all;
  if (!root) throw new Error("no element");
  return { root, all };
}

const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

/** The body's text, its paragraphs joined by line feeds, and where in it each element starts and ends. */
function readBody(body: Element): { text: string; spans: Map<Element, readonly [number, number]> } {
  let text = "";
  const spans = new Map<Element, readonly [number, number]>();
  const walk = (element: Element) => {
    const start = text.length;
    for (const child of element.children) {
      if (typeof child === "string") text += child;
      else walk(child);
    }
    spans.set(element, [start, text.length]);
  };
  body.children
    .filter((child): child is Element => typeof child !== "string")
    .forEach((paragraph, i) => {
      expect(paragraph.name).toBe("p");
      if (i > 0) text += "\n";
      walk(paragraph);
    });
  return { text, spans };
}

const schema = RelaxNGValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL("tei-subset.rng", import.meta.url))),
);
afterAll(() => schema.dispose());

/** Validates with libxml2. Throws what it says of the first place that the schema does not allow. */
function validate(xml: string): void {
  const parsed = XmlDocument.fromString(xml);
  try {
    schema.validate(parsed);
  } finally {
    parsed.dispose();
  }
}

function check(document: ExportDocument): void {
  const xml = toTei(document);
  validate(xml);
  const { root, all } = parseXml(xml);
  expect([root.name, root.attributes["xml:lang"]]).toEqual(["TEI", "zh"]);
  const ids = all.flatMap(({ attributes }) => attributes["xml:id"] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const byId = new Map(all.map((element) => [element.attributes["xml:id"], element]));
  for (const { attributes } of all) {
    for (const name of ["ref", "ana", "from", "to", "target", "targetEnd", "active", "passive", "resp", "corresp"]) {
      const value = attributes[name];
      if (value !== undefined) expect(byId.has(value.slice(1)), `${name}=${value}`).toBe(true);
    }
  }
  const body = all.find(({ name }) => name === "body");
  if (!body) throw new Error("no body");
  const { text, spans } = readBody(body);
  expect(text).toBe(document.text);
  const place = (id: string | undefined): readonly [number, number] => {
    const element = byId.get(id?.replace(/^#/, ""));
    const span = element && spans.get(element);
    if (!span) throw new Error(`${id} stands nowhere in the body`);
    return span;
  };
  for (const mark of document.marks) {
    const element = byId.get(mark.id);
    const { attributes = {}, name } = element ?? {};
    const [start, end] = name === "span" ? [place(attributes.from)[0], place(attributes.to)[0]] : place(mark.id);
    expect([attributes.type, start, end]).toEqual([mark.type, mark.span.start, mark.span.end]);
    const entity = byId.get((attributes.ref ?? attributes.corresp ?? "").slice(1));
    const named = entity?.children.find((child): child is Element => typeof child !== "string");
    expect(named && textOf(named)).toBe(mark.name);
    const role = name === "span" && element ? textOf(element) : attributes.role;
    if (name === "persName" || name === "span")
      expect((role ?? "").replace(/\s/g, "")).toBe((mark.role ?? "").replace(/\s/g, ""));
    expect(attributes.cert === "high").toBe(mark.status === "accepted");
    const hand = attributes.resp === undefined ? undefined : byId.get(attributes.resp.slice(1));
    expect(hand?.children.map((child) => (typeof child === "string" ? child : textOf(child))).at(-1)).toBe(mark.by);
  }
  for (const entity of document.entities.filter(({ type }) => type === "official")) {
    const element = byId.get(entity.id);
    expect(
      element?.children
        .filter((child) => typeof child !== "string" && child.name === "occupation")
        .map((child) => textOf(child as Element)),
    ).toEqual([...entity.posts]);
  }
  for (const note of document.notes) {
    const element = byId.get(note.id);
    expect([place(element?.attributes.target)[0], place(element?.attributes.targetEnd)[0]]).toEqual([
      note.span.start,
      note.span.end,
    ]);
    const parts = (element?.children ?? []).filter((child): child is Element => typeof child !== "string");
    expect(
      parts
        .filter(({ name }) => name === "p")
        .map(textOf)
        .join("\n"),
    ).toBe(note.text);
    expect(
      parts
        .filter(({ name }) => name === "list")
        .flatMap((list) => list.children.map((item) => textOf(item as Element))),
    ).toEqual([...note.tags]);
    expect(parts.filter(({ name }) => name === "note")).toHaveLength(note.answers.length);
  }
  for (const relation of document.relations) {
    expect(byId.get(relation.id)?.attributes).toMatchObject({
      name: relation.type.replace(/\s+/g, "_"),
      active: `#${relation.from}`,
      passive: `#${relation.to}`,
    });
  }
}

describe("the TEI export, validated by libxml2 and read by saxes", () => {
  it("is well formed and holds the text, the names with their posts, the notes and the relations", () => {
    const html = documentOf(annotatedHtml());
    check(html);
    check(documentOf(annotatedPlain()));
    const { all } = parseXml(toTei(html));
    expect(
      all.find(({ name }) => name === "title") && textOf(all.find(({ name }) => name === "title") as Element),
    ).toBe("澜江省部署数字经济工作");
    expect(all.filter(({ name }) => name === "occupation").map(textOf)).toContain("澜江省委书记");
    expect(all.filter(({ name }) => name === "orgName").length).toBeGreaterThan(0);
  });

  it.each(realArticles())("is and does so for %s", (_, read) => check(documentOf(read)));

  it("is and does so for random annotations", () => {
    fc.assert(
      fc.property(anyRead, (one) => check(documentOf(one))),
      { numRuns: 200 },
    );
  });

  it("is refused by the schema where it is not TEI", () => {
    const xml = toTei(documentOf(annotatedHtml()));
    for (const [from, to] of [
      ["<standOff>", "<standOff><p>x</p>"],
      ["<occupation>", '<occupation when="x">'],
      ["<body>", "<body>words"],
      [/ cert="high"/, ' cert="sure"'],
      [/ when="[^"]*"/, ' when="2024-02-31"'],
    ] as const) {
      const broken = xml.replace(from, to);
      expect(broken).not.toBe(xml);
      expect(() => validate(broken), to).toThrow();
    }
  });

  it.each([
    ["2021-11-18T10:20", 'when="2021-11-18T10:20:00"'],
    ["2021-11-18", 'when="2021-11-18"'],
    ["2021-02-31", "<date>2021-02-31</date>"],
  ])("gives a date as TEI takes it: %s", (date, written) => {
    const document = documentOf(annotatedPlain());
    const xml = toTei({ ...document, meta: { ...document.meta, date } });
    validate(xml);
    expect(xml).toContain(written);
  });

  it("replaces what XML cannot hold, character for character", () => {
    const document = {
      ...documentOf(annotatedPlain()),
      text: "甲\u0000乙\u001b丙\uffff",
      marks: [],
      notes: [],
      entities: [],
      relations: [],
    };
    const { all } = parseXml(toTei(document));
    const body = all.find(({ name }) => name === "body");
    expect(body && readBody(body).text).toBe("甲\uFFFD乙\uFFFD丙\uFFFD");
  });
});

describe("Label Studio's configuration, read by saxes", () => {
  it("is well formed and names every class and relation", () => {
    const document = documentOf(annotatedHtml());
    const parser = new SaxesParser();
    const labels: string[] = [];
    const relations: string[] = [];
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      if (name === "Label") labels.push(String(attributes.value));
      if (name === "Relation") relations.push(String(attributes.value));
    });
    parser.write(labelStudioConfiguration([document])).close();
    expect(labels).toEqual(
      expect.arrayContaining(["official", "agency", "slogan", "byline", "person", "target", "note"]),
    );
    expect(relations).toEqual(["任职 于"]);
  });
});
