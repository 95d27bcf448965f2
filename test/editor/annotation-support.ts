import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { toRange } from "../../src/client/ranges.js";
import type { AnnotateResult, MentionState } from "../../src/protocol/annotation.js";
import { closeAll, pause, rangeOf, sample, tifa } from "./support.js";

const copies = new Set<string>();

/** A copy of a sample, for what is edited or must not meet other tests' decisions, until `cleanUp`. */
export async function copyOf(name: string, target: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.copy(sample(name), sample(target), { overwrite: true });
  copies.add(target);
  return sample(target);
}

/** Takes back all that was annotated in this window, closes all editors and removes the copies of samples. */
export async function cleanUp(): Promise<void> {
  await undoAll();
  // What is not saved would ask; a document without a file is dropped by closing it.
  for (const { isDirty, isUntitled, save } of vscode.workspace.textDocuments) if (isDirty && !isUntitled) await save();
  await closeAll();
  for (const target of copies) await vscode.workspace.fs.delete(sample(target));
  copies.clear();
}

export function select(editor: vscode.TextEditor, words: string, occurrence = 0): void {
  const { start, end } = rangeOf(editor.document, words, occurrence);
  editor.selection = new vscode.Selection(start, end);
}

/** Puts the cursor behind the first character of words. */
export function putCursor(editor: vscode.TextEditor, words: string, occurrence = 0): void {
  const place = rangeOf(editor.document, words, occurrence).start.translate(0, 1);
  editor.selection = new vscode.Selection(place, place);
}

/** The mentions of exactly these words at an occurrence of them, as their class and status. */
export async function statesOf(document: vscode.TextDocument, words: string, occurrence = 0): Promise<string[]> {
  return (await mentionsOf(document, words, occurrence)).map(({ type, status }) => `${type} ${status}`);
}

export async function mentionsOf(
  document: vscode.TextDocument,
  words: string,
  occurrence = 0,
): Promise<readonly MentionState[]> {
  const { annotations } = await tifa();
  const touching = await annotations.mentionsAt(document.uri.toString(), toRange(rangeOf(document, words, occurrence)));
  return touching.filter(({ text }) => text === words);
}

export async function suggestionsOf(document: vscode.TextDocument): Promise<readonly MentionState[]> {
  return (await tifa()).annotations.suggestions(document.uri.toString());
}

/** Runs a command and chooses in each pick that it shows the line of a number, from 0. */
export async function runChoosing(command: string, ...lines: readonly number[]): Promise<void> {
  const done = vscode.commands.executeCommand(command);
  for (const line of lines) {
    await pause(500);
    for (let i = 0; i < line; i++) await vscode.commands.executeCommand("workbench.action.quickOpenSelectNext");
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  }
  await done;
}

/** What the reader was told last. */
export async function told(): Promise<AnnotateResult> {
  const { last } = (await tifa()).annotations;
  assert.ok(last, "nothing was told");
  return last;
}

/** Takes back all that was annotated in this window. */
export async function undoAll(): Promise<void> {
  const { annotations } = await tifa();
  while (await annotations.undo(false));
}
