import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DecidedAnalysis } from "../core/annotation/decided.js";
import { applyDecisions } from "../core/annotation/decisions.js";
import type { AnnotationRecord } from "../core/annotation/records.js";
import type { BroadRules } from "../core/annotation/workspace-rules.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { canonicalUri } from "../core/text/uris.js";
import { AnalysisCache } from "../service/analysis-cache.js";
import type { Locale } from "../service/locale.js";
import type { SourceFile } from "../service/ports.js";
import { defaultSettings, type ServiceSettings } from "../service/settings.js";
import type { Annotations } from "./annotation/annotations.js";
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

interface Decided {
  readonly of: Analysis;
  readonly records: readonly AnnotationRecord[];
  readonly rules: BroadRules;
  readonly decided: DecidedAnalysis;
  /** What of the workspace's own words stands in the article: see `OwnWords`. */
  readonly touching: string;
}

/** The open documents and their analyses: when they are made, and that each is sent once it is. */
export class Articles {
  #settings = defaultSettings;
  #cache: AnalysisCache;
  /** What the reader's decisions made of the latest analysis of each document. */
  readonly #decided = new Map<string, Decided>();
  /** The classes of the reader's own when all articles were last looked at. */
  #classes = "[]";
  readonly #delays = new Delays(idle);

  constructor(
    private readonly documents: OpenDocuments,
    private readonly annotations: Annotations,
    private readonly locale: Locale,
    private readonly publisher: Publisher,
    /** Absent where the client wants no word segmentation. */
    private readonly segmentation: Segmentation | undefined,
    private readonly failed: (uri: string, error: unknown) => void,
  ) {
    this.#cache = new AnalysisCache(annotations.knowledge.lexicon);
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
    this.#decided.delete(document.uri);
  }

  /** Takes up other annotations: of these documents, or whatever may bear on all of them. */
  annotated(uris: readonly string[], all: boolean): void {
    const { lexicon, words, classes } = this.annotations.knowledge;
    const same = new Set<string>();
    for (const [uri, { of, touching }] of this.#decided)
      if (words.touching(of.article.text) === touching) same.add(uri);
    if (lexicon !== this.#cache.lexicon) this.#cache = this.#cache.withLexicon(lexicon, ({ uri }) => same.has(uri));
    // Other names or colours of classes show everywhere.
    const names = JSON.stringify(classes);
    const everywhere = all && names !== this.#classes;
    this.#classes = names;
    const own = new Set(uris);
    for (const { uri } of this.documents.all())
      if (everywhere || own.has(canonicalUri(uri)) || (all && !same.has(uri))) this.#start(uri);
  }

  configure(settings: ServiceSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    const published = ["problems", "checks", "maxFileSize"] as const;
    if (published.every((name) => before[name] === settings[name])) return;
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

  /** The same of an address in its canonical form. */
  analysedAt(uri: string): Analysed | undefined {
    const document = this.documents.all().find((one) => canonicalUri(one.uri) === uri);
    return document && this.analysed(document.uri);
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
    const decided = this.#decide(this.#cache.analysis(file));
    const words = this.#cache.words(file);
    return {
      document,
      analysis: decided.analysis,
      decided,
      records: this.annotations.recordsOf(file.uri),
      classes: this.annotations.knowledge.classes,
      lexicon: this.#cache.lexicon,
      locale: this.locale,
      ...(words ? { words } : {}),
    };
  }

  #decide(analysis: Analysis): DecidedAnalysis {
    const { rules, words } = this.annotations.knowledge;
    const records = this.annotations.recordsOf(analysis.uri);
    const known = this.#decided.get(analysis.uri);
    if (known && known.of === analysis && known.records === records && known.rules === rules) return known.decided;
    const decided = applyDecisions(analysis, records, rules);
    const touching = words.touching(analysis.article.text);
    this.#decided.set(analysis.uri, { of: analysis, records, rules, decided, touching });
    return decided;
  }

  #tooLarge(document: TextDocument): boolean {
    return document.getText().length > this.#settings.maxFileSize * 1e6;
  }
}

function fileOf(document: TextDocument): SourceFile {
  return { uri: document.uri, version: document.version, source: document.getText() };
}
