// Runs every check of the project, one after the other, and closes with the line `N passed, N failed`.
// A check that prints counts of its own adds them; any other counts as one.
//   node test/run-all.mjs [--only NAME,NAME]
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @typedef {{ name: string, command: string[], counts?: RegExp[] }} Check `counts`: what finds passed, failed, skipped */

const vitest = [/^\s*Tests\s.*?(\d+) passed/m, /^\s*Tests\s.*?(\d+) failed/m, /^\s*Tests\s.*?(\d+) skipped/m];
const editor = [/(\d+) passed/, /(\d+) failed/, /(\d+) skipped/].map(
  (count) => new RegExp(`^Editor tests: .*?${count.source}`, "m"),
);

/** @type {Check[]} */
const checks = [
  { name: "build", command: ["npm", "run", "--silent", "build"] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "types", command: ["npm", "run", "--silent", "types"] },
  { name: "unit", command: ["npm", "run", "--silent", "test:unit"], counts: vitest },
  { name: "gold", command: ["npm", "run", "--silent", "score", "--", "--check"] },
  { name: "suites", command: ["node", "esbuild.mjs", "--test"] },
  { name: "editor", command: ["node", "test/host/editor-tests.mjs"], counts: editor },
  { name: "package", command: ["npm", "run", "--silent", "package"] },
  { name: "vsix", command: ["node", "test/host/editor-tests.mjs", "--vsix", "tifa.vsix"], counts: editor },
  { name: "start", command: ["node", "test/host/start.mjs", "--check"] },
];

const only = process.argv.includes("--only")
  ? (process.argv[process.argv.indexOf("--only") + 1] ?? "").split(",")
  : undefined;
const total = { passed: 0, failed: 0, skipped: 0 };
const rows = [];
for (const check of checks) {
  if (only && !only.includes(check.name)) continue;
  console.log(`\n=== ${check.name}: ${check.command.join(" ")}`);
  const started = Date.now();
  const { code, output } = await run(check.command);
  const [passed, failed, skipped] = (check.counts ?? []).map((count) => Number(count.exec(output)?.[1] ?? 0));
  const result = {
    passed: passed ?? (code === 0 ? 1 : 0),
    // A check that ends badly has failed, whatever it counted.
    failed: Math.max(failed ?? 0, code === 0 ? 0 : 1),
    skipped: skipped ?? 0,
  };
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  rows.push({ check: check.name, ...result, seconds: Math.round((Date.now() - started) / 1000) });
}
console.table(rows);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Runs a command in the repository, shows what it prints, and gives it back without colours. */
function run(/** @type {string[]} */ [command, ...words]) {
  return new Promise((resolve) => {
    const child = spawn(/** @type {string} */ (command), words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const [stream, shown] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += stripVTControlCharacters(text);
        shown.write(text);
      });
    }
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
