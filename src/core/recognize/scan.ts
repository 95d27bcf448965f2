import type { Lexicon, Sense } from "../lexicon/lexicon.js";
import type { TextSpan } from "../text/spans.js";

/** A term of the lexicon where it stands in the text: UTF-16 offsets of the visible text, half-open. */
export interface Token<S extends Sense = Sense> {
  readonly start: number;
  readonly end: number;
  readonly sense: S;
}

type Kind = Sense["kind"];
type SenseOf<K extends Kind> = Extract<Sense, { kind: K }>;

/** One bit a kind, so that most questions are answered without a token. */
export const bitOf: Readonly<Record<Kind, number>> = {
  agency: 1,
  slogan: 2,
  place: 4,
  country: 8,
  official: 16,
  domain: 32,
  "organ-prefix": 64,
  "organ-rest": 128,
  department: 256,
  bureau: 512,
  "foreign-organ": 1024,
  title: 2048,
  suffix: 4096,
};

/** A set of kinds, to be asked for at once. */
export function kindsOf(...kinds: readonly Kind[]): number {
  return kinds.reduce((bits, kind) => bits | bitOf[kind], 0);
}

/** Every term of the lexicon in the parts of a text that are read, overlapping ones included. */
export class Scan {
  /** The last token added at each offset, from which the others hang: two links cost less than two lists. */
  private readonly starting: (Linked | undefined)[];
  private readonly ending: (Linked | undefined)[];
  private readonly startingKinds: Uint16Array;
  private readonly endingKinds: Uint16Array;
  private readonly byKind: Readonly<Record<Kind, Token[]>> = {
    agency: [],
    slogan: [],
    place: [],
    country: [],
    official: [],
    domain: [],
    "organ-prefix": [],
    "organ-rest": [],
    department: [],
    bureau: [],
    "foreign-organ": [],
    title: [],
    suffix: [],
  };

  constructor(text: string, spans: readonly TextSpan[], lexicon: Lexicon) {
    this.starting = new Array(text.length + 1);
    this.ending = new Array(text.length + 1);
    this.startingKinds = new Uint16Array(text.length + 1);
    this.endingKinds = new Uint16Array(text.length + 1);
    let start = 0;
    let limit = 0;
    const found = (end: number, senses: readonly Sense[]) => {
      if (end > limit) return;
      for (const sense of senses) this.add({ start, end, sense });
    };
    for (const span of spans) {
      limit = span.end;
      for (start = span.start; start < limit; start++) lexicon.trie.matchesAt(text, start, found);
    }
  }

  /** The tokens that start at an offset, shorter ones first. */
  startingAt(offset: number): readonly Token[] {
    const tokens: Token[] = [];
    for (let token = this.starting[offset]; token; token = token.startsBefore) tokens.push(token);
    return tokens.reverse();
  }

  /** The tokens that end at an offset, longer ones first. */
  endingAt(offset: number): readonly Token[] {
    const tokens: Token[] = [];
    for (let token = this.ending[offset]; token; token = token.endsBefore) tokens.push(token);
    return tokens.reverse();
  }

  /** Whether a token of one of the kinds (`kindsOf`) starts at an offset. */
  starts(offset: number, kinds: number): boolean {
    return ((this.startingKinds[offset] ?? 0) & kinds) !== 0;
  }

  /** Whether a token of one of the kinds (`kindsOf`) ends at an offset. */
  ends(offset: number, kinds: number): boolean {
    return ((this.endingKinds[offset] ?? 0) & kinds) !== 0;
  }

  /** The longest token of a kind that starts at an offset. */
  longestAt<K extends Kind>(offset: number, kind: K): Token<SenseOf<K>> | undefined {
    if (!this.starts(offset, bitOf[kind])) return undefined;
    let token = this.starting[offset];
    while (token && token.sense.kind !== kind) token = token.startsBefore;
    return token as Token<SenseOf<K>> | undefined;
  }

  /** The longest token of a kind that ends at an offset. */
  longestEndingAt<K extends Kind>(offset: number, kind: K): Token<SenseOf<K>> | undefined {
    if (!this.ends(offset, bitOf[kind])) return undefined;
    let best: Token | undefined;
    for (let token = this.ending[offset]; token; token = token.endsBefore) {
      if (token.sense.kind === kind && (!best || token.start <= best.start)) best = token;
    }
    return best as Token<SenseOf<K>> | undefined;
  }

  /** All tokens of a kind in order of their start, shorter ones first. */
  all<K extends Kind>(kind: K): readonly Token<SenseOf<K>>[] {
    return this.byKind[kind] as readonly Token[] as readonly Token<SenseOf<K>>[];
  }

  /** Adds a term that only this text teaches. */
  add({ start, end, sense }: Token): void {
    const { kind } = sense;
    const token: Linked = { start, end, sense, startsBefore: this.starting[start], endsBefore: this.ending[end] };
    this.starting[start] = token;
    this.ending[end] = token;
    this.startingKinds[start] = (this.startingKinds[start] ?? 0) | bitOf[kind];
    this.endingKinds[end] = (this.endingKinds[end] ?? 0) | bitOf[kind];
    this.byKind[kind].push(token);
  }
}

/** A token with those that were added before it at the same start, and at the same end. */
interface Linked extends Token {
  readonly startsBefore: Linked | undefined;
  readonly endsBefore: Linked | undefined;
}
