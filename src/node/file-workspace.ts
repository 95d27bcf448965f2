import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { decode } from "./decode.js";

/** What a folder is searched for; a file that is named itself may end in anything. */
const extensions: ReadonlySet<string> = new Set([".txt", ".md", ".html", ".htm", ".policy"]);
/** Larger files are no articles, in bytes. */
export const largestFile = 16 * 1024 * 1024;

/** Why a path could not be read; `other` is told in the system's words. */
export type ReadFailure = "missing" | "denied" | "folder" | "circle" | "too-large" | "other";

export class ReadError extends Error {
  constructor(
    readonly failure: ReadFailure,
    message: string,
  ) {
    super(message);
  }
}

/** A file to read, or a path that could not be looked into. */
export type Found = { readonly path: string } | { readonly path: string; readonly error: ReadError };

/**
 * The article files below the given paths, in order of their names. Hidden folders and `node_modules` are
 * left out, links to folders not followed, excluded paths not looked into. A path that cannot be read becomes an error among the others.
 */
export async function* findFiles(
  paths: readonly string[],
  isExcluded: (path: string) => boolean = () => false,
): AsyncGenerator<Found> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* walk(path, isExcluded);
      else yield { path };
    } catch (error) {
      yield { path, error: readError(error) };
    }
  }
}

/** Whether a path is a folder that can be looked into. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

export function hasArticleEnding(path: string): boolean {
  return extensions.has(extname(path).toLowerCase());
}

async function* walk(folder: string, isExcluded: (path: string) => boolean): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error: readError(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isExcluded(path)) continue;
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && entry.name !== "node_modules") yield* walk(path, isExcluded);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && hasArticleEnding(entry.name)) yield { path };
  }
}

/** The decoded text of a file of at most `largest` bytes, without a BOM. Rejects with a `ReadError`. */
export async function readText(path: string, largest = largestFile): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > largest) throw new ReadError("too-large", `larger than ${largest} bytes`);
    return decode(await readFile(path)).text;
  } catch (error) {
    throw readError(error);
  }
}

/** Why a path could not be read, to stand behind a colon. */
export const readFailureTexts: Readonly<Record<"en" | "zh", Readonly<Record<Exclude<ReadFailure, "other">, string>>>> =
  {
    en: {
      missing: "there is no such file or folder",
      denied: "permission is denied",
      folder: "it is a folder",
      circle: "its links lead in a circle",
      "too-large": "it is larger than 16 MB",
    },
    zh: {
      missing: "没有这个文件或文件夹",
      denied: "没有权限",
      folder: "它是一个文件夹",
      circle: "它的链接循环指向自身",
      "too-large": "它大于 16 MB",
    },
  };

const failures: Readonly<Record<string, ReadFailure>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EACCES: "denied",
  EPERM: "denied",
  EISDIR: "folder",
  ELOOP: "circle",
};

function readError(error: unknown): ReadError {
  if (error instanceof ReadError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new ReadError(failures[code ?? ""] ?? "other", message);
}
