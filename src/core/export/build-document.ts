import { type DecidedAnalysis, decisionOn, type Orphan, type OwnMention } from "../annotation/decided.js";
import { placeNotes } from "../annotation/notes.js";
import { type AnnotationRecord, compare, type Note } from "../annotation/records.js";
import { placeRelations } from "../annotation/relations.js";
import type { ArticleMeta } from "../article/article.js";
import type { Mention } from "../recognize/mention.js";
import { ExchangeText } from "./exchange-text.js";
import type {
  ExportAnswer,
  ExportDocument,
  ExportEntity,
  ExportMark,
  ExportMeta,
  ExportOptions,
} from "./export-document.js";

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
      marks: mentions.map((mention, i) =>
        markOf(decided, mention, `m${i + 1}`, entities.get(mention.entityId), exchange),
      ),
      entities: [...entities.values()],
      notes: notes.threads.map(({ first, answers, span }, i) => ({
        ...noteOf(first),
        id: `n${i + 1}`,
        span: exchange.span(span),
        answers: answers.map(noteOf),
        ...(first.resolved ? { resolved: true } : {}),
      })),
      relations: placed.relations.map(({ relation, from, to }, i) => ({
        id: `r${i + 1}`,
        record: relation.id,
        type: relation.type,
        from: ids.get(from) ?? "",
        to: ids.get(to) ?? "",
        ...signed(relation),
        at: relation.at,
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
  decided: DecidedAnalysis,
  mention: Mention | OwnMention,
  id: string,
  entity: ExportEntity | undefined,
  exchange: ExchangeText,
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
    ...("candidate" in mention && mention.candidate ? { candidate: true } : {}),
    ...evidence,
    ...(by?.scope === "mention" ? { record: by.id } : {}),
    ...(by ? { ...signed(by), at: by.at } : {}),
  };
}

function noteOf(note: Note): ExportAnswer {
  return {
    record: note.id,
    text: wellFormed(note.text),
    tags: note.tags.map(wellFormed),
    ...signed(note),
    at: note.at,
  };
}

function signed({ by }: { readonly by?: string }): { by?: string } {
  return by ? { by: wellFormed(by) } : {};
}

function metaOf(meta: ArticleMeta): ExportMeta {
  const { title, date, source, author } = meta;
  const text = (field: { readonly value: string } | undefined, name: string) =>
    field ? { [name]: wellFormed(field.value) } : {};
  return {
    ...text(title, "title"),
    ...text(date, "date"),
    ...text(source, "source"),
    ...text(author, "author"),
    reporters: meta.reporters.map((field) => wellFormed(field.value)),
    editors: meta.editors.map((field) => wellFormed(field.value)),
    categories: meta.categories.map((field) => wellFormed(field.value)),
  };
}

/** UTF-8 cannot write half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
