import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parse } from "yaml";
import { compileLexicon, type LexiconFile } from "../core/lexicon/compile-lexicon.js";
import type { LexiconData } from "../core/lexicon/entries.js";
import { jiebaFiles } from "./nodejieba-files.js";

/**
 * Reads and compiles the lexicon's YAML files below `root`, with nodejieba's dictionary for the ordinary
 * words. Throws an error that names the file at fault.
 */
export function readLexicon(root: string): LexiconData {
  return compileLexicon(readLexiconFiles(root), readFileSync(jiebaFiles().dict, "utf8"));
}

/** The YAML files below `root`, parsed, in the order of their names; a name is relative to `root`. */
export function readLexiconFiles(root: string): LexiconFile[] {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  if (names.length === 0) throw new Error(`${root} holds no lexicon: there is no .yaml file in it`);
  return names.map((name) => ({ name, content: parseYaml(name, readFileSync(join(root, name), "utf8")) }));
}

function parseYaml(name: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${name}: ${firstLine(error)}`);
  }
}

/** Loads the lexicon that the build compiled. Throws an error that names the file and what to do. */
export function loadCompiledLexicon(path: string): LexiconData {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`The lexicon ${path} cannot be read (${firstLine(error)}); build or install Tifa again`);
  }
  if (!isLexicon(data)) throw new Error(`${path} is not a compiled lexicon; build or install Tifa again`);
  return data;
}

function isLexicon(data: unknown): data is LexiconData {
  const lexicon = data as Partial<LexiconData> | null;
  return typeof lexicon?.version === "string" && Array.isArray(lexicon.agencies) && Array.isArray(lexicon.slogans);
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n", 1)[0] ?? "";
}
