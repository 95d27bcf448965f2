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
  private readonly starting = new Map<number, Token[]>();
  private readonly ending = new Map<number, Token[]>();
  private readonly byKind = new Map<Sense["kind"], Token[]>();

  constructor(text: string, spans: readonly TextSpan[], lexicon: Lexicon) {
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
    return this.starting.get(offset) ?? none;
  }

  endingAt(offset: number): readonly Token[] {
    return this.ending.get(offset) ?? none;
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
    push(this.starting, token.start, token);
    push(this.ending, token.end, token);
    push(this.byKind, token.sense.kind, token);
  }
}

function push<K>(map: Map<K, Token[]>, key: K, token: Token): void {
  const list = map.get(key);
  if (list) list.push(token);
  else map.set(key, [token]);
}
