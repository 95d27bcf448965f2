import { mkdir, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./disk.js";

/** How long somebody else's claim is waited for, in milliseconds. */
const patience = 2000;
/** A claim of this age, in milliseconds, was left by a process that was killed. */
const abandoned = 1500;

/**
 * Does work while no other process that asks for the same claim does its own. The claim is a courtesy, not a
 * lock: it is never waited for longer than two seconds, and where it cannot be had the work is done without.
 */
export async function withClaim<T>(path: string, work: () => Promise<T>): Promise<T> {
  const isOurs = await take(path);
  try {
    return await work();
  } finally {
    if (isOurs) await rm(path, { force: true }).catch(() => undefined);
  }
}

async function take(path: string): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await (await open(path, "wx")).close();
      return true;
    } catch (error) {
      // What keeps the claim from being made keeps the file from being written, which tells it better.
      if (codeOf(error) !== "EEXIST") return false;
    }
    const there = await stat(path).catch(() => undefined);
    if (there && Date.now() - there.mtimeMs > abandoned) await rm(path, { force: true }).catch(() => undefined);
    else await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 8));
  }
  return false;
}
