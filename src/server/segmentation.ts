import type { AnalysisCache } from "../service/analysis-cache.js";
import type { Segmenter, SourceFile } from "../service/ports.js";

export type SegmentationState = "unknown" | "ready" | "absent";

/**
 * The second, sharper pass over documents. The segmenter is made at the first call and given up for good
 * at its first failure; `settled` is told once which of the two it is. Documents are taken one by one, so
 * that what arrives meanwhile is answered between two of them.
 */
export class Segmentation {
  #state: SegmentationState = "unknown";
  #segmenter: Segmenter | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly create: () => Segmenter,
    private readonly settled: (state: "ready" | "absent", reason?: string) => void,
  ) {}

  get state(): SegmentationState {
    return this.#state;
  }

  /** Resolves to whether the cache now holds a sharper analysis of the file. Never rejects. */
  refine(file: SourceFile, cache: AnalysisCache): Promise<boolean> {
    const turn = this.#queue.then(() => this.#refine(file, cache));
    this.#queue = turn;
    return turn;
  }

  async #refine(file: SourceFile, cache: AnalysisCache): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.#state === "absent" || !cache.has(file)) return false;
    try {
      this.#segmenter ??= this.create();
      const refined = await cache.refine(file, this.#segmenter);
      this.#settle("ready");
      return refined !== undefined;
    } catch (error) {
      this.#settle("absent", error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  #settle(state: "ready" | "absent", reason?: string): void {
    if (this.#state === state) return;
    this.#state = state;
    this.settled(state, reason);
  }
}
