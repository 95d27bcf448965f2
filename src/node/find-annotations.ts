import { dirname, join, resolve } from "node:path";
import { isFolder } from "./file-workspace.js";

/** The name of the folder beside the articles in which everything of the reader's own lies. */
const ownFolder = ".tifa";

/** The nearest folder at a path or above it that has a `.tifa/`; undefined where none has. */
export async function annotatedFolder(path: string): Promise<string | undefined> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (await isFolder(join(folder, ownFolder))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
