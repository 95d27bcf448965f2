import { type Disposable, type ExtensionContext, languages, type TextDocument, type Uri, workspace } from "vscode";
import { isArticle } from "../core/article/detect.js";
import { isPolicyArticle, languageId } from "./language.js";
import { type Log, messageOf } from "./log.js";
import { readSettings } from "./settings.js";

const candidateLanguages = new Set(["plaintext", "markdown", "html"]);
const candidateNames = /\.(?:txt|md|markdown|html?)$/i;

/** What `isArticle` looks at, and a little more: a document can be far longer. */
const headLength = 26_000;

const declinedKey = "tifa.declinedArticles";
/** Enough for anybody; a file declined before these is asked of its text again. */
const declinedLimit = 500;

/**
 * Gives open documents that are policy articles by their content the language of policy articles. Whoever
 * changes the language of such a document back has the last word: the document is never claimed again,
 * until it is made a policy article by hand.
 */
export class LanguageDetection implements Disposable {
  readonly #subscriptions: Disposable[];
  readonly #state: ExtensionContext["workspaceState"];
  readonly #log: Log;
  readonly #claimed = new Set<string>();
  #work: Promise<void>;

  constructor(state: ExtensionContext["workspaceState"], log: Log) {
    this.#state = state;
    this.#log = log;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      workspace.onDidSaveTextDocument((document) => this.#enqueue([document])),
      // Read anew, from disk or in another encoding, a document has another text and no unsaved edit.
      workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty) this.#enqueue([document]);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tifa.detectArticles")) this.#enqueue(workspace.textDocuments);
      }),
    ];
    // The documents of the last window are looked at after activation has ended.
    this.#work = Promise.resolve();
    this.#enqueue(workspace.textDocuments);
  }

  /** Resolves when every document opened so far has been looked at. */
  async settled(): Promise<void> {
    for (let work: Promise<void> | undefined; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
  }

  /** Makes a document a policy article because its reader says so. */
  async claimByHand(document: TextDocument): Promise<TextDocument> {
    await this.#undecline(document.uri);
    this.#claimed.add(document.uri.toString());
    return languages.setTextDocumentLanguage(document, languageId);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Also told when a document changes its language. */
  #opened(document: TextDocument): void {
    const uri = document.uri.toString();
    if (isPolicyArticle(document)) void this.#undecline(document.uri);
    else if (this.#claimed.delete(uri)) void this.#decline(document.uri);
    else this.#enqueue([document]);
  }

  /** A change of language closes and opens a document; only one that is gone for good is forgotten. */
  #closed(document: TextDocument): void {
    if (document.isClosed) this.#claimed.delete(document.uri.toString());
  }

  #enqueue(documents: readonly TextDocument[]): void {
    const waiting = documents.filter(isCandidate);
    if (waiting.length === 0) return;
    this.#work = this.#work.then(async () => {
      for (const document of waiting) {
        // One document a turn: a window full of them must not hold up the extension host.
        await new Promise((resolve) => setTimeout(resolve, 0));
        await this.#claim(document);
      }
    });
  }

  async #claim(document: TextDocument): Promise<void> {
    if (document.isClosed || !isCandidate(document) || this.#isDeclined(document.uri)) return;
    if (!readSettings(workspace.getConfiguration, document.uri).detectArticles) return;
    if (!isArticle(headOf(document))) return;
    try {
      this.#claimed.add(document.uri.toString());
      await languages.setTextDocumentLanguage(document, languageId);
      this.#log.channel.debug(`${document.uri.toString(true)} is a policy article by its content.`);
    } catch (error) {
      this.#claimed.delete(document.uri.toString());
      // The document was closed in between, which is nobody's fault.
      this.#log.channel.debug(`${document.uri.toString(true)} was not made a policy article: ${messageOf(error)}`);
    }
  }

  #declined(): readonly string[] {
    return this.#state.get<readonly string[]>(declinedKey, []);
  }

  #isDeclined(uri: Uri): boolean {
    return this.#declined().includes(uri.toString());
  }

  async #decline(uri: Uri): Promise<void> {
    this.#log.channel.info(`${uri.toString(true)} stays what its reader made it.`);
    const others = this.#declined().filter((one) => one !== uri.toString());
    await this.#state.update(declinedKey, [...others, uri.toString()].slice(-declinedLimit));
  }

  async #undecline(uri: Uri): Promise<void> {
    if (!this.#isDeclined(uri)) return;
    await this.#state.update(
      declinedKey,
      this.#declined().filter((one) => one !== uri.toString()),
    );
  }
}

function isCandidate(document: TextDocument): boolean {
  return candidateLanguages.has(document.languageId) && candidateNames.test(document.uri.path);
}

/** The start of a document, without making a string of all of it. */
function headOf(document: TextDocument): string {
  let head = "";
  for (let line = 0; line < document.lineCount && head.length < headLength; line++) {
    head += `${document.lineAt(line).text}\n`;
  }
  return head;
}
