// Builds the scorer and runs it: it is TypeScript, as is what it measures.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
mkdirSync(join(root, "out"), { recursive: true });
const folder = mkdtempSync(join(root, "out", "score-"));
try {
  const outfile = join(folder, "score.cjs");
  await build({
    entryPoints: [join(root, "test/score/main.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile,
    external: ["nodejieba"],
    logLevel: "error",
  });
  await createRequire(import.meta.url)(outfile).main(process.argv.slice(2), root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
