import { wordClass } from "../lexicon/word-table.js";
import { isHanAt, isSpace } from "../text/characters.js";
import type { Reading } from "./reading.js";
import { bitOf, kindsOf } from "./scan.js";

const suffix = kindsOf("suffix");
const title = kindsOf("title");
const place = kindsOf("place");
const endings = kindsOf("suffix", "title", "organ-rest");
const noName = wordClass.notName | wordClass.speech;

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
export function hanNamesAt(reading: Reading, start: number): readonly NameCandidate[] {
  const { text, lexicon } = reading;
  if (!canOpenName(reading, start)) return none;
  const rank = lexicon.surnameRank(text.charCodeAt(start));
  const candidates: NameCandidate[] = [];
  if (lexicon.isCompoundSurnameAt(text, start)) addShapes(reading, start, { surname: 2, rank: 3 }, candidates);
  if (rank > 0) addShapes(reading, start, { surname: 1, rank }, candidates);
  const padded = paddedName(reading, start);
  if (padded) candidates.push(padded);
  if (candidates.length < 2) return candidates;
  return candidates.sort(
    (a, b) => b.score - a.score || particleLast(reading, a) - particleLast(reading, b) || b.end - a.end,
  );
}

/** Whether a name may start at an offset: with a surname, or with a character set wide. */
export function canOpenName({ text, lexicon }: Reading, start: number): boolean {
  return isHanAt(text, start) && (lexicon.opensSurname(text.charCodeAt(start)) || isSpace(text.charCodeAt(start + 1)));
}

const none: readonly NameCandidate[] = [];

/** How a name is built: the characters of its surname, and how usual that is. */
interface Shape {
  readonly surname: number;
  readonly rank: number;
}

/** Adds the names of two lengths that a surname opens. */
function addShapes(reading: Reading, start: number, shape: Shape, candidates: NameCandidate[]): void {
  const long = candidateOf(reading, start, start + shape.surname + 2, shape);
  const short = candidateOf(reading, start, start + shape.surname + 1, shape);
  // Six names in seven have two given characters: a boundary that is only a dictionary's word does not outweigh that.
  const discounted = short && long && long.boundary > 0 && !reading.boundaries.isTight(short.end);
  if (long) candidates.push(long);
  if (short) candidates.push(discounted ? { ...short, score: short.score * 0.85 } : short);
}

function candidateOf(reading: Reading, start: number, end: number, shape: Shape): NameCandidate | undefined {
  const { scan, words, boundaries } = reading;
  const fit = fitOf(reading, start, end, shape);
  if (fit === 0) return undefined;
  if (crossesTerm(reading, start, end)) return undefined;
  const boundary = boundaries.after(end);
  if (scan.starts(end, suffix) && !scan.ends(start, title)) return undefined;
  const tight = boundary > 0 && boundaries.isTight(end);
  const wordLike = words.isNameLike(start, end);
  if (wordLike && !tight) return undefined;
  const score =
    fit *
    (boundary === 2 && !tight ? 0.9 : boundaryFactor[boundary]) *
    (wordLike ? 0.7 : 1) *
    (opensWithPlace(reading, start, end) ? 0.5 : 1);
  return { start, end, score, boundary, wordLike };
}

/** 宁川海|关, 张局|长: a term of an organ or a title begins inside and ends behind. */
function crossesTerm(reading: Reading, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) {
    if (!reading.scan.starts(i, endings)) continue;
    for (const token of reading.scan.startingAt(i)) {
      if (token.end > end && (bitOf[token.sense.kind] & endings) !== 0) return true;
    }
  }
  return false;
}

function particleLast(reading: Reading, candidate: NameCandidate): number {
  return reading.words.is(candidate.end - 1, 1, wordClass.afterName) ? 1 : 0;
}

/** 宁川海(关): a name of three that opens with the name of a city is hardly one. */
function opensWithPlace(reading: Reading, start: number, end: number): boolean {
  return (
    reading.scan.starts(start, place) &&
    reading.scan
      .startingAt(start)
      .some(
        (token) =>
          token.sense.kind === "place" &&
          token.sense.form !== "weak" &&
          token.sense.entry.level !== "county" &&
          token.end < end,
      )
  );
}

/** A name set wide in a list or a notice: 谷　雨, 欧　阳　丹. */
function paddedName(reading: Reading, start: number): NameCandidate | undefined {
  const { text, lexicon, boundaries } = reading;
  if (!isSpace(text.charCodeAt(start + 1))) return undefined;
  const match = padded.exec(text.slice(start, start + 12));
  if (!match) return undefined;
  const name = match[0].replace(/[\s\u3000]+/g, "");
  const surname = lexicon.surnameRank(name.charCodeAt(0)) >= 2 || lexicon.isCompoundSurnameAt(name, 0);
  const end = start + match[0].length;
  if (!surname || lexicon.givenFit(name.charCodeAt(name.length - 1)) === 0 || boundaries.after(end) === 0)
    return undefined;
  return { start, end, score: 0.8, boundary: boundaries.after(end), wordLike: false };
}

const padded =
  /^(?:\p{Script=Han}[ \u3000]{1,3}\p{Script=Han}[ \u3000]{1,3}\p{Script=Han}|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han})(?!(?![的为同])\p{Script=Han}{3})/u;

const boundaryFactor = { 0: 0.3, 1: 0.8, 2: 1 } as const;

/** How well the characters suit a name, 0…1. */
function fitOf(reading: Reading, start: number, end: number, shape: Shape): number {
  const { text, lexicon, words } = reading;
  for (let i = start + 1; i < end; i++) if (!isHanAt(text, i)) return 0;
  if (lexicon.isNeverLast(text.charCodeAt(end - 1)) || "和与及".includes(text.charAt(start))) return 0;
  if ((lexicon.words.classesAt(text, start, end) & noName) !== 0) return 0;
  let fit = 1;
  for (let i = start + shape.surname; i < end; i++) {
    const given = lexicon.givenFit(text.charCodeAt(i));
    if (given === 0) {
      if (!reading.boundaries.isTight(end)) return 0;
      fit *= 0.5;
    }
    // A rare surname is usually no surname at all: it takes a given name that is beyond doubt.
    if (given === 1) fit *= shape.rank === 1 ? 0.5 : 0.8;
  }
  // 高度重视: a word that merely starts like a name.
  if (end - start === 3 && words.isNameLike(start, start + 2) && lexicon.givenFit(text.charCodeAt(start + 2)) < 2)
    return 0;
  return fit * (shape.rank === 3 ? 1 : shape.rank === 2 ? 0.95 : 0.8);
}
