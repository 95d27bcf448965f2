import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../package.json";
import { Lexicon } from "../core/lexicon/lexicon.js";
import { JiebaSegmenter } from "../node/jieba-segmenter.js";
import { loadCompiledLexicon } from "../node/lexicon-files.js";
import { main } from "./cli.js";
import type { Output } from "./io.js";

const here = typeof __filename === "string" ? __filename : fileURLToPath(import.meta.url);

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => stream.write(text, (error) => (error ? reject(error) : resolve()))),
  };
}

/** A reader that has seen enough (`tifa annotate … | head`) is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}

process.stdout.on("error", endQuietly);
process.stderr.on("error", endQuietly);

const io = { out: outputOf(process.stdout), err: outputOf(process.stderr), env: process.env };
const host = {
  version,
  lexicon: () => new Lexicon(loadCompiledLexicon(join(dirname(here), "lexicon.json"))),
  segmenter: () => new JiebaSegmenter(),
};

main(process.argv.slice(2), io, host).then(
  (code) => {
    process.exitCode = code;
  },
  (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`tifa: ${error.message}\n`);
    process.exit(1);
  },
);
