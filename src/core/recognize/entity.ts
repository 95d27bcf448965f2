import type { MentionType } from "./mention.js";

/** A post as an article words it. `organ` is the full name of the organisation where it is known. */
export interface Post {
  readonly title: string;
  readonly organ?: string;
  /** 原, 时任, 代 … where the article qualifies the post. */
  readonly qualifier?: string;
}

export interface Entity {
  /** Stable across articles: `agency:国家市场监督管理总局`, `official:景俊海`, `slogan:高质量发展`. */
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  /** The forms other than `name` under which the article mentions the entity. */
  readonly aliases: readonly string[];
  readonly posts: readonly Post[];
  /** Where the entity is known from: the lexicon, or this article's own words. */
  readonly known: "lexicon" | "article";
}
