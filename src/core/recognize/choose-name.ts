import { wordClass } from "../lexicon/word-table.js";
import { isHanAt } from "../text/characters.js";
import { canOpenName, hanNamesAt, type NameCandidate } from "./han-names.js";
import type { Reading } from "./reading.js";
import { kindsOf } from "./scan.js";

const official = kindsOf("official");

/**
 * The Han name that starts at an offset, or undefined. Where the words behind it leave two lengths
 * open, the length that the rest of the article repeats wins, then the segmenter's.
 */
export function chooseName(reading: Reading, start: number): NameCandidate | undefined {
  if (!canOpenName(reading, start)) return undefined;
  const known = reading.names.get(start);
  if (known !== undefined) return known ?? undefined;
  const name = judgeName(reading, start);
  reading.names.set(start, name ?? null);
  return name;
}

function judgeName(reading: Reading, start: number): NameCandidate | undefined {
  const candidates = hanNamesAt(reading, start);
  const best = candidates[0];
  if (!best) return undefined;
  const known = reading.scan.starts(start, official)
    ? candidates.find(({ end }) =>
        reading.scan.startingAt(start).some((token) => token.sense.kind === "official" && token.end === end),
      )
    : undefined;
  if (known && known.boundary >= best.boundary) return { ...known, score: 1 };
  if (best.boundary > 0) return best;
  const tagged = candidates.find((candidate) => {
    const word = reading.boundaries.wordAt(candidate.start, candidate.end);
    return word?.tag?.startsWith("nr");
  });
  if (tagged) return { ...tagged, boundary: 1, score: Math.max(tagged.score, 0.6) };
  return repeated(reading, candidates);
}

/**
 * A name behind a title whose surname no list holds, or that is an ordinary word: only a mark or a verb
 * of saying straight behind it proves it.
 */
export function unlistedNameAt(reading: Reading, start: number): NameCandidate | undefined {
  const { text, boundaries, lexicon, words, scan } = reading;
  const first = text.charCodeAt(start);
  if (lexicon.surnameRank(first) > 0 || words.is(start, 1, wordClass.afterName | wordClass.beforeOrgan))
    return undefined;
  for (const length of [3, 2]) {
    const end = start + length;
    if (!boundaries.isTight(end) || boundaries.after(end) < 2 || !canBeName(reading, start, end)) continue;
    if (words.isOrdinary(start, end) || words.isOrdinary(start, start + 2) || words.isOrdinary(end - 2, end)) continue;
    if (
      scan.startingAt(start).some((token) => token.end >= end) ||
      scan.endingAt(end).some((token) => token.start <= start)
    )
      continue;
    return { start, end, score: 0.6, boundary: 2, wordLike: false };
  }
  return undefined;
}

/** Whether a stretch is Han characters that a name may hold. */
function canBeName({ text, lexicon }: Reading, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHanAt(text, i) || lexicon.givenFit(text.charCodeAt(i)) === 0) return false;
  return true;
}

/** Without any boundary, only a name that the article sets between boundaries elsewhere is believed. */
function repeated(reading: Reading, candidates: readonly NameCandidate[]): NameCandidate | undefined {
  const { text, boundaries } = reading;
  for (const candidate of candidates) {
    const name = text.slice(candidate.start, candidate.end);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (at !== candidate.start && boundaries.after(at + name.length) === 2 && boundaries.before(at) >= 1) {
        return { ...candidate, boundary: 1, score: 0.7 };
      }
    }
  }
  return undefined;
}
