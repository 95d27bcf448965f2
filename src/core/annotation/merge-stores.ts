import type { AnnotationRecord } from "./records.js";
import { type AnnotationStore, emptyStore, inOrder, type KeptLine } from "./store.js";
import { isNewer } from "./store-format.js";
import { lineOf, sameRecord } from "./write-record.js";

export interface MergedStores {
  readonly store: AnnotationStore;
  /** The ids that both sides changed: the later version is in effect, the other is kept beside it. */
  readonly conflicts: readonly string[];
}

/**
 * Merges two people's versions of one file; `base` is the version both started from, where there is one.
 * What either added or changed stays. A record goes only where one side removed it and the other left it as
 * it was in `base`. The order of the two sides makes no difference.
 */
export function mergeStores(a: AnnotationStore, b: AnnotationStore, base?: AnnotationStore): MergedStores {
  const from = base ?? emptyStore;
  const records = new Map<string, AnnotationRecord>();
  const kept = mergeKept(a, b, from);
  const conflicts: string[] = [];
  for (const id of new Set([...a.records.keys(), ...b.records.keys()])) {
    const mine = a.records.get(id);
    const theirs = b.records.get(id);
    const old = from.records.get(id);
    if (!mine || !theirs) {
      const left = mine ?? theirs;
      if (left && !sameRecord(left, old)) records.set(id, left);
    } else if (sameRecord(mine, theirs) || sameRecord(theirs, old)) records.set(id, mine);
    else if (sameRecord(mine, old)) records.set(id, theirs);
    else {
      const [newer, older] = isNewer(mine, theirs) ? [mine, theirs] : [theirs, mine];
      records.set(id, newer);
      keep(kept, { text: lineOf(older), id, why: "older" });
      conflicts.push(id);
    }
  }
  const header = headerOf(a, b);
  return { store: { records: inOrder(records), kept, ...(header ? { header } : {}) }, conflicts: conflicts.sort() };
}

function mergeKept(a: AnnotationStore, b: AnnotationStore, base: AnnotationStore): KeptLine[] {
  const kept: KeptLine[] = [];
  const has = (store: AnnotationStore, text: string) => store.kept.some((line) => line.text === text);
  for (const line of [...a.kept, ...b.kept]) {
    const removed = has(base, line.text) && !(has(a, line.text) && has(b, line.text));
    if (!removed) keep(kept, line);
  }
  return kept.sort((x, y) => (x.text < y.text ? -1 : x.text > y.text ? 1 : 0));
}

function keep(kept: KeptLine[], line: KeptLine): void {
  if (!kept.some((known) => known.text === line.text)) kept.push(line);
}

/** Two headers that differ come from two versions of the format: the greater text is the later version's. */
function headerOf(a: AnnotationStore, b: AnnotationStore): string | undefined {
  return [a.header, b.header]
    .filter((header) => header !== undefined)
    .sort()
    .at(-1);
}
