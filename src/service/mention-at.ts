import type { Analysis } from "../core/recognize/analysis.js";
import type { Mention } from "../core/recognize/mention.js";
import type { FileSpan } from "../core/text/spans.js";

export interface MentionAt {
  readonly mention: Mention;
  /** The part of the mention that holds the place. */
  readonly part: FileSpan;
}

/**
 * The mention at an offset of the file. A cursor behind a mention's last character touches it, unless
 * the next mention starts there (景俊海|韩俊).
 */
export function mentionAt(analysis: Analysis, offset: number): MentionAt | undefined {
  let touching: MentionAt | undefined;
  for (const mention of analysis.mentions) {
    for (const part of mention.parts) {
      if (part.start <= offset && offset < part.end) return { mention, part };
      if (part.end === offset) touching = { mention, part };
    }
  }
  return touching;
}

/** All mentions of one entity, in order of place. */
export function mentionsOf(analysis: Analysis, entityId: string): Mention[] {
  return analysis.mentions.filter((mention) => mention.entityId === entityId);
}
