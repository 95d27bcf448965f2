import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface GoldArticle {
  readonly name: string;
  /** The article's file without the marks. */
  readonly source: string;
}

const folder = fileURLToPath(new URL("../../gold", import.meta.url));

/** The articles of a split of the gold set, without their marks. */
export function goldArticles(split: "development" | "held-out"): GoldArticle[] {
  return readdirSync(join(folder, split))
    .filter((name) => name.endsWith(".marked.txt"))
    .sort()
    .map((name) => ({ name, source: readFileSync(join(folder, split, name), "utf8").replace(/⟦[a-z]\??\||⟧/g, "") }));
}
