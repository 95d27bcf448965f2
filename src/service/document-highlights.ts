import type { Analysis } from "../core/recognize/analysis.js";
import type { FileSpan } from "../core/text/spans.js";
import { mentionAt, mentionsOf } from "./mention-at.js";

/** The stretches of the file that mention the same entity as the mention at `offset`. */
export function documentHighlights(analysis: Analysis, offset: number): FileSpan[] {
  const found = mentionAt(analysis, offset);
  return found ? mentionsOf(analysis, found.mention.entityId).flatMap((mention) => [...mention.parts]) : [];
}
