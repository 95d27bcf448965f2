import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Segmenter } from "../service/ports.js";

/** What the commands work with; loaded only when a command asks. */
export interface Host {
  readonly version: string;
  lexicon(): Lexicon;
  segmenter(): Segmenter;
}
