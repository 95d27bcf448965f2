import { type NoteThread, type PlacedNotes, placeNotes } from "../core/annotation/notes.js";
import type { AnnotationRecord } from "../core/annotation/records.js";
import type { Article } from "../core/article/article.js";
import { oneLine } from "../core/corpus/sentences.js";
import { type FileSpan, hull } from "../core/text/spans.js";

/** A thread of notes where it stands in its file. */
export interface PlacedThread {
  readonly thread: NoteThread;
  readonly resolved: boolean;
  /** The words it stands on, in one line. */
  readonly quote: string;
  /** From the first to the last of its words. */
  readonly span: FileSpan;
}

export interface ArticleNotes extends Pick<PlacedNotes, "orphans" | "loose"> {
  /** In order of place. */
  readonly threads: readonly PlacedThread[];
}

/** The notes among an article's records, in its file. */
export function articleNotes(article: Article, records: Iterable<AnnotationRecord>): ArticleNotes {
  const { threads, orphans, loose } = placeNotes(article.text, records);
  return { threads: threads.map((thread) => inFile(article, thread)), orphans, loose };
}

/** The threads of notes that have a place in an article, in order of place. */
export function noteThreads(article: Article, records: Iterable<AnnotationRecord>): readonly PlacedThread[] {
  return articleNotes(article, records).threads;
}

function inFile({ text, map }: Article, thread: NoteThread): PlacedThread {
  const { first, span } = thread;
  return {
    thread,
    resolved: first.resolved === true,
    quote: oneLine(text.slice(span.start, span.end)),
    span: hull(map.toFile(span)),
  };
}
