import type { ArticleRecord } from "../core/corpus/article-record.js";
import { CorpusIndex } from "../core/corpus/corpus-index.js";
import { CorpusEntities } from "../core/corpus/entities.js";
import { placeIn } from "../core/text/line-starts.js";
import type { FileSpan } from "../core/text/spans.js";
import { isBelow } from "../core/text/uris.js";
import type { Place } from "../protocol/corpus.js";

/** The index with what turns its offsets into positions: where the lines of each file start. */
export class Corpus {
  readonly index = new CorpusIndex();
  readonly entities = new CorpusEntities(this.index);
  readonly #lines = new Map<string, Uint32Array>();

  set(record: ArticleRecord, lines: Uint32Array): void {
    this.index.set(record);
    this.#lines.set(record.uri, lines);
  }

  delete(uri: string): void {
    this.index.delete(uri);
    this.#lines.delete(uri);
  }

  /** The addresses of the articles in a folder, or of the article itself. */
  below(folder: string): string[] {
    return [...this.#lines.keys()].filter((uri) => isBelow(uri, folder));
  }

  /** Moves a file, or all files below a folder. Returns the new addresses. */
  rename(from: string, to: string): string[] {
    return this.below(from).map((uri) => {
      const moved = to + uri.slice(from.length);
      const lines = this.#lines.get(uri);
      if (!lines || !this.index.rename(uri, moved)) return moved;
      this.#lines.delete(uri);
      this.#lines.set(moved, lines);
      return moved;
    });
  }

  /** A span of a file as a place to be opened. */
  place(uri: string, span: FileSpan): Place {
    const lines = this.#lines.get(uri) ?? new Uint32Array(1);
    const [start, end] = [placeIn(lines, span.start), placeIn(lines, span.end)];
    return {
      uri,
      range: {
        start: { line: start.line, character: start.column },
        end: { line: end.line, character: end.column },
      },
    };
  }
}
