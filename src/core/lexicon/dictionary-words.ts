import type { LexiconData } from "./entries.js";

/** Tags of words that can stand right behind a name or before an organisation: verbs, adverbs, prepositions … */
const boundaryTag = /^(?:v|vn|vd|vi|vg|d|ad|p|c|r|t|f|u|uj|ul|uz|l|i)$/;
const nameTag = /^nr/;
const placeTag = /^(?:ns|nt|nz)/;

/**
 * What a general dictionary knows that helps to find where a name ends. Words rarer than the floor
 * are left out: they would cut more names than they mend.
 */
export function dictionaryWords(dictionary: string, surnames: LexiconData["surnames"]): LexiconData["words"] {
  const boundary: string[] = [];
  const nameLike: string[] = [];
  const other: string[] = [];
  for (const line of dictionary.split("\n")) {
    const [word, count, tag] = line.trim().split(" ");
    if (!word || !count || !tag || word.length < 2 || word.length > 4) continue;
    const frequency = Number(count);
    if (nameTag.test(tag) || placeTag.test(tag)) continue;
    if (boundaryTag.test(tag)) {
      if (frequency >= 3) boundary.push(word);
    } else if (frequency >= 50) other.push(word);
    const surname = word.charAt(0) in surnames.single;
    if (surname && word.length <= 3 && frequency >= 20) nameLike.push(word);
  }
  return { boundary, nameLike, other };
}
