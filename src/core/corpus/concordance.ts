import type { FileSpan } from "../text/spans.js";
import { type ArticleRecord, rowsOf, wordingOf } from "./article-record.js";
import { compareText } from "./corpus-index.js";
import type { CorpusEntity } from "./entities.js";
import { whole } from "./sentences.js";

/** A line of a concordance (KWIC): a mention with what stands to its left and right in its paragraph. */
export interface KwicLine {
  readonly uri: string;
  readonly title: string;
  readonly day?: string;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** The mention's stretch of the file. */
  readonly span: FileSpan;
}

export interface ConcordanceOptions {
  /** The width of each side in UTF-16 code units; 20 by default. */
  readonly width?: number;
  /** `date`: latest first; `left` and `right`: by the words next to the mention. */
  readonly order?: "date" | "left" | "right";
  /** How many lines to pass over and to give; all by default. */
  readonly offset?: number;
  readonly limit?: number;
}

/** The mentions of an entity with their contexts. */
export function concordance(entity: CorpusEntity, options: ConcordanceOptions = {}): KwicLine[] {
  const { width = 20, order = "date", offset = 0, limit = Infinity } = options;
  if (order === "date") return latestFirst(entity, width, offset, limit);
  const lines = latestFirst(entity, width, 0, Infinity);
  const key =
    order === "right" ? (line: KwicLine) => line.right : (line: KwicLine) => [...line.left].reverse().join("");
  return lines.sort((a, b) => compareText(key(a), key(b))).slice(offset, offset + limit);
}

/** Stops as soon as it has the lines asked for: a common formulation has many thousands. */
function latestFirst(entity: CorpusEntity, width: number, offset: number, limit: number): KwicLine[] {
  const lines: KwicLine[] = [];
  let passed = 0;
  for (let i = entity.articles.length - 1; i >= 0 && lines.length < limit; i--) {
    const article = entity.articles[i] as ArticleRecord;
    for (const row of rowsOf(article, entity.mentionId)) {
      if (passed++ < offset) continue;
      if (lines.length >= limit) break;
      lines.push(kwicLine(article, row, width));
    }
  }
  return lines;
}

/** The line of one mention. */
export function kwicLine(article: ArticleRecord, row: number, width: number): KwicLine {
  const { start, end } = article.mentions.span(row);
  const before = article.text.slice(Math.max(0, start - width), start);
  const after = article.text.slice(end, end + width);
  return {
    uri: article.uri,
    title: article.title,
    ...(article.day ? { day: article.day } : {}),
    left: whole(before.slice(before.search(/[^\r\n]*$/))).trimStart(),
    keyword: wordingOf(article, row),
    right: whole(after.split(/[\r\n]/, 1)[0] ?? "").trimEnd(),
    span: article.mentions.file(row),
  };
}
