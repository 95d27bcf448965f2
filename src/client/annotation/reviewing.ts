import { l10n, type TextDocument, window } from "vscode";
import type { Corpus } from "../corpus.js";
import type { LanguageDetection } from "../language-detection.js";
import type { LanguageServer } from "../language-server.js";
import type { Annotations } from "./annotations.js";
import { changeMention } from "./change-mention.js";
import { decideByPick } from "./decide-pick.js";
import { nextWithSuggestions } from "./next-article.js";
import { Review } from "./review.js";
import { endText } from "./review-end.js";
import type { Subject } from "./subject.js";
import { countKinds, pickSuggestions } from "./suggestion-kinds.js";

export interface ReviewParts {
  readonly annotations: Annotations;
  readonly server: LanguageServer;
  readonly corpus: Corpus;
  readonly detection: LanguageDetection;
}

/** The review of suggestions with what leads into it and on from its end. */
export class Reviewing {
  readonly review: Review;
  readonly #parts: ReviewParts;
  /** What was reviewed last: the next article is reviewed alike. */
  #kind: string | undefined;

  constructor(parts: ReviewParts) {
    this.#parts = parts;
    this.review = new Review(parts.annotations, parts.server, (end) => void this.#offerNext(end.uri, endText(end)));
  }

  /** What the keys of a review do, by command. */
  readonly keys: Readonly<Record<string, () => unknown>> = {
    "tifa.reviewAccept": () => this.review.decide("accept", "mention"),
    "tifa.reviewReject": () => this.review.decide("reject", "mention"),
    "tifa.reviewAcceptInArticle": () => this.review.decide("accept", "article"),
    "tifa.reviewRejectInArticle": () => this.review.decide("reject", "article"),
    "tifa.reviewChange": () => this.review.decideBy((subject) => changeMention(this.#parts.annotations, subject)),
    "tifa.reviewDecide": () => this.review.decideBy((subject) => decideByPick(this.#parts.annotations, subject)),
    "tifa.reviewNext": () => this.review.step("next"),
    "tifa.reviewPrevious": () => this.review.step("previous"),
    "tifa.reviewUndo": () => this.review.undo(),
    "tifa.endReview": () => this.review.end(),
  };

  /** Asks which suggestions of an article are to be reviewed, where they are of several kinds, and begins. */
  async start({ document, uri }: Subject): Promise<void> {
    const { annotations } = this.#parts;
    const suggestions = await annotations.suggestions(uri);
    if (suggestions.length === 0) {
      await this.#offerNext(uri, l10n.t("Every mention of this article is decided."));
      return;
    }
    const chosen =
      countKinds(suggestions).size > 1
        ? await pickSuggestions(
            suggestions,
            await annotations.ownClasses(),
            l10n.t("Review which suggestions?"),
            l10n.t("All"),
          )
        : {};
    if (chosen) await this.#begin(document, chosen.kind);
  }

  /** Goes on to the next article that has suggestions. */
  async startNext(uri: string): Promise<void> {
    const document = await nextWithSuggestions(this.#parts, uri, this.#kind);
    if (!document) {
      const message = l10n.t("No other article has suggestions that wait for a decision.");
      this.#parts.annotations.tell({ done: true, message });
      return;
    }
    await window.showTextDocument(document);
    await this.#begin(document, this.#kind);
  }

  async #begin(document: TextDocument, kind: string | undefined): Promise<void> {
    this.#kind = kind;
    await this.review.start(document, kind);
  }

  async #offerNext(uri: string, message: string): Promise<void> {
    const next = l10n.t("Next Article");
    if ((await window.showInformationMessage(message, next)) === next) await this.startNext(uri);
  }
}
