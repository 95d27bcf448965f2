import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages } from "vscode";
import type { SegmenterStatusParams } from "../protocol/protocol.js";
import { languageId } from "./language.js";
import type { LanguageServer } from "./language-server.js";

/** Shows beside an article's language what a reader should know, and nothing while all is well. */
export class Status implements Disposable {
  readonly #subscriptions: Disposable[];
  readonly #items = new Map<string, LanguageStatusItem>();

  constructor(server: LanguageServer) {
    this.#subscriptions = [
      server.onSegmenterStatus((status) => this.#segmenter(status)),
      server.onDidChangeState((state) => {
        if (state === "failed") {
          this.#show("tifa.server", {
            severity: LanguageStatusSeverity.Error,
            text: l10n.t("Tifa is not running"),
            command: { command: "tifa.restartServer", title: l10n.t("Restart") },
          });
        } else this.#hide("tifa.server");
      }),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.#subscriptions, ...this.#items.values()]) disposable.dispose();
  }

  #segmenter({ status, detail }: SegmenterStatusParams): void {
    if (status === "ready") {
      this.#hide("tifa.segmenter");
      return;
    }
    this.#show("tifa.segmenter", {
      severity: LanguageStatusSeverity.Information,
      text: l10n.t("No word segmentation"),
      detail: detail ?? l10n.t("Names are found a little less sharply."),
      command: { command: "tifa.showLog", title: l10n.t("Show Log") },
    });
  }

  #show(id: string, look: Pick<LanguageStatusItem, "severity" | "text" | "command"> & { detail?: string }): void {
    let item = this.#items.get(id);
    if (!item) {
      item = languages.createLanguageStatusItem(id, { language: languageId });
      item.name = "Tifa";
      this.#items.set(id, item);
    }
    Object.assign(item, look);
  }

  #hide(id: string): void {
    this.#items.get(id)?.dispose();
    this.#items.delete(id);
  }
}
