import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import {
  type AgreementParams,
  type AgreementResult,
  agreementRequest,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type ImportParams,
  type ImportResult,
  importRequest,
} from "../protocol/exchange.js";
import { exchangeTextsFor } from "../service/exchange-texts.js";
import type { ExchangeFiles } from "../service/ports.js";
import { compareAnnotators } from "./exchange/compare-annotators.js";
import type { ExchangeHost, Progress } from "./exchange/exchange-host.js";
import { exportArticles } from "./exchange/export-articles.js";
import { importFiles } from "./exchange/import-files.js";
import type { Log } from "./log.js";
import type { ServerOptions } from "./options.js";
import type { Ready } from "./ready.js";

/** Work that takes longer is shown, in milliseconds. */
const long = 400;

/** Answers export, import and comparison; `exchange` is missing where there are no files. What fails is logged and told. */
export function answerExchangeRequests(
  connection: Connection,
  ready: () => Promise<Ready | undefined>,
  exchange: ExchangeFiles | undefined,
  options: () => ServerOptions | undefined,
  log: Log,
): void {
  async function answer<T extends { readonly done: boolean; readonly message: string }>(
    request: string,
    title: "exporting" | "importing" | "comparing",
    nothing: Omit<T, "done" | "message">,
    token: CancellationToken,
    work: (host: ExchangeHost, progress: Progress) => Promise<T>,
  ): Promise<T | (Omit<T, "done" | "message"> & { done: false; message: string })> {
    const { locale = "en", showProgress = false } = options() ?? {};
    const texts = exchangeTextsFor(locale);
    const refused = (message: string) => ({ ...nothing, done: false as const, message });
    const made = await ready();
    if (!made) return refused(texts.failed);
    if (!made.files || !exchange) return refused(texts.needsDisk);
    const progress = new ShownProgress(connection, texts[title], token, showProgress);
    try {
      return await work({ ...made, files: made.files, exchange, locale }, progress);
    } catch (error) {
      log.error(request, error);
      return refused(texts.failed);
    } finally {
      progress.end();
    }
  }
  connection.onRequest(exportRequest, (params: ExportParams, token: CancellationToken) =>
    answer<ExportResult>(exportRequest, "exporting", { there: [], files: [], problems: [] }, token, (host, progress) =>
      exportArticles(host, params, progress),
    ),
  );
  connection.onRequest(importRequest, (params: ImportParams, token: CancellationToken) =>
    answer<ImportResult>(importRequest, "importing", { articles: [], problems: [] }, token, (host, progress) =>
      importFiles(host, params, progress),
    ),
  );
  connection.onRequest(agreementRequest, (params: AgreementParams, token: CancellationToken) =>
    answer<AgreementResult>(
      agreementRequest,
      "comparing",
      {
        names: [params.a, params.b],
        articles: 0,
        classes: [],
        overall: { both: 0, onlyA: 0, onlyB: 0 },
        differences: [],
        problems: [],
      },
      token,
      (host, progress) => compareAnnotators(host, params, progress),
    ),
  );
}

/** Progress that the client shows, with a way to cancel, once the work has taken a while. */
class ShownProgress implements Progress {
  readonly #begun = performance.now();
  #shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  #cancelled = false;
  #told = -1;

  constructor(
    private readonly connection: Connection,
    private readonly title: string,
    private readonly token: CancellationToken,
    private readonly canShow: boolean,
  ) {}

  get cancelled(): boolean {
    return this.#cancelled || this.token.isCancellationRequested;
  }

  report(done: number, total: number): void {
    if (!this.canShow || performance.now() - this.#begun < long) return;
    const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
    if (percent === this.#told) return;
    this.#told = percent;
    this.#shown ??= this.#create(percent);
    void this.#shown.then((shown) => shown?.report(percent, `${done} / ${total}`));
  }

  end(): void {
    void this.#shown?.then((shown) => shown?.done());
  }

  async #create(percent: number): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const shown = await this.connection.window.createWorkDoneProgress();
      shown.begin(this.title, percent, undefined, true);
      shown.token.onCancellationRequested(() => {
        this.#cancelled = true;
      });
      return shown;
    } catch {
      return undefined;
    }
  }
}
