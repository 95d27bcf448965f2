import { type Comment, CommentMode, l10n } from "vscode";
import type { NoteInfo } from "../../protocol/annotation.js";

/**
 * A note as the comments interface shows it. Its body is plain text and never Markdown, so that nothing in a
 * file becomes a link, an image or a command. Without a note it is a draft that is not saved yet.
 */
export class NoteComment implements Comment {
  body = "";
  mode = CommentMode.Preview;
  author = { name: "" };
  contextValue = "draft";
  label: string | undefined;
  timestamp: Date | undefined;
  #note: NoteInfo | undefined;

  /** A note that is saved. */
  static of(note: NoteInfo): NoteComment {
    const comment = new NoteComment();
    comment.take(note);
    return comment;
  }

  /** A text that is not saved yet, open to be written. */
  static draft(text = ""): NoteComment {
    const comment = new NoteComment();
    comment.body = text;
    comment.mode = CommentMode.Editing;
    comment.author = { name: l10n.t("Not saved") };
    return comment;
  }

  get note(): NoteInfo | undefined {
    return this.#note;
  }

  /** Takes a note as it is now; what its reader is typing over it stays. Returns whether anything else is shown. */
  take(note: NoteInfo): boolean {
    if (this.#note && JSON.stringify(this.#note) === JSON.stringify(note)) return false;
    this.#note = note;
    if (this.mode === CommentMode.Preview) this.body = note.text;
    this.author = { name: note.by ?? l10n.t("No name") };
    this.contextValue = "note";
    this.label = note.tags.map((tag) => `#${tag}`).join(" ") || undefined;
    this.timestamp = new Date(note.at);
    return true;
  }

  /** Ends editing; a text that is given stays shown while it is saved, else the note's is shown again. */
  preview(text = this.#note?.text ?? this.body): void {
    this.mode = CommentMode.Preview;
    this.body = text;
  }

  edit(text = this.body): void {
    this.mode = CommentMode.Editing;
    this.body = text;
  }
}
