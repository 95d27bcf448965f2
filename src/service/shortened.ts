import { oneLine } from "../core/corpus/sentences.js";

/** How many characters of the words of an article a title shows. */
const longest = 20;

/** Words of an article as a title shows them: on one line, cut where they are long. */
export function shortened(words: string): string {
  const characters = [...oneLine(words)];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
}
