import type { Lexicon } from "../lexicon/lexicon.js";
import { isHan, isLatin, isNameDot } from "../text/characters.js";
import type { Scan } from "./scan.js";
import type { Word } from "./segmenter.js";

/** How surely a name ends, or starts, at an offset: a mark or a whole word (2), a particle (1), no sign (0). */
export type BoundaryStrength = 0 | 1 | 2;

/** Where words end: from punctuation, from the lexicon's words, and from a segmenter where there is one. */
export class Boundaries {
  private readonly segmented: ReadonlyMap<number, Word>;
  private readonly wordEnds: ReadonlySet<number>;
  private readonly afterMemo: Uint8Array;
  private readonly beforeMemo: Uint8Array;
  private readonly tightMemo: Uint8Array;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
    private readonly scan: Scan,
    words: readonly Word[] = [],
  ) {
    this.segmented = new Map(words.map((word) => [word.span.start, word]));
    this.wordEnds = new Set(words.map((word) => word.span.end));
    this.afterMemo = new Uint8Array(text.length + 1);
    this.beforeMemo = new Uint8Array(text.length + 1);
    this.tightMemo = new Uint8Array(text.length + 1);
  }

  /** Whether a name can end at `offset`, judged by what stands behind it. */
  after(offset: number): BoundaryStrength {
    return this.memo(this.afterMemo, offset, () => this.judgeAfter(offset)) as BoundaryStrength;
  }

  /** Whether a name can start at `offset`, judged by what stands before it. */
  before(offset: number): BoundaryStrength {
    return this.memo(this.beforeMemo, offset, () => this.judgeBefore(offset)) as BoundaryStrength;
  }

  /** Whether a mark of punctuation, an end of list or a verb of saying or taking part stands at `offset`. */
  isTight(offset: number): boolean {
    return this.memo(this.tightMemo, offset, () => (this.judgeTight(offset) ? 1 : 0)) === 1;
  }

  /** Rules ask of the same places again and again; an answer is kept, plus one so that zero means unasked. */
  private memo(kept: Uint8Array, offset: number, judge: () => number): number {
    const known = kept[offset];
    if (known) return known - 1;
    const answer = judge();
    if (known === 0) kept[offset] = answer + 1;
    return answer;
  }

  private judgeAfter(offset: number): BoundaryStrength {
    const code = this.text.charCodeAt(offset);
    if (Number.isNaN(code)) return 2;
    if (isNameDot(code) || isLatin(code)) return 0;
    if (!isHan(code)) return 2;
    if (this.scan.startingAt(offset).some((token) => token.sense.kind === "title")) return 2;
    for (let length = 4; length >= 2; length--) {
      const word = this.text.slice(offset, offset + length);
      if (word.length < length) continue;
      if (this.endsNames(word)) return 2;
    }
    return this.isParticle(offset) || this.ordinaryAt(offset) ? 1 : 0;
  }

  private judgeBefore(offset: number): BoundaryStrength {
    const code = this.text.charCodeAt(offset - 1);
    if (Number.isNaN(code)) return 2;
    if (isNameDot(code) || isLatin(code)) return 0;
    if (!isHan(code)) return 2;
    if (this.scan.endingAt(offset).some((token) => token.sense.kind === "title")) return 2;
    for (let length = 4; length >= 2; length--) {
      const word = this.text.slice(Math.max(0, offset - length), offset);
      if (this.lexicon.isBoundaryWord(word) || this.lexicon.isCue("before-organ", word)) return 2;
    }
    return this.lexicon.isCue("before-organ", this.text.charAt(offset - 1)) ? 1 : 0;
  }

  private judgeTight(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    if (Number.isNaN(code) || (!isHan(code) && !isLatin(code) && !isNameDot(code))) return true;
    for (let length = 4; length >= 2; length--) {
      const word = this.text.slice(offset, offset + length);
      const { lexicon } = this;
      if (lexicon.isCue("speech", word) || lexicon.isCue("attend", word) || lexicon.isCue("after-name", word)) return true;
    }
    return /^(?:等|说|同志|一行|（|到|在|率|曾|把|被|也|还|对|就|向|从|作|均|和(?!谐|平)|与|及|先后|主持|会见|考察|调研|任|为)/.test(this.text.slice(offset, offset + 2));
  }

  /** Dictionaries tag many verbs as nouns (会见, 汇报): any ordinary word behind a name is some sign. */
  private ordinaryAt(offset: number): boolean {
    for (let length = 4; length >= 2; length--) {
      const word = this.text.slice(offset, offset + length);
      if (word.length === length && this.lexicon.isOrdinaryWord(word)) return true;
    }
    return false;
  }

  /** A single character that goes on after a name: 在, 和, 等. Before a mark only 时, 等 and 后 are particles, 后 only there. */
  private isParticle(offset: number): boolean {
    const char = this.text.charAt(offset);
    if (!this.lexicon.isCue("after-name", char)) return false;
    const more = isHan(this.text.charCodeAt(offset + 1));
    return char === "后" ? !more : more || char === "时" || char === "等";
  }

  private endsNames(word: string): boolean {
    const { lexicon } = this;
    return (
      lexicon.isBoundaryWord(word) ||
      lexicon.isCue("after-name", word) ||
      lexicon.isCue("speech", word) ||
      lexicon.isCue("attend", word)
    );
  }

  /** The segmenter's word that is exactly this stretch. */
  wordAt(start: number, end: number): Word | undefined {
    const word = this.segmented.get(start);
    return word?.span.end === end ? word : undefined;
  }

  /** Whether the segmenter ends a word at `offset`; undefined without a segmenter. */
  segmenterBreaksAt(offset: number): boolean | undefined {
    return this.wordEnds.size === 0 ? undefined : this.wordEnds.has(offset);
  }
}
