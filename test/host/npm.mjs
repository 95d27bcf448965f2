import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HostError } from "./command-line.mjs";
import { runProgram } from "./processes.mjs";

/** @typedef {Record<string, string>} Pins package name → exact version */

/** `engine-strict` would refuse code-server, which npm looks at with the Node that runs the tests. */
const flags = ["--engine-strict=false", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];

/** @param {Pins} pins */
export function specifiers(pins) {
  return Object.entries(pins).map(([name, version]) => `${name}@${version}`);
}

/**
 * Installs packages into the `node_modules` of a folder, made if need be, without running their install scripts.
 *
 * @param {string} folder
 * @param {Pins} pins
 */
export async function fetchPackages(folder, pins) {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) {
    // Without one, npm would install into the nearest folder above that has one.
    writeFileSync(manifest, JSON.stringify({ private: true }));
  }
  await npm(folder, ["install", "--ignore-scripts", "--legacy-peer-deps", ...specifiers(pins)]);
}

/**
 * Runs npm in a folder.
 *
 * @param {string} folder
 * @param {string[]} args
 * @param {Record<string, string>} [environment] added to this process's
 * @throws {HostError} with npm's first error line that says why
 */
export async function npm(folder, args, environment = {}) {
  const { code, output } = await runProgram("npm", [...args, ...flags], {
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  if (code === 127) {
    throw new HostError("npm could not be started: install Node.js with npm and put both on PATH.");
  }
  if (code !== 0) {
    throw new HostError(
      `npm ${args[0]} failed (${reason(output)}): check the connection to the npm registry and the free disk space, then run again.`,
    );
  }
}

/** @param {string} output */
function reason(output) {
  const errors = output.split("\n").filter((line) => /^npm error (?!code |syscall |errno |A complete log)/.test(line));
  return (errors[0] ?? output.trim().split("\n").at(-1) ?? "no output").replace(/^npm error /, "").trim();
}
