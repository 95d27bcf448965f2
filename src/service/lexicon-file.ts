import type { EditRefused } from "../core/annotation/lexicon-edit.js";
import { lexiconPath } from "../core/annotation/paths.js";
import { lexiconProblemText } from "../core/annotation/problem-texts.js";
import type { LexiconProblem, LexiconProblemCode } from "../core/annotation/yaml-fields.js";
import type { FileSpan } from "../core/text/spans.js";
import type { Locale } from "./locale.js";

/** A mistake in a workspace's lexicon, as its writer is told of it. */
export interface LexiconDiagnostic {
  readonly code: LexiconProblemCode;
  readonly span: FileSpan;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export function lexiconDiagnostics(problems: readonly LexiconProblem[], locale: Locale): LexiconDiagnostic[] {
  return problems.map((problem) => ({
    code: problem.code,
    span: problem.span,
    severity: problem.code === "invalid-yaml" ? "error" : "warning",
    message: lexiconProblemText(problem, locale),
  }));
}

/** Why nothing was added to a lexicon, and what to do. */
export interface LexiconRefusals {
  readonly noFolder: string;
  readonly noEntity: string;
  readonly unreadable: (reason: string) => string;
  readonly edit: (refused: EditRefused, source: string) => string;
}

const refusals: Readonly<Record<Locale, LexiconRefusals>> = {
  en: {
    noFolder:
      "This article is in no open folder of this computer's disk, so that there is no lexicon to add to; open its folder first.",
    noEntity: "Only officials, agencies and slogans can be added to the lexicon; put the cursor on one of them.",
    unreadable: (reason) => `${lexiconPath} cannot be read, so nothing was added: ${reason}`,
    edit: ({ refused, at }, source) =>
      refused === "broken"
        ? `Line ${lineOf(source, at)} of ${lexiconPath} is not valid YAML, so nothing was added; correct it, then try again.`
        : `${lexiconPath} is written in a form that cannot be added to; add the entry by hand.`,
  },
  zh: {
    noFolder: "此文章不在已打开的本地文件夹中，没有可添加的词库；请先打开其所在文件夹。",
    noEntity: "只能将人物、机构或提法加入词库；请将光标置于其上。",
    unreadable: (reason) => `无法读取 ${lexiconPath}，未添加任何内容：${reason}`,
    edit: ({ refused, at }, source) =>
      refused === "broken"
        ? `${lexiconPath} 第 ${lineOf(source, at)} 行不是有效的 YAML，未添加任何内容；请改正后重试。`
        : `${lexiconPath} 的写法无法自动添加；请手动添加该条目。`,
  },
};

export function lexiconRefusals(locale: Locale): LexiconRefusals {
  return refusals[locale];
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}
