import { PairFilter } from "./pair-filter.js";

/** Classes that a word may belong to, as bits that can be asked for together. */
export const wordClass = {
  boundary: 1,
  otherOrdinary: 2,
  afterName: 4,
  speech: 8,
  attend: 16,
  beforeOrgan: 32,
  softBeforeOrgan: 64,
  nameLike: 128,
  notName: 256,
  ordinary: 1 | 2,
} as const;

/** One entry: the first two code units, the next two, the classes (zero marks a free slot), and nothing. */
const stride = 4;
export const longestWord = 4;
/** Marks two characters that open a word of three or four, so that most places are told after one look. */
const opensLonger = 1 << 30;

/**
 * The classes of words of one to four UTF-16 code units, asked for by their place in a text so that no
 * string is cut out of it. Longer words are kept too, and found by `classesOf` alone.
 */
export class WordTable {
  private readonly entries: Int32Array;
  private readonly shift: number;
  private readonly pairs = new PairFilter();
  private readonly singles = new Uint16Array(0x10000);
  private readonly longer = new Map<string, number>();

  /** `words` says how many words will be added at most. */
  constructor(words: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(words * 2 + 1)));
    this.entries = new Int32Array(stride << bits);
    this.shift = 32 - bits;
  }

  add(word: string, classes: number): void {
    if (word.length > longestWord) {
      this.longer.set(word, (this.longer.get(word) ?? 0) | classes);
      return;
    }
    const first = word.charCodeAt(0);
    if (word.length === 1) this.singles[first] = this.classesOf(word) | classes;
    if (word.length < 2) return;
    this.pairs.add(first, word.charCodeAt(1));
    this.put(word, classes);
    if (word.length > 2) this.put(word.slice(0, 2), opensLonger);
  }

  private put(word: string, classes: number): void {
    const slot = this.slotOf(word, 0, word.length);
    this.entries[slot] = pair(word, 0, word.length);
    this.entries[slot + 1] = pair(word, 2, word.length);
    this.entries[slot + 2] = (this.entries[slot + 2] as number) | classes;
  }

  classesOf(word: string): number {
    return word.length > longestWord ? (this.longer.get(word) ?? 0) : this.classesAt(word, 0, word.length);
  }

  /** The classes of the word of up to four code units from `start` to `end`; none outside the text. */
  classesAt(text: string, start: number, end: number): number {
    if (start < 0 || end > text.length || start >= end) return 0;
    if (end === start + 1) return this.singles[text.charCodeAt(start)] as number;
    return this.opensWord(text, start) ? (this.entries[this.slotOf(text, start, end) + 2] as number) : 0;
  }

  /** The length up to which words at an offset need be tried: none opens with the two characters there, or none but they. */
  longestAt(text: string, start: number): number {
    if (!this.opensWord(text, start)) return 1;
    return (this.classesAt(text, start, start + 2) & opensLonger) === 0 ? 2 : longestWord;
  }

  private opensWord(text: string, start: number): boolean {
    return this.pairs.mayHold(text.charCodeAt(start), text.charCodeAt(start + 1));
  }

  private slotOf(text: string, start: number, end: number): number {
    const { entries } = this;
    const mask = entries.length - 1;
    const first = pair(text, start, end);
    const second = pair(text, start + 2, end);
    let slot = ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> this.shift) * stride;
    while (entries[slot + 2] !== 0 && (entries[slot] !== first || entries[slot + 1] !== second))
      slot = (slot + stride) & mask;
    return slot;
  }
}

/** Two code units as one integer, zero for those from `end` on. */
function pair(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  return at + 1 < end ? text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16) : text.charCodeAt(at);
}
