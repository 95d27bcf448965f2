import {
  type CommentReply,
  type CommentThread,
  l10n,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { AnnotationAction } from "../../protocol/annotation.js";
import { isCursor, type Subject } from "../annotation/subject.js";
import { toEditorRange, toRange } from "../ranges.js";
import type { NoteComment } from "./note-comment.js";
import type { NoteComments } from "./note-comments.js";
import type { NoteThread } from "./note-thread.js";
import type { Notes } from "./notes.js";

/** VS Code takes the changes of a thread together that come sooner after each other: an input would not open again. */
const shownDelay = 250;

type Run = (...args: never[]) => unknown;

/** The commands of the comments interface: by id what they do with what VS Code hands them. */
export function noteCommands(notes: Notes, comments: NoteComments): Readonly<Record<string, Run>> {
  const writing = new NoteWriting(notes, comments);
  return {
    "tifa.createNote": (reply: CommentReply) => writing.submit(reply),
    "tifa.replyToNote": (reply: CommentReply) => writing.submit(reply),
    "tifa.editNote": (comment: NoteComment) => writing.edit(comment),
    "tifa.saveNote": (comment: NoteComment) => writing.save(comment),
    "tifa.cancelNote": (comment: NoteComment) => writing.cancel(comment),
    "tifa.deleteNote": (comment: NoteComment) => writing.remove(comment),
    "tifa.deleteNoteThread": (shown: CommentThread) => writing.removeThread(shown),
    "tifa.resolveNote": (shown: CommentThread) => writing.resolve(shown, true),
    "tifa.reopenNote": (shown: CommentThread) => writing.resolve(shown, false),
  };
}

/** Opens an empty note: on words that are meant, on the mention at the cursor, or on the cursor's line. */
export async function startNote(notes: Notes, comments: NoteComments, subject: Subject): Promise<void> {
  const { document, uri, range } = subject;
  const words = isCursor(subject) ? ((await notes.mentionAt(uri, range))?.range ?? range) : range;
  const { start, end } = toEditorRange(words);
  const behind = end.character === 0 && end.line > start.line ? document.lineAt(end.line - 1).range.end : end;
  const place = wholeLines(document, new Range(start, behind));
  if (document.getText(place).trim() === "") {
    void window.showInformationMessage(l10n.t("There are no words here to write a note on; select some first."));
    return;
  }
  await window.showTextDocument(document);
  comments.start(document, place);
}

/** Writes what the reader types into the comments interface. What cannot be saved stays there. */
class NoteWriting {
  constructor(
    private readonly notes: Notes,
    private readonly comments: NoteComments,
  ) {}

  async submit({ thread: shown, text }: CommentReply): Promise<void> {
    if (text.trim() === "") return;
    const thread = this.comments.threadOf(shown);
    if (!(await this.#write(shown, thread, text))) this.comments.keep(shown, text);
    else if (!thread?.first) this.comments.discard(shown);
  }

  edit(comment: NoteComment): void {
    comment.edit();
    this.comments.threadWith(comment)?.refresh();
  }

  /** Saves what was typed over a note, or as a new one. */
  async save(comment: NoteComment): Promise<void> {
    const thread = this.comments.threadWith(comment);
    if (!thread) return;
    const { note, body: text } = comment;
    // VS Code has closed the input already.
    comment.preview(text);
    thread.refresh();
    const done = note
      ? await this.#act(thread.shown, { kind: "editNote", note: note.id, text })
      : await this.#write(thread.shown, thread, text);
    if (!done) {
      await new Promise((resolve) => setTimeout(resolve, shownDelay));
      comment.edit(text);
      thread.refresh();
    } else if (!note) this.#drop(thread, comment);
    else {
      comment.preview();
      thread.refresh();
    }
  }

  cancel(comment: NoteComment): void {
    const thread = this.comments.threadWith(comment);
    if (!thread) return;
    if (comment.note) {
      comment.preview();
      thread.refresh();
    } else this.#drop(thread, comment);
  }

  async remove(comment: NoteComment): Promise<void> {
    const thread = this.comments.threadWith(comment);
    const { note } = comment;
    if (!thread || !note) return;
    if (note.id === thread.first?.id) await this.removeThread(thread.shown);
    else await this.#act(thread.shown, { kind: "remove", ids: [note.id] });
  }

  async removeThread(shown: CommentThread): Promise<void> {
    const thread = this.comments.threadOf(shown);
    if (!thread?.first) return;
    const { id } = thread.first;
    const remove = l10n.t("Delete");
    if (thread.answers > 0) {
      const question = l10n.t("Delete this note with its answers ({0})?", thread.answers);
      if ((await window.showWarningMessage(question, { modal: true }, remove)) !== remove) return;
    }
    await this.#act(shown, { kind: "remove", ids: [id] });
  }

  async resolve(shown: CommentThread, resolved: boolean): Promise<void> {
    const first = this.comments.threadOf(shown)?.first;
    if (first) await this.#act(shown, { kind: "resolveNote", note: first.id, resolved });
  }

  #write(shown: CommentThread, thread: NoteThread | undefined, text: string): Promise<boolean> {
    if (thread?.first) return this.#act(shown, { kind: "answer", note: thread.first.id, text });
    return this.#act(shown, (document) => ({
      kind: "note",
      range: toRange(wholeLines(document, shown.range ?? new Range(0, 0, 0, 0))),
      text,
    }));
  }

  async #act(
    shown: CommentThread,
    action: AnnotationAction | ((document: TextDocument) => AnnotationAction),
  ): Promise<boolean> {
    const document = await documentAt(shown.uri);
    const wanted = typeof action === "function" ? action(document) : action;
    return this.comments.write(document, () => this.notes.annotate(shown.uri.toString(), wanted));
  }

  #drop(thread: NoteThread, draft: NoteComment): void {
    thread.removeDraft(draft);
    if (thread.comments.length === 0) this.comments.discard(thread.shown);
  }
}

/** VS Code holds on to a text that an extension opens, even when its file is gone: one that is open serves better. */
async function documentAt(uri: Uri): Promise<TextDocument> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ?? workspace.openTextDocument(uri);
}

/** A range from the start of a line to the start of one, as clicks beside the text give it, means its lines. */
function wholeLines(document: TextDocument, range: Range): Range {
  if (!range.isEmpty && range.end.character > 0) return range;
  return new Range(range.start.line, 0, range.end.line, document.lineAt(range.end.line).text.length);
}
