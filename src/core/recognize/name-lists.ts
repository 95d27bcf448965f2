import { isHanAt, isSpace } from "../text/characters.js";
import { chooseName } from "./choose-name.js";
import { minorityNameAt } from "./foreign-names.js";
import type { NameCandidate } from "./han-names.js";
import type { Reading } from "./reading.js";

const longestGloss = 36;

/** The offset behind a gloss in brackets that starts at `offset`: （女）, （壮族）, （右一）; else `offset`. */
export function afterGloss(reading: Reading, offset: number): number {
  const { text } = reading;
  const open = text[offset];
  if (open !== "（" && open !== "(") return offset;
  for (let i = offset + 1; i < offset + longestGloss && i < text.length; i++) {
    if (text[i] === "）" || text[i] === ")") return i + 1;
    if (text[i] === "\n") break;
  }
  return offset;
}

/**
 * The names that continue a list behind a name: set apart by 、 or a space, the last joined by 和, 与, 及.
 * A list ends where what follows is no name with a mark or a word behind it.
 */
export function continueList(reading: Reading, from: number): NameCandidate[] {
  const names: NameCandidate[] = [];
  let end = from;
  for (;;) {
    const next = nextInList(reading, end);
    if (!next) return names;
    names.push(next);
    end = next.end;
  }
}

function nextInList(reading: Reading, end: number): NameCandidate | undefined {
  const { text } = reading;
  let at = afterGloss(reading, end);
  const mark = text.charAt(at);
  if (mark === "、" || mark === "､") at++;
  else if ("和与及暨".includes(mark) && mark !== "") at++;
  else if (isSpace(text.charCodeAt(at))) {
    while (isSpace(text.charCodeAt(at))) at++;
    if (text[at] === "和") at++;
  } else return undefined;
  while (isSpace(text.charCodeAt(at))) at++;
  if (!isHanAt(text, at)) return undefined;
  const name = chooseName(reading, at) ?? minorityNameAt(reading, at);
  if (!name || name.score < 0.45 || isPlace(reading, name)) return undefined;
  // In a list a name is followed by a mark, a gloss or a whole word; a particle is too weak a sign.
  return name.boundary === 2 || /^[和与及等]/.test(text.slice(name.end)) ? name : undefined;
}

/** A list of names goes over into places: …首席执行官某某、宁川海关关长. */
function isPlace(reading: Reading, name: NameCandidate): boolean {
  return reading.scan
    .startingAt(name.start)
    .some((token) => token.sense.kind === "place" && token.end === name.end && token.sense.entry.level !== "county");
}
