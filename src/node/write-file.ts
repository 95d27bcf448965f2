import { basename, dirname, join } from "node:path";
import { type Disk, thisDisk } from "./disk.js";

/** Writes a file whole beside its place and moves it there: whoever reads it finds the old one or the new one. */
export async function writeWhole(path: string, content: string, disk: Disk = thisDisk): Promise<void> {
  const tag = `${process.pid.toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
  const temporary = join(dirname(path), `.${basename(path).slice(0, 40)}.${tag}.tmp`);
  try {
    await disk.create(temporary, content);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}
