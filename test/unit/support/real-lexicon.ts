import { inject } from "vitest";
import { Lexicon } from "../../../src/core/lexicon/lexicon.js";
import { loadCompiledLexicon } from "../../../src/node/lexicon-files.js";

let lexicon: Lexicon | undefined;

/** The project's own lexicon. */
export function realLexicon(): Lexicon {
  lexicon ??= new Lexicon(loadCompiledLexicon(inject("lexicon")));
  return lexicon;
}
