import type { AnnotationRecord } from "./records.js";
import { type AnnotationStore, inOrder } from "./store.js";
import { sameJudgement } from "./write-record.js";

/** One record before and after an action; `before` is missing in what was added, `after` in what was removed. */
export interface RecordChange {
  /** What tells the annotation file: the path of its article, or the workspace's own. */
  readonly file: string;
  readonly before?: AnnotationRecord;
  readonly after?: AnnotationRecord;
}

/** What a reader did at once: undone and done again as one. */
export interface Action {
  readonly label: string;
  readonly changes: readonly RecordChange[];
}

/** What putting and removing records changes in a store: the entry for the log. */
export function changesTo(
  file: string,
  store: AnnotationStore,
  edit: { readonly put: readonly AnnotationRecord[]; readonly remove: readonly string[] },
): RecordChange[] {
  const removed = edit.remove.flatMap((id): RecordChange[] => {
    const before = store.records.get(id);
    return before ? [{ file, before }] : [];
  });
  const put = edit.put.map((after): RecordChange => {
    const before = store.records.get(after.id);
    return { file, after, ...(before ? { before } : {}) };
  });
  return [...removed, ...put];
}

export function inverse({ label, changes }: Action): Action {
  return {
    label,
    changes: [...changes].reverse().map(({ file, before, after }) => ({
      file,
      ...(after ? { before: after } : {}),
      ...(before ? { after: before } : {}),
    })),
  };
}

/**
 * Makes changes in one file's store. A record that is no longer what the change started from, because
 * somebody else has changed it since, is left alone and given back in `refused`. Anchors that were brought up to
 * date meanwhile make no difference.
 */
export function applyChanges(
  store: AnnotationStore,
  changes: readonly RecordChange[],
): { readonly store: AnnotationStore; readonly refused: readonly RecordChange[] } {
  const records = new Map(store.records);
  const refused: RecordChange[] = [];
  for (const change of changes) {
    const id = (change.after ?? change.before)?.id;
    if (id === undefined) continue;
    const there = records.get(id);
    if ((there || change.before) && !sameJudgement(there, change.before)) refused.push(change);
    else if (change.after) records.set(id, change.after);
    else records.delete(id);
  }
  return { store: { ...store, records: inOrder(records) }, refused };
}

/** The actions of one session, to be undone and done again in turn. */
export class ActionLog {
  private done: Action[] = [];
  private undone: Action[] = [];

  constructor(private readonly limit = 500) {}

  push(action: Action): void {
    if (action.changes.length === 0) return;
    this.done = [...this.done, action].slice(-this.limit);
    this.undone = [];
  }

  /** The inverse of the last action, to be applied; undefined when there is none. */
  undo(): Action | undefined {
    const action = this.done.pop();
    if (!action) return undefined;
    this.undone.push(action);
    return inverse(action);
  }

  /** The action that was undone last, to be applied again. */
  redo(): Action | undefined {
    const action = this.undone.pop();
    if (action) this.done.push(action);
    return action;
  }

  get nextUndo(): string | undefined {
    return this.done.at(-1)?.label;
  }

  get nextRedo(): string | undefined {
    return this.undone.at(-1)?.label;
  }
}
