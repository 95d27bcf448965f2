import type { Io } from "./io.js";

/** Shows one line of progress on a terminal, in place of the last; nothing where the articles go there too. */
export function progressOn(io: Io): (line: string) => Promise<void> {
  let shown = false;
  return async (line) => {
    if (!io.err.isTerminal || io.out.isTerminal || (line === "" && !shown)) return;
    shown = line !== "";
    await io.err.write(`\r\u001B[K${line.slice(0, 78)}`);
  };
}
