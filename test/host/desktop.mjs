import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { HostError, repository } from "./command-line.mjs";
import { within } from "./processes.mjs";

const updateServer = "https://update.code.visualstudio.com/api/releases/stable";
const probeLimit = 5_000;
const downloadLimit = 180_000;

/** Whether a window can be shown. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @returns {string | undefined} the `code` command on PATH */
export function findCodeCommand() {
  const name = process.platform === "win32" ? "code.cmd" : "code";
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isFile);
}

/**
 * Looks for the program of desktop VS Code itself: the `code` command would not wait for it, nor print what it prints.
 *
 * @returns {Promise<string | undefined>} VSCODE_EXECUTABLE, the one behind `code`, one downloaded earlier or now; none
 *   where no window can be shown or nothing can be downloaded in a few seconds
 */
export async function findDesktop() {
  const own = process.env.VSCODE_EXECUTABLE;
  if (own) {
    if (!isFile(own)) {
      throw new HostError(`VSCODE_EXECUTABLE names ${own}, which is not there: correct or unset it.`);
    }
    return own;
  }
  if (!hasDisplay()) {
    return undefined;
  }
  const command = findCodeCommand();
  return (command && programBehind(command)) ?? download();
}

/**
 * @param {string} command the `code` command, in the `bin` folder of an install
 * @returns {string | undefined}
 */
function programBehind(command) {
  const bin = dirname(realpathSync(command));
  const contents = join(bin, "..", "..", "..");
  return [
    join(bin, "..", "code"),
    join(bin, "..", "Code.exe"),
    join(contents, "MacOS", "Code"),
    join(contents, "MacOS", "Electron"),
  ].find(isFile);
}

/** @returns {Promise<string | undefined>} */
async function download() {
  const cachePath = join(repository, ".vscode-test");
  const cached = existsSync(cachePath) && readdirSync(cachePath).some((entry) => entry.startsWith("vscode-"));
  if (!cached && !(await reaches(updateServer))) {
    return undefined;
  }
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
    return await within(
      downloadAndUnzipVSCode({ version: "stable", cachePath, reporter: new SilentReporter() }),
      downloadLimit,
      () => new HostError("too slow"),
    );
  } catch {
    console.error("Desktop VS Code could not be downloaded; the npm-held server is used.");
    return undefined;
  }
}

/** @param {string} url */
async function reaches(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(probeLimit) })).ok;
  } catch {
    return false;
  }
}

/** @param {string} path */
function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
