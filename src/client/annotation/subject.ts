import { l10n, type TextDocument, window, workspace } from "vscode";
import type { CommandTarget, MentionRef, MentionState, OwnClassInfo } from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import { isPolicyArticle } from "../language.js";
import { comparePositions, sameRange } from "../positions.js";
import { toEditorRange, toRange } from "../ranges.js";
import type { Annotations } from "./annotations.js";
import { choose } from "./choose.js";
import { typeIcon, typeName } from "./mark-types.js";
import { mentionsMeant } from "./mentions-meant.js";

/** What a command is about: words of an open article, or one mention of it. */
export interface Subject {
  readonly document: TextDocument;
  readonly uri: string;
  /** Empty where there is but a cursor. */
  readonly range: Range;
  readonly mention?: MentionRef;
}

/** What a command was called for: a target that it was given, else the selection of the active editor. */
export function subjectOf(target: unknown): Subject | undefined {
  const editor = window.activeTextEditor;
  if (!isTarget(target)) {
    if (!editor || !isPolicyArticle(editor.document)) return undefined;
    return { document: editor.document, uri: editor.document.uri.toString(), range: toRange(editor.selection) };
  }
  const { uri, mention } = target;
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri);
  const selected = editor && editor.document === document ? toRange(editor.selection) : undefined;
  const range = target.range ?? mention?.range ?? selected;
  return document && isPolicyArticle(document) && range
    ? { document, uri, range, ...(mention ? { mention } : {}) }
    : undefined;
}

/** A menu of the editor calls its commands with the address of the document, which is no target. */
function isTarget(value: unknown): value is CommandTarget {
  return typeof value === "object" && value !== null && "uri" in value && typeof value.uri === "string";
}

export function wordsOf({ document, range }: Pick<Subject, "document" | "range">): string {
  return document.getText(toEditorRange(range));
}

export function isCursor({ range }: Subject): boolean {
  return comparePositions(range.start, range.end) === 0;
}

/**
 * The mention that a command is about; of several at one place the reader chooses. Undefined when there is
 * none, which is then said, or none is chosen. Rejected ones count where nothing else stands, or `all` counts.
 */
export async function mentionOf(
  annotations: Annotations,
  subject: Subject,
  all = false,
): Promise<MentionState | undefined> {
  const meant = await mentionsOf(annotations, subject);
  const standing = meant.filter(({ status }) => status !== "rejected");
  const found = all || standing.length === 0 ? meant : standing;
  if (found.length === 0) {
    const message = isCursor(subject)
      ? l10n.t("There is no mention under the cursor.")
      : l10n.t("The selected words are no mention: put the cursor on one, or mark the selection.");
    annotations.tell({ done: false, message });
    return undefined;
  }
  return found.length === 1 ? found[0] : chooseMention(found, await annotations.ownClasses());
}

/** The mentions that a subject means, rejected ones last. */
export async function mentionsOf(annotations: Annotations, subject: Subject): Promise<readonly MentionState[]> {
  const { uri, range, mention } = subject;
  const touching = await annotations.mentionsAt(uri, mention?.range ?? range);
  if (!mention) return mentionsMeant(touching, range);
  return touching.filter((one) => one.type === mention.type && sameRange(one.range, mention.range));
}

export function chooseMention(
  mentions: readonly MentionState[],
  own: readonly OwnClassInfo[],
): Promise<MentionState | undefined> {
  return choose(
    l10n.t("Which mention?"),
    mentions.map((value) => ({
      value,
      label: value.text,
      description:
        value.status === "rejected" ? l10n.t("rejected: {0}", typeName(value.type, own)) : typeName(value.type, own),
      iconPath: typeIcon(value.type, own),
    })),
  );
}
