/** What the service needs from outside. Implementations live in `node` and `web`. */
export type { Segmenter, Word } from "../core/recognize/segmenter.js";

/** One file as a feature sees it. `source` is its decoded text without a BOM. */
export interface SourceFile {
  readonly uri: string;
  /** Grows with every edit. */
  readonly version: number;
  readonly source: string;
}
