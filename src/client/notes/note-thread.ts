import { type CommentThread, CommentThreadCollapsibleState, CommentThreadState, l10n } from "vscode";
import type { NoteInfo, NoteThreadInfo } from "../../protocol/annotation.js";
import { toEditorRange } from "../ranges.js";
import { NoteComment } from "./note-comment.js";

/** A thread of notes in an editor; without notes it holds drafts that could not be saved. */
export class NoteThread {
  #comments: NoteComment[];
  #first: NoteInfo | undefined;

  /** `comments` are those that VS Code's thread was made with. */
  constructor(
    readonly shown: CommentThread,
    comments: readonly NoteComment[] = [],
  ) {
    this.#comments = [...comments];
  }

  /** The note that the others answer; undefined while none is saved. */
  get first(): NoteInfo | undefined {
    return this.#first;
  }

  get comments(): readonly NoteComment[] {
    return this.#comments;
  }

  /** How many answers the first note has. */
  get answers(): number {
    return Math.max(0, this.#comments.filter(({ note }) => note).length - 1);
  }

  /**
   * Shows a thread as it is now, on these words. What is the same stays untouched, so that no open input loses
   * what was typed.
   */
  take({ first, answers, resolved, range }: NoteThreadInfo, words: string): void {
    const { shown } = this;
    this.#first = first;
    const place = toEditorRange(range);
    if (!shown.range?.isEqual(place)) shown.range = place;
    const state = resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
    if (shown.state !== state) shown.state = state;
    const context = resolved ? "resolved" : "open";
    if (shown.contextValue !== context) shown.contextValue = context;
    const label = resolved ? l10n.t("Resolved note on “{0}”", words) : l10n.t("Note on “{0}”", words);
    if (shown.label !== label) shown.label = label;
    this.#takeNotes([first, ...answers]);
  }

  /** Its notes are gone: with them the thread goes, unless it holds drafts. Returns whether it stays. */
  loseNotes(): boolean {
    if (this.#comments.every(({ note }) => note)) {
      this.shown.dispose();
      return false;
    }
    this.#first = undefined;
    this.#takeNotes([]);
    this.open();
    return true;
  }

  /** Shows it open: one without a saved note has nothing to be answered. */
  open(label = this.shown.label): void {
    const { shown } = this;
    shown.collapsibleState = CommentThreadCollapsibleState.Expanded;
    if (this.#first) return;
    shown.canReply = false;
    shown.contextValue = "draft";
    if (label !== undefined) shown.label = label;
  }

  /** Keeps a text that could not be saved in an input of its own. */
  addDraft(text: string): void {
    this.#comments.push(NoteComment.draft(text));
    this.open();
    this.refresh();
  }

  removeDraft(draft: NoteComment): void {
    this.#comments = this.#comments.filter((comment) => comment !== draft);
    this.refresh();
  }

  /** Shows the comments as they are: the interface looks at them only when it is given a list. */
  refresh(): void {
    this.shown.comments = [...this.#comments];
  }

  #takeNotes(notes: readonly NoteInfo[]): void {
    const known = new Map<string, NoteComment>();
    for (const comment of this.#comments) if (comment.note) known.set(comment.note.id, comment);
    let changed = false;
    const comments = notes.map((note) => {
      const comment = known.get(note.id);
      changed = (comment?.take(note) ?? true) || changed;
      return comment ?? NoteComment.of(note);
    });
    const drafts = this.#comments.filter(({ note }) => !note);
    changed ||= comments.length + drafts.length !== this.#comments.length;
    this.#comments = [...comments, ...drafts];
    if (changed) this.refresh();
  }
}
