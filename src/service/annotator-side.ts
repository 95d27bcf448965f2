import type { AnnotatorMark } from "../core/annotation/agreement.js";
import { AnchorText } from "../core/annotation/anchors.js";
import type { ExportDocument } from "../core/export/export-document.js";
import type { Exchanged } from "../core/export/import-files.js";
import type { ImportedDocument } from "../core/export/imported.js";
import { ImportedPlaces } from "../core/export/imported-places.js";

/** What one annotator marked in one article, or says of it in an exported file. */
export interface SideArticle {
  /** The article's path, with or without its ending; undefined where the file gives none. */
  readonly name: string | undefined;
  /** Its visible text with line feeds, where the file gives it. */
  readonly text: string | undefined;
  /** The marks in a text, in UTF-16 offsets of it; words that have no place in it are given in `lost`. */
  marksIn(text: string): { readonly marks: readonly AnnotatorMark[]; readonly lost: readonly string[] };
}

/** One annotator's work on articles as they are exported. */
export function sideOfDocuments(documents: readonly ExportDocument[]): SideArticle[] {
  return documents.map(({ path: name, text, marks }) => {
    const own = marks.map(({ type, span, name: entity }) => ({ type, span, entity }));
    return { name, text, marksIn: (other) => carried(own, text, other) };
  });
}

/** One annotator's work in exported files; with `settledOnly`, without mere suggestions. */
export function sideOfFiles(exchanged: readonly Exchanged[], settledOnly: boolean): SideArticle[] {
  return exchanged.map(({ name, document }) => ({
    name,
    text: document.text,
    marksIn: (text) => imported(document, text, settledOnly),
  }));
}

/** Marks at the same words of another text, where these can be told. */
function carried(marks: readonly AnnotatorMark[], from: string, to: string) {
  if (from === to) return { marks, lost: [] };
  const [theirs, ours] = [new AnchorText(from), new AnchorText(to)];
  const lost: string[] = [];
  const placed = marks.flatMap((mark): AnnotatorMark[] => {
    const anchor = theirs.make(mark.span);
    const found = anchor && ours.find(anchor);
    if (found && found.state !== "orphan") return [{ ...mark, span: found.span }];
    lost.push(from.slice(mark.span.start, mark.span.end));
    return [];
  });
  return { marks: placed, lost };
}

function imported(document: ImportedDocument, text: string, settledOnly: boolean) {
  const places = new ImportedPlaces(text, document);
  const lost: string[] = [];
  const marks = document.marks.flatMap(({ type, span, name, status }): AnnotatorMark[] => {
    if (settledOnly && status === "suggested") return [];
    const found = places.find(span);
    if (found) return [{ type, span: found, ...(name === undefined ? {} : { entity: name }) }];
    lost.push(span.exact ?? type);
    return [];
  });
  return { marks, lost };
}
