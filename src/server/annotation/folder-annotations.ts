import { articlePathOf, lexiconPath, type StoreKey, workspaceStorePath } from "../../core/annotation/paths.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import { type AnnotationStore, emptyStore, isEmpty } from "../../core/annotation/store.js";
import { type ParsedStore, type StoreProblem, serializeStore } from "../../core/annotation/store-format.js";
import { parseWorkspaceLexicon, type WorkspaceLexicon } from "../../core/annotation/workspace-lexicon.js";
import type { AnnotationFiles } from "../../service/ports.js";

/** What turned out to be other than before: articles by their path, decisions for every article, the lexicon. */
export interface FolderChange {
  readonly articles: readonly string[];
  readonly broad: boolean;
  readonly lexicon: boolean;
}

const nothing: ParsedStore = { store: emptyStore, problems: [] };
/** How many files are read at once. */
const atOnce = 32;

/** What `.tifa/` of one folder holds, in memory and on the disk. */
export class FolderAnnotations {
  readonly #stores = new Map<string, ParsedStore>();
  #workspace = nothing;
  #lexiconText = "";
  #turn: Promise<unknown> = Promise.resolve();
  #lexicon: WorkspaceLexicon = parseWorkspaceLexicon("");

  /** `failed` is told of a file that cannot be read; what was known of it stays. */
  constructor(
    readonly root: string,
    readonly files: AnnotationFiles,
    private readonly failed: (error: unknown) => void,
  ) {}

  get lexicon(): WorkspaceLexicon {
    return this.#lexicon;
  }

  /** What it was read from. */
  get lexiconText(): string {
    return this.#lexiconText;
  }

  /** The articles that have annotations, by path. */
  get articles(): string[] {
    return [...this.#stores.keys()];
  }

  storeOf(key: StoreKey): AnnotationStore {
    return this.#parsed(key).store;
  }

  /** What is wrong with each annotation file, by its key. */
  problems(): { readonly key: StoreKey; readonly problems: readonly StoreProblem[] }[] {
    const all: [StoreKey, ParsedStore][] = [
      ["workspace", this.#workspace],
      ...[...this.#stores].map(([article, parsed]): [StoreKey, ParsedStore] => [{ article }, parsed]),
    ];
    return all.flatMap(([key, { problems }]) => (problems.length > 0 ? [{ key, problems }] : []));
  }

  /** The decisions and additions for every article, wherever they lie. */
  broadRecords(): AnnotationRecord[] {
    const stores = [this.#workspace, ...this.#stores.values()];
    return stores.flatMap(({ store }) => [...store.records.values()].filter(isBroad));
  }

  /** Reads everything anew. */
  load(): Promise<FolderChange> {
    return this.#inTurn(() => this.#load());
  }

  /** Reads a file or folder of `.tifa/` anew; `path` runs from this folder, with `/`. */
  reload(path: string): Promise<FolderChange> {
    return this.#inTurn(() => this.#reload(path));
  }

  /** Changes a file on the disk and here. Rejects where it cannot be written: nothing has changed then. */
  update(key: StoreKey, change: (store: AnnotationStore) => AnnotationStore): Promise<FolderChange> {
    return this.#inTurn(async () => {
      const written = await this.files.update(key, change);
      const changed = this.#take(key, { store: written, problems: [] });
      return { articles: key === "workspace" ? [] : [key.article], broad: changed === "broad", lexicon: false };
    });
  }

  /** What was read before a write must not be taken for what is there after it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #load(): Promise<FolderChange> {
    const lexicon = await this.#readLexicon();
    const broad = await this.#readStore("workspace");
    const there = await this.files.articles().catch((error: unknown) => {
      this.failed(error);
      return this.articles;
    });
    const keys = [...new Set([...there, ...this.articles])];
    const changed: string[] = [];
    let broadInArticles = false;
    for (let i = 0; i < keys.length; i += atOnce) {
      const read = keys.slice(i, i + atOnce).map(async (article) => {
        const change = await this.#readStore({ article });
        if (change) changed.push(article);
        broadInArticles ||= change === "broad";
      });
      await Promise.all(read);
    }
    return { articles: changed, broad: broad !== undefined || broadInArticles, lexicon };
  }

  async #reload(path: string): Promise<FolderChange> {
    const article = articlePathOf(path);
    if (path === lexiconPath) return { articles: [], broad: false, lexicon: await this.#readLexicon() };
    if (path === workspaceStorePath)
      return { articles: [], broad: (await this.#readStore("workspace")) !== undefined, lexicon: false };
    if (article !== undefined) {
      const change = await this.#readStore({ article });
      return { articles: change ? [article] : [], broad: change === "broad", lexicon: false };
    }
    // What is written beside its place on its way there.
    if (path.endsWith(".tmp") || path.endsWith(".claim")) return { articles: [], broad: false, lexicon: false };
    return this.#load();
  }

  async #readLexicon(): Promise<boolean> {
    try {
      const text = await this.files.readLexicon();
      if (text === this.#lexiconText) return false;
      this.#lexiconText = text;
      this.#lexicon = parseWorkspaceLexicon(text);
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  async #readStore(key: StoreKey): Promise<"own" | "broad" | undefined> {
    try {
      return this.#take(key, await this.files.read(key));
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  #parsed(key: StoreKey): ParsedStore {
    return key === "workspace" ? this.#workspace : (this.#stores.get(key.article) ?? nothing);
  }

  /** What of it is other than before. */
  #take(key: StoreKey, parsed: ParsedStore): "own" | "broad" | undefined {
    const { store: before, problems } = this.#parsed(key);
    const [old, now] = [serializeStore(before), serializeStore(parsed.store)];
    if (key === "workspace") this.#workspace = parsed;
    else if (isEmpty(parsed.store)) this.#stores.delete(key.article);
    else this.#stores.set(key.article, old === now ? { ...parsed, store: before } : parsed);
    // What is wrong with a file may change alone: a merge conflict is settled.
    if (old === now && JSON.stringify(problems) === JSON.stringify(parsed.problems)) return undefined;
    const broad =
      key === "workspace" || [before, parsed.store].some((store) => [...store.records.values()].some(isBroad));
    return broad ? "broad" : "own";
  }
}

function isBroad(record: AnnotationRecord): boolean {
  return (record.kind === "decision" || record.kind === "addition") && record.scope === "workspace";
}
