import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { analyze } from "../core/recognize/analyze.js";
import type { LearnedNames } from "../core/recognize/learned-names.js";
import { recognize } from "../core/recognize/recognize.js";
import type { Segmenter, SourceFile, Word } from "./ports.js";

interface Entry {
  readonly analysis: Analysis;
  /** The segmentation that the analysis leans on, where it has one. */
  readonly words?: readonly Word[];
}

/** The latest analysis of each file, kept until the file, or the lexicon, is another version. */
export class AnalysisCache {
  private readonly entries = new Map<string, Entry>();

  /** `learned`: names that other articles have proved, as evidence in these. */
  constructor(
    readonly lexicon: Lexicon,
    private readonly learned?: LearnedNames,
  ) {}

  /** The analysis of just this version of a file, made now unless it is there. */
  analysis(file: SourceFile): Analysis {
    const known = this.current(file);
    if (known) return known.analysis;
    const analysis = analyze(file, this.lexicon, { learned: this.learned });
    this.entries.set(file.uri, { analysis });
    return analysis;
  }

  /** Whether this version of a file has been analysed. */
  has(file: SourceFile): boolean {
    return this.current(file) !== undefined;
  }

  /** The words that the analysis of this version was made with, if it was made with any. */
  words(file: SourceFile): readonly Word[] | undefined {
    return this.current(file)?.words;
  }

  /**
   * Analyses a file once more with a segmentation of its text. Resolves to the sharper analysis, or to
   * undefined when it was there already or when the file has become another version meanwhile. Rejects as
   * the segmenter does.
   */
  async refine(file: SourceFile, segmenter: Segmenter): Promise<Analysis | undefined> {
    const analysis = this.analysis(file);
    if (this.words(file)) return undefined;
    const words = await segmenter.segment(analysis.article.text);
    if (this.entries.get(file.uri)?.analysis !== analysis) return undefined;
    const refined = { ...analysis, ...recognize(analysis.article, this.lexicon, { words, learned: this.learned }) };
    this.entries.set(file.uri, { analysis: refined, words });
    return refined;
  }

  /** A cache for another lexicon, which takes over the analyses that come out the same with it. */
  withLexicon(lexicon: Lexicon, isSame: (analysis: Analysis) => boolean): AnalysisCache {
    const cache = new AnalysisCache(lexicon, this.learned);
    for (const [uri, entry] of this.entries) {
      if (!isSame(entry.analysis)) continue;
      cache.entries.set(uri, { ...entry, analysis: { ...entry.analysis, lexiconVersion: lexicon.version } });
    }
    return cache;
  }

  delete(uri: string): void {
    this.entries.delete(uri);
  }

  private current(file: SourceFile): Entry | undefined {
    const entry = this.entries.get(file.uri);
    if (!entry) return undefined;
    const { version, lexiconVersion } = entry.analysis;
    return version === file.version && lexiconVersion === this.lexicon.version ? entry : undefined;
  }
}
