import type { ProblemCode } from "../core/article/article.js";
import type { Analysis } from "../core/recognize/analysis.js";
import type { FileSpan } from "../core/text/spans.js";
import type { Locale } from "./locale.js";
import { messagesFor } from "./messages.js";

/** Something wrong with the file itself, as a reader is told of it. */
export interface Diagnostic {
  readonly code: ProblemCode;
  readonly span: FileSpan;
  readonly severity: "information" | "hint";
  readonly message: string;
}

/** Nothing here keeps an article from being read: what is only worth knowing is a hint. */
const hints: ReadonlySet<ProblemCode> = new Set(["empty-file", "not-an-article", "front-matter-missing"]);

export function diagnostics(analysis: Analysis, locale: Locale): Diagnostic[] {
  const { problems } = messagesFor(locale);
  return analysis.article.problems.map(({ code, span }) => ({
    code,
    span,
    severity: hints.has(code) ? "hint" : "information",
    message: problems[code],
  }));
}
