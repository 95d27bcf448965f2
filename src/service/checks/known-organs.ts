import type { Lexicon, Sense } from "../../core/lexicon/lexicon.js";
import type { CheckKnowledge } from "./check.js";

/** A spelling is established when so many other articles have it. */
const leastArticles = 2;

/** Whether the lexicon lists an organ under just this name. */
export function isListed(name: string, lexicon: Lexicon): boolean {
  return lexicon.trie.get(name).some(isOrganName);
}

export function isOrganName(sense: Sense): boolean {
  return sense.kind === "agency" && sense.form !== "weak";
}

/** Whether enough articles other than the one at `uri` know an organ by this name. */
export function isEstablished(name: string, uri: string, { index }: CheckKnowledge): boolean {
  let others = 0;
  for (const article of index.posting(`agency:${name}`)?.articles.keys() ?? [])
    if (article.uri !== uri && ++others >= leastArticles) return true;
  return false;
}
