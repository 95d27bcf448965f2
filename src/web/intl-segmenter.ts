import { textSpan } from "../core/text/spans.js";
import type { Segmenter, Word } from "../service/ports.js";

/** Words by the browser's own segmenter, which knows no parts of speech. Rejects where there is none. */
export class IntlSegmenter implements Segmenter {
  #words: Intl.Segmenter | undefined;

  async segment(text: string): Promise<readonly Word[]> {
    this.#words ??= createSegmenter();
    const found: Word[] = [];
    for (const { index, segment } of this.#words.segment(text)) {
      found.push({ span: textSpan(index, index + segment.length) });
    }
    return found;
  }
}

function createSegmenter(): Intl.Segmenter {
  if (typeof Intl.Segmenter !== "function") throw new Error("this browser has no Intl.Segmenter");
  return new Intl.Segmenter("zh", { granularity: "word" });
}
