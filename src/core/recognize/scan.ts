import type { Lexicon, Sense } from "../lexicon/lexicon.js";
import type { TextSpan } from "../text/spans.js";

/** A term of the lexicon where it stands in the text: UTF-16 offsets of the visible text, half-open. */
export interface Token<S extends Sense = Sense> {
  readonly start: number;
  readonly end: number;
  readonly sense: S;
}

type SenseOf<K extends Sense["kind"]> = Extract<Sense, { kind: K }>;
const none: readonly Token[] = [];

/** Every term of the lexicon in the parts of a text that are read, overlapping ones included. */
export class Scan {
  private readonly starting: (Token[] | undefined)[];
  private readonly ending: (Token[] | undefined)[];
  private readonly byKind = new Map<Sense["kind"], Token[]>();

  constructor(text: string, spans: readonly TextSpan[], lexicon: Lexicon) {
    this.starting = new Array(text.length + 1);
    this.ending = new Array(text.length + 1);
    for (const span of spans) {
      for (let i = span.start; i < span.end; i++) {
        lexicon.trie.matchesAt(text, i, (end, senses) => {
          if (end > span.end) return;
          for (const sense of senses) this.add({ start: i, end, sense });
        });
      }
    }
  }

  startingAt(offset: number): readonly Token[] {
    return this.starting[offset] ?? none;
  }

  endingAt(offset: number): readonly Token[] {
    return this.ending[offset] ?? none;
  }

  /** The longest token of a kind that starts at an offset. */
  longestAt<K extends Sense["kind"]>(offset: number, kind: K): Token<SenseOf<K>> | undefined {
    const tokens = this.startingAt(offset);
    for (let i = tokens.length - 1; i >= 0; i--) {
      if (tokens[i]?.sense.kind === kind) return tokens[i] as Token<SenseOf<K>>;
    }
    return undefined;
  }

  /** The longest token of a kind that ends at an offset. */
  longestEndingAt<K extends Sense["kind"]>(offset: number, kind: K): Token<SenseOf<K>> | undefined {
    let best: Token | undefined;
    for (const token of this.endingAt(offset)) {
      if (token.sense.kind === kind && (!best || token.start < best.start)) best = token;
    }
    return best as Token<SenseOf<K>> | undefined;
  }

  /** All tokens of a kind in order of their start, shorter ones first. */
  all<K extends Sense["kind"]>(kind: K): readonly Token<SenseOf<K>>[] {
    return (this.byKind.get(kind) ?? none) as readonly Token<SenseOf<K>>[];
  }

  /** Adds a term that only this text teaches. */
  add(token: Token): void {
    const { start, end, sense } = token;
    const starting = this.starting[start];
    if (starting) starting.push(token);
    else this.starting[start] = [token];
    const ending = this.ending[end];
    if (ending) ending.push(token);
    else this.ending[end] = [token];
    const kind = this.byKind.get(sense.kind);
    if (kind) kind.push(token);
    else this.byKind.set(sense.kind, [token]);
  }
}
