import type { Analysis } from "../core/recognize/analysis.js";
import { analyze } from "../core/recognize/analyze.js";
import { LearnedNames } from "../core/recognize/learned-names.js";
import { readText } from "../node/file-workspace.js";
import { AnalysisCache } from "../service/analysis-cache.js";
import type { Segmenter, SourceFile, Word } from "../service/ports.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import type { Io } from "./io.js";
import type { Texts } from "./texts.js";

export interface AnalysedFile {
  readonly source: string;
  readonly analysis: Analysis;
  readonly words: readonly Word[] | undefined;
}

/** Analyses files one after another, with words for as long as the segmenter gives any. */
export class FileAnalyser {
  readonly #learned = new LearnedNames();
  readonly #cache: AnalysisCache;
  #segmenter: Segmenter | undefined;

  constructor(
    host: Host,
    private readonly args: Pick<Arguments, "segmenter" | "verbose">,
    private readonly io: Io,
    private readonly texts: Texts,
  ) {
    this.#cache = new AnalysisCache(host.lexicon(), this.#learned);
    this.#segmenter = args.segmenter ? host.segmenter() : undefined;
  }

  get lexicon() {
    return this.#cache.lexicon;
  }

  /** Learns the names that a file's article proves, as evidence in the others. A file that cannot be read teaches nothing. */
  async learn(path: string): Promise<void> {
    const source = await readText(path).catch(() => undefined);
    if (source !== undefined) this.#learned.learn(analyze({ uri: path, version: 1, source }, this.lexicon).mentions);
  }

  /** Rejects with one clear reason when the file cannot be read. */
  async analyse(path: string): Promise<AnalysedFile> {
    const source = await readText(path);
    const file: SourceFile = { uri: path, version: 1, source };
    this.#cache.delete(path);
    await this.#refine(file);
    const analysed = { source, analysis: this.#cache.analysis(file), words: this.#cache.words(file) };
    this.#cache.delete(path);
    return analysed;
  }

  async #refine(file: SourceFile): Promise<void> {
    if (!this.#segmenter) return;
    try {
      await this.#cache.refine(file, this.#segmenter);
    } catch (error) {
      this.#segmenter = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      if (this.args.verbose) await this.io.err.write(`${this.texts.noSegmenter(reason)}\n`);
    }
  }
}
