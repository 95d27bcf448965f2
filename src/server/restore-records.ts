import type { RecordCache } from "../service/ports.js";

export interface RestoreHost {
  readonly cache: RecordCache;
  /** The key of a file's record; undefined where the file cannot be read. */
  keyOf(uri: string): string | undefined;
  /** Lets through what is more urgent. Resolves to whether to go on. */
  breathe(): Promise<boolean>;
  /** Takes up the entry of a file. Returns whether it is whole. */
  take(uri: string, key: string, entry: string): boolean;
}

/** Takes what the cache has of files. Resolves to the number of entries that were damaged. */
export async function restoreRecords(uris: readonly string[], host: RestoreHost): Promise<number> {
  const byKey = new Map<string, string[]>();
  for (const uri of uris) {
    if (!(await host.breathe())) return 0;
    const key = host.keyOf(uri);
    if (key === undefined) continue;
    const known = byKey.get(key);
    if (known) known.push(uri);
    else byKey.set(key, [uri]);
  }
  return host.cache.load(
    (key) => byKey.has(key),
    async (key, entry) => {
      await host.breathe();
      return (byKey.get(key) ?? []).every((uri) => host.take(uri, key, entry));
    },
  );
}
