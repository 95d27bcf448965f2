import { l10n, window } from "vscode";
import {
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationAction,
  annotateRequest,
  type KnownNamesParams,
  knownNamesRequest,
  type LexiconWithClassParams,
  type LexiconWithClassResult,
  lexiconWithClassRequest,
  type MentionRef,
  type MentionState,
  type MentionsAtParams,
  mentionsAtRequest,
  type OwnClassInfo,
  ownClassesRequest,
  type SuggestionsParams,
  suggestionsRequest,
  type UndoParams,
  undoRequest,
} from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import type { LanguageServer } from "../language-server.js";

const messageTime = 4000;

/** What the reader decides, told to the server, and what became of it, told to the reader. */
export class Annotations {
  #last: AnnotateResult | undefined;

  constructor(private readonly server: LanguageServer) {}

  /** What the reader was told last. For tests. */
  get last(): AnnotateResult | undefined {
    return this.#last;
  }

  /** The mentions that a range touches, rejected ones last. */
  async mentionsAt(uri: string, range: Range): Promise<readonly MentionState[]> {
    const params: MentionsAtParams = { uri, range };
    return (await this.server.request<readonly MentionState[] | null>(mentionsAtRequest, params)) ?? [];
  }

  /** The mentions of an open article that nobody has decided on, in order of place. */
  async suggestions(uri: string): Promise<readonly MentionState[]> {
    const params: SuggestionsParams = { uri };
    return (await this.server.request<readonly MentionState[] | null>(suggestionsRequest, params)) ?? [];
  }

  async knownNames(params: KnownNamesParams): Promise<readonly string[]> {
    return (await this.server.request<readonly string[] | null>(knownNamesRequest, params)) ?? [];
  }

  async ownClasses(): Promise<readonly OwnClassInfo[]> {
    return (await this.server.request<readonly OwnClassInfo[] | null>(ownClassesRequest, {})) ?? [];
  }

  /** The workspace's lexicon with one more class; undefined where it takes none, of which the reader has been told. */
  async lexiconWithClass(params: LexiconWithClassParams): Promise<LexiconWithClassResult | undefined> {
    return (await this.server.request<LexiconWithClassResult | null>(lexiconWithClassRequest, params)) ?? undefined;
  }

  /** Does what the reader wants and tells what became of it. Resolves to whether it was done. */
  annotate(uri: string, action: AnnotationAction): Promise<boolean> {
    const params: AnnotateParams = { uri, action };
    return this.#ask(annotateRequest, params);
  }

  /** Takes back the last action of this session, or does again what was taken back. */
  undo(redo: boolean): Promise<boolean> {
    const params: UndoParams = { redo };
    return this.#ask(undoRequest, params);
  }

  /** Tells in the status bar what was done, and in a message that cannot be overlooked what was not. */
  tell(result: AnnotateResult): boolean {
    this.#last = result;
    if (result.done) window.setStatusBarMessage(result.message, messageTime);
    else void window.showWarningMessage(result.message);
    return result.done;
  }

  async #ask(method: string, params: object): Promise<boolean> {
    const result = await this.server.request<AnnotateResult | null>(method, params);
    // An error of the server leaves no words of its own: they are in the log.
    const message = result?.message || l10n.t("The language server gave no answer; Tifa's log tells why.");
    return this.tell({ done: result?.done ?? false, message });
  }
}

export function refOf({ range, type }: MentionRef): MentionRef {
  return { range, type };
}
