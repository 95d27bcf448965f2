import type { Analysis } from "../core/recognize/analysis.js";
import type { Mention, MentionType } from "../core/recognize/mention.js";
import type { FileSpan } from "../core/text/spans.js";

/** What is painted: the classes of mentions, candidates apart, and what is dimmed. */
export type HighlightClass = MentionType | "candidate" | "boilerplate";

export function highlightClassOf(mention: Mention): HighlightClass {
  return mention.candidate ? "candidate" : mention.type;
}

/** The stretches of the file to paint, by class, each in order of place and without overlap. */
export function highlights(analysis: Analysis): Partial<Record<HighlightClass, FileSpan[]>> {
  const ranges: Partial<Record<HighlightClass, FileSpan[]>> = {};
  for (const mention of analysis.mentions) {
    const kind = highlightClassOf(mention);
    ranges[kind] = [...(ranges[kind] ?? []), ...mention.parts];
  }
  const dimmed = analysis.article.regions
    .filter((region) => region.kind === "boilerplate")
    .map((region) => region.file);
  if (dimmed.length > 0) ranges.boilerplate = withoutOverlap(dimmed);
  return ranges;
}

/** A comment inside a line of furniture lies in that line's stretch already. */
function withoutOverlap(spans: readonly FileSpan[]): FileSpan[] {
  const kept: FileSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1];
    if (!last || span.start >= last.end) kept.push(span);
  }
  return kept;
}
