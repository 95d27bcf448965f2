import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecordCache } from "../service/ports.js";

/** Entries a page: a page is what is written at once and what is held in memory at once. */
const pageSize = 200;
const pageName = /^[\w-]+\.page$/;
const temporaryName = /^[\w-]+\.page\.tmp$/;

/**
 * A cache of pages, one file each, one entry a line: key, checksum, text. A page is written beside its place
 * and then moved there, so that a process that is killed leaves the old page or the new one. Lines that do not
 * agree with their checksum are dropped one by one.
 */
export class PagedRecordCache implements RecordCache {
  private readonly keys = new Set<string>();
  private page = newPage();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly failed: (error: unknown) => void,
  ) {}

  async load(
    isWanted: (key: string) => boolean,
    restore: (key: string, text: string) => Promise<boolean>,
  ): Promise<number> {
    let damaged = 0;
    for (const name of await this.names()) {
      const content = await readFile(join(this.folder, name), "utf8").catch(() => "");
      const lines = content.split("\n").filter((line) => line !== "");
      const kept: string[] = [];
      for (const line of lines) {
        const entry = entryOf(line);
        if (!entry) damaged++;
        else if (isWanted(entry.key) && !this.keys.has(entry.key)) {
          if (await restore(entry.key, entry.text)) {
            this.keys.add(entry.key);
            kept.push(line);
          } else damaged++;
        }
      }
      if (kept.length > Math.max(lines.length, pageSize) / 2) continue;
      // Thin pages are put together: what is left of them moves to the page that is written next.
      for (const line of kept) await this.addLine(line);
      this.page.replaces.push(name);
    }
    return damaged;
  }

  async add(key: string, text: string): Promise<void> {
    if (this.keys.has(key)) return;
    this.keys.add(key);
    await this.addLine(`${key} ${checksum(text)} ${text}`);
  }

  async flush(): Promise<void> {
    if (this.page.changed || this.page.replaces.length > 0) await this.write(this.page);
    await this.writing;
  }

  private async addLine(line: string): Promise<void> {
    this.page.lines.push(line);
    this.page.changed = true;
    if (this.page.lines.length < pageSize) return;
    const full = this.page;
    this.page = newPage();
    await this.write(full);
  }

  /** One write at a time: a page may be asked for again while it is being written. */
  private write(page: Page): Promise<void> {
    this.writing = this.writing.then(() => this.writeNow(page)).catch(this.failed);
    return this.writing;
  }

  private async writeNow(page: Page): Promise<void> {
    const replaced = page.replaces.splice(0);
    page.changed = false;
    if (page.lines.length > 0) {
      const path = join(this.folder, page.name);
      await mkdir(this.folder, { recursive: true });
      await writeFile(`${path}.tmp`, `${page.lines.join("\n")}\n`);
      await rename(`${path}.tmp`, path);
    }
    for (const name of replaced) await rm(join(this.folder, name), { force: true });
  }

  private async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    for (const name of names) {
      if (temporaryName.test(name)) await rm(join(this.folder, name), { force: true }).catch(this.failed);
    }
    return names.filter((name) => pageName.test(name)).sort();
  }
}

interface Page {
  readonly name: string;
  readonly lines: string[];
  /** Pages whose entries are now in this one. */
  readonly replaces: string[];
  changed: boolean;
}

let pages = 0;

/** Names differ between processes that share a folder. */
function newPage(): Page {
  const name = `${Date.now().toString(36)}-${process.pid.toString(36)}-${(pages++).toString(36)}.page`;
  return { name, lines: [], replaces: [], changed: false };
}

function entryOf(line: string): { readonly key: string; readonly text: string } | undefined {
  const afterKey = line.indexOf(" ");
  const afterSum = line.indexOf(" ", afterKey + 1);
  if (afterKey < 1 || afterSum < 0) return undefined;
  const text = line.slice(afterSum + 1);
  return line.slice(afterKey + 1, afterSum) === checksum(text) ? { key: line.slice(0, afterKey), text } : undefined;
}

function checksum(text: string): string {
  return createHash("sha1").update(text).digest("base64url").slice(0, 16);
}
