import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { codeOf } from "./disk.js";

/** How long others are waited for, in milliseconds. */
const patience = 4000;
/** A claim of this age, in milliseconds, was left by a process that is no more; on this machine that is known at once. */
const abandoned = 2000;

let claims = 0;

/**
 * A file that tells other processes that its owner is about to write. It is a courtesy, not a lock: what a
 * killed process leaves is cleared away, nobody is waited for without end, and where a claim cannot be had the
 * work is done without.
 */
export class WriteClaim {
  private readonly token = `${hostname()} ${process.pid} ${claims++}`;
  private taken = false;

  constructor(private readonly path: string) {}

  async take(): Promise<void> {
    this.taken = false;
    const end = Date.now() + patience;
    while (Date.now() < end) {
      try {
        await mkdir(dirname(this.path), { recursive: true });
        const file = await open(this.path, "wx");
        this.taken = true;
        await file.writeFile(this.token).finally(() => file.close());
        return;
      } catch (error) {
        // What keeps the claim from being made keeps the file from being written, which tells it better.
        if (codeOf(error) !== "EEXIST") return;
      }
      if (!(await this.clearAbandoned())) await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 8));
    }
  }

  /** False where another process has taken the claim for abandoned. */
  async isHeld(): Promise<boolean> {
    return !this.taken || (await this.owner()) === this.token;
  }

  async release(): Promise<void> {
    if (this.taken && (await this.isHeld())) await rm(this.path, { force: true }).catch(() => undefined);
    this.taken = false;
  }

  private async clearAbandoned(): Promise<boolean> {
    const there = await stat(this.path).catch(() => undefined);
    const owner = await this.owner();
    if (!there || owner === undefined) return true;
    if (!hasEnded(owner) && Date.now() - there.mtimeMs <= abandoned) return false;
    // Of several that clear it away only one moves it; a claim that came in its place meanwhile is asked for again.
    if ((await this.owner()) !== owner) return true;
    const aside = `${this.path}.${process.pid.toString(36)}-${claims++}`;
    await rename(this.path, aside).catch(() => undefined);
    await rm(aside, { force: true }).catch(() => undefined);
    return true;
  }

  private owner(): Promise<string | undefined> {
    return readFile(this.path, "utf8").catch(() => undefined);
  }
}

/** Whether a claim's owner was a process of this machine that is no more. */
function hasEnded(owner: string): boolean {
  const [host, pid] = owner.split(" ");
  if (host !== hostname() || pid === undefined || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}
