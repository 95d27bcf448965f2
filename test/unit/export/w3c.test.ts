import {
  type Chunk,
  type Chunker,
  textPositionSelectorMatcher,
  textQuoteSelectorMatcher,
} from "@apache-annotator/selector";
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import type { ExportDocument } from "../../../src/core/export/export-document.js";
import { toW3c } from "../../../src/core/export/w3c.js";
import { realArticles } from "./real-articles.js";
import { annotatedHtml, annotatedPlain, anyRead, documentOf } from "./support.js";

const oa = "http://www.w3.org/ns/oa#";
const as = "http://www.w3.org/ns/activitystreams#";

/** The terms of the Web Annotation vocabulary that are used here, with the IRIs that the recommendation gives them. */
const context = {
  "@context": {
    oa,
    as,
    dc: "http://purl.org/dc/elements/1.1/",
    dcterms: "http://purl.org/dc/terms/",
    foaf: "http://xmlns.com/foaf/0.1/",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    id: "@id",
    type: "@type",
    Annotation: "oa:Annotation",
    TextualBody: "oa:TextualBody",
    SpecificResource: "oa:SpecificResource",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    Person: "foaf:Person",
    AnnotationCollection: "as:OrderedCollection",
    AnnotationPage: "as:OrderedCollectionPage",
    body: { "@type": "@id", "@id": "oa:hasBody" },
    target: { "@type": "@id", "@id": "oa:hasTarget" },
    source: { "@type": "@id", "@id": "oa:hasSource" },
    selector: { "@type": "@id", "@id": "oa:hasSelector" },
    motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" },
    purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
    classifying: "oa:classifying",
    commenting: "oa:commenting",
    describing: "oa:describing",
    identifying: "oa:identifying",
    linking: "oa:linking",
    replying: "oa:replying",
    tagging: "oa:tagging",
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: { "@type": "xsd:nonNegativeInteger", "@id": "oa:start" },
    end: { "@type": "xsd:nonNegativeInteger", "@id": "oa:end" },
    created: { "@type": "xsd:dateTime", "@id": "dcterms:created" },
    creator: { "@type": "@id", "@id": "dcterms:creator" },
    value: "rdf:value",
    format: "dc:format",
    name: "foaf:name",
    label: "rdfs:label",
    items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
    first: { "@type": "@id", "@id": "as:first" },
    startIndex: { "@type": "xsd:nonNegativeInteger", "@id": "as:startIndex" },
    total: { "@type": "xsd:nonNegativeInteger", "@id": "as:totalItems" },
  },
} as const;

interface Node {
  readonly [property: string]: unknown;
}

const nodes = (node: unknown, property: string): Node[] =>
  ((node as Node | undefined)?.[property] as Node[] | undefined) ?? [];
const values = (node: unknown, property: string): unknown[] =>
  nodes(node, property).map((one) => one["@value"] ?? one["@id"]);

async function expanded(document: ExportDocument): Promise<Node[]> {
  const source = JSON.parse(toW3c(document));
  const result = await jsonld.expand(source, {
    base: "https://example.org/articles/",
    documentLoader: async (url: string) => {
      expect(url).toBe("http://www.w3.org/ns/anno.jsonld");
      return { contextUrl: undefined, documentUrl: url, document: context };
    },
  });
  const [collection] = result as Node[];
  const page = nodes(collection, `${as}first`)[0];
  return nodes(page, `${as}items`)[0]?.["@list"] as Node[];
}

/** A text as one chunk, which is what Apache Annotator's matchers read. */
class OneChunk implements Chunker<Chunk<string>> {
  readonly currentChunk: Chunk<string>;
  constructor(data: string) {
    this.currentChunk = { data, equals: (other) => other.data === data };
  }
  nextChunk(): null {
    return null;
  }
  previousChunk(): null {
    return null;
  }
  precedesCurrentChunk(): boolean {
    return false;
  }
}

type Matcher = AsyncGenerator<{ readonly startIndex: number; readonly endIndex: number }>;

async function matches(matcher: Matcher): Promise<{ start: number; end: number }[]> {
  const found: { start: number; end: number }[] = [];
  for await (const { startIndex, endIndex } of matcher) found.push({ start: startIndex, end: endIndex });
  return found;
}

