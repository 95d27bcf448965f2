import type { Article } from "../article/article.js";
import type { Entity } from "./entity.js";
import type { Mention } from "./mention.js";

/** Everything known of one version of one file. */
export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly lexiconVersion: string;
  readonly article: Article;
  /** In order of place; no two overlap. */
  readonly mentions: readonly Mention[];
  /** The entities of the mentions, by id. */
  readonly entities: ReadonlyMap<string, Entity>;
}
