import { mergeStores } from "../../core/annotation/merge-stores.js";
import { type StoreKey, storePathOf, workspaceStorePath } from "../../core/annotation/paths.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import { refreshAnchors } from "../../core/annotation/refresh-anchors.js";
import { type AnnotationStore, emptyStore, withRecords } from "../../core/annotation/store.js";
import { canonical } from "../../core/annotation/write-record.js";
import type { Lexicon } from "../../core/lexicon/lexicon.js";
import { fingerprint } from "../../core/text/fingerprint.js";
import { canonicalUri, isBelow, pathWithin } from "../../core/text/uris.js";
import type { WorkspaceFiles } from "../../service/ports.js";
import type { WorkspaceFolders } from "../workspace-folders.js";
import { FolderAnnotations, type FolderChange } from "./folder-annotations.js";
import { type Knowledge, plainKnowledge, withLexicon, withRules } from "./knowledge.js";

/** How long the lexicon waits for further changes before it is made anew, in milliseconds. */
const patience = 300;

/** Where an article's annotations belong. */
export interface AnnotationPlace {
  readonly folder: FolderAnnotations;
  readonly article: string;
}

export interface AnnotationListener {
  /** `uris`: articles whose own annotations are others; `all`: what is known of every article may be. */
  changed(uris: readonly string[], all: boolean): void;
  failed(about: string, error: unknown): void;
}

const noRecords: readonly AnnotationRecord[] = [];

