import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { readLexicon } from "../../../src/node/lexicon-files.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The path of the compiled lexicon. */
    readonly lexicon: string;
  }
}

/** Compiles the lexicon once for all test files. */
export default function setup(project: TestProject): void {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const out = join(root, "out");
  mkdirSync(out, { recursive: true });
  const fresh = join(mkdtempSync(join(out, "test-")), "lexicon.json");
  writeFileSync(fresh, JSON.stringify(readLexicon(join(root, "lexicon"))));
  const path = join(out, "test-lexicon.json");
  renameSync(fresh, path);
  project.provide("lexicon", path);
}
