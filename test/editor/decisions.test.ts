import * as assert from "node:assert/strict";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import * as vscode from "vscode";
import { declareClass } from "../../src/client/annotation/new-class.js";
import { toRange } from "../../src/client/ranges.js";
import type { AnnotateParams, CommandTarget, Scope } from "../../src/protocol/annotation.js";
import {
  cleanUp,
  copyOf,
  mentionsOf,
  putCursor,
  runChoosing,
  select,
  statesOf,
  suggestionsOf,
  told,
  undoAll,
} from "./annotation-support.js";
import {
  eventually,
  labelOf,
  openArticle,
  painted,
  paintedTexts,
  rangeOf,
  sample,
  showEntities,
  tifa,
} from "./support.js";

const drill = "04-flood-drill.policy";
const run = (command: string, target?: CommandTarget) => vscode.commands.executeCommand(command, target);

suite("Decisions", () => {
  teardown(cleanUp);

  test("accept the mention at the cursor, and no other of the same words", async () => {
    const editor = await openArticle(sample(drill));
    putCursor(editor, "邢望舒");
    await run("tifa.acceptMention");
    assert.deepEqual(await statesOf(editor.document, "邢望舒"), ["official accepted"]);
    assert.deepEqual(await statesOf(editor.document, "邢望舒", 1), ["official suggested"]);
    assert.equal((await told()).done, true);
    assert.match((await told()).message, /邢望舒/);
  });

  test("reject a mention, which stays rejected after edits, and can be taken back", async () => {
    const editor = await openArticle(await copyOf(drill, "edited-decisions.policy"));
    const { document } = editor;
    const before = await count(document, "邢望舒");
    select(editor, "邢望舒", 1);
    await run("tifa.rejectMention");
    await eventually(
      () => count(document, "邢望舒"),
      (now) => assert.equal(now, before - 1),
    );
    await editor.edit((edit) => {
      edit.insert(rangeOf(document, "6月24日").start, "记者获悉,");
      edit.insert(rangeOf(document, "责任编辑").start, "市委书记邢望舒表示肯定。\n\n");
    });
    await painted(document);
    assert.deepEqual(await statesOf(document, "邢望舒", 1), ["official rejected"]);
    assert.equal(await count(document, "邢望舒"), before);
    putCursor(editor, "邢望舒", 1);
    await run("tifa.acceptMention");
    assert.deepEqual(await statesOf(document, "邢望舒", 1), ["official accepted"]);
  });

  test("reject the same words in the whole article", async () => {
    const editor = await openArticle(sample(drill));
    putCursor(editor, "贺青岚");
    await run("tifa.rejectInArticle");
    await eventually(
      () => count(editor.document, "贺青岚"),
      (now) => assert.equal(now, 0),
    );
    const other = await openArticle(sample("02-factory-visit.html"));
    assert.ok((await count(other.document, "贺青岚")) > 0);
  });

  test("reject the same words in every article, also in one that is open", async () => {
    const other = await openArticle(sample("03-harvest-meeting.txt"), vscode.ViewColumn.One);
    assert.ok((await count(other.document, "邢望舒")) > 0);
    const editor = await openArticle(sample(drill), vscode.ViewColumn.Two);
    putCursor(editor, "邢望舒");
    await run("tifa.rejectEverywhere");
    await eventually(
      async () => [await count(editor.document, "邢望舒"), await count(other.document, "邢望舒")],
      (counts) => assert.deepEqual(counts, [0, 0]),
    );
    assert.deepEqual(await statesOf(other.document, "邢望舒"), ["official rejected"]);
  });

  test("accept in the article and in every article", async () => {
    const other = await openArticle(sample("03-harvest-meeting.txt"), vscode.ViewColumn.One);
    const editor = await openArticle(sample(drill), vscode.ViewColumn.Two);
    putCursor(editor, "贺青岚");
    await run("tifa.acceptInArticle");
    assert.deepEqual(await statesOf(editor.document, "贺青岚", 1), ["official accepted"]);
    putCursor(editor, "邢望舒");
    await run("tifa.acceptEverywhere");
    assert.deepEqual(await statesOf(editor.document, "邢望舒", 1), ["official accepted"]);
    assert.deepEqual(await statesOf(other.document, "邢望舒"), ["official accepted"]);
  });

  test("mark the selected words as what is chosen, under the words themselves as their name", async () => {
    const editor = await openArticle(sample(drill));
    select(editor, "整改清单");
    // Slogan, here, the words themselves.
    await runChoosing("tifa.markSelection", 2, 0, 0);
    await eventually(
      () => paintedTexts(editor.document, "slogan"),
      (texts) => assert.ok(texts.includes("整改清单"), texts.join(" ")),
    );
    const [mention] = await mentionsOf(editor.document, "整改清单");
    assert.deepEqual([mention?.status, mention?.entity, mention?.scope], ["added", "整改清单", "mention"]);
  });

  test("mark words in every article: another one shows them as well", async () => {
    const uri = await copyOf("03-harvest-meeting.txt", "marked-elsewhere.txt");
    const other = await openArticle(uri, vscode.ViewColumn.One);
    const editor = await openArticle(sample("06-green-finance.md"), vscode.ViewColumn.Two);
    await insertWords(other, "信息披露制度");
    await mark(editor.document, "信息披露制度", "slogan", "workspace");
    await eventually(
      () => paintedTexts(other.document, "slogan"),
      (texts) => assert.ok(texts.includes("信息披露制度"), texts.join(" ")),
    );
  });

  test("change the class", async () => {
    const editor = await openArticle(sample(drill));
    putCursor(editor, "宗子昂");
    // The class; person, the last of the four others; here.
    await runChoosing("tifa.changeMention", 0, 3, 0);
    await eventually(
      () => paintedTexts(editor.document, "person"),
      (texts) => assert.deepEqual(texts, ["宗子昂"]),
    );
    assert.deepEqual(await statesOf(editor.document, "宗子昂"), ["person changed"]);
  });

  test("change the entity in the whole article", async () => {
    const editor = await openArticle(sample(drill));
    putCursor(editor, "邢望舒", 1);
    const known = await (await tifa()).annotations.knownNames({
      uri: editor.document.uri.toString(),
      type: "official",
    });
    const other = known.find((name) => name !== "邢望舒");
    await runChoosing("tifa.changeMention", 1, 0, 1);
    for (const occurrence of [0, 1]) {
      const [mention] = await mentionsOf(editor.document, "邢望舒", occurrence);
      assert.deepEqual([mention?.status, mention?.entity], ["changed", other]);
    }
  });

  test("change the span to the selected words", async () => {
    const editor = await openArticle(sample(drill));
    select(editor, "市委书记邢望舒");
    // Of the two mentions in it the second, here.
    await runChoosing("tifa.changeMention", 1, 0);
    await eventually(
      () => paintedTexts(editor.document, "official"),
      (texts) => assert.ok(texts.includes("市委书记邢望舒"), texts.join(" ")),
    );
    assert.deepEqual(await statesOf(editor.document, "市委书记邢望舒"), ["official changed"]);
  });

  test("decide on what is at the cursor from one list", async () => {
    const editor = await openArticle(sample(drill));
    putCursor(editor, "宗子昂");
    await runChoosing("tifa.decide", 3);
    assert.deepEqual(await statesOf(editor.document, "宗子昂"), ["official rejected"]);
    select(editor, "整改清单");
    // Agency, here, the words themselves.
    await runChoosing("tifa.decide", 1, 0, 0);
    assert.deepEqual(await statesOf(editor.document, "整改清单"), ["agency added"]);
  });

  test("accept all suggestions at once, and take them back at once", async () => {
    const editor = await openArticle(sample(drill));
    const before = (await suggestionsOf(editor.document)).length;
    assert.ok(before > 10);
    await runChoosing("tifa.acceptAllSuggestions", 0);
    assert.equal((await suggestionsOf(editor.document)).length, 0);
    await run("tifa.undoAnnotation");
    assert.equal((await suggestionsOf(editor.document)).length, before);
  });

  test("undo and redo, and say when there is nothing more", async () => {
    const editor = await openArticle(sample(drill));
    putCursor(editor, "贺青岚");
    await run("tifa.rejectInArticle");
    await run("tifa.undoAnnotation");
    assert.deepEqual(await statesOf(editor.document, "贺青岚"), ["official suggested"]);
    await run("tifa.redoAnnotation");
    assert.deepEqual(await statesOf(editor.document, "贺青岚"), ["official rejected"]);
    await run("tifa.redoAnnotation");
    assert.equal((await told()).done, false);
    await undoAll();
    assert.equal((await told()).done, false);
    assert.deepEqual(await statesOf(editor.document, "贺青岚"), ["official suggested"]);
  });

  test("a class of the reader's own is declared, painted and listed", async () => {
    const editor = await openArticle(sample(drill));
    const { document } = editor;
    const { annotations, highlights, view } = await tifa();
    const lexicon = sample(".tifa/lexicon.yaml");
    try {
      const id = await declareClass(annotations, document.uri.toString(), "水利设施", "#009e73");
      assert.ok(id, (await told()).message);
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(lexicon)), /水利设施/);
      await vscode.window.showTextDocument(document);
      await mark(document, "小型水库", id, "mention");
      await eventually(
        () =>
          highlights
            .ownRanges(document.uri)
            .get(id)
            ?.map((range) => document.getText(range)),
        (texts) => assert.deepEqual(texts, ["小型水库"]),
      );
      await showEntities(document);
      await eventually(
        async () => (await view.shown()).roots.find((node) => node.kind === "class" && node.group.own),
        (node) => {
          assert.ok(node);
          assert.equal(labelOf(view.getTreeItem(node)), "水利设施");
          assert.deepEqual(
            view.getChildren(node).map((child) => labelOf(view.getTreeItem(child as typeof node))),
            ["小型水库"],
          );
        },
      );
      await vscode.window.showTextDocument(document);
      await run("tifa.undoAnnotation");
      await eventually(
        () => highlights.ownRanges(document.uri).size,
        (size) => assert.equal(size, 0),
      );
    } finally {
      await undoAll();
      await vscode.workspace.fs.delete(lexicon);
      await eventually(
        () => annotations.ownClasses(),
        (classes) => assert.deepEqual(classes, []),
      );
    }
  });

  test("say so where there is no mention, and change nothing", async () => {
    const editor = await openArticle(sample(drill));
    const before = (await suggestionsOf(editor.document)).length;
    select(editor, "市委书记邢望舒");
    await run("tifa.rejectMention");
    assert.match((await told()).message, /no mention/);
    putCursor(editor, "当晚完成复盘");
    await run("tifa.acceptMention");
    assert.match((await told()).message, /no mention/);
    assert.equal((await suggestionsOf(editor.document)).length, before);
  });

  test("say so in a document that is not in a folder", async () => {
    const content = (await vscode.workspace.openTextDocument(sample(drill))).getText();
    const document = await vscode.workspace.openTextDocument({ language: "policy-article", content });
    const editor = await vscode.window.showTextDocument(document);
    await painted(document);
    putCursor(editor, "邢望舒");
    await run("tifa.acceptMention");
    assert.equal((await told()).done, false);
    assert.match((await told()).message, /Open Folder/);
  });

  test("say so where annotations cannot be saved, and keep nothing that is not", async function () {
    if (process.platform === "win32") this.skip();
    const lock = sample(".tifa/annotations/locked").fsPath;
    await vscode.workspace.fs.createDirectory(sample("locked"));
    mkdirSync(sample(".tifa/annotations").fsPath, { recursive: true });
    // Not even root can write there.
    if (process.platform === "linux") symlinkSync("/sys", lock);
    else {
      mkdirSync(lock);
      chmodSync(lock, 0o555);
    }
    try {
      const editor = await openArticle(await copyOf(drill, "locked/drill.policy"));
      putCursor(editor, "邢望舒");
      await run("tifa.rejectMention");
      assert.equal((await told()).done, false);
      assert.match((await told()).message, /locked\/drill\.policy.* could not be saved/);
      assert.deepEqual(await statesOf(editor.document, "邢望舒"), ["official suggested"]);
    } finally {
      rmSync(lock, { recursive: process.platform !== "linux" });
    }
  });
});

/** How often words are painted as an official. */
async function count(document: vscode.TextDocument, words: string): Promise<number> {
  return (await paintedTexts(document, "official")).filter((text) => text === words).length;
}

/** As the server's code actions do. */
async function mark(document: vscode.TextDocument, words: string, type: string, scope: Scope): Promise<void> {
  const range = toRange(rangeOf(document, words));
  const params: AnnotateParams = { uri: document.uri.toString(), action: { kind: "mark", range, type, scope } };
  await vscode.commands.executeCommand("tifa.annotate", params);
}

/** Puts words into an article that lacks them. */
async function insertWords(editor: vscode.TextEditor, words: string): Promise<void> {
  await editor.edit((edit) => edit.insert(rangeOf(editor.document, "与会人员").start, `会议还讨论了${words}。`));
  await painted(editor.document);
}
