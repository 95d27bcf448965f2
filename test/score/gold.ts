import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { MentionType } from "../../src/core/recognize/mention.js";
import type { Span } from "../../src/core/text/spans.js";

/** A mention of a gold article: UTF-16 offsets of the article's file, half-open. */
export interface GoldMention extends Span {
  readonly type: MentionType | "any";
  /** Finding it is no error, missing it neither. */
  readonly optional: boolean;
}

export interface GoldArticle {
  readonly name: string;
  readonly source: string;
  readonly mentions: readonly GoldMention[];
}

const letters: Readonly<Record<string, GoldMention["type"]>> = {
  o: "official",
  a: "agency",
  s: "slogan",
  b: "byline",
  p: "person",
  x: "any",
};

/** Reads the articles of a folder: marked texts, or JSON files with the articles beside the folder. */
export function readGold(folder: string): GoldArticle[] {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    if (name.endsWith(".marked.txt")) return [{ name, ...parseMarked(readFileSync(join(folder, name), "utf8"), name) }];
    if (name.endsWith(".gold.json")) return [readJson(folder, name)];
    return [];
  });
}

/**
 * Takes the marks (`⟦o|张工⟧`, `⟦s?|能源安全⟧`) out of a text. Throws, naming the article and the line, on marks
 * that nest, do not close or have an unknown class.
 */
export function parseMarked(marked: string, name: string): Pick<GoldArticle, "source" | "mentions"> {
  const mentions: GoldMention[] = [];
  let source = "";
  let at = 0;
  let open: { readonly start: number; readonly type: GoldMention["type"]; readonly optional: boolean } | undefined;
  const fail = (index: number, what: string): never => {
    throw new Error(`${name}:${marked.slice(0, index).split("\n").length}: ${what}`);
  };
  for (const match of marked.matchAll(/⟦(.)(\??)\||⟦|⟧/gu)) {
    source += marked.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === "⟧") {
      if (!open) return fail(match.index, "a mark ends that has not begun");
      mentions.push({ ...open, end: source.length });
      open = undefined;
      continue;
    }
    const type = letters[match[1] ?? ""];
    if (!type) return fail(match.index, "a mark has no class that is known");
    if (open) return fail(match.index, "a mark begins inside another");
    open = { start: source.length, type, optional: match[2] === "?" };
  }
  if (open) return fail(marked.length, "a mark does not end");
  return { source: source + marked.slice(at), mentions };
}

interface JsonGold {
  readonly file: string;
  readonly mentions: readonly (Span & { readonly type: GoldMention["type"]; readonly optional?: boolean })[];
}

function readJson(folder: string, name: string): GoldArticle {
  const gold = JSON.parse(readFileSync(join(folder, name), "utf8")) as JsonGold;
  const beside = readdirSync(dirname(folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const path = [folder, ...beside.map((entry) => join(dirname(folder), entry.name))]
    .map((place) => join(place, basename(gold.file)))
    .find(existsSync);
  if (!path) throw new Error(`${name}: its article ${gold.file} lies neither in the folder nor in one beside it`);
  const mentions = gold.mentions.map(({ start, end, type, optional }) => ({
    start,
    end,
    type,
    optional: optional === true,
  }));
  return { name: basename(gold.file), source: readFileSync(path, "utf8"), mentions };
}
