import * as assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import type { TifaApi } from "../../src/client/activate.js";
import type { EntityViewNode } from "../../src/client/entity-items.js";
import type { HighlightClass } from "../../src/protocol/protocol.js";

export const extensionId = "tifa.tifa";

export function extension(): vscode.Extension<TifaApi> {
  const found = vscode.extensions.getExtension<TifaApi>(extensionId);
  assert.ok(found, `${extensionId} is not installed`);
  return found;
}

export async function tifa(): Promise<TifaApi> {
  return extension().activate();
}

/** The folder that the tests run in, a copy of the samples. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return folder.uri;
}

export function sample(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}

/** Opens a file and waits until it is an article whose highlights are painted. */
export async function openArticle(uri: vscode.Uri, column?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  await painted(document);
  return editor;
}

/** Waits until a document is an article and what is painted is of its present version. */
export async function painted(document: vscode.TextDocument): Promise<void> {
  const { highlights } = await tifa();
  await until(
    () => document.languageId === "policy-article" && highlights.version(document.uri) === document.version,
    `the highlights of ${document.uri.path}`,
  );
}

/** Waits until a condition holds; `what` is what is missed when it does not. */
export async function until(holds: () => unknown, what: string, limit = 15_000): Promise<void> {
  for (const end = Date.now() + limit; !(await holds()); ) {
    if (Date.now() > end) assert.fail(`${what} did not come within ${limit / 1000} s`);
    await pause(25);
  }
}

/** Waits until a value satisfies the assertions that are made of it, and reports the last that failed. */
export async function eventually<T>(
  value: () => T | Promise<T>,
  check: (value: T) => void,
  limit = 10_000,
): Promise<void> {
  for (const end = Date.now() + limit; ; await pause(25)) {
    const now = await value();
    try {
      check(now);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Long enough for what must not happen to have happened. */
export const quiet = 600;

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The words that are painted as one class, in order of place. */
export async function paintedTexts(document: vscode.TextDocument, name: HighlightClass): Promise<string[]> {
  const { highlights } = await tifa();
  return highlights.ranges(document.uri)[name].map((range) => document.getText(range));
}

/** The place of a text's occurrence, from 0. */
export function rangeOf(document: vscode.TextDocument, text: string, occurrence = 0): vscode.Range {
  let at = -1;
  for (let i = 0; i <= occurrence; i++) {
    at = document.getText().indexOf(text, at + 1);
    assert.ok(at >= 0, `${document.uri.path} has no “${text}” number ${i}`);
  }
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

export async function configure(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("tifa").update(name, value, vscode.ConfigurationTarget.Global);
}

/** Shows the entities view and waits until it shows this document. */
export async function showEntities(document: vscode.TextDocument) {
  await vscode.commands.executeCommand("tifa.entities.focus");
  const { view } = await tifa();
  await eventually(
    () => view.shown(),
    (shown) => {
      assert.equal(shown.visible, true);
      assert.equal(shown.uri, document.uri.toString());
      assert.equal(shown.version, document.version);
    },
  );
  return view.shown();
}

export function labelOf(item: vscode.TreeItem): string {
  return typeof item.label === "string" ? item.label : (item.label?.label ?? "");
}

export type NodeOf<K extends EntityViewNode["kind"]> = Extract<EntityViewNode, { kind: K }>;

export function entitiesOf(roots: readonly EntityViewNode[], type: string): NodeOf<"entity">[] {
  const root = roots.find((node) => node.kind === "class" && node.group.type === type);
  return root?.kind === "class" ? root.children.filter((node): node is NodeOf<"entity"> => node.kind === "entity") : [];
}

export function entityNamed(roots: readonly EntityViewNode[], type: string, name: string): NodeOf<"entity"> {
  const found = entitiesOf(roots, type).find((node) => node.entity.name === name);
  assert.ok(found, `the view lists no ${type} named ${name}`);
  return found;
}

/** Real articles that are not part of the project: beside the repository, or where TIFA_SHARED says. */
export function seedsFolder(): string | undefined {
  const shared = process.env.TIFA_SHARED ?? join(__dirname, "../../../../shared");
  const folder = join(shared, "seeds");
  return existsSync(folder) ? folder : undefined;
}

/** The names of the real articles in their folder, in order; none where there is no folder. */
export function seedNames(folder: string | undefined): string[] {
  return folder
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .sort()
    : [];
}
