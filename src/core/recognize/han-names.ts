import { isHanAt } from "../text/characters.js";
import type { Reading } from "./reading.js";

export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  /** 0…1 from surname rank, fit of the given name, and the boundary behind it. */
  readonly score: number;
  /** The boundary behind the name: 2 a mark or a word, 1 a particle, 0 none. */
  readonly boundary: 0 | 1 | 2;
  /** The name is also an ordinary word (高明, 方向): what stands around it must prove it. */
  readonly wordLike: boolean;
}

/**
 * The Han names that can start at an offset, best first: a surname of one character and one or two
 * given, a compound surname and one or two. Words that only look like names are left out.
 */
export function hanNamesAt(reading: Reading, start: number): NameCandidate[] {
  const { text, lexicon } = reading;
  if (!isHanAt(text, start)) return [];
  const compound = lexicon.isCompoundSurname(text.slice(start, start + 2));
  const rank = lexicon.surnameRank(text.charAt(start));
  const candidates = [
    ...(compound ? shapesOf(reading, start, 2, 3) : []),
    ...(rank > 0 ? shapesOf(reading, start, 1, rank) : []),
  ];
  const padded = paddedName(reading, start);
  if (padded) candidates.push(padded);
  return candidates.sort((a, b) => b.score - a.score || particleLast(reading, a) - particleLast(reading, b) || b.end - a.end);
}

/** The names of two lengths that a surname opens. */
function shapesOf(reading: Reading, start: number, surname: number, rank: number): NameCandidate[] {
  const long = candidateOf(reading, start, start + surname + 2, surname, rank);
  const short = candidateOf(reading, start, start + surname + 1, surname, rank);
  // Six names in seven have two given characters: a boundary that is only a dictionary's word does not outweigh that.
  const discounted = short && long && long.boundary > 0 && !reading.boundaries.isTight(short.end);
  return [long, discounted ? { ...short, score: short.score * 0.85 } : short].filter((candidate) => candidate !== undefined);
}

function candidateOf(reading: Reading, start: number, end: number, surname: number, rank: number): NameCandidate | undefined {
  const { text, lexicon, boundaries } = reading;
  const fit = fitOf(reading, start, end, { surname, rank });
  if (fit === 0) return undefined;
  if (crossesTerm(reading, start, end)) return undefined;
  const boundary = boundaries.after(end);
  if (reading.scan.longestAt(end, "suffix") && reading.scan.endingAt(start).every((token) => token.sense.kind !== "title")) return undefined;
  const tight = boundary > 0 && boundaries.isTight(end);
  const wordLike = lexicon.isNameLikeWord(text.slice(start, end));
  if (wordLike && !tight) return undefined;
  const score =
    fit * (boundary === 2 && !tight ? 0.9 : boundaryFactor[boundary]) * (wordLike ? 0.7 : 1) * (opensWithPlace(reading, start, end) ? 0.5 : 1);
  return { start, end, score, boundary, wordLike };
}

/** 宁川海|关, 张局|长: a term of an organ or a title begins inside and ends behind. */
function crossesTerm(reading: Reading, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) {
    for (const token of reading.scan.startingAt(i)) {
      if (token.end > end && /^(?:suffix|title|organ-rest)$/.test(token.sense.kind)) return true;
    }
  }
  return false;
}

function particleLast(reading: Reading, candidate: NameCandidate): number {
  return reading.lexicon.isCue("after-name", reading.text.charAt(candidate.end - 1)) ? 1 : 0;
}

/** 宁川海(关): a name of three that opens with the name of a city is hardly one. */
function opensWithPlace(reading: Reading, start: number, end: number): boolean {
  return reading.scan.startingAt(start).some(
    (token) => token.sense.kind === "place" && token.sense.form !== "weak" && token.sense.entry.level !== "county" && token.end < end,
  );
}

/** A name set wide in a list or a notice: 谷　雨, 欧　阳　丹. */
function paddedName(reading: Reading, start: number): NameCandidate | undefined {
  const { text, lexicon, boundaries } = reading;
  const match = padded.exec(text.slice(start, start + 12));
  if (!match) return undefined;
  const name = match[0].replace(/[\s\u3000]+/g, "");
  const surname = lexicon.surnameRank(name.charAt(0)) >= 2 || lexicon.isCompoundSurname(name.slice(0, 2));
  const end = start + match[0].length;
  if (!surname || lexicon.givenFit(name.slice(-1)) === 0 || boundaries.after(end) === 0) return undefined;
  return { start, end, score: 0.8, boundary: boundaries.after(end), wordLike: false };
}

const padded = /^(?:\p{Script=Han}[ \u3000]{1,3}\p{Script=Han}[ \u3000]{1,3}\p{Script=Han}|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han})(?!(?![的为同])\p{Script=Han}{3})/u;

const boundaryFactor = { 0: 0.3, 1: 0.8, 2: 1 } as const;

/** How well the characters suit a name, 0…1. */
function fitOf(
  reading: Reading,
  start: number,
  end: number,
  shape: { surname: number; rank: number },
): number {
  const { text, lexicon } = reading;
  const name = text.slice(start, end);
  for (let i = start; i < end; i++) if (!isHanAt(text, i)) return 0;
  if (lexicon.isCue("not-names", name) || lexicon.isCue("speech", name)) return 0;
  if (lexicon.isCue("never-last", name.slice(-1)) || "和与及".includes(name.charAt(0))) return 0;
  let fit = 1;
  const givenName = name.slice(shape.surname);
  for (const char of givenName) {
    const given = lexicon.givenFit(char);
    if (given === 0) {
      if (!reading.boundaries.isTight(end)) return 0;
      fit *= 0.5;
    }
    // A rare surname is usually no surname at all: it takes a given name that is beyond doubt.
    if (given === 1) fit *= shape.rank === 1 ? 0.5 : 0.8;
  }
  // 高度重视: a word that merely starts like a name.
  if (name.length === 3 && lexicon.isNameLikeWord(name.slice(0, 2)) && lexicon.givenFit(name.charAt(2)) < 2) return 0;
  return fit * (shape.rank === 3 ? 1 : shape.rank === 2 ? 0.95 : 0.8);
}