async function checkSelectors(document: ExportDocument): Promise<void> {
  const { items } = JSON.parse(toW3c(document)).first;
  const placed = items.filter((item: { target: unknown }) => typeof item.target !== "string");
  const spans = [...document.marks, ...document.notes].map(({ span }) => span);
  expect(placed).toHaveLength(spans.length);
  for (const [i, { target }] of placed.entries()) {
    const [quote, position] = target.selector;
    expect(
      await matches(textPositionSelectorMatcher(position)(new OneChunk(document.text)) as unknown as Matcher),
    ).toEqual([spans[i]]);
    expect(
      await matches(textQuoteSelectorMatcher(quote)(new OneChunk(document.text)) as unknown as Matcher),
    ).toContainEqual(spans[i]);
  }
}

describe("the W3C export", () => {
  it("is JSON-LD whose every term jsonld finds in the vocabulary", async () => {
    const document = documentOf(annotatedHtml());
    const items = await expanded(document);
    expect(items).toHaveLength(document.marks.length + document.notes.length + 1 + document.relations.length);
    for (const item of items) {
      expect(item["@type"]).toEqual([`${oa}Annotation`]);
      expect(String(item["@id"])).toMatch(/^urn:tifa:annotations:/);
      expect(nodes(item, `${oa}hasTarget`)).toHaveLength(1);
      expect(nodes(item, `${oa}hasBody`).length).toBeGreaterThan(0);
      expect(
        Object.keys(item).every(
          (key) =>
            key.startsWith("@") ||
            key.startsWith(oa) ||
            key.startsWith("http://purl.org/dc/terms/") ||
            key.startsWith("urn:tifa:vocabulary:"),
        ),
      ).toBe(true);
    }
    expect(new Set(items.map((item) => item["@id"])).size).toBe(items.length);
  });

  it("says of each mention its class, what it names, its role, its maker and its place", async () => {
    const document = documentOf(annotatedHtml());
    const items = await expanded(document);
    document.marks.forEach((mark, i) => {
      const item = items[i];
      const bodies = nodes(item, `${oa}hasBody`);
      const said = (purpose: string) => bodies.filter((body) => values(body, `${oa}hasPurpose`).includes(oa + purpose));
      expect(values(item, `${oa}motivatedBy`)).toEqual([`${oa}classifying`]);
      expect(
        said("classifying").flatMap((body) => values(body, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")),
      ).toEqual([mark.type]);
      const [source] = nodes(said("identifying")[0], `${oa}hasSource`);
      expect(values(source, "http://www.w3.org/2000/01/rdf-schema#label")).toEqual([mark.name]);
      expect(
        said("describing").flatMap((body) => values(body, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")),
      ).toEqual(mark.role ? [mark.role] : []);
      expect(
        nodes(item, "http://purl.org/dc/terms/creator").flatMap((person) =>
          values(person, "http://xmlns.com/foaf/0.1/name"),
        ),
      ).toEqual(mark.by ? [mark.by] : []);
      const [target] = nodes(item, `${oa}hasTarget`);
      expect(values(target, `${oa}hasSource`)).toEqual([
        `https://example.org/articles/${encodeURI(document.path).replace("#", "%23")}`,
      ]);
    });
    const relation = items.at(-1);
    expect(values(relation, `${oa}motivatedBy`)).toEqual([`${oa}linking`]);
    const ends = [relation, nodes(relation, `${oa}hasBody`)[1]];
    const ids = new Set(items.map((item) => item["@id"]));
    expect(ids.has(values(ends[0], `${oa}hasTarget`)[0])).toBe(true);
    expect(ids.has(values(ends[1], `${oa}hasSource`)[0])).toBe(true);
  });

  it.each(realArticles())("does so of %s", async (_, read) => {
    const document = documentOf(read);
    const items = await expanded(document);
    const answers = document.notes.reduce((sum, note) => sum + note.answers.length, 0);
    expect(items).toHaveLength(document.marks.length + document.notes.length + answers + document.relations.length);
    await checkSelectors(document);
  });

  it("has selectors by which Apache Annotator finds the words, in code points and by the quote", async () => {
    await checkSelectors(documentOf(annotatedHtml()));
    await checkSelectors(documentOf(annotatedPlain()));
    await fc.assert(
      fc.asyncProperty(anyRead, (one) => checkSelectors(documentOf(one))),
      { numRuns: 60 },
    );
  });
});
