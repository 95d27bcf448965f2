// Builds a benchmark of this folder and runs it: node bench/run.mjs [analysis | corpus-bench] [its arguments]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name = "analysis", ...rest] = process.argv.slice(2);
const entry = join(root, "bench", `${name}.ts`);
if (!existsSync(entry)) {
  console.error(`There is no benchmark bench/${name}.ts; name one that is there`);
  process.exit(1);
}
mkdirSync(join(root, "out"), { recursive: true });
const folder = mkdtempSync(join(root, "out", "bench-"));
try {
  const outfile = join(folder, `${name}.cjs`);
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    outfile,
    external: ["nodejieba"],
    logLevel: "error",
    logOverride: { "empty-import-meta": "silent" },
  });
  process.exitCode =
    spawnSync(process.execPath, ["--expose-gc", outfile, ...rest], { cwd: root, stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
