import type { SourceMap } from "../text/source-map.js";
import type { FileSpan, TextSpan } from "../text/spans.js";
import type { Credit } from "./credits.js";

/** `front-matter`: YAML and HTML; `plain`: text scraped from a page; `other`: no policy article. */
export type ArticleForm = "front-matter" | "plain" | "other";

/** A value read from the file, with the place it was read from. */
export interface Field {
  readonly value: string;
  readonly span: FileSpan;
}

export interface ArticleMeta {
  readonly title?: Field;
  /** The headline of the article's first publication (原标题). */
  readonly originalTitle?: Field;
  /** `value` is ISO 8601: a UTC instant where the file gives a zone, else a local date or date and time. */
  readonly date?: Field;
  readonly source?: Field;
  readonly author?: Field;
  readonly editors: readonly Field[];
  readonly reporters: readonly Field[];
  readonly categories: readonly Field[];
  readonly images: readonly Field[];
}

export type RegionKind = "headline" | "body" | "credit" | "boilerplate";

/**
 * A stretch of an article. `text` is its part of the visible text (empty for a style block or a
 * comment, which show nothing), `file` the stretch of the file it was read from.
 */
export interface Region {
  readonly kind: RegionKind;
  readonly text: TextSpan;
  readonly file: FileSpan;
}

export type ProblemCode =
  | "front-matter-missing"
  | "front-matter-unclosed"
  | "front-matter-invalid"
  | "front-matter-missing-title"
  | "front-matter-duplicate-key"
  | "date-unreadable"
  | "empty-file"
  | "not-an-article";

/** Something wrong with the file itself. `detail` is for the log, the message is made where it is shown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly span: FileSpan;
  readonly detail?: string;
}

export interface Article {
  readonly form: ArticleForm;
  readonly meta: ArticleMeta;
  /** What a reader sees: headline, body and furniture, one block a line. */
  readonly text: string;
  readonly map: SourceMap;
  /** In order, without overlap; together they cover the visible text. */
  readonly regions: readonly Region[];
  /** The names and outlets that credits give, in order. */
  readonly credits: readonly Credit[];
  /** The stretch of the file between the two `---` lines, both included, when there is one. */
  readonly frontMatter?: FileSpan;
  readonly problems: readonly Problem[];
}
