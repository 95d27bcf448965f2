import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Analysis } from "../core/recognize/analysis.js";
import type { MentionType } from "../core/recognize/mention.js";
import type { Refusal } from "../core/recognize/reading.js";
import { recognize } from "../core/recognize/recognize.js";
import { type FileSpan, hull } from "../core/text/spans.js";
import { mentionAt } from "./mention-at.js";
import type { Word } from "./ports.js";

/** What one rule did with a stretch of the file. */
export interface Explanation {
  readonly span: FileSpan;
  readonly text: string;
  readonly type: MentionType;
  readonly outcome: "marked" | "refused" | "overruled";
  readonly rule: string;
  readonly score?: number;
  readonly cue?: string;
}

/**
 * Which rule made the mention at an offset of the file, and which rules looked at the place and did not
 * mark it or were overruled; the mention first. `words` are those that the analysis was made with.
 */
export function explain(analysis: Analysis, lexicon: Lexicon, offset: number, words?: readonly Word[]): Explanation[] {
  return [...marked(analysis, offset), ...notMarked(analysis, lexicon, offset, words)];
}

function marked(analysis: Analysis, offset: number): Explanation[] {
  const mention = mentionAt(analysis, offset)?.mention;
  if (!mention) return [];
  const { type, text, parts, evidence } = mention;
  return [{ span: hull(parts), text, type, outcome: "marked", ...evidence }];
}

function notMarked(analysis: Analysis, lexicon: Lexicon, offset: number, words?: readonly Word[]): Explanation[] {
  const { article } = analysis;
  const place = article.map.toText(offset);
  if (place === undefined) return [];
  const found = new Map<string, Explanation>();
  const onRefusal = ({ type, span, rule }: Refusal) => {
    if (place < span.start || span.end <= place) return;
    const parts = article.map.toFile(span);
    if (parts.length === 0) return;
    const outcome = rule.includes(" < ") ? "overruled" : "refused";
    found.set(`${type} ${span.start} ${span.end} ${rule}`, {
      span: hull(parts),
      text: article.text.slice(span.start, span.end),
      type,
      outcome,
      rule,
    });
  };
  recognize(article, lexicon, { ...(words ? { words } : {}), onRefusal });
  return [...found.values()].sort((a, b) => a.outcome.localeCompare(b.outcome) || a.span.start - b.span.start);
}
