import { applyDecisions } from "../core/annotation/decisions.js";
import { isArticle } from "../core/article/detect.js";
import type { ArticleRecord } from "../core/corpus/article-record.js";
import { buildRecord } from "../core/corpus/build-record.js";
import { recordKey } from "../core/corpus/record-codec.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { analyze } from "../core/recognize/analyze.js";
import { lineStartsOf } from "../core/text/line-starts.js";
import type { RecordCache, WorkspaceFiles } from "../service/ports.js";
import type { Annotations } from "./annotation/annotations.js";
import type { Analysed } from "./answers.js";
import type { Corpus } from "./corpus.js";
import { restoreRecords } from "./restore-records.js";
import { restoreEntry, storedEntry } from "./stored-entry.js";

/** How long the index works before it lets requests through, in milliseconds. */
const slice = 2;

export interface IndexerHost {
  /** Absent in a web worker: the index then holds the open articles alone. */
  readonly files?: WorkspaceFiles;
  readonly cache?: RecordCache;
  /** Whether a document of this canonical address is open. */
  isOpen(uri: string): boolean;
  /** The analysis of an open document as it is now; undefined where it is too large. */
  analysed(uri: string): Analysed | undefined;
  isExcluded(uri: string): boolean;
  /** Whether the address is one whose file counts, open or not. */
  isInWorkspace(uri: string): boolean;
  /** Larger files are not read, in bytes. */
  largest(): number;
  /** Called on the way and, with `working` false, at the end of each stretch of work. */
  progressed(progress: IndexProgress): void;
  damaged(count: number): void;
  failed(about: string, error: unknown): void;
}

export interface IndexProgress {
  readonly working: boolean;
  /** Files of this stretch of work. */
  readonly done: number;
  readonly total: number;
}

/** What a record was made of: content, lexicon and own decisions in the key, what broad knowledge touched beside it. */
interface Origin {
  readonly key: string;
  readonly touching: string;
}

/**
 * Keeps the corpus what the files are. Every event only says where to look: what is found there decides, so that
 * events may come late, twice or in any order. The text of an open document counts instead of its file.
 */
export class Indexer {
  /** Files and folders to look at, and whether their files go before all others. */
  readonly #places = new Map<string, { readonly urgent: boolean }>();
  readonly #urgent = new Set<string>();
  readonly #rest = new Set<string>();
  /** Files whose record may be other with what is known now. */
  readonly #doubtful = new Set<string>();
  /** What the record of each file that is not open was made of. */
  readonly #origins = new Map<string, Origin>();
  readonly #open = new Map<string, Analysis>();
  #cacheRead = false;
  #begun = false;
  #work: Promise<void> | undefined;
  #disposed = false;
  #sliceEnd = 0;
  #done = 0;

  constructor(
    readonly corpus: Corpus,
    private readonly annotations: Annotations,
    private readonly host: IndexerHost,
  ) {}

  /** Reads folders for the first time, after all that is urgent. */
  add(folders: readonly string[]): void {
    for (const folder of folders) this.#places.set(folder, { urgent: false });
    this.#begun = true;
    this.#start();
  }

  /** Looks at a file or folder that may have been made, changed or deleted. */
  look(uri: string): void {
    this.#places.set(uri, { urgent: true });
    this.#start();
  }

  /** Moves what was at an address at once, then looks at both. */
  rename(from: string, to: string): void {
    const before = this.corpus.below(from);
    const moved = this.corpus.rename(from, to);
    before.forEach((uri, i) => {
      const origin = this.#origins.get(uri);
      this.#origins.delete(uri);
      if (origin !== undefined) this.#origins.set(moved[i] ?? to, origin);
    });
    this.look(from);
    this.look(to);
  }

  /** Takes up an open document, or a new version of it. */
  opened(uri: string): void {
    this.#urgent.add(uri);
    this.#start();
  }

