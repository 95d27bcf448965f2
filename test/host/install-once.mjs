import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { repository } from "./command-line.mjs";
import { specifiers } from "./npm.mjs";

/** @typedef {import('./npm.mjs').Pins} Pins */

/** Ignored by git, shared by all commands of this folder. */
export const hostFolder = join(repository, ".vscode-test", "host");

const stamp = "installed.json";
const longerThanAnyInstall = 3_600_000;

/**
 * Builds a folder beside its place and moves it there when it is complete: an install that was broken off leaves
 * nothing that looks finished, and of two at the same time the later finds its work done and drops its own.
 *
 * @param {string} name
 * @param {Pins} pins what the folder holds; other pins mean a new install
 * @param {(stage: string) => Promise<void>} build fills an empty folder that will be renamed
 * @returns {Promise<string>} the finished folder
 */
export async function installOnce(name, pins, build) {
  const folder = join(hostFolder, name);
  if (isInstalled(folder, pins)) {
    return folder;
  }
  console.error(`Installing ${specifiers(pins).join(", ")} into ${folder} (once)…`);
  await mkdir(hostFolder, { recursive: true });
  await removeAbandoned(name);
  const stage = await mkdtemp(join(hostFolder, `.${name}-`));
  try {
    await build(stage);
    writeFileSync(join(stage, stamp), JSON.stringify(pins, null, 2));
    await moveIntoPlace(stage, folder, pins);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} stage
 * @param {string} folder
 * @param {Pins} pins
 */
async function moveIntoPlace(stage, folder, pins) {
  if (existsSync(folder) && !isInstalled(folder, pins)) {
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await rename(stage, folder);
  } catch (error) {
    if (!isInstalled(folder, pins)) {
      throw error;
    }
  }
}

/**
 * Removes what killed installs left behind.
 *
 * @param {string} name
 */
async function removeAbandoned(name) {
  for (const entry of await readdir(hostFolder)) {
    const path = join(hostFolder, entry);
    if (entry.startsWith(`.${name}-`) && Date.now() - (await stat(path)).mtimeMs > longerThanAnyInstall) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} folder
 * @param {Pins} pins
 */
function isInstalled(folder, pins) {
  try {
    return isDeepStrictEqual(JSON.parse(readFileSync(join(folder, stamp), "utf8")), pins);
  } catch {
    return false;
  }
}
