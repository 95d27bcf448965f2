import type { RemoteConsole } from "vscode-languageserver";

export interface Log {
  info(message: string): void;
  /** Logs a failure with what it is about, such as a document's address. */
  error(about: string, error: unknown): void;
}

export function logTo(console: RemoteConsole): Log {
  return {
    info: (message) => console.info(message),
    error: (about, error) =>
      console.error(`${about}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
}
