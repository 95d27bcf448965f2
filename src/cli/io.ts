/** Where a command reads from and writes to; tests pass their own. */
export interface Output {
  /** Resolves once more can be written, so that a slow reader does not fill the memory. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
}

export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a command ended: all read, some file not read, wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A wrong argument, told with the help. */
export class UsageError extends Error {}
