import type { ArticleMeta } from "../article/article.js";
import { type DecidedAnalysis, decisionOn, type Orphan, type OwnMention } from "../annotation/decided.js";
import { placeNotes } from "../annotation/notes.js";
import type { OwnClass } from "../annotation/own-classes.js";
import { type AnnotationRecord, compare, type MarkType, type Note } from "../annotation/records.js";
import { placeRelations } from "../annotation/relations.js";
import type { Mention } from "../recognize/mention.js";
import type { Span } from "../text/spans.js";
import { ExchangeText } from "./exchange-text.js";

/** One article with all that is marked in it, as every format of export takes it. Spans are UTF-16 offsets of `text`. */
export interface ExportDocument {
  /** The article's path in its workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly meta: ExportMeta;
  /** In order of place, the longer first; `id`s run `m1`, `m2` … */
  readonly marks: readonly ExportMark[];
  /** What the marks name, in order of first mention; `e1`, `e2` … */
  readonly entities: readonly ExportEntity[];
  /** In order of place; `n1`, `n2` … */
  readonly notes: readonly ExportNote[];
  /** In order of place; `r1`, `r2` … */
  readonly relations: readonly ExportRelation[];
  readonly classes: readonly OwnClass[];
}

export interface ExportMeta {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly author?: string;
  readonly reporters: readonly string[];
  readonly editors: readonly string[];
  readonly categories: readonly string[];
}

export interface ExportMark {
  readonly id: string;
  readonly type: MarkType;
  readonly span: Span;
  readonly text: string;
  /** The `id` of what it names, in the document's entities. */
  readonly entity: string;
  /** The entity's canonical name. */
  readonly name: string;
  readonly role?: string;
  /** `accepted` is what a reader has decided on or added, `suggested` what was recognised. */
  readonly status: "accepted" | "suggested";
  readonly candidate?: boolean;
  readonly rule?: string;
  readonly score?: number;
  /** The decision on this mark alone, if there is one. */
  readonly record?: string;
  readonly by?: string;
  readonly at?: string;
}

export interface ExportEntity {
  readonly id: string;
  readonly type: MarkType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly posts: readonly string[];
}

export interface ExportNote {
  readonly id: string;
  readonly record: string;
  readonly span: Span;
  readonly text: string;
  readonly tags: readonly string[];
  readonly resolved?: boolean;
  readonly by?: string;
  readonly at: string;
  readonly answers: readonly ExportAnswer[];
}

export interface ExportAnswer {
  readonly record: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly by?: string;
  readonly at: string;
}

export interface ExportRelation {
  readonly id: string;
  readonly record: string;
  readonly type: string;
  /** The `id`s of the marks it joins. */
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly at: string;
}

export interface ExportOptions {
  readonly path: string;
  /** `settled` leaves out what nobody has decided on, but for the ends of relations. */
  readonly include?: "all" | "settled";
  readonly classes?: readonly OwnClass[];
}

/**
 * Gathers one article for export. `records` are those of the article's annotation file. What has no place in
 * the article as it is now cannot be exported and is given back in `orphans`.
 */
export function exportDocument(
  decided: DecidedAnalysis,
  records: Iterable<AnnotationRecord>,
  options: ExportOptions,
): { readonly document: ExportDocument; readonly orphans: readonly Orphan[] } {
  const all = [...records];
  const { article } = decided.analysis;
  const exchange = new ExchangeText(article.text);
  const placed = placeRelations(decided, all);
  const notes = placeNotes(article.text, all);
  const joined = new Set(placed.relations.flatMap(({ from, to }) => [from, to]));
  const mentions = [...decided.analysis.mentions, ...decided.own]
    .filter((mention) => options.include !== "settled" || decisionOn(decided, mention) || joined.has(mention))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || compare(a.type, b.type));
  const ids = new Map(mentions.map((mention, i) => [mention, `m${i + 1}`]));
  const entities = entitiesOf(decided, mentions);
  return {
    document: {
      path: wellFormed(options.path),
      text: exchange.text,
      meta: metaOf(article.meta),
      marks: mentions.map((mention, i) => markOf(decided, mention, `m${i + 1}`, entities.get(mention.entityId), exchange)),
      entities: [...entities.values()],
      notes: notes.threads.map(({ first, answers, span }, i) => ({
        ...noteOf(first), id: `n${i + 1}`, span: exchange.span(span), answers: answers.map(noteOf), ...(first.resolved ? { resolved: true } : {}),
      })),
      relations: placed.relations.map(({ relation, from, to }, i) => ({
        id: `r${i + 1}`, record: relation.id, type: relation.type, from: ids.get(from) ?? "", to: ids.get(to) ?? "", ...signed(relation), at: relation.at,
      })),
      classes: options.classes ?? [],
    },
    orphans: [...decided.orphans, ...notes.orphans, ...placed.orphans],
  };
}

function entitiesOf(decided: DecidedAnalysis, mentions: readonly (Mention | OwnMention)[]): Map<string, ExportEntity> {
  const entities = new Map<string, ExportEntity>();
  for (const { entityId, type } of mentions) {
    if (entities.has(entityId)) continue;
    const known = decided.analysis.entities.get(entityId);
    entities.set(entityId, {
      id: `e${entities.size + 1}`,
      type,
      name: wellFormed(known?.name ?? entityId.slice(entityId.indexOf(":") + 1)),
      aliases: (known?.aliases ?? []).map(wellFormed),
      posts: (known?.posts ?? []).map((post) => wellFormed(post.title)),
    });
  }
  return entities;
}

function markOf(
  decided: DecidedAnalysis, mention: Mention | OwnMention, id: string, entity: ExportEntity | undefined, exchange: ExchangeText,
): ExportMark {
  const by = decisionOn(decided, mention);
  const span = exchange.span(mention.span);
  const evidence = "evidence" in mention && !by ? { rule: mention.evidence.rule, score: mention.evidence.score } : {};
  return {
    id,
    type: mention.type,
    span,
    text: exchange.text.slice(span.start, span.end),
    entity: entity?.id ?? "",
    name: entity?.name ?? "",
    ...(mention.role ? { role: wellFormed(mention.role) } : {}),
    status: by ? "accepted" : "suggested",
    ..."candidate" in mention && mention.candidate ? { candidate: true } : {},
    ...evidence,
    ...(by?.scope === "mention" ? { record: by.id } : {}),
    ...(by ? { ...signed(by), at: by.at } : {}),
  };
}

function noteOf(note: Note): ExportAnswer {
  return { record: note.id, text: wellFormed(note.text), tags: note.tags.map(wellFormed), ...signed(note), at: note.at };
}

function signed({ by }: { readonly by?: string }): { by?: string } {
  return by ? { by: wellFormed(by) } : {};
}

function metaOf(meta: ArticleMeta): ExportMeta {
  const { title, date, source, author } = meta;
  const text = (field: { readonly value: string } | undefined, name: string) => (field ? { [name]: wellFormed(field.value) } : {});
  return {
    ...text(title, "title"), ...text(date, "date"), ...text(source, "source"), ...text(author, "author"),
    reporters: meta.reporters.map((field) => wellFormed(field.value)),
    editors: meta.editors.map((field) => wellFormed(field.value)),
    categories: meta.categories.map((field) => wellFormed(field.value)),
  };
}

/** UTF-8 cannot write half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
