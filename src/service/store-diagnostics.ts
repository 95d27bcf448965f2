import { storeProblemText } from "../core/annotation/problem-texts.js";
import type { StoreProblem, StoreProblemCode } from "../core/annotation/store-format.js";
import type { Locale } from "./locale.js";

/** Something wrong with a line of an annotation file. */
export interface StoreDiagnostic {
  readonly code: StoreProblemCode;
  /** From 0. */
  readonly line: number;
  /** Of the line, in UTF-16 code units. */
  readonly length: number;
  readonly severity: "warning" | "information";
  readonly message: string;
}

/** What is not in use until somebody corrects it is a warning. */
const warnings: ReadonlySet<StoreProblemCode> = new Set(["broken-line", "merge-conflict"]);

export function storeDiagnostics(problems: readonly StoreProblem[], locale: Locale): StoreDiagnostic[] {
  return problems.map((problem) => ({
    code: problem.code,
    line: problem.line,
    length: problem.span.end - problem.span.start,
    severity: warnings.has(problem.code) ? "warning" : "information",
    message: storeProblemText(problem, locale),
  }));
}
