import type { CorpusEntities } from "../core/corpus/entities.js";
import { type Reference, referencesOf } from "../core/corpus/navigation.js";

/** Every mention, oldest article first, of what an article means by an id of its mentions. */
export function entityReferences(entities: CorpusEntities, mentionId: string, uri: string): Reference[] {
  const entity = entities.entityIn(uri, mentionId) ?? entities.entity(mentionId);
  return entity ? referencesOf(entity) : [];
}
