import { longestWord, type WordTable, wordClass } from "../lexicon/word-table.js";

/** The classes that are kept for each place; seven bits for each of four lengths leave a bit for "known". */
const kept = 0x7f;
const bits = 7;
const known = 1 << 31;
/** A class in its places for words of two, three and four characters. */
const everyLength = (1 << bits) | (1 << (2 * bits)) | (1 << (3 * bits));

/** Which ordinary words stand where in a text; each place is looked up once, when it is first asked for. */
export class WordsInText {
  private readonly memo: Int32Array;

  constructor(
    private readonly text: string,
    private readonly table: WordTable,
  ) {
    this.memo = new Int32Array(text.length + 1);
  }

  /** Whether a word of two to four characters of one of the classes starts at an offset. */
  startsAt(offset: number, classes: number): boolean {
    return (this.wordsFrom(offset) & (classes * everyLength)) !== 0;
  }

  /** Whether a word of two to four characters of one of the classes ends at an offset. */
  endsAt(offset: number, classes: number): boolean {
    for (let length = 2; length <= longestWord; length++) if (this.is(offset - length, length, classes)) return true;
    return false;
  }

  /** Whether the one to four characters at an offset are a word of one of the classes. */
  is(offset: number, length: number, classes: number): boolean {
    return offset >= 0 && (this.wordsFrom(offset) & (classes << (bits * (length - 1)))) !== 0;
  }

  /** Whether a stretch of at most four characters is an ordinary word. */
  isOrdinary(start: number, end: number): boolean {
    return this.is(start, end - start, wordClass.ordinary);
  }

  /** Whether a stretch is an ordinary word that looks like a name. */
  isNameLike(start: number, end: number): boolean {
    return end - start <= longestWord && (this.table.classesAt(this.text, start, end) & wordClass.nameLike) !== 0;
  }

  private wordsFrom(offset: number): number {
    const words = this.memo[offset];
    if (words === undefined || words !== 0) return words ?? 0;
    let found = known | (this.table.classesAt(this.text, offset, offset + 1) & kept);
    const longest = this.table.longestAt(this.text, offset);
    for (let length = 2; length <= longest; length++) {
      found |= (this.table.classesAt(this.text, offset, offset + length) & kept) << (bits * (length - 1));
    }
    this.memo[offset] = found;
    return found;
  }
}