/** The annotations and the own lexicons of every folder of the workspace. */
export class Annotations {
  readonly #folders = new Map<string, FolderAnnotations>();
  readonly #records = new WeakMap<ReadonlyMap<string, AnnotationRecord>, readonly AnnotationRecord[]>();
  #knowledge: Knowledge;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** The lexicon as it is shipped. */
    readonly base: Lexicon,
    private readonly workspace: WorkspaceFolders,
    private readonly files: WorkspaceFiles | undefined,
    private readonly listener: AnnotationListener,
  ) {
    this.#knowledge = plainKnowledge(base);
  }

  get knowledge(): Knowledge {
    return this.#knowledge;
  }

  /** Those whose files can be reached. */
  get folders(): FolderAnnotations[] {
    return [...this.#folders.values()];
  }

  /** Takes up the folders of the workspace as they are now; resolves once what lies in them is read. */
  async load(): Promise<void> {
    const roots = new Set(this.workspace.all);
    for (const root of this.#folders.keys()) if (!roots.has(root)) this.#folders.delete(root);
    for (const root of roots) {
      if (this.#folders.has(root)) continue;
      const files = this.files?.openAnnotations(root);
      if (files)
        this.#folders.set(root, new FolderAnnotations(root, files, (error) => this.listener.failed(root, error)));
    }
    await Promise.all(this.folders.map((folder) => folder.load()));
    this.#learnRules();
    this.#learnLexicon();
  }

  /** Takes up folders that have come to the workspace, and lets go of those that have left it. */
  async changeFolders(): Promise<void> {
    await this.load();
    this.listener.changed([], true);
  }

  /** Undefined for what lies in no folder of the workspace, or in one that is not on this disk. */
  placeOf(uri: string): AnnotationPlace | undefined {
    const canonical = canonicalUri(uri);
    const root = this.workspace.folderOf(canonical);
    const folder = root === undefined ? undefined : this.#folders.get(root);
    return folder && { folder, article: pathWithin(canonical, folder.root) };
  }

  uriOf({ folder, article }: AnnotationPlace): string {
    return canonicalUri(`${folder.root}/${article.split("/").map(encodeURIComponent).join("/")}`);
  }

  /** The records of an article's own file: the same array as long as they are the same. */
  recordsOf(uri: string): readonly AnnotationRecord[] {
    const place = this.placeOf(uri);
    if (!place) return noRecords;
    const { records } = place.folder.storeOf({ article: place.article });
    if (records.size === 0) return noRecords;
    const known = this.#records.get(records) ?? [...records.values()];
    this.#records.set(records, known);
    return known;
  }

  /** What tells one state of an article's own decisions from another; empty where there are none. */
  versionOf(uri: string): string {
    const decisions = this.recordsOf(uri).filter(({ kind }) => kind === "decision" || kind === "addition");
    return decisions.length === 0 ? "" : fingerprint(decisions.map(canonical).join("\n"));
  }

  /** Changes a file of annotations. Rejects where it cannot be written. */
  async update(
    folder: FolderAnnotations,
    key: StoreKey,
    change: (store: AnnotationStore) => AnnotationStore,
  ): Promise<void> {
    this.#took(folder, await folder.update(key, change));
  }

  /** Brings the anchors of an article up to date with its text, where they differ. */
  async refresh(uri: string, text: string): Promise<void> {
    const place = this.placeOf(uri);
    const records = refreshAnchors(text, this.recordsOf(uri));
    if (!place || records.length === 0) return;
    await this.update(place.folder, { article: place.article }, (store) =>
      withRecords(store, refreshAnchors(text, [...store.records.values()])),
    );
  }

  /** Looks at a file or folder of `.tifa/` that may have changed. Returns whether the address is one. */
  look(uri: string): boolean {
    const root = this.workspace.folderOf(uri);
    const folder = root === undefined ? undefined : this.#folders.get(root);
    const path = folder && pathWithin(uri, folder.root);
    if (!folder || !path || !/^\.tifa(?:\/|$)/.test(path)) return false;
    folder.reload(path).then(
      (change) => this.#took(folder, change),
      (error: unknown) => this.listener.failed(uri, error),
    );
    return true;
  }

  /**
   * Takes the annotations of a file, or of all files below a folder, to its new address. Never rejects: what
   * cannot be moved stays where it is.
   */
  async renamed(from: string, to: string): Promise<void> {
    const moves = this.folders.flatMap((folder) =>
      folder.articles.flatMap((article) => {
        const uri = this.uriOf({ folder, article });
        return isBelow(uri, from) ? [{ folder, article, target: to + uri.slice(from.length) }] : [];
      }),
    );
    for (const { folder, article, target } of moves) {
      const place = this.placeOf(target);
      // Outside the workspace there is no place for them: they wait where they are.
      if (!place) continue;
      try {
        await this.move({ folder, article }, place);
      } catch (error) {
        this.listener.failed(article, error);
      }
    }
  }

  /** Takes an article's annotations to those of another: they are there before they go from here. Rejects as `update` does. */
  async move(from: AnnotationPlace, to: AnnotationPlace): Promise<void> {
    if (from.folder === to.folder) await from.folder.files.move(from, to);
    else {
      const taken = from.folder.storeOf(from);
      await to.folder.files.update(to, (now) => mergeStores(taken, now).store);
      await from.folder.files.update(from, (now) => mergeStores(emptyStore, now, taken).store);
    }
    this.#took(from.folder, await from.folder.reload(storePathOf(from.article)));
    this.#took(to.folder, await to.folder.reload(storePathOf(to.article)));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #took(folder: FolderAnnotations, { articles, broad, lexicon }: FolderChange): void {
    if (broad || lexicon) {
      this.#learnRules();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#relearn(), patience);
    }
    const uris = articles.map((article) => this.uriOf({ folder, article }));
    if (uris.length > 0 || broad || lexicon) this.listener.changed(uris, broad || lexicon);
  }

  /** Requests are let through between the lexicon and the articles that are read by it: either takes its time. */
  async #relearn(): Promise<void> {
    if (!this.#learnLexicon()) return;
    await this.files?.pause();
    this.listener.changed([], true);
  }

  #learnRules(): void {
    this.#knowledge = withRules(this.#knowledge, this.#lexicons, this.#broad);
  }

  #learnLexicon(): boolean {
    const before = this.#knowledge;
    this.#knowledge = withLexicon(before, this.base, this.#lexicons, this.#broad);
    return this.#knowledge !== before;
  }

  get #lexicons() {
    return this.folders.map(({ lexicon }) => lexicon);
  }

  get #broad() {
    return this.folders.flatMap((folder) => folder.broadRecords());
  }
}

/** The address of an annotation file. */
export function storeUri(folder: FolderAnnotations, key: StoreKey): string {
  const path = key === "workspace" ? workspaceStorePath : storePathOf(key.article);
  return canonicalUri(`${folder.root}/${path.split("/").map(encodeURIComponent).join("/")}`);
}
