import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Connection,
  type Diagnostic,
} from "vscode-languageserver";
import { type FileSpan, fileSpan, overlaps } from "../core/text/spans.js";
import {
  type AnnotateParams,
  type AnnotationAction,
  annotateCommand,
  type CommandTarget,
  changeCommand,
  type MentionRef,
  markCommand,
  noteCommand,
} from "../protocol/annotation.js";
import type { Finding } from "../service/checks/check.js";
import { findingActions } from "../service/checks/finding-actions.js";
import { problemFixes } from "../service/checks/front-matter-fixes.js";
import { codeActions } from "../service/code-actions.js";
import type { CodeActionEffect, PlacedAction, PlacedMention } from "../service/placed-actions.js";
import { type Analysed, diagnosticsAnswer } from "./answers.js";
import { findingDiagnostic } from "./diagnoses.js";
import type { Log } from "./log.js";
import { toOffset, toRange } from "./positions.js";
import type { Ready } from "./ready.js";

/** The kinds of actions that are offered: fixes of what is reported, and the reader's own judgement. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.Refactor];

const commands = { change: changeCommand, mark: markCommand, note: noteCommand } as const;

/** Answers what can be done at a place. What fails is logged and answered with nothing. */
export function answerCodeActions(connection: Connection, ready: () => Promise<Ready | undefined>, log: Log): void {
  connection.onCodeAction(async (params) => {
    const { uri } = params.textDocument;
    try {
      const made = await ready();
      await made?.diagnoses.prepare();
      const found = made?.articles.analysed(uri);
      return made && found
        ? codeActionsAnswer(found, params, made.diagnoses.findings(found), made.articles.settings.problems)
        : [];
    } catch (error) {
      log.error(`codeAction ${uri}`, error);
      return [];
    }
  });
}

/** `findings` are those of the whole article; `problems`: whether problems of the file are reported. */
export function codeActionsAnswer(
  found: Analysed,
  { range, context }: CodeActionParams,
  findings: readonly Finding[],
  problems: boolean,
): CodeAction[] {
  const { document, decided, classes, locale } = found;
  const span = fileSpan(toOffset(document, range.start), toOffset(document, range.end));
  const wanted = (kind: string) =>
    !context.only || context.only.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
  const quickFixes = wanted(CodeActionKind.QuickFix)
    ? [...(problems ? problemActions(found, span) : []), ...doubtActions(found, span, findings)]
    : [];
  const judgements = wanted(CodeActionKind.Refactor)
    ? codeActions(decided, classes, span, locale).map(({ title, effect }) => ({
        title,
        kind: CodeActionKind.Refactor,
        command: commandOf(found, title, effect),
      }))
    : [];
  return [...quickFixes, ...judgements];
}

/** Fixes of the file itself: the only ones that change it. */
function problemActions(found: Analysed, span: FileSpan): CodeAction[] {
  const { document, analysis, locale } = found;
  const told = diagnosticsAnswer(found);
  return analysis.article.problems.flatMap((problem, i) => {
    if (!touches(problem.span, span)) return [];
    const diagnostics = told.slice(i, i + 1);
    return problemFixes(document.getText(), analysis.article, problem, locale).map(({ title, edit }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: { changes: { [document.uri]: [{ range: toRange(document, edit.span), newText: edit.text }] } },
    }));
  });
}

function doubtActions(found: Analysed, span: FileSpan, findings: readonly Finding[]): CodeAction[] {
  return findings.flatMap((finding) => {
    if (!touches(finding.span, span)) return [];
    const diagnostics: Diagnostic[] = [findingDiagnostic(found, finding)];
    return findingActions(finding, found.locale).map(({ title, effect }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: commandOf(found, title, effect),
    }));
  });
}

/** Whether two spans share a character or a border: a place at the edge of what is wrong is at it. */
function touches(a: FileSpan, b: FileSpan): boolean {
  return overlaps(a, b) || a.start === b.end || a.end === b.start;
}

function commandOf(found: Analysed, title: string, effect: CodeActionEffect): Command {
  const { document } = found;
  const { uri } = document;
  if ("does" in effect) {
    const params: AnnotateParams = { uri, action: actionOf(found, effect.does) };
    return { title, command: annotateCommand, arguments: [params] };
  }
  const { asks, span, mention } = effect;
  const target: CommandTarget = {
    uri,
    range: toRange(document, span),
    ...(mention ? { mention: refOf(found, mention) } : {}),
  };
  return { title, command: commands[asks], arguments: [target] };
}

function actionOf(found: Analysed, action: PlacedAction): AnnotationAction {
  const { document } = found;
  switch (action.kind) {
    case "accept":
    case "reject":
      return { ...action, mention: refOf(found, action.mention) };
    case "change": {
      const { span, ...to } = action.to;
      return {
        ...action,
        mention: refOf(found, action.mention),
        to: { ...to, ...(span ? { range: toRange(document, span) } : {}) },
      };
    }
    case "mark": {
      const { span, ...mark } = action;
      return { ...mark, range: toRange(document, span) };
    }
    case "remove":
      return action;
  }
}

function refOf({ document }: Analysed, { span, type }: PlacedMention): MentionRef {
  return { range: toRange(document, span), type };
}
