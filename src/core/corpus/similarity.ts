/** How alike two strings are, 0…1: one minus the edit distance over the longer length. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}

/** The least number of characters put in, taken out or changed to make one string the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The share of pairs of neighbouring characters that two strings have in common, 0…1 (Dice). */
export function sharedPairs(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [first, second] = [pairs(a), pairs(b)];
  if (first.size + second.size === 0) return 0;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** The indexes of a longest common subsequence of two lists of distinct strings, as pairs in order. */
export function commonOrder(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const place = new Map(b.map((value, i) => [value, i]));
  const shared = a.flatMap((value, i) => {
    const j = place.get(value);
    return j === undefined ? [] : [[i, j] as const];
  });
  // The longest rising run of the second indexes.
  const best = shared.map((): { length: number; before: number } => ({ length: 1, before: -1 }));
  let last = -1;
  shared.forEach(([, j], k) => {
    const own = best[k] as { length: number; before: number };
    for (let p = 0; p < k; p++) {
      const other = best[p] as { length: number };
      if ((shared[p] as readonly [number, number])[1] < j && other.length + 1 > own.length) {
        own.length = other.length + 1;
        own.before = p;
      }
    }
    if (last < 0 || own.length > (best[last] as { length: number }).length) last = k;
  });
  const run: (readonly [number, number])[] = [];
  for (let k = last; k >= 0; k = (best[k] as { before: number }).before)
    run.unshift(shared[k] as readonly [number, number]);
  return run;
}
