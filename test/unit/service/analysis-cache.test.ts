import { describe, expect, it } from "vitest";
import { textSpan } from "../../../src/core/text/spans.js";
import { AnalysisCache } from "../../../src/service/analysis-cache.js";
import type { Segmenter, Word } from "../../../src/service/ports.js";
import { smallLexicon } from "../support/small-lexicon.js";

const file = { uri: "file:///a.txt", version: 1, source: "一篇文章的标题在这里\n2023-03-14\n\n正文。" };

/** A segmenter that answers when it is told to. */
function slowSegmenter(): Segmenter & { answer(): void; asked: number } {
  let release: (words: readonly Word[]) => void = () => {};
  return {
    asked: 0,
    segment() {
      this.asked++;
      return new Promise((resolve) => {
        release = resolve;
      });
    },
    answer: () => release([{ span: textSpan(0, 2), tag: "m" }]),
  };
}

describe("the cache", () => {
  it("analyses each version once", () => {
    const cache = new AnalysisCache(smallLexicon());
    const first = cache.analysis(file);
    expect(cache.analysis(file)).toBe(first);
    const second = cache.analysis({ ...file, version: 2 });
    expect(second).not.toBe(first);
    expect(second.version).toBe(2);
    cache.delete(file.uri);
    expect(cache.has({ ...file, version: 2 })).toBe(false);
  });

  it("replaces an analysis by the one with words, once", async () => {
    const cache = new AnalysisCache(smallLexicon());
    const segmenter = slowSegmenter();
    const pending = cache.refine(file, segmenter);
    segmenter.answer();
    const refined = await pending;
    expect(refined?.version).toBe(1);
    expect(cache.analysis(file)).toBe(refined);
    expect(cache.words(file)).toHaveLength(1);
    expect(await cache.refine(file, segmenter)).toBeUndefined();
    expect(segmenter.asked).toBe(1);
  });

  it("drops words that come for a version, or a file, that is gone", async () => {
    const cache = new AnalysisCache(smallLexicon());
    const segmenter = slowSegmenter();
    const pending = cache.refine(file, segmenter);
    const newer = { ...file, version: 2, source: `${file.source}完` };
    const analysis = cache.analysis(newer);
    segmenter.answer();
    expect(await pending).toBeUndefined();
    expect(cache.analysis(newer)).toBe(analysis);
    const closed = cache.refine(newer, segmenter);
    cache.delete(file.uri);
    segmenter.answer();
    expect(await closed).toBeUndefined();
    expect(cache.has(newer)).toBe(false);
  });

  it("rejects as the segmenter does and keeps what it has", async () => {
    const cache = new AnalysisCache(smallLexicon());
    const analysis = cache.analysis(file);
    await expect(cache.refine(file, { segment: () => Promise.reject(new Error("no words")) })).rejects.toThrow(
      "no words",
    );
    expect(cache.analysis(file)).toBe(analysis);
  });
});
