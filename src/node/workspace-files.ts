import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { canonicalUri } from "../core/text/uris.js";
import type { FileContent, WorkspaceFiles } from "../service/ports.js";
import { AnnotationFolder } from "./annotation-store.js";
import { decode } from "./decode.js";
import { findFiles, hasArticleEnding } from "./file-workspace.js";
import { PagedRecordCache } from "./record-cache.js";
import { StoreError, storeErrorText } from "./store-error.js";

/** The workspace's files on this machine's disk. */
export const diskFiles: WorkspaceFiles = {
  async *find(uri, isExcluded) {
    const path = pathOf(uri);
    if (path === undefined) return;
    for await (const found of findFiles([path], (one) => isExcluded(uriOf(one)))) {
      if (!("error" in found) && hasArticleEnding(found.path)) yield uriOf(found.path);
    }
  },
  async read(uri, largest): Promise<FileContent | undefined> {
    const path = pathOf(uri);
    try {
      if (path === undefined || (await stat(path)).size > largest) return undefined;
      const bytes = await readFile(path);
      return { text: decode(bytes).text, hash: hashOf(bytes) };
    } catch {
      return undefined;
    }
  },
  hash(uri, largest) {
    const path = pathOf(uri);
    try {
      return path === undefined || statSync(path).size > largest ? undefined : hashOf(readFileSync(path));
    } catch {
      return undefined;
    }
  },
  openCache: (folder, failed) => new PagedRecordCache(folder, failed),
  openAnnotations(folder) {
    const path = pathOf(folder);
    return path === undefined ? undefined : new AnnotationFolder(path);
  },
  annotationFailure: (error, locale) =>
    error instanceof StoreError
      ? storeErrorText(error, locale)
      : error instanceof Error
        ? error.message
        : String(error),
  // A message that has come in is dispatched an immediate later, its handler runs in the one after.
  pause: async () => {
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  },
};

function hashOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}

function uriOf(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
