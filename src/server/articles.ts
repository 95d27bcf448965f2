import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import { AnalysisCache } from "../service/analysis-cache.js";
import type { Locale } from "../service/locale.js";
import type { SourceFile } from "../service/ports.js";
import { defaultSettings, type ServiceSettings } from "../service/settings.js";
import type { Analysed } from "./answers.js";
import { Delays } from "./delays.js";
import type { Segmentation } from "./segmentation.js";

/** How long after the last edit a document is analysed anew, in milliseconds. */
const idle = 150;

export interface Publisher {
  /** Sends what an analysis gives; resolves once it is sent. `sharper` tells that it is a second pass. */
  publish(analysed: Analysed, sharper: boolean): Promise<void>;
  /** Clears what was sent for a document that is too large to be analysed, and says so. */
  publishTooLarge(document: TextDocument, settings: ServiceSettings): Promise<void>;
}

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  all(): TextDocument[];
}

/** The open documents and their analyses: when they are made, and that each is sent once it is. */
export class Articles {
  #settings = defaultSettings;
  readonly #cache: AnalysisCache;
  readonly #delays = new Delays(idle);

  constructor(
    private readonly documents: OpenDocuments,
    private readonly lexicon: Lexicon,
    private readonly locale: Locale,
    private readonly publisher: Publisher,
    /** Absent where the client wants no word segmentation. */
    private readonly segmentation: Segmentation | undefined,
    private readonly failed: (uri: string, error: unknown) => void,
  ) {
    this.#cache = new AnalysisCache(lexicon);
  }

  opened(document: TextDocument): void {
    this.#start(document.uri);
  }

  changed(document: TextDocument): void {
    this.#delays.schedule(document.uri, () => this.#start(document.uri));
  }

  closed(document: TextDocument): void {
    this.#delays.cancel(document.uri);
    this.#cache.delete(document.uri);
  }

  configure(settings: ServiceSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (before.problems === settings.problems && before.maxFileSize === settings.maxFileSize) return;
    for (const document of this.documents.all()) this.#start(document.uri);
  }

  get settings(): ServiceSettings {
    return this.#settings;
  }

  dispose(): void {
    this.#delays.cancelAll();
  }

  /** What is known of a document as it is now. A question does not wait for the edits to end. */
  analysed(uri: string): Analysed | undefined {
    const document = this.documents.get(uri);
    if (!document || this.#tooLarge(document)) return undefined;
    if (this.#delays.cancel(uri)) this.#start(uri);
    return this.#analysed(document);
  }

  #start(uri: string): void {
    const document = this.documents.get(uri);
    if (document) void this.#analyse(document).catch((error: unknown) => this.failed(uri, error));
  }

  async #analyse(document: TextDocument): Promise<void> {
    this.#delays.cancel(document.uri);
    if (this.#tooLarge(document)) {
      this.#cache.delete(document.uri);
      return this.publisher.publishTooLarge(document, this.#settings);
    }
    const file = fileOf(document);
    const first = this.#analysed(document);
    // Once words are at hand they take some milliseconds: painting twice would flicker.
    const wait = this.segmentation?.state === "ready" && first.words === undefined;
    if (!wait) await this.publisher.publish(first, first.words !== undefined);
    const sharper = (await this.segmentation?.refine(file, this.#cache)) ?? false;
    const now = this.documents.get(file.uri);
    if (now?.version === file.version && now.getText() === file.source && (sharper || wait)) {
      await this.publisher.publish(this.#analysed(now), sharper);
    }
  }

  #analysed(document: TextDocument): Analysed {
    const file = fileOf(document);
    const analysis = this.#cache.analysis(file);
    const words = this.#cache.words(file);
    return { document, analysis, lexicon: this.lexicon, locale: this.locale, ...(words ? { words } : {}) };
  }

  #tooLarge(document: TextDocument): boolean {
    return document.getText().length > this.#settings.maxFileSize * 1e6;
  }
}

function fileOf(document: TextDocument): SourceFile {
  return { uri: document.uri, version: document.version, source: document.getText() };
}
