import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { HostError, requireFile } from "./command-line.mjs";

/** What the build reads, relative to the extension. */
const sources = ["src", "lexicon", "esbuild.mjs", "package.json", "tsconfig.json"];

/**
 * @param {string} folder an extension's
 * @returns {{ id: string, version: string }} the id as VS Code logs it
 */
export function readManifest(folder) {
  const file = requireFile(join(folder, "package.json"), "extension's manifest");
  const { publisher, name, version } = JSON.parse(readFileSync(file, "utf8"));
  if (!publisher || !name || !version) {
    throw new HostError(`${file} is no extension's manifest: it needs a publisher, a name and a version.`);
  }
  return { id: `${publisher}.${name}`, version };
}

/**
 * Runs `npm run build` when `dist` is missing or older than a source.
 *
 * @param {string} folder an extension's
 */
export function buildIfStale(folder) {
  const built = newest(join(folder, "dist"));
  if (built > Math.max(...sources.map((source) => newest(join(folder, source))))) {
    return;
  }
  console.error(`Building the extension in ${folder}…`);
  const { status } = spawnSync("npm", ["run", "build"], {
    cwd: folder,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new HostError(`The extension in ${folder} was not built: correct what "npm run build" says above.`);
  }
}

/**
 * Puts an extension into a server's extensions folder as it lies in its own, so that a reload shows its latest build.
 * Uninstalling it in the workbench removes the link only.
 *
 * @param {string} folder an extension's
 * @param {string} extensionsFolder
 */
export function linkExtension(folder, extensionsFolder) {
  const { id, version } = readManifest(folder);
  symlinkSync(folder, join(extensionsFolder, `${id}-${version}`.toLowerCase()), "dir");
}

/**
 * @param {string} path
 * @returns {number} the latest modification of a file, or of any file in a folder, in milliseconds; 0 when there is none
 */
function newest(path) {
  if (!existsSync(path)) {
    return 0;
  }
  if (statSync(path).isFile()) {
    return statSync(path).mtimeMs;
  }
  return Math.max(0, ...readdirSync(path).map((entry) => newest(join(path, entry))));
}
