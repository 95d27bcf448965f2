import type { Analysis } from "../core/recognize/analysis.js";
import { type MentionType, mentionTypes } from "../core/recognize/mention.js";
import type { FileSpan } from "../core/text/spans.js";

/** The legend, in the order in which the protocol numbers it. */
export const tokenTypes: readonly MentionType[] = mentionTypes;
export const tokenModifiers = ["candidate"] as const;

export interface SemanticToken {
  readonly span: FileSpan;
  readonly type: MentionType;
  readonly candidate: boolean;
}

/** One token for each stretch that shows a mention, in order of place, without overlap. */
export function semanticTokens(analysis: Analysis): SemanticToken[] {
  return analysis.mentions
    .flatMap(({ parts, type, candidate }) => parts.map((span) => ({ span, type, candidate: candidate === true })))
    .sort((a, b) => a.span.start - b.span.start);
}
