import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import type { ExportDocument } from "../../../src/core/export/export-document.js";
import { toHtml } from "../../../src/core/export/html.js";
import { realArticles } from "./real-articles.js";
import { annotatedHtml, annotatedPlain, anyRead, documentOf } from "./support.js";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Parses as a browser would; anything the standard calls a parse error fails the test. */
function elementsOf(html: string): Element[] {
  const document = parse(html, {
    onParseError: ({ code, startLine }) => {
      throw new Error(`${code} in line ${startLine}`);
    },
  });
  const all: Element[] = [];
  const walk = (node: Node) => {
    if (!("tagName" in node)) return;
    all.push(node);
    node.childNodes.forEach(walk);
  };
  document.childNodes.forEach(walk);
  return all;
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

/** The text that a reader sees, line by line, with the span of each mark and note in it. */
function readText(article: Element | undefined): { text: string; spans: Map<string, [number, number]> } {
  let text = "";
  const spans = new Map<string, [number, number]>();
  const walk = (node: Node) => {
    if ("value" in node) text += node.value;
    if (!("tagName" in node) || node.tagName === "sup") return;
    const start = text.length;
    node.childNodes.forEach(walk);
    const id = attribute(node, "data-mark") ?? attribute(node, "data-note");
    if (id) spans.set(id, [spans.get(id)?.[0] ?? start, text.length]);
  };
  const lines = (article?.childNodes ?? []).filter((node): node is Element => "tagName" in node);
  lines.forEach((line, i) => {
    if (i > 0) text += "\n";
    walk(line);
  });
  return { text, spans };
}

function check(document: ExportDocument): void {
  const all = elementsOf(toHtml([document], "zh"));
  const { text, spans } = readText(all.find((element) => attribute(element, "class") === "text"));
  // A parser reads NUL as U+FFFD; nothing else of the text may differ.
  expect(text).toBe(document.text);
  for (const { id, span } of [...document.marks, ...document.notes])
    expect([id, spans.get(id)]).toEqual([id, [span.start, span.end]]);
  const ids = all.flatMap((element) => attribute(element, "id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const element of all) {
    const href = attribute(element, "href");
    if (href !== undefined) expect(ids).toContain(href.slice(1));
    expect(["script", "iframe", "object", "embed", "link", "img", "base", "form", "svg"]).not.toContain(
      element.tagName,
    );
    expect(
      element.attrs.filter(
        ({ name, value }) => name.startsWith("on") || name === "src" || /^\s*javascript:/i.test(value),
      ),
    ).toEqual([]);
  }
}

describe("the HTML report, read by parse5", () => {
  it("is valid, runs nothing, refers to nothing outside, and holds the text with its marks", () => {
    check(documentOf(annotatedHtml()));
    check(documentOf(annotatedPlain()));
  });

  it.each(realArticles())("is and does so for %s", (_, read) => check(documentOf(read)));

  it("is and does so for random annotations", () => {
    fc.assert(
      fc.property(anyRead, (one) => check(documentOf(one))),
      { numRuns: 150 },
    );
  });

  it("shows notes as text, whatever is in them", () => {
    const notes = elementsOf(toHtml([documentOf(annotatedHtml())], "en")).filter(
      (element) => attribute(element, "class") === "note",
    );
    const shown = notes.map(textOf).join("\n");
    expect(shown).toContain('=HYPERLINK("x") <b>首次</b> & 出现');
    expect(shown).toContain("陈 <一>");
    expect(shown).toContain("'已核对");
  });

  it("holds several articles with a list of them, in either language", () => {
    for (const [locale, word] of [
      ["en", "Articles"],
      ["zh", "文章"],
    ] as const) {
      const all = elementsOf(toHtml([documentOf(annotatedHtml()), documentOf(annotatedPlain())], locale));
      const nav = all.find(({ tagName }) => tagName === "nav");
      expect(nav && textOf(nav)).toContain(word);
      expect(all.filter(({ tagName }) => tagName === "article")).toHaveLength(2);
      const ids = all.flatMap((element) => attribute(element, "id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("forbids itself scripts and anything from elsewhere", () => {
    const meta = elementsOf(toHtml([documentOf(annotatedHtml())], "en")).find(
      (element) => attribute(element, "http-equiv") === "Content-Security-Policy",
    );
    expect(meta && attribute(meta, "content")).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });
});
