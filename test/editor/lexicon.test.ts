import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  eventually,
  openArticle,
  paintedTexts,
  pause,
  quiet,
  rangeOf,
  sample,
  tifa,
  until,
  workspaceFolder,
} from "./support.js";

const lexicon = () => vscode.Uri.joinPath(workspaceFolder(), ".tifa/lexicon.yaml");

async function put(text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(lexicon(), new TextEncoder().encode(text));
}

/** Opens the lexicon, once the editor has taken up what is on the disk. */
async function open(): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(lexicon());
  const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(lexicon()));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  // VS Code holds on to the text of an earlier test, and can miss a file that is deleted and made again at once.
  if (document.getText() !== written) await vscode.commands.executeCommand("workbench.action.files.revert");
  await eventually(
    () => document.getText(),
    (text) => assert.equal(text, written),
  );
  return editor;
}

/** What is marked in the lexicon as wrong: the code and the words. */
async function mistakes(): Promise<string[][]> {
  const document = await vscode.workspace.openTextDocument(lexicon());
  return vscode.languages
    .getDiagnostics(lexicon())
    .filter(({ source }) => source === "tifa")
    .map(({ code, range }) => [String(code), document.getText(range)]);
}

async function offered(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

suite("Workspace lexicon", () => {
  teardown(async () => {
    // What a test that failed has left unsaved must not fail the next.
    await vscode.workspace.saveAll();
    await closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), ".tifa"), {
      recursive: true,
      useTrash: false,
    });
  });

  test("is made from a template that is without mistakes, and is no article", async () => {
    await vscode.commands.executeCommand("tifa.openLexicon");
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), lexicon().toString());
    assert.equal(document.languageId, "yaml");
    for (const name of ["officials:", "agencies:", "slogans:", "classes:"])
      assert.ok(document.getText().includes(name));
    const { server } = await tifa();
    await until(() => server.state === "running", "the server");
    const editor = vscode.window.activeTextEditor;
    await editor?.edit((edit) => edit.insert(new vscode.Position(0, 0), "people: []\n"));
    await eventually(mistakes, (found) => assert.deepEqual(found, [["unknown-section", "people"]]));
    await editor?.edit((edit) => edit.delete(document.lineAt(0).rangeIncludingLineBreak));
    await eventually(mistakes, (found) => assert.deepEqual(found, []));
    await document.save();
    // What is there already is opened as it is.
    await put("officials: [沈知行]\n");
    await eventually(
      () => document.getText(),
      (text) => assert.equal(text, "officials: [沈知行]\n"),
    );
    await closeAll();
    await vscode.commands.executeCommand("tifa.openLexicon");
    assert.equal(vscode.window.activeTextEditor?.document.getText(), "officials: [沈知行]\n");
  });

  test("a mistake in it is shown at its place as it is typed, and the rest counts", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    assert.ok(!(await paintedTexts(document, "slogan")).includes("抢抓晴好"));
    await put("officials:\n  - name: 沈知行\n    post: 省长\nslogans:\n  - 抢抓晴好\n");
    await eventually(mistakes, (found) => assert.deepEqual(found, [["unknown-field", "post"]]));
    await eventually(
      () => paintedTexts(document, "slogan"),
      (texts) => assert.ok(texts.includes("抢抓晴好"), texts.join(" ")),
    );
    const editor = await open();
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, "post: 省长"), "posts: [省长]"));
    await eventually(mistakes, (found) => assert.deepEqual(found, []));
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, "slogans"), "slogan"));
    await eventually(mistakes, (found) => assert.deepEqual(found, [["unknown-section", "slogan"]]));
  });

  test("an entry is highlighted in an open article as soon as it is saved, and no longer once it is gone", async () => {
    await put("slogans: []\n");
    const editor = await open();
    const { document } = await openArticle(sample("03-harvest-meeting.txt"), vscode.ViewColumn.Beside);
    const words = "抢抓晴好";
    const isPainted = async () => (await paintedTexts(document, "slogan")).includes(words);
    await until(async () => !(await isPainted()), "the article as it is without the slogan");
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, "[]"), `[${words}]`));
    await pause(quiet);
    assert.equal(await isPainted(), false);
    await editor.document.save();
    await until(isPainted, "the slogan");
    await vscode.workspace.fs.delete(lexicon());
    await until(async () => !(await isPainted()), "the article without the slogan");
  });

  test("it is completed and explained", async () => {
    await put("officials:\n  - name: 沈知行\n    \nagencies:\n  - name: 省数据局\n    type: \n");
    const { document } = await open();
    await eventually(
      () => offered(document, new vscode.Position(2, 4)),
      (labels) => assert.deepEqual(labels, ["aliases", "posts", "common", "country", "note"]),
    );
    assert.ok((await offered(document, new vscode.Position(5, 10))).includes("state-council"));
    assert.deepEqual(await offered(document, document.lineAt(document.lineCount - 1).range.end), [
      "slogans",
      "classes",
    ]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(3, 2),
    );
    const told = hovers.flatMap(({ contents }) => contents).map((one) => (typeof one === "string" ? one : one.value));
    assert.match(told.join("\n"), /Organisations/);
  });

  test("takes what an article mentions, by a command, and shows the entry", async () => {
    const editor = await openArticle(sample("03-harvest-meeting.txt"));
    const { start } = rangeOf(editor.document, "董怀瑾");
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand("tifa.addToLexicon");
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), lexicon().toString());
    assert.match(shown.document.getText(shown.selection), /name: 董怀瑾/);
    assert.equal(shown.document.isDirty, false);
    assert.deepEqual(await mistakes(), []);
  });
});
