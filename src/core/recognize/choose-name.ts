import { hanNamesAt, type NameCandidate } from "./han-names.js";
import type { Reading } from "./reading.js";

/**
 * The Han name that starts at an offset, or undefined. Where the words behind it leave two lengths
 * open, the length that the rest of the article repeats wins, then the segmenter's.
 */
export function chooseName(reading: Reading, start: number): NameCandidate | undefined {
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
  const known = candidates.find((candidate) =>
    reading.scan
      .startingAt(start)
      .some((token) => token.sense.kind === "official" && token.end === candidate.end),
  );
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
  const { text, boundaries, lexicon, scan } = reading;
  for (const length of [3, 2]) {
    const end = start + length;
    const name = text.slice(start, end);
    if (!/^\p{Script=Han}{2,3}$/u.test(name) || !boundaries.isTight(end) || boundaries.after(end) < 2) continue;
    if (lexicon.isCue("after-name", name.charAt(0)) || lexicon.isCue("before-organ", name.charAt(0))) continue;
    if (lexicon.isOrdinaryWord(name) || lexicon.isOrdinaryWord(name.slice(0, 2)) || lexicon.isOrdinaryWord(name.slice(-2))) continue;
    if (lexicon.surnameRank(name.charAt(0)) > 0 || [...name].some((char) => lexicon.givenFit(char) === 0)) continue;
    if (scan.startingAt(start).some((token) => token.end >= end) || scan.endingAt(end).some((token) => token.start <= start)) continue;
    return { start, end, score: 0.6, boundary: 2, wordLike: false };
  }
  return undefined;
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
