import { cpSync, existsSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { HostError } from "./command-line.mjs";
import { temporaryFolder } from "./processes.mjs";

/**
 * Copies a workspace to a temporary folder, so that whatever happens to it there leaves the original alone.
 *
 * @param {string} path a folder, or a .code-workspace file, with which its whole folder is copied
 * @returns {string} the copy of the path, with the same name
 */
export function copyWorkspace(path) {
  const original = resolve(path);
  if (!existsSync(original)) {
    throw new HostError(`The workspace ${original} is not there: name a folder or a .code-workspace file that exists.`);
  }
  const isFile = original.endsWith(".code-workspace");
  const folder = isFile ? dirname(original) : original;
  const copy = join(temporaryFolder("vscode-host-workspace-"), basename(folder));
  cpSync(folder, copy, { recursive: true });
  return isFile ? join(copy, basename(original)) : copy;
}

/**
 * Makes an extension that holds nothing: with a packed extension installed, VS Code runs a suite only beside an
 * extension under development.
 *
 * @returns {string} its folder
 */
export function testExtension() {
  const folder = temporaryFolder("vscode-host-suite-");
  const manifest = { publisher: "editor", name: "tests", version: "0.0.1", engines: { vscode: "*" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}
