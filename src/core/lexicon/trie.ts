import { PairFilter } from "./pair-filter.js";

/** One entry of the edge table: the parent plus one (zero marks a free slot), the code unit, the child, its values' index plus one. */
const stride = 4;
const firstCapacity = 1 << 12;
/** Below this, a node is the code unit of a term's first character: no edge leads to it. */
const firstNode = 0x10000;

/**
 * A trie over UTF-16 code units whose edges lie in one open hash table. Most places of a text fail at the pair
 * of characters that stands there, and cost one look into a filter.
 */
export class Trie<T> {
  private edges: Int32Array;
  private shift: number;
  private size = 0;
  private readonly values: T[][] = [];
  private readonly pairs = new PairFilter();
  /** The values of terms of one character. */
  private readonly singles = new Map<number, T[]>();

  /** `like`: a trie of about the same size, so that this one need not grow to it step by step. */
  constructor(like?: Trie<T>) {
    const capacity = like ? like.edges.length / stride : firstCapacity;
    this.edges = new Int32Array(capacity * stride);
    this.shift = 32 - Math.log2(capacity);
  }

  add(term: string, value: T): void {
    const first = term.charCodeAt(0);
    if (term.length < 2) {
      const known = this.singles.get(first);
      if (known) known.push(value);
      else if (term !== "") this.singles.set(first, [value]);
      return;
    }
    this.pairs.add(first, term.charCodeAt(1));
    let node = first;
    let slot = 0;
    for (let i = 1; i < term.length; i++) {
      slot = this.slotFor(node, term.charCodeAt(i));
      node = this.edges[slot + 2] as number;
    }
    const known = this.edges[slot + 3] as number;
    if (known > 0) (this.values[known - 1] as T[]).push(value);
    else this.edges[slot + 3] = this.values.push([value]);
  }

  /**
   * Calls `found` for every term that starts at `start`, shortest first. A space that scraping left
   * inside a word (局 长) is passed over, one at a time.
   */
  matchesAt(text: string, start: number, found: (end: number, values: readonly T[]) => void): void {
    const first = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1);
    const single = this.singles.get(first);
    if (single) found(start + 1, single);
    if (!this.pairs.mayHold(first, second) && !isGap(second)) return;
    const { edges } = this;
    let node = first;
    let spaced = false;
    for (let i = start + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const slot = this.slotOf(node, code);
      if (edges[slot] === 0) {
        if (spaced || !isGap(code)) return;
        spaced = true;
        continue;
      }
      spaced = false;
      node = edges[slot + 2] as number;
      const known = edges[slot + 3] as number;
      if (known > 0) found(i + 1, this.values[known - 1] as T[]);
    }
  }

  get(term: string): readonly T[] {
    if (term.length < 2) return this.singles.get(term.charCodeAt(0)) ?? [];
    let node = term.charCodeAt(0);
    let known = 0;
    for (let i = 1; i < term.length; i++) {
      const slot = this.slotOf(node, term.charCodeAt(i));
      if (this.edges[slot] === 0) return [];
      node = this.edges[slot + 2] as number;
      known = this.edges[slot + 3] as number;
    }
    return this.values[known - 1] ?? [];
  }

  /** The slot of an edge, or the free one where it would go. */
  private slotOf(node: number, code: number): number {
    const { edges } = this;
    const mask = edges.length - 1;
    let slot = ((Math.imul(node, 0x9e3779b1) + Math.imul(code, 0x85ebca6b)) >>> this.shift) * stride;
    while (edges[slot] !== 0 && (edges[slot] !== node + 1 || edges[slot + 1] !== code)) slot = (slot + stride) & mask;
    return slot;
  }

  /** The slot of an edge, made where it is missing. Half of the table stays free, so that probes stay short. */
  private slotFor(node: number, code: number): number {
    const slot = this.slotOf(node, code);
    if (this.edges[slot] !== 0) return slot;
    if ((this.size + 1) * 2 * stride > this.edges.length) {
      this.grow();
      return this.slotFor(node, code);
    }
    this.edges[slot] = node + 1;
    this.edges[slot + 1] = code;
    this.edges[slot + 2] = firstNode + this.size++;
    return slot;
  }

  private grow(): void {
    const old = this.edges;
    this.edges = new Int32Array(old.length * 2);
    this.shift--;
    for (let from = 0; from < old.length; from += stride) {
      if (old[from] === 0) continue;
      const to = this.slotOf((old[from] as number) - 1, old[from + 1] as number);
      for (let i = 0; i < stride; i++) this.edges[to + i] = old[from + i] as number;
    }
  }
}

function isGap(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0;
}
