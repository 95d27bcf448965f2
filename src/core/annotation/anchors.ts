import type { Span, TextSpan } from "../text/spans.js";
import { QuotedText, squeeze } from "./quoted-text.js";

/**
 * What holds an annotation to its words: a W3C TextPositionSelector (`start`, `end`: UTF-16 offsets of the
 * visible text, half-open) and a TextQuoteSelector (`exact` with what stands before and behind it).
 */
export interface Anchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** Why an annotation has no place: its words are gone, stand in several places, or stand in other surroundings. */
export type OrphanReason = "gone" | "ambiguous" | "context";

export type Located =
  | { readonly state: "same" | "moved"; readonly span: TextSpan }
  /** `candidates` are the places of the same words, the likeliest first, for the reader to choose from. */
  | { readonly state: "orphan"; readonly reason: OrphanReason; readonly candidates: readonly TextSpan[] };

/**
 * The lengths of a context, in characters that are not blank. A context grows to the first of them with
 * which it singles out the quote by itself. One that never does is cut to one character less, or to what
 * there is up to the text's edge: its length tells, when the quote is looked up, how much it proves.
 */
const sizes: readonly number[] = [32, 64, 128, 256];
const longest = 255;
const mostCandidates = 5;

/** Whether a context of this length singled its quote out without the context on the other side. */
function isProof(length: number): boolean {
  return sizes.includes(length);
}

/** Whether a context of this length ran up to the edge of its text; it then has to stand at the edge again. */
function isEdge(length: number): boolean {
  return !sizes.includes(length) && !sizes.includes(length + 1);
}

/** Makes anchors on one text and finds them again in it; for many anchors, make it once. */
export class AnchorText {
  private readonly quoted: QuotedText;

  constructor(readonly text: string) {
    this.quoted = new QuotedText(text);
  }

  /**
   * An anchor on a span of the text, without the blanks at the span's ends and with surrogate pairs whole;
   * undefined when the span shows nothing.
   */
  make(span: Span): Anchor | undefined {
    const { quoted } = this;
    let from = quoted.indexOf(span.start);
    let to = quoted.indexOf(span.end);
    if (to <= from) return undefined;
    if (isLowSurrogate(quoted.squeezed, from)) from--;
    if (isLowSurrogate(quoted.squeezed, to)) to++;
    const [left, right] = this.contexts(from, to);
    const { start, end } = quoted.spanOf(from, to);
    return {
      exact: this.text.slice(start, end),
      prefix: left === 0 ? "" : this.text.slice(quoted.offsetOf(from - left), start),
      suffix: right === 0 ? "" : this.text.slice(end, quoted.offsetOf(to + right - 1) + 1),
      start,
      end,
    };
  }

  /**
   * Looks an anchor's words up. They are taken for the same only where both contexts stand around them, or
   * one that proves the place by itself while the characters next to the words are unchanged; where that
   * holds of no place, or of several, the anchor is an orphan.
   */
  find(anchor: Anchor): Located {
    const exact = squeeze(anchor.exact);
    const prefix = squeeze(anchor.prefix);
    const suffix = squeeze(anchor.suffix);
    const left = this.behind(prefix, exact);
    const right = this.before(exact, suffix);
    const full = left.filter((hit) => right.includes(hit));
    const proven = [...(isProof(prefix.length) ? left : []), ...(isProof(suffix.length) ? right : [])];
    const partial = proven.filter((hit) => !full.includes(hit) && this.hasNeighbours(hit, exact, anchor));
    const certain = [...full, ...partial];
    const only = certain.length === 1 ? certain[0] : this.repeated(full, anchor, prefix, suffix);
    if (only !== undefined) {
      const span = this.quoted.spanOf(only, only + exact.length);
      return { state: span.start === anchor.start && span.end === anchor.end ? "same" : "moved", span };
    }
    const hits = this.quoted.occurrences(exact);
    const reason = hits.length === 0 ? "gone" : certain.length > 1 ? "ambiguous" : "context";
    return { state: "orphan", reason, candidates: this.candidates(hits, exact, prefix, suffix, anchor.start) };
  }

  /** The spans of the text that show the same words, overlapping ones left out. */
  everywhere(words: string): TextSpan[] {
    const exact = squeeze(words);
    let behind = 0;
    return this.quoted.occurrences(exact).flatMap((hit) => {
      if (hit < behind) return [];
      behind = hit + exact.length;
      return [this.quoted.spanOf(hit, behind)];
    });
  }

