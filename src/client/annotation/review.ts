import { commands, type Disposable, l10n, type TextDocument, window } from "vscode";
import type { MentionState, OwnClassInfo, Scope } from "../../protocol/annotation.js";
import type { Position } from "../../protocol/protocol.js";
import type { LanguageServer } from "../language-server.js";
import { selectRange } from "../ranges.js";
import { type Annotations, refOf } from "./annotations.js";
import { followEdits } from "./follow-edits.js";
import type { Decided, ReviewEnd } from "./review-end.js";
import { ReviewLook } from "./review-look.js";
import { movedBy, type Progress, progressOf, type Step, stepTo } from "./review-walk.js";
import type { Subject } from "./subject.js";
import { suggestionKind } from "./suggestion-kinds.js";

interface Walk {
  readonly document: TextDocument;
  readonly uri: string;
  /** Only suggestions of this kind; all where it is undefined. */
  readonly kind: string | undefined;
  readonly own: readonly OwnClassInfo[];
  readonly decided: Decided[];
  readonly edits: Disposable;
  /** Of the suggestions that there were at first. */
  readonly total: number;
  place: Position;
  current?: MentionState;
}

const top: Position = { line: 0, character: 0 };

/** Walks through the suggestions of an article one by one, so that each is decided by a key. */
export class Review implements Disposable {
  readonly #look = new ReviewLook();
  readonly #subscriptions: Disposable[];
  #walk: Walk | undefined;
  #progress: Progress | undefined;
  /** What a key is pressed for while the last one works has not been seen: it decides nothing. */
  #busy = false;

  constructor(
    private readonly annotations: Annotations,
    server: LanguageServer,
    private readonly ended: (end: ReviewEnd) => void,
  ) {
    this.#subscriptions = [
      this.#look,
      server.onHighlights(({ uri, version }) => {
        if (uri === this.#walk?.uri && version === this.#walk.document.version) void this.#refresh();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (this.#walk && editor?.viewColumn !== undefined && editor.document !== this.#walk.document) this.end();
      }),
      window.onDidChangeVisibleTextEditors(() => {
        if (this.#walk && !this.#editor()) this.end();
      }),
    ];
  }

  /** Where the review stands. For tests. */
  get state(): { readonly mention: MentionState; readonly progress: Progress } | undefined {
    const mention = this.#walk?.current;
    return mention && this.#progress ? { mention, progress: this.#progress } : undefined;
  }

  /** Begins at the first suggestion. Resolves to whether there is one. */
  async start(document: TextDocument, kind: string | undefined): Promise<boolean> {
    this.end();
    const uri = document.uri.toString();
    const own = await this.annotations.ownClasses();
    const { length: total } = await this.#waiting(uri, kind);
    if (total === 0) return false;
    const edits = followEdits(document, (change) => {
      walk.place = movedBy(change, walk.place);
    });
    const walk: Walk = { document, uri, kind, own, decided: [], edits, total, place: top };
    this.#walk = walk;
    void commands.executeCommand("setContext", "tifa.reviewing", true);
    await this.#go("here");
    return true;
  }

  end(): void {
    if (!this.#walk) return;
    this.#walk.edits.dispose();
    this.#walk = undefined;
    this.#progress = undefined;
    this.#look.hide();
    void commands.executeCommand("setContext", "tifa.reviewing", false);
  }

  step(step: Exclude<Step, "here">): Promise<void> {
    return this.#alone(() => this.#go(step));
  }

  decide(kind: "accept" | "reject", scope: Scope): Promise<void> {
    return this.#by(kind, ({ uri }, mention) =>
      this.annotations.annotate(uri, { kind, mention: refOf(mention), scope }),
    );
  }

  /** Has the reader decide in another way; `run` resolves to whether it is decided. */
  decideBy(run: (subject: Subject) => Promise<boolean>): Promise<void> {
    return this.#by("other", ({ document, uri }, mention) =>
      run({ document, uri, range: mention.range, mention: refOf(mention) }),
    );
  }

  /** Takes the last decision of this review back and returns to its place. */
  undo(): Promise<void> {
    return this.#alone(async (walk) => {
      const last = walk.decided.at(-1);
      if (!last) {
        this.annotations.tell({ done: true, message: l10n.t("Nothing has been decided in this review yet.") });
        return;
      }
      if (!(await this.annotations.undo(false))) return;
      walk.decided.pop();
      walk.place = last.place;
      await this.#go("here");
    });
  }

  dispose(): void {
    this.end();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #by(verdict: Decided["verdict"], run: (walk: Walk, mention: MentionState) => Promise<boolean>): Promise<void> {
    return this.#alone(async (walk) => {
      const { current } = walk;
      if (!current || !(await run(walk, current))) return;
      walk.decided.push({ verdict, place: current.range.start });
      await this.#go("here");
    });
  }

  async #alone(run: (walk: Walk) => Promise<void>): Promise<void> {
    const walk = this.#walk;
    if (!walk || this.#busy) return;
    this.#busy = true;
    try {
      await run(walk);
    } finally {
      this.#busy = false;
    }
  }

  async #waiting(uri: string, kind: string | undefined): Promise<readonly MentionState[]> {
    const all = await this.annotations.suggestions(uri);
    return kind === undefined ? all : all.filter((one) => suggestionKind(one) === kind);
  }

  /** Takes the suggestions anew, for a decision can settle many, and goes to the one that a step leads to. */
  async #go(step: Step): Promise<void> {
    const walk = this.#walk;
    if (!walk) return;
    const waiting = await this.#waiting(walk.uri, walk.kind);
    if (walk !== this.#walk) return;
    const found = stepTo(waiting, walk.place, step);
    if (found) this.#show(walk, waiting, found, true);
    else if (step === "previous")
      this.annotations.tell({ done: true, message: l10n.t("This is the first suggestion.") });
    else this.#finish(walk, waiting.length);
  }

  /** After an edit, or a decision made elsewhere: what is shown may stand elsewhere, or be decided. */
  async #refresh(): Promise<void> {
    const walk = this.#walk;
    if (!walk || this.#busy) return;
    const waiting = await this.#waiting(walk.uri, walk.kind);
    if (walk !== this.#walk || this.#busy) return;
    const found = stepTo(waiting, walk.place, "here") ?? waiting.at(-1);
    if (found) this.#show(walk, waiting, found, found.text !== walk.current?.text);
    else this.#finish(walk, 0);
  }

  #show(walk: Walk, waiting: readonly MentionState[], mention: MentionState, select: boolean): void {
    const editor = this.#editor();
    if (!editor) return;
    walk.current = mention;
    walk.place = mention.range.start;
    this.#progress = progressOf(waiting, mention, walk.total);
    this.#look.show(editor, mention, walk.own, this.#progress);
    if (select) selectRange(editor, mention.range);
  }

  #finish({ uri, decided }: Walk, left: number): void {
    this.end();
    this.ended({ uri, decided, left });
  }

  #editor() {
    const document = this.#walk?.document;
    const active = window.activeTextEditor;
    return active?.document === document
      ? active
      : window.visibleTextEditors.find((editor) => editor.document === document);
  }
}
