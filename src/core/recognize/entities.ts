import { textSpan } from "../text/spans.js";
import type { Entity, Post } from "./entity.js";
import type { Mention } from "./mention.js";
import { fullOrganName, provinceOf } from "./organ-names.js";
import type { Draft, Reading } from "./reading.js";
import type { Recognition } from "./recognize.js";

/** Turns the settled drafts into mentions and gathers what they mention into entities. */
export function resolveEntities(reading: Reading, drafts: readonly Draft[]): Recognition {
  const province = provinceOf(reading);
  const entities = new Map<string, { entity: Entity; aliases: Set<string>; posts: Map<string, Post> }>();
  const mentions: Mention[] = [];
  for (const draft of drafts) {
    const span = textSpan(draft.start, draft.end);
    const parts = reading.article.map.toFile(span);
    if (parts.length === 0) continue;
    const text = reading.text.slice(draft.start, draft.end);
    const name = draft.entityName ?? nameOf(reading, draft, text, province);
    const id = `${draft.type}:${name}`;
    let found = entities.get(id);
    if (!found) {
      const known = isKnown(reading, draft, name) ? "lexicon" : "article";
      found = { entity: { id, type: draft.type, name, aliases: [], posts: [], known }, aliases: new Set(), posts: new Map() };
      entities.set(id, found);
    }
    const shown = plain(text);
    if (shown !== name) found.aliases.add(shown);
    if (draft.role) found.posts.set(draft.role, { title: draft.role });
    mentions.push({
      type: draft.type,
      text,
      span,
      parts,
      entityId: id,
      ...(draft.role ? { role: draft.role } : {}),
      ...(draft.candidate ? { candidate: true } : {}),
      evidence: { rule: draft.rule, score: draft.score, ...(draft.cue ? { cue: draft.cue } : {}) },
    });
  }
  return {
    mentions,
    entities: new Map(
      [...entities].map(([id, { entity, aliases, posts }]) => [id, { ...entity, aliases: [...aliases], posts: [...posts.values()] }]),
    ),
  };
}

/** A mention's text without the stray spaces that scraping leaves inside words. */
function plain(text: string): string {
  return text.replace(/(\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu, "$1");
}

function nameOf(reading: Reading, draft: Draft, text: string, province: string | undefined): string {
  return draft.type === "agency" ? fullOrganName(reading, draft, plain(text), province) : plain(text);
}

function isKnown(reading: Reading, draft: Draft, name: string): boolean {
  const kind = draft.type === "official" ? "official" : draft.type;
  return reading.lexicon.trie.get(name).some((sense) => sense.kind === kind);
}

