import { wordClass } from "../lexicon/word-table.js";
import type { Reading } from "./reading.js";
import { kindsOf } from "./scan.js";

export const levelMarks = "省市县区州盟旗";
/** The characters that can open a rank, by their code unit. */
export const opensRank = new Uint8Array(0x10000);
for (const char of `${levelMarks}自特`) opensRank[char.charCodeAt(0)] = 1;
/** Before these a level names no place of its own: 各省, 全市, 我区. */
const notOneLevel = "各全外跨两每此某多三副";
const country = kindsOf("country");
const placeOrUniversity = kindsOf("place", "agency");

/** The ends of the chains of places that start at an offset, the offset itself first: 四川省成都市, 省, 市. */
export function placeEnds(reading: Reading, start: number, prefixed: boolean): number[] {
  const ends = [start];
  for (let i = 0; i < ends.length && i < 24; i++) addPlaceEnds(reading, ends, ends[i] as number, prefixed);
  return ends;
}

export function canOpenPlace({ scan, text }: Reading, offset: number): boolean {
  return scan.starts(offset, placeOrUniversity) || opensRank[text.charCodeAt(offset)] === 1;
}

const unlistedPlace = /^\p{Script=Han}{1,5}?(?:自治县|自治州|县|区|市|镇|乡|街道)/u;

/** Adds to a chain's ends, its start first, those of the one place, listed or not, or bare rank that starts at `from`. */
function addPlaceEnds(reading: Reading, ends: number[], from: number, prefixed: boolean): void {
  const { text, scan } = reading;
  if (scan.starts(from, placeOrUniversity)) {
    for (const { sense, end } of scan.startingAt(from)) {
      if (sense.kind === "place" || (prefixed && sense.kind === "agency" && sense.entry.type === "university"))
        addOnce(ends, end);
    }
  }
  const behind = from > (ends[0] ?? from);
  if (opensRank[text.charCodeAt(from)] === 1) {
    const mark = text.charAt(from);
    if (levelMarks.includes(mark) && !scan.starts(from, country)) {
      if (behind ? isRankOf(reading, from, mark) : !notOneLevel.includes(text.charAt(from - 1)))
        addOnce(ends, from + 1);
    }
    if (text.startsWith("自治", from) && levelMarks.includes(text.charAt(from + 2))) addOnce(ends, from + 3);
    if (text.startsWith("特区", from)) addOnce(ends, from + 2);
    if (text.startsWith("特别行政区", from)) addOnce(ends, from + 5);
  }
  if (!behind) return;
  if (text.startsWith("地委", from)) addOnce(ends, from + 1);
  // A county that no list holds is believed only behind a place with its rank: 四川省柳溪县.
  if (/[省市州盟区县]/.test(text.charAt(from - 1))) {
    const unlisted = unlistedPlace.exec(text.slice(from, from + 9))?.[0];
    if (unlisted && unlisted.length >= 3 && isPlaceStem(reading, unlisted)) addOnce(ends, from + unlisted.length);
  }
}

function addOnce(ends: number[], end: number): void {
  if (!ends.includes(end)) ends.push(end);
}

/** Whether a rank fits the place before it (吉林 + 省), or doubles it (广州市 + 市). */
function isRankOf(reading: Reading, at: number, mark: string): boolean {
  if (reading.text.charAt(at - 1) === mark) return true;
  return reading.scan
    .endingAt(at)
    .some(
      (token) =>
        token.sense.kind === "place" &&
        token.sense.form !== "name" &&
        token.sense.entry.name.startsWith(reading.text.slice(token.start, at) + mark),
    );
}

function isPlaceStem(reading: Reading, name: string): boolean {
  const stem = name.replace(/(?:自治县|自治州|县|区|市|镇|乡|街道)$/, "");
  return ![...stem].some(
    (char) => (reading.lexicon.words.classesOf(char) & wordClass.beforeOrgan) !== 0 || "委省市县府党".includes(char),
  );
}
