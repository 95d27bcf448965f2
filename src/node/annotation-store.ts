import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { mergeStores } from "../core/annotation/merge-stores.js";
import {
  annotationsFolder,
  articlePathOf,
  gitAttributes,
  gitAttributesPath,
  lexiconPath,
  type StoreKey,
  storePathOf,
  workspaceStorePath,
} from "../core/annotation/paths.js";
import { type AnnotationStore, emptyStore, isEmpty } from "../core/annotation/store.js";
import { type ParsedStore, parseStore, serializeStore } from "../core/annotation/store-format.js";
import { type Disk, thisDisk } from "./disk.js";
import { StoreError, storeError } from "./store-error.js";
import { WriteClaim } from "./write-claim.js";

/** A temporary file of this age, in milliseconds, was left by a process that was killed. */
const abandoned = 60_000;
const temporaryName = /^\.[0-9a-f]{16}\.[0-9a-z-]+\.tmp$/;

interface Version {
  readonly text: string | undefined;
  readonly store: AnnotationStore;
}

/**
 * The annotations of one folder of articles, which lie in `.tifa/` in it. A file is written whole beside its
 * place and then moved there, so that a process that is killed leaves the old file or the new one; what
 * somebody else has written meanwhile is merged in. Articles are never written. Rejects with a `StoreError`.
 */
export class AnnotationFolder {
  /** The write that each file waits for. */
  private readonly writes = new Map<string, Promise<unknown>>();
  /** The folders that were looked through for what killed processes leave: once is enough. */
  private readonly tidied = new Set<string>();

  /** `root`: the folder that holds the articles and `.tifa/`. */
  constructor(
    readonly root: string,
    private readonly disk: Disk = thisDisk,
  ) {}

  /** The path of an annotation file on the disk. */
  pathOf(key: StoreKey): string {
    if (key === "workspace") return join(this.root, ...workspaceStorePath.split("/"));
    const start = resolve(this.root, ...annotationsFolder.split("/"));
    const path = resolve(this.root, ...storePathOf(key.article).split("/"));
    if (!path.startsWith(start + sep)) throw new StoreError("save", key.article, "outside");
    return path;
  }

  /** What an annotation file holds and what is wrong with it; empty where there is none. */
  async read(key: StoreKey): Promise<ParsedStore> {
    return parseStore((await this.textAt(this.pathOf(key))) ?? "");
  }

  /** The text of the folder's own lexicon; empty where there is none. */
  async readLexicon(): Promise<string> {
    return (await this.textAt(join(this.root, ...lexiconPath.split("/")))) ?? "";
  }

  /** The articles that have an annotation file, in order of path. */
  async articles(): Promise<string[]> {
    const start = join(this.root, ...annotationsFolder.split("/"));
    const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw storeError("read", start, error);
    });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .flatMap((path) => articlePathOf(path) ?? [])
      .sort();
  }

  /**
   * Changes an annotation file. `change` is called once with what the file holds now; what another process
   * writes at the same time is merged with its result. Resolves to what was written.
   */
  update(key: StoreKey, change: (store: AnnotationStore) => AnnotationStore): Promise<AnnotationStore> {
    return this.inTurn(key, async (path, claim) => {
      const base = versionOf(await this.textAt(path));
      return this.replace(path, base, change(base.store), claim);
    });
  }

  /** Saves a store that was read a while ago as `base` and changed since. Resolves to what was written. */
  save(key: StoreKey, mine: AnnotationStore, base: AnnotationStore): Promise<AnnotationStore> {
    return this.update(key, (now) => mergeStores(mine, now, base).store);
  }

  /**
   * Takes all that one file holds to another, of this folder or of `target`, and joins it with what is there.
   * It is in the other file before it goes from the first, so that nothing is lost where this is cut short, and
   * to move again comes to the same.
   */
  async move(from: StoreKey, to: StoreKey, target: AnnotationFolder = this): Promise<void> {
    if (this.pathOf(from) === target.pathOf(to)) return;
    for (;;) {
      const { store: taken } = await this.read(from);
      if (isEmpty(taken)) return;
      await target.update(to, (now) => mergeStores(taken, now).store);
      // What was written to the first file meanwhile stays there, for the next round.
      await this.save(from, emptyStore, taken);
    }
  }

  private async inTurn<T>(key: StoreKey, work: (path: string, claim: WriteClaim) => Promise<T>): Promise<T> {
    const path = this.pathOf(key);
    const before = this.writes.get(path) ?? Promise.resolve();
    const claim = new WriteClaim(join(dirname(path), `.${tagOf(path)}.claim`));
    const write = before
      .catch(() => undefined)
      .then(() => claim.take())
      .then(() => work(path, claim).finally(() => claim.release()))
      .catch((error: unknown) => {
        throw storeError("save", path, error);
      });
    this.writes.set(path, write);
    try {
      return await write;
    } finally {
      if (this.writes.get(path) === write) this.writes.delete(path);
    }
  }

  private async replace(
    path: string,
    read: Version,
    changed: AnnotationStore,
    claim: WriteClaim,
  ): Promise<AnnotationStore> {
    let base = read;
    let mine = changed;
    for (;;) {
      const text = serializeStore(mine);
      if (text === (base.text ?? "")) return mine;
      const temporary = join(dirname(path), `.${tagOf(path)}.${process.pid.toString(36)}-${randomTag()}.tmp`);
      try {
        if (text !== "") await this.disk.create(temporary, text);
        // Somebody may have written without having the claim: a merge in git, an editor, an impatient process.
        const now = await this.textAt(path);
        const isHeld = await claim.isHeld();
        if (now === base.text && isHeld) {
          await (text === "" ? this.disk.remove(path) : this.disk.rename(temporary, path));
          await this.tidy(path);
          return mine;
        }
        const theirs = versionOf(now);
        mine = mergeStores(mine, theirs.store, base.store).store;
        base = theirs;
        await this.disk.remove(temporary);
        if (!isHeld) await claim.take();
      } catch (error) {
        await this.disk.remove(temporary).catch(() => undefined);
        throw error;
      }
    }
  }

  private async textAt(path: string): Promise<string | undefined> {
    try {
      const bytes = await this.disk.read(path);
      return bytes && new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      // To write back what was replaced in decoding would lose it.
      throw error instanceof TypeError ? new StoreError("read", path, "not-utf8") : storeError("read", path, error);
    }
  }

  /** What the annotations do not hang on, and so never fails: git's attributes, files left by killed processes. */
  private async tidy(path: string): Promise<void> {
    if (this.tidied.has(dirname(path))) return;
    this.tidied.add(dirname(path));
    const attributes = join(this.root, ...gitAttributesPath.split("/"));
    await stat(attributes).catch(() => this.disk.create(attributes, gitAttributes).catch(() => undefined));
    for (const name of await readdir(dirname(path)).catch((): string[] => [])) {
      if (!temporaryName.test(name)) continue;
      const left = join(dirname(path), name);
      const there = await stat(left).catch(() => undefined);
      if (there && Date.now() - there.mtimeMs > abandoned) await this.disk.remove(left).catch(() => undefined);
    }
  }
}

function versionOf(text: string | undefined): Version {
  return { text, store: text === undefined ? emptyStore : parseStore(text).store };
}

/** Short, so that a name that the disk just takes does not become too long. */
function tagOf(path: string): string {
  return createHash("sha1").update(basename(path)).digest("hex").slice(0, 16);
}

function randomTag(): string {
  return Math.random().toString(36).slice(2, 10);
}
