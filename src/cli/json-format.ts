import { type DecidedAnalysis, mentionKey, readerRule } from "../core/annotation/decided.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { hull } from "../core/text/spans.js";
import { diagnostics } from "../service/diagnostics.js";
import type { Locale } from "../service/locale.js";

/** One mention of a JSON line: `start` and `end` are UTF-16 offsets of the decoded file, half-open. */
export interface JsonMention {
  readonly type: string;
  /** What a reader sees, which markup may cut apart in the file. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly role?: string;
  readonly rule: string;
  readonly candidate?: true;
  /** There where a reader has settled the mention. */
  readonly status?: "accepted";
}

export interface JsonArticle {
  readonly path: string;
  readonly form: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly mentions: readonly JsonMention[];
  readonly problems: readonly {
    readonly code: string;
    readonly start: number;
    readonly end: number;
    readonly message: string;
  }[];
}

/** One article as a line of JSON. */
export function formatJson(
  path: string,
  analysis: Analysis,
  options: { readonly candidates: boolean; readonly locale: Locale; readonly decided?: DecidedAnalysis },
): string {
  const { article } = analysis;
  const { decided } = options;
  const own = (decided?.own ?? []).map((mark) => ({ ...mark, evidence: { rule: readerRule }, candidate: false }));
  const record: JsonArticle = {
    path,
    form: article.form,
    title: article.meta.title?.value ?? null,
    date: article.meta.date?.value ?? null,
    mentions: [...analysis.mentions, ...own]
      .filter((mention) => options.candidates || !mention.candidate)
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ type, text, span, parts, entityId, role, evidence, candidate }) => {
        const { start, end } = hull(parts);
        return {
          type,
          text,
          start,
          end,
          entity: entityId,
          ...(role ? { role } : {}),
          rule: evidence.rule,
          ...(candidate ? { candidate: true as const } : {}),
          ...(decided?.decidedBy.has(mentionKey({ type, span })) ? { status: "accepted" as const } : {}),
        };
      }),
    problems: diagnostics(analysis, options.locale).map(({ code, span, message }) => ({
      code,
      start: span.start,
      end: span.end,
      message,
    })),
  };
  return `${JSON.stringify(record)}\n`;
}
