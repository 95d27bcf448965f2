import type { SourceMap } from "../text/source-map.js";
import { hull, overlaps, type TextSpan, textSpan } from "../text/spans.js";
import type { Region, RegionKind } from "./article.js";
import { type Credit, isCreditLine, readCreditLine, readInlineCredits } from "./credits.js";
import { isFurniture, startsTail } from "./furniture.js";
import type { HtmlText } from "./html-text.js";
import type { Line } from "./lines.js";

export interface Layout {
  /** Indexes of the lines that are headlines by the form's own signs. */
  readonly headline: ReadonlySet<number>;
  /** Indexes of the lines that give date and source. */
  readonly credits: ReadonlySet<number>;
  /** The first line that can be body: what stands before it and is neither headline nor credit is furniture. */
  readonly bodyStart: number;
  readonly markup?: HtmlText;
}

export interface LaidOut {
  readonly regions: readonly Region[];
  readonly credits: readonly Credit[];
  /** The 原标题 line's headline, where there is one. */
  readonly originalTitle?: TextSpan;
}

const originalTitle = /^[\s\u3000]*[（(【]?原(?:文)?标题[】]?[\s\u3000]*[:：][\s\u3000]*/;

/** Sorts the lines of an article into regions and reads its credits. */
export function layOut(lines: readonly Line[], layout: Layout, map: SourceMap): LaidOut {
  const kinds = kindsOf(lines, layout);
  const pieces: { kind: RegionKind; span: TextSpan }[] = [];
  const credits: Credit[] = [];
  let original: TextSpan | undefined;
  lines.forEach((line, i) => {
    const kind = kinds[i] as RegionKind;
    const label = originalTitle.exec(line.text);
    if (label && kind === "headline" && !original) {
      original = textSpan(line.span.start + label[0].length, line.span.end);
    }
    if (kind === "credit") credits.push(...readCreditLine(line.text, line.span.start));
    if (kind !== "body") {
      pieces.push({ kind, span: line.span });
      return;
    }
    let at = line.span.start;
    for (const inline of readInlineCredits(line.text, line.span.start)) {
      if (inline.span.start > at) pieces.push({ kind, span: textSpan(at, inline.span.start) });
      pieces.push({ kind: "credit", span: inline.span });
      credits.push(...inline.credits);
      at = inline.span.end;
    }
    if (line.span.end > at) pieces.push({ kind, span: textSpan(at, line.span.end) });
  });
  return { regions: toRegions(pieces, layout.markup, map), credits, originalTitle: original };
}

function kindsOf(lines: readonly Line[], layout: Layout): RegionKind[] {
  const hints = layout.markup?.hints ?? [];
  let inTail = false;
  let seenBody = false;
  const kinds = lines.map((line, i): RegionKind => {
    if (layout.headline.has(i)) return "headline";
    if (layout.credits.has(i)) return "credit";
    if (i < layout.bodyStart) return "boilerplate";
    const hint = hints.find((h) => overlaps(h.text, line.span))?.kind;
    if (hint === "boilerplate") return isCreditLine(line.text) ? "credit" : "boilerplate";
    if (seenBody && startsTail(line.text)) inTail = true;
    if (isCreditLine(line.text) || hint === "credit") return line.text.length <= 90 ? "credit" : "body";
    if (inTail) return "boilerplate";
    if (hint === "headline" || originalTitle.test(line.text)) return "headline";
    if (isFurniture(line.text)) return "boilerplate";
    seenBody ||= isSentence(line.text);
    return "body";
  });
  dropTrailingLabels(lines, kinds);
  return kinds;
}

/** Short labels below the last sentence (热点, 关注, 推荐) are furniture: an article ends with a sentence. */
function dropTrailingLabels(lines: readonly Line[], kinds: RegionKind[]): void {
  if (!lines.some((line, i) => kinds[i] === "body" && isSentence(line.text))) return;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    if (kinds[i] !== "body") continue;
    if (line.text.length > 12 || /[。！？”"）)]$/.test(line.text)) return;
    kinds[i] = "boilerplate";
  }
}

function isSentence(line: string): boolean {
  return line.length >= 16 && /[。！？；：，,!?]/.test(line);
}

function toRegions(
  pieces: readonly { kind: RegionKind; span: TextSpan }[],
  markup: HtmlText | undefined,
  map: SourceMap,
): Region[] {
  const regions: Region[] = [];
  for (const piece of pieces) {
    const parts = map.toFile(piece.span);
    if (parts.length > 0) regions.push({ kind: piece.kind, text: piece.span, file: hull(parts) });
  }
  for (const hidden of markup?.hidden ?? []) {
    regions.push({ kind: "boilerplate", text: textSpan(hidden.at, hidden.at), file: hidden.file });
  }
  return regions.sort((a, b) => a.text.start - b.text.start || a.file.start - b.file.start);
}
