import { isHanAt, isNameDot } from "../text/characters.js";
import type { Reading } from "./reading.js";
import { kindsOf } from "./scan.js";

export interface DottedName {
  readonly start: number;
  readonly end: number;
}

/** The longest part of a transliterated name, in characters. */
const longestPart = 9;
const titleOrCountry = kindsOf("title", "country");

/** Names whose parts are joined by dots: 艾尔肯·吐尼亚孜, 谢尔盖·拉夫罗夫. Each once, in order. */
export function dottedNames(reading: Reading): DottedName[] {
  const names: DottedName[] = [];
  for (const { span, dots } of reading.landmarks) {
    let done = span.start + 1;
    for (const dot of dots) {
      if (dot < done || dot === span.end - 1) continue;
      const start = partStart(reading, dot, names[names.length - 1]?.end ?? span.start);
      const end = chainEnd(reading, dot, span.end);
      if (start < dot && end > dot + 1 && !namesPlaces(reading, start, dot)) {
        names.push({ start, end });
        done = end;
      }
    }
  }
  return names;
}

function partStart(reading: Reading, dot: number, floor: number): number {
  const { text, lexicon, scan, boundaries } = reading;
  let start = dot;
  while (start > floor && dot - start < longestPart && isHanAt(text, start - 1)) {
    if (start < dot && scan.ends(start, titleOrCountry)) break;
    if (!lexicon.isTransliteration(text.charCodeAt(start - 1))) break;
    start--;
  }
  // One or two characters outside the usual set, with a title before them, belong to the name: 副主席吾守尔.
  for (let back = 1; back <= 2 && isHanAt(text, start - back); back++) {
    if (scan.ends(start - back, titleOrCountry) && !scan.ends(start, titleOrCountry)) start -= back;
  }
  // Behind a title the name starts for certain.
  if (start === dot || scan.ends(start, titleOrCountry)) return start;
  // A word that ends inside the run (会见卡西姆) cuts it, when what is left is long enough for a name.
  for (let at = dot - 2; at > start; at--) if (boundaries.before(at) === 2) return at;
  return start;
}

function chainEnd(reading: Reading, dot: number, limit: number): number {
  const { text } = reading;
  let end = dot;
  while (end < limit && isNameDot(text.charCodeAt(end))) {
    const next = partEnd(reading, end + 1, limit);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

function partEnd(reading: Reading, from: number, limit: number): number {
  const { text, lexicon, boundaries } = reading;
  let end = from;
  while (end < limit && end - from < longestPart && isHanAt(text, end)) {
    // One character outside the usual set is borne at the start of a part, where nothing can follow a name yet.
    if (!lexicon.isTransliteration(text.charCodeAt(end)) && (end > from || boundaries.after(end) > 0)) break;
    end++;
  }
  if (boundaries.after(end) > 0 || isNameDot(text.charCodeAt(end))) return end;
  // An unusual character that ends the name, before a mark (库派吞。).
  if (end > from && isHanAt(text, end) && boundaries.isTight(end + 1)) return end + 1;
  // The run went on into the next word: back to the last place where a word begins.
  for (let at = end - 1; at > from + 1; at--) if (boundaries.after(at) === 2) return at;
  return end;
}

/** 吉林省·广东省: places joined for a meeting are no name. */
function namesPlaces(reading: Reading, start: number, dot: number): boolean {
  const { scan } = reading;
  const place = scan.longestEndingAt(dot, "place");
  return place !== undefined && place.start <= start;
}
