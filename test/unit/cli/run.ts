import { main } from "../../../src/cli/cli.js";
import type { Segmenter } from "../../../src/service/ports.js";
import { realLexicon } from "../support/real-lexicon.js";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Around {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether standard output, and standard error, are terminals. */
  readonly terminal?: readonly [out: boolean, err: boolean];
  readonly segmenter?: Segmenter;
}

/** Runs a command in this process with what it prints caught. */
export async function run(argv: readonly string[], around: Around = {}): Promise<Ran> {
  const {
    env = {},
    terminal = [false, false],
    segmenter = { segment: () => Promise.reject(new Error("it is not here")) },
  } = around;
  let out = "";
  let err = "";
  const io = {
    out: {
      isTerminal: terminal[0],
      write: async (text: string) => {
        out += text;
      },
    },
    err: {
      isTerminal: terminal[1],
      write: async (text: string) => {
        err += text;
      },
    },
    env,
  };
  const code = await main(argv, io, { version: "1.2.3", lexicon: realLexicon, segmenter: () => segmenter });
  return { code, out, err };
}
