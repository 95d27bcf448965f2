import { isArticle } from "../core/article/detect.js";
import { buildRecord } from "../core/corpus/build-record.js";
import { CorpusIndex } from "../core/corpus/corpus-index.js";
import { LineIndex } from "../core/text/line-index.js";
import { findFiles } from "../node/file-workspace.js";
import { type AnalysedFile, FileAnalyser } from "./analyse-file.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import type { ExitCode, Io } from "./io.js";
import { printable } from "./printable.js";
import { progressOn } from "./progress.js";
import { failureText, type Texts } from "./texts.js";

/** The articles that the paths lead to; their addresses in the index are their paths. */
export interface ReadCorpus {
  readonly index: CorpusIndex;
  /** Line and column from 1 of an offset of an article's file. */
  placeAt(path: string, offset: number): { readonly line: number; readonly column: number };
  /** 1 where some file could not be read. */
  readonly exit: ExitCode;
}

/** Reads articles; what is found in a folder and is none is passed over, what cannot be read is named on stderr. */
export async function readCorpus(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ReadCorpus> {
  const index = new CorpusIndex();
  const lines = new Map<string, LineIndex>();
  const analyser = new FileAnalyser(host, args, io, texts);
  const progress = progressOn(io);
  let exit: ExitCode = 0;
  let done = 0;
  for (const given of args.paths) {
    let found = 0;
    for await (const file of findFiles([given])) {
      found++;
      await progress(`${++done} ${printable(file.path)}`);
      const read = await analysed(analyser, file).catch((error: unknown) => new Error(failureText(error, texts)));
      await progress("");
      if (read instanceof Error) {
        exit = 1;
        await io.err.write(`${texts.unreadable(printable(file.path), read.message)}\n`);
      } else if (file.path === given || isArticle(read.source)) {
        index.set(buildRecord(read.analysis, analyser.lexicon));
        lines.set(file.path, new LineIndex(read.source));
      }
    }
    if (found === 0) await io.err.write(`${texts.nothingFound(printable(given))}\n`);
  }
  return {
    index,
    placeAt(path, offset) {
      const { line, column } = lines.get(path)?.placeAt(offset) ?? { line: 0, column: 0 };
      return { line: line + 1, column: column + 1 };
    },
    exit,
  };
}

async function analysed(
  analyser: FileAnalyser,
  file: { readonly path: string; readonly error?: Error },
): Promise<AnalysedFile> {
  if (file.error) throw file.error;
  return analyser.analyse(file.path);
}
