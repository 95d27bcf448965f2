import { compileLexicon } from "../../../src/core/lexicon/compile-lexicon.js";
import { Lexicon } from "../../../src/core/lexicon/lexicon.js";

/** A lexicon of a few entries, for what shows entries and does not recognise. */
export function smallLexicon(kinds: Readonly<Record<string, readonly object[]>> = {}): Lexicon {
  const files = Object.entries(kinds).map(([kind, entries]) => ({ name: `${kind}.yaml`, content: { kind, entries } }));
  return new Lexicon(compileLexicon(files, ""));
}
