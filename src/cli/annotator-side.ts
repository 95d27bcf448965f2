import type { AnnotatorMark } from "../core/annotation/agreement.js";
import { AnchorText } from "../core/annotation/anchors.js";
import type { ImportedDocument } from "../core/export/imported.js";
import { ImportedPlaces } from "../core/export/imported-places.js";
import { isFolder } from "../node/file-workspace.js";
import { annotationTextsFor } from "./annotation-texts.js";
import type { Arguments } from "./arguments.js";
import { exchangeFilesAt, formatOf, readExchange } from "./exchange-files.js";
import { gather } from "./export.js";
import type { Host } from "./host.js";
import type { Io } from "./io.js";
import { printable } from "./printable.js";
import { failureText, type Texts } from "./texts.js";

/** What one annotator marked in one article, or says of it in an exported file. */
export interface SideArticle {
  /** The article's path, with or without its ending; undefined where the file gives none. */
  readonly name: string | undefined;
  /** Its visible text with line feeds, where the file gives it. */
  readonly text: string | undefined;
  /** The marks in a text, in UTF-16 offsets of it; words that have no place in it are given in `lost`. */
  marksIn(text: string): { readonly marks: readonly AnnotatorMark[]; readonly lost: readonly string[] };
}

export interface Side {
  readonly articles: readonly SideArticle[];
  readonly failed: boolean;
}

/** Reads one annotator's work: a folder of articles with their annotations, or exported files. */
export async function readSide(path: string, args: Arguments, io: Io, host: Host, texts: Texts): Promise<Side> {
  const exported = await exportedAt(path);
  if (exported.length === 0) {
    const { documents, failed } = await gather({ ...args, paths: [path] }, io, host, texts);
    return {
      failed,
      articles: documents.map(({ path: name, text, marks }) => {
        const own = marks.map(({ type, span, name: entity }) => ({ type, span, entity }));
        return { name, text, marksIn: (other) => carried(own, text, other) };
      }),
    };
  }
  const articles: SideArticle[] = [];
  let failed = false;
  const say = async (line: string) => {
    failed = true;
    await io.err.write(`${line}\n`);
  };
  const own = annotationTextsFor(args.locale);
  for (const file of exported) {
    const format = formatOf(file.path);
    if (!format) {
      await say(own.unknownEnding(printable(file.path)));
      continue;
    }
    try {
      for (const { name, document } of (await readExchange(file, format)).exchanged)
        articles.push({ name, text: document.text, marksIn: (text) => imported(document, text, args.settled) });
    } catch (error) {
      await say(own.notReadable(printable(file.path), failureText(error, texts)));
    }
  }
  return { articles, failed };
}

/** The exported files at a path; none where it is a folder of articles. */
async function exportedAt(path: string): Promise<{ path: string; name: string }[]> {
  if (!(await isFolder(path))) return [{ path, name: path }];
  if (await isFolder(`${path}/.tifa`)) return [];
  const files = await exchangeFilesAt(path);
  return files.filter(({ path: file }) => formatOf(file) !== undefined && !/[\\/]\./.test(file.slice(path.length)));
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
