import type { OwnClassInfo } from "../protocol/annotation.js";
import type { EntityGroup, EntityNode, EntityTree } from "../protocol/protocol.js";
import { comparePositions } from "./positions.js";
import type { SortOrder } from "./settings.js";

/** The entities of one class: of Tifa's, or of one of the reader's own, whose id is none of Tifa's names. */
export type ClassGroup =
  | (EntityGroup & { readonly own?: undefined })
  | { readonly type: string; readonly own: OwnClassInfo; readonly entities: readonly EntityNode[] };

/** The groups of a tree, the reader's own classes last. */
export function groupsOf(tree: EntityTree): ClassGroup[] {
  return [...tree.groups, ...(tree.own ?? []).map((own) => ({ type: own.id, own, entities: own.entities }))];
}

/** The groups of a tree that have an entity with the filter's words, their entities in the wanted order. */
export function arrange(tree: EntityTree, order: SortOrder, filter: string): ClassGroup[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return groupsOf(tree)
    .map((group) => ({
      ...group,
      entities: group.entities.filter((entity) => matches(entity, words)).sort(comparators[order]),
    }))
    .filter((group) => group.entities.length > 0);
}

export function countEntities(groups: readonly ClassGroup[]): number {
  return groups.reduce((sum, group) => sum + group.entities.length, 0);
}

/** Every word must occur, in the name, the posts or a mention as the article words it. */
function matches(entity: EntityNode, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [entity.name, entity.detail ?? "", ...entity.mentions.map((mention) => mention.text)]
    .join("\n")
    .toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

/** Names sort as in a Chinese dictionary, by pinyin. */
const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });

function byPlace(a: EntityNode, b: EntityNode): number {
  const first = a.mentions[0];
  const second = b.mentions[0];
  return first && second ? comparePositions(first.range.start, second.range.start) : 0;
}

const comparators: Record<SortOrder, (a: EntityNode, b: EntityNode) => number> = {
  place: byPlace,
  count: (a, b) => b.mentions.length - a.mentions.length || byPlace(a, b),
  name: (a, b) => collator.compare(a.name, b.name) || byPlace(a, b),
};