  /** How many characters before and behind the quote to keep. */
  private contexts(from: number, to: number): [number, number] {
    const { squeezed } = this.quoted;
    const exact = squeezed.slice(from, to);
    const room = squeezed.length - to;
    const left = sizes.find((n) => n <= from && this.isSingle(from - n, to));
    const right = sizes.find((n) => n <= room && this.isSingle(from, to + n));
    const weak = (n: number): [number, number] => [left ?? Math.min(n, from), right ?? Math.min(n, room)];
    if (left !== undefined || right !== undefined) return weak(31);
    for (const size of sizes) {
      const [before, behind] = weak(size - 1);
      const standing = this.before(exact, squeezed.slice(to, to + behind));
      if (this.behind(squeezed.slice(from - before, from), exact).filter((hit) => standing.includes(hit)).length === 1)
        return [before, behind];
    }
    return weak(longest);
  }

  /** Whether what stands between two indexes stands nowhere else. */
  private isSingle(from: number, to: number): boolean {
    const { squeezed } = this.quoted;
    const words = squeezed.slice(from, to);
    return squeezed.indexOf(words) === from && squeezed.indexOf(words, from + 1) < 0;
  }

  /** Where the words stand behind a prefix. */
  private behind(prefix: string, words: string): number[] {
    const hits = this.quoted.occurrences(prefix + words).map((hit) => hit + prefix.length);
    return isEdge(prefix.length) ? hits.filter((hit) => hit === prefix.length) : hits;
  }

  /** Where the words stand before a suffix. */
  private before(words: string, suffix: string): number[] {
    const hits = this.quoted.occurrences(words + suffix);
    const end = this.quoted.squeezed.length - words.length - suffix.length;
    return isEdge(suffix.length) ? hits.filter((hit) => hit === end) : hits;
  }

  /** 张国 before 清 is another name than 张国 before a comma: the characters next to a quote are part of what it is. */
  private hasNeighbours(hit: number, exact: string, anchor: Anchor): boolean {
    const { quoted } = this;
    const { start, end } = quoted.spanOf(hit, hit + exact.length);
    const before = squeeze(anchor.prefix).slice(-1);
    const behind = squeeze(anchor.suffix).slice(0, 1);
    const sameBefore = before !== "" && quoted.squeezed[hit - 1] === before;
    const sameBehind = behind !== "" && quoted.squeezed[hit + exact.length] === behind;
    return (
      (sameBefore || (new QuotedText(anchor.prefix).startsLine(anchor.prefix.length) && quoted.startsLine(start))) &&
      (sameBehind || (new QuotedText(anchor.suffix).endsLine(0) && quoted.endsLine(end)))
    );
  }

  /** In a passage that a text repeats word for word at length, only the place tells the quotes apart. */
  private repeated(full: readonly number[], anchor: Anchor, prefix: string, suffix: string): number | undefined {
    if (prefix.length !== longest || suffix.length !== longest) return undefined;
    return full.find((hit) => this.quoted.offsetOf(hit) === anchor.start);
  }

  private candidates(
    hits: readonly number[],
    exact: string,
    prefix: string,
    suffix: string,
    start: number,
  ): TextSpan[] {
    return hits
      .map((hit) => ({
        span: this.quoted.spanOf(hit, hit + exact.length),
        likeness: this.runBefore(hit, prefix) + this.runBehind(hit + exact.length, suffix),
      }))
      .sort((a, b) => b.likeness - a.likeness || Math.abs(a.span.start - start) - Math.abs(b.span.start - start))
      .slice(0, mostCandidates)
      .map(({ span }) => span);
  }

  private runBefore(hit: number, prefix: string): number {
    let run = 0;
    while (run < prefix.length && run < hit && prefix[prefix.length - 1 - run] === this.quoted.squeezed[hit - 1 - run])
      run++;
    return run;
  }

  private runBehind(end: number, suffix: string): number {
    let run = 0;
    while (run < suffix.length && suffix[run] === this.quoted.squeezed[end + run]) run++;
    return run;
  }
}

/** An anchor on a span of a text, or undefined when the span shows nothing. */
export function makeAnchor(text: string, span: Span): Anchor | undefined {
  return new AnchorText(text).make(span);
}

/** Where an anchor's words stand in a text now. */
export function findAnchor(text: string, anchor: Anchor): Located {
  return new AnchorText(text).find(anchor);
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  const before = text.charCodeAt(index - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}
