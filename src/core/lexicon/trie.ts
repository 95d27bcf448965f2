/** One entry of the edge table: the parent node plus one (zero marks a free slot), the code unit, the child, its values' index plus one. */
const stride = 4;
const firstCapacity = 1 << 12;

/**
 * A trie over UTF-16 code units whose edges lie in one open hash table: most positions of a text fail on
 * their first or second character, and then cost one or two probes and no object.
 */
export class Trie<T> {
  private edges = new Int32Array(firstCapacity * stride);
  private shift = 32 - Math.log2(firstCapacity);
  private size = 0;
  /** The slot of each first character's edge plus one, since every place of a text asks for one. */
  private readonly firstSlots = new Int32Array(0x10000);
  private readonly values: T[][] = [];

  add(term: string, value: T): void {
    if (term === "") return;
    let node = 0;
    let slot = 0;
    for (let i = 0; i < term.length; i++) {
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
    const { edges } = this;
    let slot = (this.firstSlots[text.charCodeAt(start)] ?? 0) - 1;
    if (slot < 0) return;
    let spaced = false;
    for (let i = start; ; ) {
      const known = spaced ? 0 : (edges[slot + 3] as number);
      if (known > 0) found(i + 1, this.values[known - 1] as T[]);
      if (++i >= text.length) return;
      const code = text.charCodeAt(i);
      const next = this.slotOf(edges[slot + 2] as number, code);
      if (edges[next] !== 0) {
        slot = next;
        spaced = false;
      } else if (spaced || (code !== 0x20 && code !== 0x3000 && code !== 0xa0)) return;
      else spaced = true;
    }
  }

  get(term: string): readonly T[] {
    let node = 0;
    let known = 0;
    for (let i = 0; i < term.length; i++) {
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
    this.edges[slot + 2] = ++this.size;
    if (node === 0) this.firstSlots[code] = slot + 1;
    return slot;
  }

  private grow(): void {
    const old = this.edges;
    this.edges = new Int32Array(old.length * 2);
    this.shift--;
    for (let from = 0; from < old.length; from += stride) {
      if (old[from] === 0) continue;
      const node = (old[from] as number) - 1;
      const code = old[from + 1] as number;
      const to = this.slotOf(node, code);
      if (node === 0) this.firstSlots[code] = to + 1;
      for (let i = 0; i < stride; i++) this.edges[to + i] = old[from + i] as number;
    }
  }
}
