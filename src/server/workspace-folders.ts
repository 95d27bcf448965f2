import { type GlobTest, globTest } from "../core/text/globs.js";
import { canonicalUri, isBelow, pathWithin } from "../core/text/uris.js";

/** The folders of the workspace and what is left out of them. Addresses are canonical. */
export class WorkspaceFolders {
  readonly #excluded = new Map<string, { readonly patterns: string; readonly test: GlobTest }>();

  constructor(folders: readonly string[]) {
    for (const folder of folders) this.add(folder);
  }

  get all(): string[] {
    return [...this.#excluded.keys()];
  }

  add(uri: string): string {
    const folder = canonicalUri(uri).replace(/(?<!\/)\/$/, "");
    if (!this.#excluded.has(folder)) this.#excluded.set(folder, { patterns: "[]", test: () => false });
    return folder;
  }

  remove(uri: string): string {
    const folder = canonicalUri(uri).replace(/(?<!\/)\/$/, "");
    this.#excluded.delete(folder);
    return folder;
  }

  /** Takes the value of `files.exclude`. Returns whether other files are left out than before. */
  exclude(folder: string, setting: unknown): boolean {
    const globs = typeof setting === "object" && setting !== null ? Object.entries(setting) : [];
    // A value that is no boolean makes the pattern depend on other files.
    const patterns = globs.flatMap(([glob, value]) => (value === true ? [glob] : [])).sort();
    const told = JSON.stringify(patterns);
    const known = this.#excluded.get(folder);
    if (!known || known.patterns === told) return false;
    this.#excluded.set(folder, { patterns: told, test: globTest(patterns) });
    return true;
  }

  holds(uri: string): boolean {
    return this.folderOf(uri) !== undefined;
  }

  /** Hidden files and folders, `node_modules`, and what the settings leave out. */
  isExcluded(uri: string): boolean {
    const folder = this.folderOf(uri);
    if (folder === undefined) return false;
    const path = pathWithin(uri, folder);
    return (
      path.split("/").some((segment) => segment.startsWith(".") || segment === "node_modules") ||
      this.#excluded.get(folder)?.test(path) === true
    );
  }

  /** The innermost folder that holds a file. */
  folderOf(uri: string): string | undefined {
    let found: string | undefined;
    for (const folder of this.#excluded.keys())
      if (isBelow(uri, folder) && folder.length > (found?.length ?? -1)) found = folder;
    return found;
  }
}
