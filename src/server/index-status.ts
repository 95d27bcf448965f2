import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import { mentionTypes } from "../core/recognize/mention.js";
import { type IndexStatusParams, indexStatusNotification } from "../protocol/corpus.js";
import type { Messages } from "../service/messages.js";
import type { Corpus } from "./corpus.js";
import type { IndexProgress } from "./indexer.js";

/** Between two notifications while work goes on, in milliseconds. */
const interval = 250;
/** Work that takes longer is shown, in milliseconds. */
const long = 1000;

/** Tells the client how far the index is: by notification, and by a progress that can be cancelled. */
export class IndexStatus {
  #began: number | undefined;
  #told = 0;
  #last = "";
  #stopped = false;
  #progress: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly corpus: Corpus,
    private readonly messages: Messages,
    /** Whether the client can show progress that the server starts. */
    private readonly canShow: boolean,
    private readonly stop: () => void,
    private readonly finished: (articles: number, milliseconds: number) => void,
  ) {}

  progressed(progress: IndexProgress): void {
    const now = performance.now();
    this.#began ??= now;
    if (!progress.working) {
      this.#tell(this.#stopped ? "stopped" : "ready", progress);
      this.#end(now - this.#began);
      this.#began = undefined;
      return;
    }
    if (now - this.#told < interval) return;
    this.#told = now;
    this.#tell("indexing", progress);
    if (now - this.#began > long) this.#show(progress);
  }

  #tell(state: IndexStatusParams["state"], { done, total }: IndexProgress): void {
    const { index } = this.corpus;
    const entities = Object.fromEntries(mentionTypes.map((type) => [type, index.count(type)]));
    const status = { state, revision: index.revision, articles: index.size, done, total, entities };
    // The end of work that changed nothing is told when the client was told of a beginning only.
    const told = `${state} ${index.revision}`;
    if (told === this.#last) return;
    this.#last = told;
    void this.connection.sendNotification(indexStatusNotification, status as IndexStatusParams);
  }

  #show({ done, total }: IndexProgress): void {
    if (!this.canShow) return;
    const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
    const told = this.messages.indexingFiles(done, total);
    this.#progress ??= this.#create(percent, told);
    void this.#progress.then((shown) => shown?.report(percent, told));
  }

  async #create(percent: number, told: string): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const shown = await this.connection.window.createWorkDoneProgress();
      shown.begin(this.messages.indexing, percent, told, true);
      shown.token.onCancellationRequested(() => {
        this.#stopped = true;
        this.stop();
      });
      return shown;
    } catch {
      return undefined;
    }
  }

  #end(milliseconds: number): void {
    void this.#progress?.then((shown) => shown?.done());
    this.#progress = undefined;
    if (milliseconds > long) this.finished(this.corpus.index.size, milliseconds);
  }
}
