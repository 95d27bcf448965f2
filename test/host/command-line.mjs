// What the three commands of this folder share: options, one-sentence errors, exit codes.
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** The repository that holds this folder. */
export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** An error whose message is meant for a person: one sentence, with what to do. */
export class HostError extends Error {}

/**
 * Parses the arguments; an unknown option or a missing value becomes a {@link HostError} that ends with the usage.
 *
 * @template {import('node:util').ParseArgsConfig} T
 * @param {T} config
 * @param {string} usage
 */
export function parseOptions(config, usage) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new HostError(`${messageOf(error)}.\n${usage}`);
  }
}

/**
 * @param {string} path
 * @param {string} what for the error, such as "workspace folder"
 * @returns {string} the absolute path
 */
export function requireFolder(path, what) {
  const folder = resolve(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new HostError(`The ${what} ${folder} is not there: name a folder that exists.`);
  }
  return folder;
}

/**
 * @param {string} path
 * @param {string} what for the error, such as "packed extension"
 * @returns {string} the absolute path
 */
export function requireFile(path, what) {
  const file = resolve(path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new HostError(`The ${what} ${file} is not there: name a file that exists.`);
  }
  return file;
}

/**
 * @param {string | undefined} text
 * @param {number} standard used when there is no text
 * @param {string} option for the error
 */
export function parseSeconds(text, standard, option) {
  const seconds = text === undefined ? standard : Number(text);
  if (!(seconds > 0)) {
    throw new HostError(`${option} takes a number of seconds greater than 0, not "${text}".`);
  }
  return seconds;
}

/**
 * Runs a command's body when its file is the one that was started, and does nothing when it was imported.
 * The process ends with the code that the body returns (0 when it returns nothing), 1 after an error.
 *
 * @param {string} moduleUrl the file's `import.meta.url`
 * @param {() => Promise<number | void>} body
 */
export async function runCommand(moduleUrl, body) {
  if (!process.argv[1] || pathToFileURL(realpathSync(process.argv[1])).href !== moduleUrl) {
    return;
  }
  try {
    process.exit((await body()) ?? 0);
  } catch (error) {
    console.error(error instanceof HostError || !(error instanceof Error) ? messageOf(error) : error.stack);
    process.exit(1);
  }
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
