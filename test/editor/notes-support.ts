import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import type { NoteComment } from "../../src/client/notes/note-comment.js";
import type { NoteViewNode } from "../../src/client/notes/note-items.js";
import type { NoteThread } from "../../src/client/notes/note-thread.js";
import type { AnnotationList, NoteThreadInfo } from "../../src/protocol/annotation.js";
import { eventually, labelOf, painted, rangeOf, tifa, until, workspaceFolder } from "./support.js";

export const articleText = `澜江省部署秋季汛期防御工作
2023-09-12 08:30:00 来源：澜江日报

　　9月11日，澜江省委书记陆启明在宁川市检查防汛工作，强调要守住“一江两翼”的安全底线。

　　省长纪文渊主持会议。宁川市市长贺青岚汇报，将落实“一江两翼”布局，推动高质量发展。

　　（记者 唐闻笛）

责任编辑：穆清和
`;

export function place(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}

/** Takes away every annotation of the workspace, and waits until the server knows. */
export async function forgetAnnotations(): Promise<void> {
  await remove(place(".tifa"));
  const { server } = await tifa();
  await eventually(
    () => server.request<AnnotationList>("tifa/annotationList", {}),
    (list) => assert.deepEqual(list, { tags: [], relationTypes: [], articles: [] }),
  );
}

// Each suite is a bundle of its own: counting alone would give two of them the same addresses.
const suite = Math.random().toString(36).slice(2, 8);
let articles = 0;

/** An address that no other test has used: VS Code keeps the text of a file for a while after its editor is closed. */
export function freshAddress(): vscode.Uri {
  return place(`notes/flood-season-${suite}-${++articles}.txt`);
}

/** Writes an article and opens it. */
export async function newArticle(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await write(uri, articleText);
  return open(uri);
}

/** Opens an article as its reader does; an extension would hold on to its text beyond the end of its editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  const shown = () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  await until(shown, `the editor of ${uri.path}`);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  await painted(editor.document);
  return editor;
}

export function select(editor: vscode.TextEditor, words: string, occurrence = 0): void {
  const { start, end } = rangeOf(editor.document, words, occurrence);
  editor.selection = new vscode.Selection(start, end);
}

/** Selects words and writes a note on them, as the comments interface does. */
export async function addNote(editor: vscode.TextEditor, words: string, text: string, occurrence = 0): Promise<void> {
  const { noteComments } = await tifa();
  select(editor, words, occurrence);
  await vscode.commands.executeCommand("tifa.addNote");
  await save(draftIn(noteComments.unsaved(editor.document).at(-1)), text);
  const isNew = (one: NoteThread) => one.comments.some(({ body }) => body === text);
  await until(() => noteComments.threads(editor.document).some(isNew), `the note on ${words}`);
}

export function draftIn(thread: NoteThread | undefined): NoteComment {
  const draft = thread?.comments.find(({ note }) => !note);
  assert.ok(draft, "no note was opened to be written");
  assert.equal(draft.mode, vscode.CommentMode.Editing);
  return draft;
}

/** Types into an input of the comments interface and saves, as VS Code does. */
export async function save(comment: NoteComment, text: string): Promise<void> {
  comment.body = text;
  await vscode.commands.executeCommand("tifa.saveNote", comment);
}

/** The threads of an article with the words that they stand on. */
export async function threadsOf(document: vscode.TextDocument): Promise<{ words: string; texts: string[] }[]> {
  const { noteComments } = await tifa();
  return noteComments.threads(document).map(({ shown, comments }) => ({
    words: shown.range ? document.getText(shown.range) : "",
    texts: comments.map(({ body }) => body),
  }));
}

export async function onlyThread(document: vscode.TextDocument): Promise<NoteThread> {
  const { noteComments } = await tifa();
  const [thread, ...others] = noteComments.threads(document);
  assert.ok(thread && others.length === 0, `${others.length + (thread ? 1 : 0)} threads in place of one`);
  return thread;
}

/** What the server itself says of an article's notes. */
export async function notesOf(document: vscode.TextDocument): Promise<readonly NoteThreadInfo[]> {
  const { server } = await tifa();
  return (await server.request<NoteThreadInfo[]>("tifa/notes", { uri: document.uri.toString() })) ?? [];
}

/** The labels of the notes view, indented by their depth, with their descriptions. */
export async function listed(): Promise<string[]> {
  const { notesView } = await tifa();
  const lines = (nodes: readonly NoteViewNode[], indent: string): string[] =>
    nodes.flatMap((node) => {
      const item = notesView.getTreeItem(node);
      const line = `${indent}${labelOf(item)} | ${item.description ?? ""}`;
      return [line, ...lines(notesView.getChildren(node), `${indent}  `)];
    });
  return lines((await notesView.shown()).roots, "");
}

/** Shows the notes view and waits until it lists this. */
export async function shows(expected: readonly (string | RegExp)[]): Promise<void> {
  await vscode.commands.executeCommand("tifa.notes.focus");
  await eventually(
    listed,
    (lines) => {
      assert.equal(lines.length, expected.length, lines.join("\n"));
      expected.forEach((line, i) => {
        if (typeof line === "string") assert.equal(lines[i], line);
        else assert.match(lines[i] ?? "", line);
      });
    },
    15_000,
  );
}

/** The first node of the notes view, at any depth, of a kind. */
export async function nodeOf<K extends NoteViewNode["kind"]>(kind: K): Promise<Extract<NoteViewNode, { kind: K }>> {
  const { notesView } = await tifa();
  const find = (nodes: readonly NoteViewNode[]): NoteViewNode | undefined => {
    for (const node of nodes) {
      const found = node.kind === kind ? node : find(notesView.getChildren(node));
      if (found) return found;
    }
    return undefined;
  };
  const found = find((await notesView.shown()).roots);
  assert.ok(found, `the view lists no ${kind}`);
  return found as Extract<NoteViewNode, { kind: K }>;
}

/** Runs a command that asks with a quick pick and answers it: `steps` lines down from the first, up if negative. */
export async function answering(steps: number, id: string, ...args: unknown[]): Promise<void> {
  const done = vscode.commands.executeCommand(id, ...args);
  await choose(steps);
  await done;
}

export async function choose(steps: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
  const move = steps < 0 ? "workbench.action.quickOpenSelectPrevious" : "workbench.action.quickOpenSelectNext";
  for (let i = 0; i < Math.abs(steps); i++) await vscode.commands.executeCommand(move);
  await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
}
