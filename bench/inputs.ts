import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** The development articles of the gold set without their marks, and the samples in UTF-8. Paths are those of the project's folder. */
export function benchTexts(): string[] {
  const gold = "test/gold/development";
  const marked = readdirSync(gold).filter((name) => name.endsWith(".marked.txt"));
  const samples = "test/fixtures/samples";
  const files = readdirSync(samples).filter((name) => extname(name) !== "" && !name.includes("gb18030"));
  return [
    ...marked.map((name) => readFileSync(join(gold, name), "utf8").replace(/⟦[a-z]\??\||⟧/g, "")),
    ...files.map((name) => readFileSync(join(samples, name), "utf8")),
  ];
}
