import type { FileSpan, TextSpan } from "../text/spans.js";

export const mentionTypes = ["official", "agency", "slogan", "byline", "person"] as const;
export type MentionType = (typeof mentionTypes)[number];

/** Why a mention was marked. `rule` is a stable kebab-case name, `score` lies in 0…1. */
export interface Evidence {
  readonly rule: string;
  readonly score: number;
  /** The words of the text that the rule leaned on, such as the title before a name. */
  readonly cue?: string;
}

export interface Mention {
  readonly type: MentionType;
  /** What a reader sees. */
  readonly text: string;
  readonly span: TextSpan;
  /** The stretches of the file that show the mention: more than one where markup cuts it apart. */
  readonly parts: readonly FileSpan[];
  readonly entityId: string;
  /** The post or capacity in which an official appears here, as the article words it. */
  readonly role?: string;
  /** A slogan that no lexicon knows, offered rather than asserted. */
  readonly candidate?: boolean;
  readonly evidence: Evidence;
}
