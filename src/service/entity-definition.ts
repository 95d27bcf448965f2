import type { CorpusEntities } from "../core/corpus/entities.js";
import { definitionOf } from "../core/corpus/navigation.js";
import type { Source } from "../core/corpus/timeline.js";

/** Where what an article means by an id of its mentions is introduced: an official's first mention with a post. */
export function entityDefinition(entities: CorpusEntities, mentionId: string, uri: string): Source | undefined {
  const entity = entities.entityIn(uri, mentionId) ?? entities.entity(mentionId);
  return entity && definitionOf(entity);
}
