import { commands, type Disposable, EventEmitter, type TextDocument, type TextEditor, window, workspace } from "vscode";
import { isPolicyArticle } from "./language.js";

/** Between two editors there is none for a moment, which is no reason to forget the article. */
const goneDelay = 60;

/** The article that its reader has before the eyes: that of the active editor. */
export class ActiveArticle implements Disposable {
  readonly #change = new EventEmitter<TextDocument | undefined>();
  readonly #subscriptions: Disposable[];
  #document: TextDocument | undefined;
  #going: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#change.event;

  constructor() {
    this.#subscriptions = [
      this.#change,
      window.onDidChangeActiveTextEditor((editor) => this.#activeChanged(editor)),
      workspace.onDidOpenTextDocument((document) => this.#languageChanged(document)),
      workspace.onDidCloseTextDocument((document) => this.#languageChanged(document)),
    ];
    this.#follow(window.activeTextEditor);
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    clearTimeout(this.#going);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #activeChanged(editor: TextEditor | undefined): void {
    clearTimeout(this.#going);
    if (editor) this.#follow(editor);
    else this.#going = setTimeout(() => this.#follow(window.activeTextEditor), goneDelay);
  }

  /** A document that changes its language is closed and opened. */
  #languageChanged(document: TextDocument): void {
    if (document === this.#document && document.isClosed) this.#become(undefined);
    else if (document === this.#document || document === window.activeTextEditor?.document) {
      this.#follow(window.activeTextEditor);
    }
  }

  #follow(editor: TextEditor | undefined): void {
    // The output and the debug console are editors too, but no reader means them.
    if (editor && editor.viewColumn === undefined) return;
    this.#become(editor && isPolicyArticle(editor.document) ? editor.document : undefined);
  }

  #become(document: TextDocument | undefined): void {
    if (document === this.#document) return;
    this.#document = document;
    void commands.executeCommand("setContext", "tifa.hasArticle", document !== undefined);
    this.#change.fire(document);
  }
}
