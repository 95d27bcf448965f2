import type { Edit, Hand } from "../../core/annotation/make-records.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import { canonicalUri } from "../../core/text/uris.js";
import type { AnnotateParams, AnnotateResult, AnnotationAction } from "../../protocol/annotation.js";
import { annotationMessagesFor } from "../../service/annotation-messages.js";
import type { Locale } from "../../service/locale.js";
import type { WorkspaceFiles } from "../../service/ports.js";
import type { Analysed } from "../answers.js";
import type { WorkspaceFolders } from "../workspace-folders.js";
import type { AnnotationPlace, Annotations } from "./annotations.js";
import { editsOf, type Outcome, removalOf } from "./edits-of.js";
import { type FileEdit, History, type Undone } from "./history.js";

/** Does what the reader asks for, and says in a sentence what came of it. */
export class AnnotationActions {
  readonly history: History;
  private readonly words;

  constructor(
    private readonly annotations: Annotations,
    private readonly folders: WorkspaceFolders,
    private readonly files: WorkspaceFiles | undefined,
    private readonly locale: Locale,
    /** The annotator's name; empty where there is none. */
    private readonly annotator: () => string,
    private readonly failed: (about: string, error: unknown) => void,
  ) {
    this.history = new History(annotations);
    this.words = annotationMessagesFor(locale);
  }

  /** Why an article can have no annotations; undefined where it can. */
  refusalFor(uri: string): string | undefined {
    if (this.annotations.placeOf(uri)) return undefined;
    return this.folders.holds(canonicalUri(uri)) ? this.words.notOnDisk : this.words.noFolder;
  }

  /** Who annotates, now. */
  hand(): Hand {
    const by = this.annotator();
    return { ...(by ? { by } : {}), at: new Date().toISOString(), random: Math.random };
  }

  /** `found`: the article as it is now; undefined where it is not open as one. */
  async annotate({ uri, action }: AnnotateParams, found: Analysed | undefined): Promise<AnnotateResult> {
    const place = this.annotations.placeOf(uri);
    if (!place) return refused(this.refusalFor(uri) ?? this.words.noFolder);
    const outcome = found ? editsOf(action, found, this.hand()) : this.#unopened(uri, action);
    if ("refusal" in outcome) return refused(outcome.refusal);
    const { edit, label } = outcome;
    return this.#told(uri, async () => {
      await this.history.make(label, this.filesOf(place, edit));
      return label;
    });
  }

  /** What has no article any more can be taken away all the same. */
  #unopened(uri: string, action: AnnotationAction): Outcome {
    if (action.kind !== "remove") return { refusal: this.words.notAnArticle };
    return removalOf(action.ids, this.annotations.recordsOf(uri), this.locale);
  }

  undo(redo: boolean): Promise<AnnotateResult> {
    const { words } = this;
    return this.#told(redo ? "redo" : "undo", async () => {
      const done = await (redo ? this.history.redo() : this.history.undo());
      if (!done) return undefined;
      return withRefused(redo ? words.redone(done.label) : words.undone(done.label), done, words.leftAlone);
    }).then((result) => (result.message === "" ? refused(redo ? words.nothingToRedo : words.nothingToUndo) : result));
  }

  /** Takes the annotations of an article that is gone to the one it has become. Addresses are canonical. */
  move(from: string, to: string): Promise<AnnotateResult> {
    const [source, target] = [this.annotations.placeOf(from), this.annotations.placeOf(to)];
    if (!source || !target) return Promise.resolve(refused(this.refusalFor(source ? to : from) ?? this.words.noFolder));
    return this.#told(from, async () => {
      await this.annotations.move(source, target);
      return this.words.moved(target.article);
    });
  }

  /**
   * The files that an edit of an article changes: a record stays in the file it lies in, a new one for every
   * article goes to the folder's own.
   */
  filesOf({ folder, article }: AnnotationPlace, { put, remove }: Edit): FileEdit[] {
    const broad = folder.storeOf("workspace").records;
    const own = folder.storeOf({ article }).records;
    const isBroad = (record: AnnotationRecord) =>
      !own.has(record.id) && (broad.has(record.id) || ("scope" in record && record.scope === "workspace"));
    const edits: FileEdit[] = [
      {
        folder,
        key: { article },
        edit: { put: put.filter((record) => !isBroad(record)), remove: remove.filter((id) => own.has(id)) },
      },
      {
        folder,
        key: "workspace",
        edit: { put: put.filter(isBroad), remove: remove.filter((id) => !own.has(id)) },
      },
    ];
    return edits.filter(({ edit }) => edit.put.length + edit.remove.length > 0);
  }

  async #told(about: string, work: () => Promise<string | undefined>): Promise<AnnotateResult> {
    try {
      const message = await work();
      return { done: message !== undefined, message: message ?? "" };
    } catch (error) {
      this.failed(about, error);
      return refused(this.files?.annotationFailure(error, this.locale) ?? String(error));
    }
  }
}

function withRefused(said: string, { refused: count }: Undone, leftAlone: (count: number) => string): string {
  return count > 0 ? `${said} (${leftAlone(count)})` : said;
}

function refused(message: string): AnnotateResult {
  return { done: false, message };
}
