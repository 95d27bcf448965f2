import { squeeze } from "./quoted-text.js";
import { type Addition, type AnnotationRecord, byAge, type Decision, type MarkType } from "./records.js";

/** What identifies a mention for a decision on the same words elsewhere. */
export function wordsKey(type: MarkType, text: string): string {
  return `${type}\0${squeeze(text)}`;
}

/** Decisions that reach beyond one mention, ready to be asked; build once and use for many articles. */
export class BroadRules {
  /** The last decision on each class and words. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** The last addition of each class and words, oldest first. */
  readonly additions: readonly Addition[];

  /** Of `records`, those with the scope `scope` count. */
  constructor(records: Iterable<AnnotationRecord>, scope: "article" | "workspace") {
    const decisions = new Map<string, Decision>();
    const additions = new Map<string, Addition>();
    for (const record of [...records].sort(byAge)) {
      if ((record.kind !== "decision" && record.kind !== "addition") || record.scope !== scope) continue;
      const key = wordsKey(record.type, record.anchor.exact);
      if (record.kind === "addition") {
        additions.set(key, record);
        decisions.delete(key);
      } else {
        decisions.set(key, record);
        if (record.verdict === "reject") additions.delete(key);
      }
    }
    this.decisions = decisions;
    this.additions = [...additions.values()];
  }
}
