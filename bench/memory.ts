import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { parseArticle } from "../src/core/article/parse-article.js";
import { Lexicon } from "../src/core/lexicon/lexicon.js";
import { analyze } from "../src/core/recognize/analyze.js";
import { JiebaSegmenter } from "../src/node/jieba-segmenter.js";
import { loadCompiledLexicon } from "../src/node/lexicon-files.js";
import { benchTexts } from "./inputs.js";

/** Where the compiled lexicon lies that a measured process loads, as a server loads its own. */
export const lexiconFile = join(dirname(process.argv[1] ?? "."), "lexicon.json");

const stages = ["node", "lexicon", "segmenter"] as const;
export type Stage = (typeof stages)[number];

/** The resident memory in MB of a fresh process that does what a server does, as far as a stage. */
export function memoryOf(stage: Stage): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--expose-gc", process.argv[1] ?? "", "memory", stage],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The process that measures memory failed: ${stderr.trim()}`);
  return Number(stdout);
}

/** Prints this process's own resident memory in MB after it has reached a stage. */
export async function printMemory(stage: Stage): Promise<void> {
  if (stage !== "node") {
    const lexicon = new Lexicon(loadCompiledLexicon(lexiconFile));
    const segmenter = stage === "segmenter" ? new JiebaSegmenter() : undefined;
    for (const source of benchTexts()) {
      const words = await segmenter?.segment(parseArticle(source).text);
      analyze({ uri: "file:///article", version: 1, source }, lexicon, { words });
    }
    globalThis.gc?.();
    // What is measured must still be in use.
    if (lexicon.version === "") throw new Error("The lexicon has no version");
  }
  console.log(process.memoryUsage.rss() / 1e6);
  process.exit(0);
}

export function isStage(name: string | undefined): name is Stage {
  return stages.some((stage) => stage === name);
}
