import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { highlightClasses } from "../../src/client/settings.js";
import {
  closeAll,
  entityNamed,
  eventually,
  openArticle,
  painted,
  paintedTexts,
  sample,
  showEntities,
  tifa,
  until,
} from "./support.js";

async function copyTo(name: string): Promise<vscode.Uri> {
  const uri = sample(name);
  await vscode.workspace.fs.copy(sample("03-harvest-meeting.txt"), uri, { overwrite: true });
  return uri;
}

async function nothingIsLeft(uri: vscode.Uri): Promise<void> {
  const { highlights, view } = await tifa();
  await eventually(
    async () => ({ version: highlights.version(uri), ranges: highlights.ranges(uri), shown: await view.shown() }),
    ({ version, ranges, shown }) => {
      assert.equal(version, undefined);
      for (const name of highlightClasses) assert.deepEqual(ranges[name], []);
      assert.notEqual(shown.uri, uri.toString());
      for (const root of shown.roots) assert.notEqual(root.uri, uri.toString());
    },
  );
}

suite("Life of an article", () => {
  teardown(closeAll);

  test("closing it leaves nothing behind", async () => {
    const { document } = await openArticle(await copyTo("closed.txt"));
    await showEntities(document);
    await closeAll();
    // VS Code closes a document some time after its last editor.
    const { view } = await tifa();
    await eventually(
      () => view.shown(),
      ({ uri, roots }) => {
        assert.equal(uri, undefined);
        assert.deepEqual(roots, []);
      },
    );
  });

  test("changing its language takes highlights and tree away", async () => {
    const { document } = await openArticle(await copyTo("changed.txt"));
    await showEntities(document);
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await nothingIsLeft(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, "policy-article");
    await painted(document);
    await showEntities(document);
  });

  test("renaming it moves everything to the new name", async () => {
    const uri = await copyTo("before.txt");
    const { document } = await openArticle(uri);
    await showEntities(document);
    const target = sample("after.txt");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, target, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      () => vscode.window.activeTextEditor?.document.uri.toString() === target.toString(),
      "the renamed file",
    );
    const renamed = vscode.window.activeTextEditor?.document;
    assert.ok(renamed);
    await painted(renamed);
    await nothingIsLeft(uri);
    const { roots } = await showEntities(renamed);
    entityNamed(roots, "official", "陆启明");
    assert.ok((await paintedTexts(renamed, "official")).includes("陆启明"));
  });

  test("renaming its folder moves everything along", async () => {
    const folder = sample("folder-before");
    await vscode.workspace.fs.createDirectory(folder);
    const uri = await copyTo("folder-before/article.txt");
    await openArticle(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(folder, sample("folder-after"), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    const target = sample("folder-after/article.txt");
    await until(
      () => vscode.window.activeTextEditor?.document.uri.toString() === target.toString(),
      "the renamed file",
    );
    const renamed = vscode.window.activeTextEditor?.document;
    assert.ok(renamed);
    await painted(renamed);
    await nothingIsLeft(uri);
    await showEntities(renamed);
  });

  test("deleting it leaves nothing behind", async () => {
    const uri = await copyTo("deleted.txt");
    const { document } = await openArticle(uri);
    await showEntities(document);
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() => document.isClosed, "the end of the document");
    await nothingIsLeft(uri);
  });

  test("an article that is saved under another name is read there", async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: "policy-article", content: "" });
    const editor = await vscode.window.showTextDocument(untitled);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample("03-harvest-meeting.txt")));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    await painted(untitled);
    assert.ok((await paintedTexts(untitled, "official")).includes("陆启明"));
  });

  test("a broken file is shown as it is and harms nothing", async () => {
    const uri = sample("broken.policy");
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode("---\ntitle: '不闭合\n<div><p>省长<b>纪文渊\uFFFD<!-- "),
    );
    await openArticle(uri);
    const { server } = await tifa();
    assert.equal(server.state, "running");
    const empty = sample("empty.policy");
    await vscode.workspace.fs.writeFile(empty, new Uint8Array());
    const { document } = await openArticle(empty);
    const { message } = await showEntities(document);
    assert.match(String(message), /mentions nobody/);
  });
});
