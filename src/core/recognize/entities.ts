import { type FileSpan, textSpan } from "../text/spans.js";
import type { Entity, Post } from "./entity.js";
import type { Mention, MentionType } from "./mention.js";
import { fullOrganName, provincesOf } from "./organ-names.js";
import type { Draft, Reading } from "./reading.js";
import type { Recognition } from "./recognize.js";

/** An entity while its mentions are gathered. */
interface Gathered {
  readonly entity: Entity;
  readonly aliases: string[];
  readonly posts: Post[];
}

/** Turns the settled drafts into mentions and gathers what they mention into entities. */
export function resolveEntities(reading: Reading, drafts: readonly Draft[]): Recognition {
  const provinces = provincesOf(reading, drafts);
  const byName: Record<MentionType, Map<string, Gathered>> = {
    official: new Map(),
    agency: new Map(),
    slogan: new Map(),
    byline: new Map(),
    person: new Map(),
  };
  const entities = new Map<string, Entity>();
  const mentions: Mention[] = [];
  for (const draft of drafts) {
    const parts = reading.article.map.toFile(textSpan(draft.start, draft.end));
    if (parts.length === 0) continue;
    const text = reading.article.text.slice(draft.start, draft.end);
    const shown = plain(text);
    const folded = plain(reading.text.slice(draft.start, draft.end));
    const name =
      draft.entityName ?? (draft.type === "agency" ? fullOrganName(reading, draft, folded, provinces) : folded);
    let found = byName[draft.type].get(name);
    if (!found) {
      found = gatherOf(reading, draft, name);
      byName[draft.type].set(name, found);
      entities.set(found.entity.id, found.entity);
    }
    const { aliases, posts, entity } = found;
    if (shown !== name && !aliases.includes(shown)) aliases.push(shown);
    if (draft.role && !posts.some((post) => post.title === draft.role)) posts.push({ title: draft.role });
    mentions.push(mentionOf(draft, text, parts, entity.id));
  }
  return { mentions, entities };
}

function gatherOf(reading: Reading, { type }: Draft, name: string): Gathered {
  const aliases: string[] = [];
  const posts: Post[] = [];
  const known = reading.lexicon.trie.get(name).some((sense) => sense.kind === type) ? "lexicon" : "article";
  return { entity: { id: `${type}:${name}`, type, name, aliases, posts, known }, aliases, posts };
}

function mentionOf(draft: Draft, text: string, parts: readonly FileSpan[], entityId: string): Mention {
  const { type, start, end, role, candidate, rule, score, cue } = draft;
  const span = textSpan(start, end);
  const evidence = cue ? { rule, score, cue } : { rule, score };
  if (role) return { type, text, span, parts, entityId, role, evidence };
  return candidate
    ? { type, text, span, parts, entityId, candidate, evidence }
    : { type, text, span, parts, entityId, evidence };
}

/** A mention's text without the stray spaces that scraping leaves inside words. */
function plain(text: string): string {
  return !/\s/.test(text) ? text : text.replace(/(\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, "$1");
}
