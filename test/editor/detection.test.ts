import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, configure, painted, paintedTexts, pause, quiet, sample, tifa, until } from "./support.js";

async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sample(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

async function openByHand(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  await until(() => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(), uri.path);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}

async function staysPlain(document: vscode.TextDocument, language: string): Promise<void> {
  await (await tifa()).detection.settled();
  await pause(quiet);
  assert.equal(document.languageId, language, document.uri.path);
}

async function copyOf(name: string, copy: string): Promise<vscode.Uri> {
  const target = sample(copy);
  await vscode.workspace.fs.copy(sample(name), target, { overwrite: true });
  return target;
}

suite("Detection", () => {
  teardown(closeAll);

  for (const name of [
    "01-energy-talks.txt",
    "02-factory-visit.html",
    "03-harvest-meeting.txt",
    "06-green-finance.md",
  ]) {
    test(`claims ${name} by its content`, async () => {
      const document = await open(name);
      await painted(document);
    });
  }

  test("knows a .policy file by its name", async () => {
    const document = await vscode.workspace.openTextDocument(sample("04-flood-drill.policy"));
    assert.equal(document.languageId, "policy-article");
  });

  test("claims a GB18030 file once it is read as what it is", async () => {
    const uri = sample("05-charging-network.gb18030.txt");
    const garbled = await vscode.workspace.openTextDocument(uri);
    await staysPlain(garbled, "plaintext");
    const document = await vscode.workspace.openTextDocument(uri, { encoding: "gb18030" });
    await vscode.window.showTextDocument(document);
    await painted(document);
    assert.ok((await paintedTexts(document, "official")).includes("纪文渊"));
  });

  test("leaves a note alone", async () => {
    await staysPlain(await open("notes/reading-notes.md"), "markdown");
  });

  test("leaves source code in a text file alone", async () => {
    await staysPlain(await open("notes/tokenise-script.txt"), "plaintext");
  });

  test("leaves other languages alone, whatever they hold", async () => {
    const uri = await copyOf("03-harvest-meeting.txt", "copied.json");
    await staysPlain(await vscode.workspace.openTextDocument(uri), "json");
  });

  test("claims a file that becomes an article when it is saved", async () => {
    const uri = sample("draft.txt");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode("草稿\n"));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await staysPlain(document, "plaintext");
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sample("03-harvest-meeting.txt")));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await painted(document);
  });

  test("does not fight a reader who changes the language back", async () => {
    const uri = await copyOf("03-harvest-meeting.txt", "mine.txt");
    // A document that an extension has opened outlives its editors, one that its reader has opened does not.
    const document = await openByHand(uri);
    await painted(document);
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await staysPlain(document, "plaintext");
    await document.save();
    await staysPlain(document, "plaintext");
    await closeAll();
    await until(() => document.isClosed, "the end of the document");
    const again = await openByHand(uri);
    await staysPlain(again, "plaintext");
    await vscode.commands.executeCommand("tifa.openAsArticle");
    await painted(again);
    await closeAll();
    await until(() => again.isClosed, "the end of the document");
    await painted(await openByHand(uri));
  });

  test("can be turned off and on", async () => {
    const uri = await copyOf("03-harvest-meeting.txt", "undetected.txt");
    await configure("detectArticles", false);
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await staysPlain(document, "plaintext");
      await configure("detectArticles", undefined);
      await painted(document);
    } finally {
      await configure("detectArticles", undefined);
    }
  });

  test("makes any file an article by command", async () => {
    const document = await open("notes/reading-notes.md");
    await vscode.commands.executeCommand("tifa.openAsArticle");
    await painted(document);
    await vscode.languages.setTextDocumentLanguage(document, "markdown");
    await staysPlain(document, "markdown");
  });
});
