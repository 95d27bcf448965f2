import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** What the annotation files ask of a disk. */
export interface Disk {
  /** The bytes of a file; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Makes a file that is not there yet, and its folders; resolves once the disk has all of it. */
  create(path: string, text: string): Promise<void>;
  /** Puts a file in the place of another in one step: a reader finds the one or the other. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file if it is there. */
  remove(path: string): Promise<void>;
}

export const thisDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return undefined;
      throw error;
    }
  },
  async create(path, text) {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  async rename(from, to) {
    for (let tries = 0; ; tries++) {
      try {
        await rename(from, to);
        return;
      } catch (error) {
        // Windows refuses while a virus scanner or an indexer looks at the file.
        if (process.platform !== "win32" || tries === 10 || codeOf(error) === "ENOSPC") throw error;
        await new Promise((resolve) => setTimeout(resolve, 10 * (tries + 1)));
      }
    }
  },
  remove: (path) => rm(path, { force: true }),
};

export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? "";
}
