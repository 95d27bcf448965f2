import type { Edit } from "../../core/annotation/make-records.js";
import type { StoreKey } from "../../core/annotation/paths.js";
import { settled, withoutRecords, withRecords } from "../../core/annotation/store.js";
import { ActionLog, applyChanges, changesTo, type RecordChange } from "../../core/annotation/undo.js";
import type { Annotations } from "./annotations.js";
import type { FolderAnnotations } from "./folder-annotations.js";

/** An edit of one annotation file. */
export interface FileEdit {
  readonly folder: FolderAnnotations;
  readonly key: StoreKey;
  readonly edit: Edit;
}

export interface Undone {
  readonly label: string;
  /** Changes that were left alone, because somebody else has changed the same records since. */
  readonly refused: number;
}

/** Makes edits, and takes them back: the actions of this session. Rejects where a file cannot be written. */
export class History {
  readonly #log = new ActionLog();

  constructor(private readonly annotations: Annotations) {}

  /** Makes edits that are one action for the reader. Those before one that fails are kept, and can be undone. */
  async make(label: string, edits: readonly FileEdit[]): Promise<void> {
    const changes: RecordChange[] = [];
    try {
      for (const { folder, key, edit } of edits) {
        let made: RecordChange[] = [];
        await this.annotations.update(folder, key, (store) => {
          made = changesTo(fileId(folder, key), store, edit);
          const changed = withRecords(withoutRecords(store, edit.remove), edit.put);
          // Other versions of a record, which git kept, are settled by a new decision.
          return edit.put.reduce((all, { id }) => settled(all, id), changed);
        });
        changes.push(...made);
      }
    } finally {
      this.#log.push({ label, changes });
    }
  }

  undo(): Promise<Undone | undefined> {
    return this.#apply(
      () => this.#log.undo(),
      () => this.#log.redo(),
    );
  }

  redo(): Promise<Undone | undefined> {
    return this.#apply(
      () => this.#log.redo(),
      () => this.#log.undo(),
    );
  }

  /** Undefined where there is nothing to be done. `back` takes the log back to where it was. */
  async #apply(
    take: () => { readonly label: string; readonly changes: readonly RecordChange[] } | undefined,
    back: () => unknown,
  ): Promise<Undone | undefined> {
    const action = take();
    if (!action) return undefined;
    const byFile = grouped(action.changes);
    let refused = 0;
    try {
      for (const [file, changes] of byFile) {
        const target = this.#fileOf(file);
        if (!target) {
          refused += changes.length;
          continue;
        }
        let left = 0;
        await this.annotations.update(target.folder, target.key, (store) => {
          const result = applyChanges(store, changes);
          left = result.refused.length;
          return result.store;
        });
        refused += left;
      }
    } catch (error) {
      back();
      throw error;
    }
    return { label: action.label, refused };
  }

  /** A folder may have left the workspace since. */
  #fileOf(id: string): { folder: FolderAnnotations; key: StoreKey } | undefined {
    const [root, article] = id.split("\n");
    const folder = this.annotations.folders.find((one) => one.root === root);
    return folder && { folder, key: article ? { article } : "workspace" };
  }
}

function fileId({ root }: FolderAnnotations, key: StoreKey): string {
  return `${root}\n${key === "workspace" ? "" : key.article}`;
}

function grouped(changes: readonly RecordChange[]): Map<string, RecordChange[]> {
  const groups = new Map<string, RecordChange[]>();
  for (const change of changes) groups.set(change.file, [...(groups.get(change.file) ?? []), change]);
  return groups;
}
