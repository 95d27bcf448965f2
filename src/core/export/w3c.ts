import { AnchorText } from "../annotation/anchors.js";
import type { Span } from "../text/spans.js";
import { CodePoints } from "./code-points.js";
import { withoutHalves } from "./exchange-text.js";
import type {
  ExportAnswer,
  ExportDocument,
  ExportEntity,
  ExportMark,
  ExportNote,
  ExportRelation,
} from "./export-document.js";

/** What the Web Annotation vocabulary has no term for is written under this prefix. */
export const tifaVocabulary = "urn:tifa:vocabulary:";

/**
 * A document as a W3C Web Annotation collection in JSON-LD. A mention is classified by its class and
 * identified by what it names; a note is commented and tagged, its answers reply to it; a relation links the
 * annotations of two mentions. Positions count code points, as the recommendation asks.
 */
export function toW3c(document: ExportDocument): string {
  return `${JSON.stringify(new Writer(document).collection(), undefined, 2)}\n`;
}

class Writer {
  private readonly points: CodePoints;
  private readonly anchors: AnchorText;
  private readonly source: string;

  constructor(private readonly document: ExportDocument) {
    this.points = new CodePoints(document.text);
    this.anchors = new AnchorText(document.text);
    this.source = encodeURI(document.path).replace(/[?#]/g, encodeURIComponent);
  }

  collection() {
    const { marks, notes, relations, meta, path } = this.document;
    const items = [
      ...marks.map((mark) => this.mark(mark)),
      ...notes.flatMap((note) => this.note(note)),
      ...relations.map((relation) => this.relation(relation)),
    ];
    return {
      "@context": ["http://www.w3.org/ns/anno.jsonld", { tifa: tifaVocabulary }],
      id: this.id(""),
      type: "AnnotationCollection",
      label: meta.title ?? path,
      total: items.length,
      "tifa:length": this.points.count(this.document.text.length),
      first: { id: this.id("page"), type: "AnnotationPage", startIndex: 0, items },
    };
  }

  private mark(mark: ExportMark) {
    const entity = this.document.entities.find(({ id }) => id === mark.entity);
    return {
      id: this.id(mark.id),
      type: "Annotation",
      motivation: "classifying",
      ...created(mark),
      body: [
        { type: "TextualBody", purpose: "classifying", format: "text/plain", value: mark.type },
        ...(entity ? [this.identity(entity)] : []),
        ...(mark.role ? [{ type: "TextualBody", purpose: "describing", format: "text/plain", value: mark.role }] : []),
      ],
      target: this.target(mark.span),
      "tifa:status": mark.status,
      ...(mark.record ? { "tifa:record": mark.record } : {}),
      ...(mark.candidate ? { "tifa:candidate": true } : {}),
      ...(mark.rule ? { "tifa:rule": mark.rule } : {}),
      ...(mark.score === undefined ? {} : { "tifa:score": mark.score }),
    };
  }

  private identity({ type, name, aliases, posts }: ExportEntity) {
    return {
      type: "SpecificResource",
      purpose: "identifying",
      source: {
        id: `urn:tifa:entity:${encodeURIComponent(type)}:${encodeURIComponent(name)}`,
        label: name,
        ...(aliases.length > 0 ? { "tifa:alias": aliases } : {}),
        ...(posts.length > 0 ? { "tifa:post": posts } : {}),
      },
    };
  }

  private note(note: ExportNote) {
    const first = {
      ...this.comment(note, note.id, "commenting"),
      target: this.target(note.span),
      ...(note.resolved ? { "tifa:resolved": true } : {}),
    };
    const answers = note.answers.map((answer, i) => ({
      ...this.comment(answer, `${note.id}-${i + 1}`, "replying"),
      target: this.id(note.id),
    }));
    return [first, ...answers];
  }

  private comment(note: ExportAnswer, id: string, motivation: "commenting" | "replying") {
    return {
      id: this.id(id),
      type: "Annotation",
      motivation,
      ...created(note),
      body: [
        { type: "TextualBody", purpose: motivation, format: "text/plain", value: note.text },
        ...note.tags.map((tag) => ({ type: "TextualBody", purpose: "tagging", format: "text/plain", value: tag })),
      ],
      "tifa:record": note.record,
    };
  }

  private relation(relation: ExportRelation) {
    return {
      id: this.id(relation.id),
      type: "Annotation",
      motivation: "linking",
      ...created(relation),
      body: [
        { type: "TextualBody", purpose: "classifying", format: "text/plain", value: relation.type },
        { type: "SpecificResource", purpose: "linking", source: this.id(relation.to) },
      ],
      target: this.id(relation.from),
      "tifa:record": relation.record,
    };
  }

  private target({ start, end }: Span) {
    const anchor = this.anchors.make({ start, end });
    const quote = anchor && {
      type: "TextQuoteSelector",
      exact: this.document.text.slice(start, end),
      prefix: withoutHalves(this.document.text.slice(anchor.start - anchor.prefix.length, start)),
      suffix: withoutHalves(this.document.text.slice(end, anchor.end + anchor.suffix.length)),
    };
    const position = { type: "TextPositionSelector", start: this.points.count(start), end: this.points.count(end) };
    return { source: this.source, selector: quote ? [quote, position] : position };
  }

  private id(fragment: string): string {
    return `urn:tifa:annotations:${encodeURIComponent(this.document.path)}${fragment ? `:${fragment}` : ""}`;
  }
}

function created({ by, at }: { readonly by?: string; readonly at?: string }) {
  return { ...(by ? { creator: { type: "Person", name: by } } : {}), ...(at ? { created: at } : {}) };
}
