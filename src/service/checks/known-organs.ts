import type { Lexicon, Sense } from "../../core/lexicon/lexicon.js";
import { type CheckKnowledge, isInOthers } from "./check.js";

/** Whether the lexicon lists an organ under just this name. */
export function isListed(name: string, lexicon: Lexicon): boolean {
  return lexicon.trie.get(name).some(isOrganName);
}

export function isOrganName(sense: Sense): boolean {
  return sense.kind === "agency" && sense.form !== "weak";
}

/** Whether other articles than the one at `uri` know an organ by this name. */
export function isEstablished(name: string, uri: string, { index }: CheckKnowledge): boolean {
  return isInOthers(index, `agency:${name}`, uri);
}
