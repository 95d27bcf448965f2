import { parseArticle } from "../../../src/core/article/parse-article.js";
import type { Analysis } from "../../../src/core/recognize/analysis.js";
import type { Entity } from "../../../src/core/recognize/entity.js";
import type { Mention, MentionType } from "../../../src/core/recognize/mention.js";
import { textSpan } from "../../../src/core/text/spans.js";

export interface Mark {
  readonly type: MentionType;
  /** Each occurrence in the visible text becomes a mention. */
  readonly text: string;
  /** The entity's name, where it is not the text. */
  readonly name?: string;
  readonly role?: string;
  readonly candidate?: boolean;
  readonly rule?: string;
}

/** An analysis whose mentions are given, so that a feature is tested apart from recognition. */
export function handMade(source: string, marks: readonly Mark[]): Analysis {
  const article = parseArticle(source);
  const mentions: Mention[] = [];
  const entities = new Map<string, Entity>();
  for (const { type, text, name = text, role, candidate, rule = "hand-made" } of marks) {
    const entityId = `${type}:${name}`;
    const posts = [...(entities.get(entityId)?.posts ?? []), ...(role ? [{ title: role }] : [])];
    entities.set(entityId, { id: entityId, type, name, aliases: [], posts, known: "article" });
    for (let at = article.text.indexOf(text); at >= 0; at = article.text.indexOf(text, at + text.length)) {
      const span = textSpan(at, at + text.length);
      const parts = article.map.toFile(span);
      const rest = { ...(role ? { role } : {}), ...(candidate ? { candidate } : {}) };
      mentions.push({ type, text, span, parts, entityId, ...rest, evidence: { rule, score: 0.5 } });
    }
  }
  mentions.sort((a, b) => a.span.start - b.span.start);
  return { uri: "file:///article.txt", version: 1, lexiconVersion: "test", article, mentions, entities };
}

/** The slices of a file that spans cover. */
export function slices(source: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  return spans.map(({ start, end }) => source.slice(start, end));
}
