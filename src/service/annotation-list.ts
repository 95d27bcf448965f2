import type { Anchor, OrphanReason } from "../core/annotation/anchors.js";
import type { DecidedAnalysis, Orphan } from "../core/annotation/decided.js";
import { countTags, withTags } from "../core/annotation/notes.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import { type AnnotationRecord, byAge, compare, type RecordKind, type Relation } from "../core/annotation/records.js";
import { placeRelations } from "../core/annotation/relations.js";
import type { Article } from "../core/article/article.js";
import { oneLine, shownSentence } from "../core/corpus/sentences.js";
import { type FileSpan, hull, type TextSpan } from "../core/text/spans.js";
import type { Locale } from "./locale.js";
import { LostTexts } from "./lost-texts.js";
import { articleNotes, type PlacedThread } from "./note-threads.js";

/** The notes, relations and lost annotations of one article. */
export interface AnnotatedArticle {
  /** Of the article, whether it is there or not. */
  readonly uri: string;
  /** From its folder, with `/`. */
  readonly path: string;
  /** Empty where it has none, or is missing. */
  readonly title: string;
  /** The article is not where it was: its annotations wait for it. */
  readonly missing: boolean;
  /** In order of place. */
  readonly notes: readonly PlacedThread[];
  readonly relations: readonly ListedRelation[];
  readonly orphans: readonly ListedOrphan[];
}

export interface ListedRelation {
  readonly relation: Relation;
  /** The words that it joins. */
  readonly from: string;
  readonly to: string;
  /** Of the mention it starts from. */
  readonly span: FileSpan;
}

/** A record that has no place in its article now. */
export interface ListedOrphan {
  readonly id: string;
  readonly kind: RecordKind;
  /** The words it stood on; empty for an answer, which stood where its note did. */
  readonly quote: string;
  /** What it says: the note, the class, the relation's name. */
  readonly text: string;
  /** In one sentence why it has no place. */
  readonly why: string;
  readonly reason: OrphanReason;
  /** Of a relation: which end is lost; of a change: `to` where it is the words that it led to. */
  readonly end?: "from" | "to";
  /** The likeliest first. */
  readonly candidates: readonly { readonly span: FileSpan; readonly line: string }[];
}

export interface AnnotationList {
  /** The tags of all notes, the most used first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** The names of the relations that were drawn so far, the most used first. */
  readonly relationTypes: readonly string[];
  readonly articles: readonly AnnotatedArticle[];
}

/** How what is listed is worded. */
export interface ListWording {
  readonly locale: Locale;
  readonly classes: readonly OwnClass[];
}

/** What the records of an article come to in it as it is now. Depends on nothing else, so that it can be kept. */
export function annotatedArticle(
  path: string,
  decided: DecidedAnalysis,
  records: readonly AnnotationRecord[],
  { locale, classes }: ListWording,
): AnnotatedArticle {
  const { uri, article } = decided.analysis;
  const texts = new LostTexts(locale, classes);
  const notes = articleNotes(article, records);
  const { relations, orphans } = placeRelations(decided, records);
  return {
    uri,
    path,
    title: article.meta.title?.value ?? "",
    missing: false,
    notes: notes.threads,
    relations: relations.map(({ relation, from, to }) => ({
      relation,
      from: oneLine(from.text),
      to: oneLine(to.text),
      span: hull(from.parts),
    })),
    orphans: [
      ...[...decided.orphans, ...notes.orphans, ...orphans].map((orphan) => listedOrphan(orphan, article, texts)),
      ...notes.loose.map((note) => placeless(note, texts.textOf(note), texts.whyLoose)),
    ],
  };
}

/** The records of an article that is not there: all of them wait. */
export function missingArticle(
  uri: string,
  path: string,
  records: readonly AnnotationRecord[],
  { locale, classes }: ListWording,
): AnnotatedArticle {
  const texts = new LostTexts(locale, classes);
  const waiting = [...records].sort(byAge).map((record) => placeless(record, texts.textOf(record), texts.whyMissing));
  return { uri, path, title: "", missing: true, notes: [], relations: [], orphans: waiting };
}

/**
 * Several articles' annotations as one list, by path; articles without any are left out. With `tags`, only
 * threads that bear every one of them; what tags and relations there are is told of all articles all the same.
 */
export function annotationList(articles: readonly AnnotatedArticle[], tags: readonly string[] = []): AnnotationList {
  const shown = tags.length === 0 ? articles : articles.map((article) => onlyWithTags(article, tags));
  return {
    tags: countTags(articles.flatMap(({ notes }) => notes.map(({ thread }) => thread))),
    relationTypes: relationTypes(articles),
    articles: shown
      .filter(({ notes, relations, orphans }) => notes.length + relations.length + orphans.length > 0)
      .sort((a, b) => compare(a.path, b.path)),
  };
}

function onlyWithTags(article: AnnotatedArticle, tags: readonly string[]): AnnotatedArticle {
  const threads = article.notes.map(({ thread }) => thread);
  const kept = new Set(withTags(threads, tags));
  return { ...article, notes: article.notes.filter(({ thread }) => kept.has(thread)), relations: [], orphans: [] };
}

/** The names of relations, the most used first; one that has lost both of its ends counts once. */
function relationTypes(articles: readonly AnnotatedArticle[]): string[] {
  const counts = new Map<string, number>();
  const count = (type: string) => counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const { relations, orphans } of articles) {
    for (const { relation } of relations) count(relation.type);
    const lost = orphans.filter(({ kind }) => kind === "relation").map(({ id, text }) => [id, text] as const);
    for (const type of new Map(lost).values()) count(type);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([type]) => type);
}

function listedOrphan(orphan: Orphan, { text, map }: Article, texts: LostTexts): ListedOrphan {
  const { record, anchor, reason, candidates } = orphan;
  const end = endOf(record, anchor);
  const candidate = (span: TextSpan) => ({ span: hull(map.toFile(span)), line: shownSentence(text, span) });
  return {
    id: record.id,
    kind: record.kind,
    quote: oneLine(anchor.exact),
    text: texts.textOf(record),
    why: texts.why(orphan),
    reason,
    ...(end ? { end } : {}),
    candidates: candidates.map(candidate),
  };
}

/** Which of two anchors of a record it is: an end of a relation, or the words that a change led to. */
function endOf(record: AnnotationRecord, anchor: Anchor): "from" | "to" | undefined {
  if (record.kind === "relation") return anchor === record.from.anchor ? "from" : "to";
  return record.kind === "decision" && anchor === record.to?.anchor ? "to" : undefined;
}

/** An orphan that no words of an article are likely for. */
function placeless(record: AnnotationRecord, text: string, why: string): ListedOrphan {
  const quote = oneLine(
    quotesOf(record)
      .map(({ exact }) => exact)
      .join(" → "),
  );
  return { id: record.id, kind: record.kind, quote, text, why, reason: "gone", candidates: [] };
}

function quotesOf(record: AnnotationRecord): Anchor[] {
  if (record.kind === "relation") return [record.from.anchor, record.to.anchor];
  return record.anchor ? [record.anchor] : [];
}