  /** Reads anew what other annotations make of articles: of these, or of all in which what is known now stands. */
  annotated(uris: readonly string[], all: boolean): void {
    for (const uri of uris) if (this.#origins.has(uri)) this.#urgent.add(uri);
    if (all) for (const uri of this.#origins.keys()) this.#doubtful.add(uri);
    this.#start();
  }

  /** From now on the file counts again. */
  closed(uri: string): void {
    this.#open.delete(uri);
    this.#origins.delete(uri);
    if (this.host.isInWorkspace(uri)) this.look(uri);
    else this.corpus.delete(uri);
    this.#start();
  }

  /** The record of an article as it is now: an open document is not waited for. */
  current(uri: string): ArticleRecord | undefined {
    if (this.host.isOpen(uri)) this.#takeOpen(uri);
    return this.corpus.index.article(uri);
  }

  /** Lets the files that were never read be; changes are still followed. */
  stop(): void {
    this.#rest.clear();
    for (const [uri, { urgent }] of this.#places) if (!urgent) this.#places.delete(uri);
  }

  /** Resolves once there is nothing to do. */
  async idle(): Promise<void> {
    while (this.#work) await this.#work;
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.idle();
    await this.host.cache?.flush();
  }

  #start(): void {
    this.#work ??= this.#run().finally(() => {
      this.#work = undefined;
      if (this.#pending > 0 && !this.#disposed) this.#start();
    });
  }

  get #pending(): number {
    return this.#places.size + this.#urgent.size + this.#rest.size + this.#doubtful.size;
  }

  async #run(): Promise<void> {
    this.#done = 0;
    await this.#pause();
    while (!this.#disposed && this.#pending > 0) {
      const about = await this.#step();
      if (about !== undefined) this.#tell(true);
      if (performance.now() >= this.#sliceEnd) await this.#pause();
    }
    if (!this.#disposed) await this.host.cache?.flush();
    if (this.#begun && this.#pending === 0) this.#tell(false);
  }

  /** One place or one file; what fails does not keep the others. */
  async #step(): Promise<string | undefined> {
    const [place] = this.#places;
    if (place) {
      this.#places.delete(place[0]);
      await this.#guard(place[0], () => this.#search(place[0], place[1].urgent));
      return undefined;
    }
    if (this.#begun && this.#urgent.size === 0 && !this.#cacheRead) {
      this.#cacheRead = true;
      await this.#guard("cache", () => this.#restore());
      return undefined;
    }
    const [doubtful] = this.#doubtful;
    if (doubtful !== undefined && this.#urgent.size === 0) {
      this.#doubtful.delete(doubtful);
      const origin = this.#origins.get(doubtful);
      if (origin && !this.#isOf(doubtful, origin)) this.#urgent.add(doubtful);
      return undefined;
    }
    const [uri] = this.#urgent.size > 0 ? this.#urgent : this.#rest;
    if (uri === undefined) return undefined;
    this.#urgent.delete(uri);
    this.#rest.delete(uri);
    await this.#guard(uri, () => this.#read(uri));
    this.#done++;
    return uri;
  }

  async #search(place: string, urgent: boolean): Promise<void> {
    const { files } = this.host;
    const found = new Set<string>();
    if (files && !this.host.isExcluded(place) && this.host.isInWorkspace(place)) {
      for await (const uri of files.find(place, (one) => this.host.isExcluded(one))) {
        found.add(uri);
        (urgent ? this.#urgent : this.#rest).add(uri);
        if (performance.now() >= this.#sliceEnd) await this.#pause();
      }
    }
    for (const uri of this.corpus.below(place)) {
      if (found.has(uri) || this.host.isOpen(uri)) continue;
      this.#forget(uri);
    }
  }

  async #read(uri: string): Promise<void> {
    const file = this.host.isOpen(uri) ? undefined : await this.host.files?.read(uri, this.host.largest());
    if (this.host.isOpen(uri)) return this.#takeOpen(uri);
    if (!file || !mayBeArticle(uri, file.text)) return this.#forget(uri);
    const { lexicon, rules, words } = this.annotations.knowledge;
    const key = this.#keyOf(uri, file.hash);
    const known = this.#origins.get(uri);
    if (known?.key === key && this.#isOf(uri, known)) return;
    const analysis = analyze({ uri, version: 0, source: file.text }, lexicon);
    if (analysis.article.form === "other") return this.#forget(uri);
    const decided = applyDecisions(analysis, this.annotations.recordsOf(uri), rules);
    const record = buildRecord(decided.analysis, lexicon);
    const lines = lineStartsOf(file.text);
    const touching = words.touching(record.text);
    this.corpus.set(record, lines);
    this.#origins.set(uri, { key, touching });
    await this.host.cache?.add(key, storedEntry({ record, lines, touching }));
  }

  /** Whether a record is what it would be with what is known now. */
  #isOf(uri: string, { touching }: Origin): boolean {
    const text = this.corpus.index.article(uri)?.text;
    return text !== undefined && this.annotations.knowledge.words.touching(text) === touching;
  }

  /** The same content, read by the same lexicon and decided on alike, gives the same record. */
  #keyOf(uri: string, hash: string): string {
    const decisions = this.annotations.versionOf(uri);
    const { version } = this.annotations.base;
    return recordKey(hash, decisions ? `${version}~${decisions}` : version);
  }

  #takeOpen(uri: string): void {
    const found = this.host.analysed(uri);
    if (!found || found.analysis.article.form === "other") {
      this.#forget(uri);
      return;
    }
    if (this.#open.get(uri) === found.analysis) return;
    this.#open.set(uri, found.analysis);
    this.#origins.delete(uri);
    this.corpus.set({ ...buildRecord(found.analysis, found.lexicon), uri }, lineStartsOf(found.document.getText()));
  }

  #forget(uri: string): void {
    this.corpus.delete(uri);
    this.#origins.delete(uri);
    this.#open.delete(uri);
  }

  /** Takes from the cache what it has of the files that were found first. */
  async #restore(): Promise<void> {
    const { files, cache } = this.host;
    if (!files || !cache || this.#rest.size === 0) return;
    const damaged = await restoreRecords([...this.#rest], {
      cache,
      keyOf: (uri) => {
        const hash = files.hash(uri, this.host.largest());
        return hash === undefined ? undefined : this.#keyOf(uri, hash);
      },
      breathe: () => this.#breathe(),
      take: (uri, key, entry) => !this.#rest.has(uri) || this.host.isOpen(uri) || this.#restoreOne(uri, key, entry),
    });
    if (damaged > 0) this.host.damaged(damaged);
  }

  /** Whether the entry is whole. One that was read with other knowledge is left to be read anew. */
  #restoreOne(uri: string, key: string, text: string): boolean {
    const entry = restoreEntry(text, uri);
    if (!entry) return false;
    const { record, lines, touching } = entry;
    if (this.annotations.knowledge.words.touching(record.text) !== touching) return true;
    this.corpus.set(record, lines);
    this.#origins.set(uri, { key, touching });
    if (this.#rest.delete(uri)) this.#done++;
    this.#tell(true);
    return true;
  }

  /** Lets requests through, and changes, which do not wait for the cache. Resolves to whether to go on. */
  async #breathe(): Promise<boolean> {
    for (const uri of this.#urgent) {
      if (this.#disposed) return false;
      this.#urgent.delete(uri);
      await this.#guard(uri, () => this.#read(uri));
    }
    if (performance.now() >= this.#sliceEnd) await this.#pause();
    return !this.#disposed;
  }

  #tell(working: boolean): void {
    const waiting = this.#urgent.size + this.#rest.size;
    this.host.progressed({ working, done: this.#done, total: this.#done + waiting });
  }

  async #guard(about: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.host.failed(about, error);
    }
  }

  async #pause(): Promise<void> {
    await (this.host.files?.pause() ?? new Promise((resolve) => setTimeout(resolve, 0)));
    this.#sliceEnd = performance.now() + slice;
  }
}

/** A cheap look at a text that saves an analysis; what ends in `.policy` is meant to be an article. */
function mayBeArticle(uri: string, text: string): boolean {
  return uri.toLowerCase().endsWith(".policy") || isArticle(text);
}
