import type { LexiconData } from "../core/lexicon/entries.js";
import type { ExchangeFiles, Segmenter, WorkspaceFiles } from "../service/ports.js";

/** What differs between a process and a web worker. */
export interface ServerHost {
  /** Reads the compiled lexicon, from beside the server where no address is given. */
  readLexicon(address: string | undefined): Promise<LexiconData>;
  createSegmenter(): Segmenter;
  /** Absent where the workspace's files cannot be read: the open documents are then all that is known. */
  readonly files?: WorkspaceFiles;
  /** Absent where files of this machine cannot be reached. */
  readonly exchange?: ExchangeFiles;
}
