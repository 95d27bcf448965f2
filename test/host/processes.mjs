// Child processes and temporary folders that never outlive this process, however it ends (except by SIGKILL).
import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<() => void>} */
const leftovers = new Set();

process.on("exit", () => {
  for (const remove of [...leftovers].reverse()) {
    remove();
  }
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

/**
 * Starts a program in a process group of its own, so that its children end with it.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {{ child: ChildProcess, stop: () => void }} `stop` kills the whole group at once, and may be called twice
 */
export function startProgram(file, args, options) {
  const child = spawn(file, args, { ...options, detached: process.platform !== "win32" });
  const stop = () => {
    if (leftovers.delete(stop)) {
      killTree(child);
    }
  };
  leftovers.add(stop);
  return { child, stop };
}

/**
 * Makes an empty temporary folder, removed when this process ends.
 *
 * @param {string} prefix
 * @returns {string} its real path: macOS names temporary folders through a link, which VS Code resolves in its answers
 */
export function temporaryFolder(prefix) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
  leftovers.add(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // A process that was just killed can still hold a file: the system's own cleaning takes the rest.
    }
  });
  return folder;
}

/**
 * Runs a program to its end.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` is what it wrote to both streams; the code is 127 when
 *   the program could not be started
 */
export function runProgram(file, args, options = {}) {
  return new Promise((resolve) => {
    const { child, stop } = startProgram(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", (error) => {
      stop();
      resolve({ code: 127, output: `${output}${error.message}` });
    });
    child.on("close", (code, signal) => {
      stop();
      resolve({ code: code ?? (signal ? 128 + constants.signals[signal] : 1), output });
    });
  });
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @param {() => Error} late makes the error to throw when the time is over
 * @returns {Promise<T>}
 */
export async function within(promise, milliseconds, late) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, limit]));
  } finally {
    clearTimeout(timer);
  }
}

/** @param {ChildProcess} child */
function killTree(child) {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (process.platform === "win32") {
      child.kill("SIGKILL");
    } else {
      process.kill(-child.pid, "SIGKILL");
    }
  } catch {
    // It has ended by itself.
  }
}
