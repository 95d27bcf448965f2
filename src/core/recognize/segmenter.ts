import type { TextSpan } from "../text/spans.js";

/** A word with its span of the text and, where the segmenter tags, its part of speech (`n`, `v`, `nr` …). */
export interface Word {
  readonly span: TextSpan;
  readonly tag?: string;
}

/**
 * Word boundaries as evidence. Asynchronous because the implementations are slow to load and live
 * elsewhere; a rejected promise means that recognition goes on without.
 */
export interface Segmenter {
  segment(text: string): Promise<readonly Word[]>;
}
