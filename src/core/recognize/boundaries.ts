import { wordClass } from "../lexicon/word-table.js";
import { isHan, isLatin, isNameDot } from "../text/characters.js";
import { kindsOf, type Scan } from "./scan.js";
import type { Word } from "./segmenter.js";
import type { WordsInText } from "./words-in-text.js";

/** How surely a name ends, or starts, at an offset: a mark or a whole word (2), a particle (1), no sign (0). */
export type BoundaryStrength = 0 | 1 | 2;

const title = kindsOf("title");
const { afterName, attend, beforeOrgan, boundary, ordinary, speech } = wordClass;
const endsNames = boundary | afterName | speech | attend;
const tightWord =
  /等|说|同志|一行|（|到|在|率|曾|把|被|也|还|对|就|向|从|作|均|和(?!谐|平)|与|及|先后|主持|会见|考察|调研|任|为/y;

/** Where words end: from punctuation, from the lexicon's words, and from a segmenter where there is one. */
export class Boundaries {
  private readonly segmented: ReadonlyMap<number, Word>;
  // Rules ask of the same places again and again; an answer is kept, plus one so that zero means unasked.
  private readonly afterMemo: Uint8Array;
  private readonly beforeMemo: Uint8Array;
  private readonly tightMemo: Uint8Array;

  constructor(
    private readonly text: string,
    private readonly ordinaryWords: WordsInText,
    private readonly scan: Scan,
    words: readonly Word[] = [],
  ) {
    this.segmented = new Map(words.map((word) => [word.span.start, word]));
    this.afterMemo = new Uint8Array(text.length + 1);
    this.beforeMemo = new Uint8Array(text.length + 1);
    this.tightMemo = new Uint8Array(text.length + 1);
  }

  /** Whether a name can end at `offset`, judged by what stands behind it. */
  after(offset: number): BoundaryStrength {
    const known = this.afterMemo[offset];
    if (known) return (known - 1) as BoundaryStrength;
    const answer = this.judgeAfter(offset);
    this.afterMemo[offset] = answer + 1;
    return answer;
  }

  /** Whether a name can start at `offset`, judged by what stands before it. */
  before(offset: number): BoundaryStrength {
    const known = this.beforeMemo[offset];
    if (known) return (known - 1) as BoundaryStrength;
    const answer = this.judgeBefore(offset);
    this.beforeMemo[offset] = answer + 1;
    return answer;
  }

  /** Whether a mark of punctuation, an end of list or a verb of saying or taking part stands at `offset`. */
  isTight(offset: number): boolean {
    const known = this.tightMemo[offset];
    if (known) return known === 2;
    const answer = this.judgeTight(offset);
    this.tightMemo[offset] = answer ? 2 : 1;
    return answer;
  }

  private judgeAfter(offset: number): BoundaryStrength {
    const code = this.text.charCodeAt(offset);
    if (!isHan(code)) return isNameDot(code) || isLatin(code) ? 0 : 2;
    if (this.scan.starts(offset, title) || this.ordinaryWords.startsAt(offset, endsNames)) return 2;
    // Dictionaries tag many verbs as nouns (会见, 汇报): any ordinary word behind a name is some sign.
    return this.isParticle(offset) || this.ordinaryWords.startsAt(offset, ordinary) ? 1 : 0;
  }

  private judgeBefore(offset: number): BoundaryStrength {
    const code = this.text.charCodeAt(offset - 1);
    if (!isHan(code)) return isNameDot(code) || isLatin(code) ? 0 : 2;
    if (this.scan.ends(offset, title) || this.ordinaryWords.endsAt(offset, boundary | beforeOrgan)) return 2;
    return this.ordinaryWords.is(offset - 1, 1, beforeOrgan) ? 1 : 0;
  }

  private judgeTight(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    if (!isHan(code)) return !isLatin(code) && !isNameDot(code);
    if (this.ordinaryWords.startsAt(offset, speech | attend | afterName)) return true;
    tightWord.lastIndex = offset;
    return tightWord.test(this.text);
  }

  /** A single character that goes on after a name: 在, 和, 等. Before a mark only 时, 等 and 后 are particles, 后 only there. */
  private isParticle(offset: number): boolean {
    if (!this.ordinaryWords.is(offset, 1, afterName)) return false;
    const char = this.text[offset];
    const more = isHan(this.text.charCodeAt(offset + 1));
    return char === "后" ? !more : more || "时等说称".includes(char ?? "");
  }

  /** The segmenter's word that is exactly this stretch. */
  wordAt(start: number, end: number): Word | undefined {
    const word = this.segmented.get(start);
    return word?.span.end === end ? word : undefined;
  }
}
