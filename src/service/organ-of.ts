import type { Analysis } from "../core/recognize/analysis.js";
import type { Entity } from "../core/recognize/entity.js";
import type { Mention } from "../core/recognize/mention.js";

/**
 * The organisation in which somebody appears in an article: the one whose name opens the post
 * (国家市场监管总局 in 国家市场监管总局党组书记、局长), the longest where several do.
 */
export function organOf(analysis: Analysis, mention: Mention, entity: Entity): Entity | undefined {
  const titles = [mention.role, ...entity.posts.map((post) => post.title)].filter((title) => title !== undefined);
  for (const title of titles) {
    let organ: Mention | undefined;
    for (const agency of analysis.mentions) {
      if (agency.type !== "agency" || !title.startsWith(agency.text)) continue;
      if (!organ || agency.text.length > organ.text.length) organ = agency;
    }
    if (organ) return analysis.entities.get(organ.entityId);
  }
  return undefined;
}
