import { isHanAt } from "../text/characters.js";
import type { Reading } from "./reading.js";

export interface NameCandidate {
  readonly start: number;
  readonly end: number;
  /** 0…1 from surname rank, fit of the given name, and the boundary behind it. */
  readonly score: number;
  /** The boundary behind the name: 2 a mark or a word, 1 a particle, 0 none. */
  readonly boundary: 0 | 1 | 2;
}

/**
 * The Han names that can start at an offset, best first: a surname of one character and one or two
 * given, a compound surname and one or two. Words that only look like names are left out.
 */
export function hanNamesAt(reading: Reading, start: number): NameCandidate[] {
  const { text, lexicon, boundaries } = reading;
  if (!isHanAt(text, start)) return [];
  const candidates: NameCandidate[] = [];
  const compound = lexicon.isCompoundSurname(text.slice(start, start + 2));
  const rank = lexicon.surnameRank(text.charAt(start));
  const shapes: { surname: number; rank: number }[] = [];
  if (compound) shapes.push({ surname: 2, rank: 3 });
  if (rank > 0) shapes.push({ surname: 1, rank });
  for (const shape of shapes) {
    for (let given = 2; given >= 1; given--) {
      const end = start + shape.surname + given;
      const score = scoreOf(reading, start, end, shape);
      if (score > 0) candidates.push({ start, end, score, boundary: boundaries.after(end) });
    }
  }
  return candidates
    .map((candidate) => ({ ...candidate, score: candidate.score * boundaryFactor[candidate.boundary] }))
    .sort((a, b) => b.score - a.score || b.end - a.end);
}

const boundaryFactor = { 0: 0.3, 1: 0.8, 2: 1 } as const;

function scoreOf(
  reading: Reading,
  start: number,
  end: number,
  shape: { surname: number; rank: number },
): number {
  const { text, lexicon } = reading;
  const name = text.slice(start, end);
  for (let i = start; i < end; i++) if (!isHanAt(text, i)) return 0;
  if (lexicon.isNameLikeWord(name)) return 0;
  let fit = 1;
  for (const char of name.slice(shape.surname)) {
    const given = lexicon.givenFit(char);
    if (given === 0) return 0;
    // A rare surname is usually no surname at all: it takes a given name that is beyond doubt.
    if (given === 1) fit *= shape.rank === 1 ? 0.5 : 0.8;
  }
  // 高度重视: a word that merely starts like a name.
  if (name.length === 3 && lexicon.isNameLikeWord(name.slice(0, 2)) && lexicon.givenFit(name.charAt(2)) < 2) return 0;
  return fit * (shape.rank === 3 ? 1 : shape.rank === 2 ? 0.95 : 0.8);
}
