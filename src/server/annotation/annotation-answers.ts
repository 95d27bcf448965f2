import { undecided } from "../../core/annotation/decided.js";
import { isMentionType, type Note } from "../../core/annotation/records.js";
import type { CorpusEntities } from "../../core/corpus/entities.js";
import type {
  AnnotatedArticle,
  AnnotationList,
  KnownNamesParams,
  MentionState,
  MentionsAtParams,
  NoteInfo,
  NoteThreadInfo,
  OwnClassInfo,
} from "../../protocol/annotation.js";
import { annotationList } from "../../service/annotation-list.js";
import { noteThreads } from "../../service/note-threads.js";
import type { Analysed } from "../answers.js";
import { toRange } from "../positions.js";
import type { ListedArticle } from "./annotated-articles.js";
import { mentionsTouching, stateOf, toSpan } from "./find-mention.js";

/** How many names from other articles are offered. */
const mostNames = 200;

export function mentionsAtAnswer(found: Analysed, { range }: MentionsAtParams): MentionState[] {
  return mentionsTouching(found, toSpan(found, range)).map((mention) => stateOf(found, mention));
}

export function suggestionsAnswer(found: Analysed): MentionState[] {
  return undecided(found.decided).map((mention) => stateOf(found, mention));
}

export function ownClassesAnswer({ classes, locale }: Pick<Analysed, "classes" | "locale">): OwnClassInfo[] {
  return classes.map(({ id, name, color }) => ({ id, name: name[locale], color }));
}

/** The names of this article first, then those of most articles. */
export function knownNamesAnswer(
  { analysis, decided }: Analysed,
  { type }: KnownNamesParams,
  across: CorpusEntities,
): string[] {
  const here = [...analysis.entities.values()].filter((entity) => entity.type === type).map(({ name }) => name);
  const own = decided.own.filter((mention) => mention.type === type);
  const elsewhere = isMentionType(type) ? across.rows(type).slice(0, mostNames) : [];
  return [
    ...new Set([
      ...here,
      ...own.map(({ entityId }) => entityId.slice(type.length + 1)),
      ...elsewhere.map(({ name }) => name),
    ]),
  ];
}

export function notesAnswer({ document, analysis, records }: Analysed): NoteThreadInfo[] {
  return noteThreads(analysis.article, records).map(({ thread, resolved, span }) => ({
    first: noteInfo(thread.first),
    answers: thread.answers.map(noteInfo),
    resolved,
    range: toRange(document, span),
  }));
}

export function annotationListAnswer(articles: readonly ListedArticle[], tags: readonly string[]): AnnotationList {
  const documents = new Map(articles.map(({ listed, document }) => [listed.uri, document]));
  const list = annotationList(
    articles.map(({ listed }) => listed),
    tags,
  );
  return {
    ...list,
    articles: list.articles.map((listed): AnnotatedArticle => {
      const document = documents.get(listed.uri);
      const range = (span: Parameters<typeof toRange>[1]) =>
        document ? toRange(document, span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const { notes, relations, orphans, ...article } = listed;
      return {
        ...article,
        notes: notes.map(({ thread, resolved, quote, span }) => ({
          ...noteInfo(thread.first),
          answers: thread.answers.length,
          resolved,
          quote,
          range: range(span),
        })),
        relations: relations.map(({ relation: { id, type, by, at }, from, to, span }) => ({
          id,
          type,
          from,
          to,
          range: range(span),
          ...(by ? { by } : {}),
          at,
        })),
        orphans: orphans.map(({ candidates, ...orphan }) => ({
          ...orphan,
          candidates: candidates.map(({ span, line }) => ({ range: range(span), line })),
        })),
      };
    }),
  };
}

function noteInfo({ id, text, tags, by, at }: Note): NoteInfo {
  return { id, text, tags, ...(by ? { by } : {}), at };
}
