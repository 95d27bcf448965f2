import {
  type CommentThread,
  type Disposable,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  workspace,
} from "vscode";

interface Draft {
  readonly thread: CommentThread;
  start: number;
  end: number;
}

/** Keeps notes that are being written on their words while the article is edited. */
export class NoteDrafts implements Disposable {
  readonly #drafts = new Map<TextDocument, Draft[]>();
  readonly #subscriptions: Disposable[];

  constructor() {
    this.#subscriptions = [
      workspace.onDidChangeTextDocument((event) => this.#shift(event)),
      workspace.onDidCloseTextDocument((document) => this.#drafts.delete(document)),
    ];
  }

  add(document: TextDocument, thread: CommentThread, range: Range): void {
    const draft = { thread, start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    this.#drafts.set(document, [...(this.#drafts.get(document) ?? []), draft]);
  }

  remove(thread: CommentThread): void {
    for (const [document, drafts] of this.#drafts) {
      this.#drafts.set(
        document,
        drafts.filter((draft) => draft.thread !== thread),
      );
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #shift({ document, contentChanges }: TextDocumentChangeEvent): void {
    const drafts = this.#drafts.get(document);
    if (!drafts || contentChanges.length === 0) return;
    // The changes of one event are all told in offsets of the text before it; from the end on, none moves the next.
    const changes = [...contentChanges].sort((a, b) => b.rangeOffset - a.rangeOffset);
    for (const draft of drafts) {
      for (const { rangeOffset, rangeLength, text } of changes) {
        const end = rangeOffset + rangeLength;
        const grown = text.length - rangeLength;
        if (end <= draft.start) draft.start += grown;
        else if (rangeOffset <= draft.start) draft.start = rangeOffset + text.length;
        if (end <= draft.end && rangeOffset < draft.end) draft.end += grown;
        else if (rangeOffset < draft.end) draft.end = rangeOffset;
      }
      draft.end = Math.max(draft.start, draft.end);
      draft.thread.range = new Range(document.positionAt(draft.start), document.positionAt(draft.end));
    }
  }
}
