/** A generated article: its path in the folder, its text, and what was put into it. */
export interface GeneratedArticle {
  readonly path: string;
  readonly content: string;
  readonly day: string;
  readonly form: "front-matter" | "plain";
  readonly people: readonly { readonly name: string; readonly role: string }[];
  readonly meetings: readonly { readonly hosts: readonly string[]; readonly guest: string; readonly day: string }[];
}

export interface CorpusOptions {
  readonly count: number;
  /** The same seed gives the same folder. */
  readonly seed?: number;
  /** The months that the articles are spread over; 36 by default. */
  readonly months?: number;
}

/** The articles in no order of date, one at a time. */
export function generateCorpus(options: CorpusOptions): Generator<GeneratedArticle>;
