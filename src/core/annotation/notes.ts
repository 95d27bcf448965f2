import type { TextSpan } from "../text/spans.js";
import { AnchorText } from "./anchors.js";
import type { Orphan } from "./decided.js";
import { type AnnotationRecord, byAge, compare, type Note } from "./records.js";

/** A note with its answers, where it stands. */
export interface NoteThread {
  readonly first: Note;
  /** Oldest first. */
  readonly answers: readonly Note[];
  readonly span: TextSpan;
}

export interface PlacedNotes {
  /** In order of place, of two at one place the older first. */
  readonly threads: readonly NoteThread[];
  readonly orphans: readonly Orphan[];
  /** Answers to notes that are not there, oldest first. */
  readonly loose: readonly Note[];
}

/** Finds the notes among an article's records in its visible text. */
export function placeNotes(text: string | AnchorText, records: Iterable<AnnotationRecord>): PlacedNotes {
  const anchors = typeof text === "string" ? new AnchorText(text) : text;
  const notes = [...records].filter((record) => record.kind === "note").sort(byAge);
  const answers = answersByThread(notes);
  const threads: NoteThread[] = [];
  const orphans: Orphan[] = [];
  for (const first of notes) {
    if (!first.anchor) continue;
    const found = anchors.find(first.anchor);
    if (found.state === "orphan")
      orphans.push({ record: first, anchor: first.anchor, reason: found.reason, candidates: found.candidates });
    else threads.push({ first, answers: answers.get(first.id) ?? [], span: found.span });
  }
  const ids = new Set(notes.map((note) => note.id));
  const loose = notes.filter((note) => !note.anchor && !ids.has(note.replyTo ?? ""));
  return { threads: threads.sort((a, b) => a.span.start - b.span.start), orphans, loose };
}

/** The ids of a thread's notes, to be removed together. */
export function threadIds(first: Note, records: Iterable<AnnotationRecord>): string[] {
  return [
    first.id,
    ...[...records].flatMap((record) => (record.kind === "note" && record.replyTo === first.id ? [record.id] : [])),
  ];
}

/** The answers to each first note; an answer that has an anchor of its own stands as a first note itself. */
function answersByThread(notes: readonly Note[]): Map<string, Note[]> {
  const answers = new Map<string, Note[]>();
  for (const note of notes) {
    if (note.replyTo === undefined || note.anchor) continue;
    const list = answers.get(note.replyTo);
    if (list) list.push(note);
    else answers.set(note.replyTo, [note]);
  }
  return answers;
}

/** Tags as typed: set apart by blanks or commas of either script, with or without a `#`; each once, in order. */
export function readTags(typed: string): string[] {
  const words = typed.split(/[\s,，、;；]+/u).map((word) => word.replace(/^[#＃]+/u, ""));
  return [...new Set(words.filter((word) => word !== ""))];
}

/** The threads that bear every one of `tags`; all without any. Letters count alike in upper and lower case. */
export function withTags(threads: readonly NoteThread[], tags: readonly string[]): NoteThread[] {
  const wanted = tags.map(fold);
  return threads.filter((thread) => {
    const has = new Set(tagsOf(thread).map(fold));
    return wanted.every((tag) => has.has(tag));
  });
}

/** How many threads bear each tag, the most used first. */
export function countTags(threads: readonly NoteThread[]): { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const thread of threads) {
    for (const tag of new Map(tagsOf(thread).map((tag) => [fold(tag), tag])).values()) {
      const counted = counts.get(fold(tag));
      if (counted) counted.count++;
      else counts.set(fold(tag), { tag, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || compare(a.tag, b.tag));
}

function tagsOf({ first, answers }: NoteThread): string[] {
  return [first, ...answers].flatMap((note) => note.tags);
}

function fold(tag: string): string {
  return tag.normalize("NFKC").toLowerCase();
}
