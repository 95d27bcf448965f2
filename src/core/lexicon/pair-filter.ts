const bits = 19;

/**
 * The pairs of characters that words begin with, as one bit for each pair's hash: 64 KB that stay in the
 * processor's cache, so that most places of a text never touch the large tables. May say yes wrongly, never no.
 */
export class PairFilter {
  private readonly bytes = new Uint8Array(1 << (bits - 3));

  add(first: number, second: number): void {
    const hash = hashOf(first, second);
    this.bytes[hash >>> 3] = (this.bytes[hash >>> 3] as number) | (1 << (hash & 7));
  }

  mayHold(first: number, second: number): boolean {
    const hash = hashOf(first, second);
    return ((this.bytes[hash >>> 3] as number) & (1 << (hash & 7))) !== 0;
  }
}

function hashOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - bits);
}
