import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { click } from "./corpus-support.js";
import {
  addNote,
  answering,
  articleText,
  choose,
  draftIn,
  forgetAnnotations,
  freshAddress,
  listed,
  newArticle,
  nodeOf,
  notesOf,
  onlyThread,
  place,
  remove,
  save,
  select,
  shows,
  threadsOf,
  write,
} from "./notes-support.js";
import {
  closeAll,
  eventually,
  labelOf,
  painted,
  pause,
  quiet,
  rangeOf,
  tifa,
  until,
  workspaceFolder,
} from "./support.js";

const title = "澜江省部署秋季汛期防御工作";

suite("Notes", () => {
  let address: vscode.Uri;
  setup(async () => {
    address = freshAddress();
    await forgetAnnotations();
  });
  teardown(async () => {
    (await tifa()).notesView.setFilter([]);
    await closeAll();
    await remove(address);
    await forgetAnnotations();
  });

  test("writes a note on the selection, beside the article and never into it", async () => {
    const editor = await newArticle(address);
    await addNote(editor, "安全底线", "查 #数据 的出处，见 ＃待核");
    assert.deepEqual(await threadsOf(editor.document), [{ words: "安全底线", texts: ["查 #数据 的出处，见 ＃待核"] }]);
    const { shown, comments } = await onlyThread(editor.document);
    assert.equal(comments[0]?.label, "#数据 #待核");
    assert.equal(shown.label, "Note on “安全底线”");
    assert.equal(shown.state, vscode.CommentThreadState.Unresolved);
    assert.equal(editor.document.isDirty, false);
    assert.equal(editor.document.getText(), articleText);
    const stored = await vscode.workspace.fs.readFile(
      place(`.tifa/annotations${address.path.slice(workspaceFolder().path.length)}.jsonl`),
    );
    assert.match(new TextDecoder().decode(stored), /"kind":"note".*查 #数据 的出处/);
    const { noteComments } = await tifa();
    assert.deepEqual(noteComments.unsaved(editor.document), []);
  });

  test("takes the mention at the cursor where nothing is selected, and the line where there is none", async () => {
    const editor = await newArticle(address);
    const { noteComments } = await tifa();
    const cancelled = async () => {
      const [thread] = noteComments.unsaved(editor.document);
      assert.ok(thread?.shown.range);
      const text = editor.document.getText(thread.shown.range);
      await vscode.commands.executeCommand("tifa.cancelNote", draftIn(thread));
      assert.deepEqual(noteComments.unsaved(editor.document), []);
      return text;
    };
    const started = async (words: string, offset: number) => {
      const { start } = rangeOf(editor.document, words);
      editor.selection = new vscode.Selection(start.translate(0, offset), start.translate(0, offset));
      await vscode.commands.executeCommand("tifa.addNote");
      return cancelled();
    };
    assert.equal(await started("陆启明", 1), "陆启明");
    assert.equal(await started("（记者", 2), "　　（记者 唐闻笛）");
    const uri = editor.document.uri.toString();
    const range = rangeOf(editor.document, "高质量发展");
    await vscode.commands.executeCommand("tifa.addNote", { uri, range: { start: range.start, end: range.end } });
    assert.equal(await cancelled(), "高质量发展");
  });

  test("keeps a note that is being written on its words while the article is edited", async () => {
    const editor = await newArticle(address);
    const { noteComments } = await tifa();
    select(editor, "高质量发展");
    await vscode.commands.executeCommand("tifa.addNote");
    const [thread] = noteComments.unsaved(editor.document);
    const day = rangeOf(editor.document, "9月11日");
    await editor.edit((edit) => {
      edit.replace(day, "9月11日下午\n　　");
      edit.insert(rangeOf(editor.document, "省长纪文渊").start, "随后，");
      edit.insert(rangeOf(editor.document, "高质量发展").start, "经济");
    });
    await painted(editor.document);
    await save(draftIn(thread), "老提法");
    await eventually(
      () => threadsOf(editor.document),
      (threads) => assert.deepEqual(threads, [{ words: "高质量发展", texts: ["老提法"] }]),
    );
  });

  test("answers, edits, resolves, reopens and deletes", async () => {
    const editor = await newArticle(address);
    const { document } = editor;
    await addNote(editor, "安全底线", "待核 #数据");
    const { shown } = await onlyThread(document);
    await vscode.commands.executeCommand("tifa.replyToNote", { thread: shown, text: "已核 #定稿" });
    assert.deepEqual((await threadsOf(document))[0]?.texts, ["待核 #数据", "已核 #定稿"]);

    const [first, answer] = (await onlyThread(document)).comments;
    assert.ok(first && answer);
    await vscode.commands.executeCommand("tifa.editNote", first);
    assert.equal(first.mode, vscode.CommentMode.Editing);
    first.body = "作废的字";
    await vscode.commands.executeCommand("tifa.cancelNote", first);
    assert.deepEqual([first.mode, first.body], [vscode.CommentMode.Preview, "待核 #数据"]);
    await vscode.commands.executeCommand("tifa.editNote", first);
    first.body = "  须再核 #口径";
    await vscode.commands.executeCommand("tifa.saveNote", first);
    assert.deepEqual([first.mode, first.body, first.label], [vscode.CommentMode.Preview, "须再核 #口径", "#口径"]);

    await vscode.commands.executeCommand("tifa.resolveNote", shown);
    assert.deepEqual([shown.state, shown.contextValue], [vscode.CommentThreadState.Resolved, "resolved"]);
    assert.equal((await notesOf(document))[0]?.resolved, true);
    await vscode.commands.executeCommand("tifa.reopenNote", shown);
    assert.deepEqual([shown.state, shown.contextValue], [vscode.CommentThreadState.Unresolved, "open"]);

    await vscode.commands.executeCommand("tifa.deleteNote", answer);
    assert.deepEqual((await threadsOf(document))[0]?.texts, ["须再核 #口径"]);
    await vscode.commands.executeCommand("tifa.deleteNoteThread", shown);
    assert.deepEqual(await threadsOf(document), []);
    assert.deepEqual(await notesOf(document), []);
    await vscode.commands.executeCommand("tifa.undoAnnotation");
    await eventually(
      () => threadsOf(document),
      (threads) => assert.deepEqual(threads, [{ words: "安全底线", texts: ["须再核 #口径"] }]),
    );
  });

  test("keeps what could not be saved, says why, and saves it when it can", async () => {
    const editor = await newArticle(address);
    const { document } = editor;
    const { noteComments, annotations } = await tifa();
    await write(place(".tifa"), "in the way");
    select(editor, "安全底线");
    await vscode.commands.executeCommand("tifa.addNote");
    const [thread] = noteComments.unsaved(document);
    assert.ok(thread);
    await save(draftIn(thread), "写了很久的话");
    assert.equal(annotations.last?.done, false);
    assert.ok((annotations.last?.message ?? "").length > 10);
    assert.equal(draftIn(thread).body, "写了很久的话");
    await remove(place(".tifa"));
    await vscode.commands.executeCommand("tifa.saveNote", draftIn(thread));
    assert.deepEqual(await threadsOf(document), [{ words: "安全底线", texts: ["写了很久的话"] }]);
    assert.deepEqual(noteComments.unsaved(document), []);

    const { shown, comments } = await onlyThread(document);
    await remove(place(".tifa"));
    await write(place(".tifa"), "in the way");
    await vscode.commands.executeCommand("tifa.replyToNote", { thread: shown, text: "回复的话" });
    assert.equal(draftIn(noteComments.threadOf(shown)).body, "回复的话");
    const [first] = comments;
    assert.ok(first);
    await vscode.commands.executeCommand("tifa.editNote", first);
    await save(first, "改过的话");
    assert.deepEqual([first.mode, first.body], [vscode.CommentMode.Editing, "改过的话"]);
    await vscode.commands.executeCommand("tifa.cancelNote", first);
    assert.equal(first.body, "写了很久的话");
  });

  test("writes a note on the lines that are chosen beside the text", async () => {
    const editor = await newArticle(address);
    const { start } = rangeOf(editor.document, "　　省长纪文渊");
    const clicked = vscode.comments.createCommentController("test", "test");
    const thread = clicked.createCommentThread(address, new vscode.Range(start, start), []);
    await vscode.commands.executeCommand("tifa.createNote", { thread, text: "全段" });
    clicked.dispose();
    const [only] = await threadsOf(editor.document);
    assert.deepEqual(only?.texts, ["全段"]);
    assert.match(only.words, /^省长纪文渊主持会议.*高质量发展。$/);
  });

  test("shows a text as it is, never as Markdown", async () => {
    const editor = await newArticle(address);
    const text = "[run](command:tifa.restartServer) <img src=x> $(alert) **b**";
    await addNote(editor, "安全底线", text);
    const { comments, shown } = await onlyThread(editor.document);
    assert.equal(comments[0]?.body, text);
    assert.equal(shown.comments[0]?.body, text);
  });

  test("moves notes with their words, and takes them back when the words come back", async () => {
    const editor = await newArticle(address);
    const { document } = editor;
    await addNote(editor, "安全底线", "一");
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "新的一行\n"));
    await painted(document);
    await eventually(
      () => threadsOf(document),
      (threads) => assert.deepEqual(threads, [{ words: "安全底线", texts: ["一"] }]),
    );
    await editor.edit((edit) => edit.delete(rangeOf(document, "安全底线")));
    await eventually(
      () => threadsOf(document),
      (threads) => assert.deepEqual(threads, []),
    );
    await vscode.commands.executeCommand("undo");
    await eventually(
      () => threadsOf(document),
      (threads) => assert.deepEqual(threads, [{ words: "安全底线", texts: ["一"] }]),
    );
  });

  test("shows the notes of a file as long as it is an article", async () => {
    const editor = await newArticle(address);
    await addNote(editor, "安全底线", "一");
    const { noteComments } = await tifa();
    const plain = await vscode.languages.setTextDocumentLanguage(editor.document, "plaintext");
    await until(() => noteComments.threads(plain).length === 0, "the end of its notes");
    await vscode.commands.executeCommand("tifa.openAsArticle");
    await eventually(
      () => threadsOf(plain),
      (threads) => assert.deepEqual(threads, [{ words: "安全底线", texts: ["一"] }]),
    );
    const { shown } = await onlyThread(plain);
    assert.equal(shown.collapsibleState, vscode.CommentThreadCollapsibleState.Collapsed);
  });

  test("lists notes, and goes to the place of one that is clicked", async () => {
    const editor = await newArticle(address);
    await shows([]);
    await addNote(editor, "安全底线", "待核 #数据");
    await addNote(editor, "高质量发展", "老提法");
    await shows([`${title} | 2`, "  待核 #数据 | “安全底线” · #数据", "  老提法 | “高质量发展”"]);
    await closeAll();
    const { notesView } = await tifa();
    const node = await nodeOf("note");
    await click(notesView.getTreeItem(node));
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), address.toString());
    assert.equal(shown.document.getText(shown.selection), "安全底线");
    await closeAll();
    await vscode.commands.executeCommand("tifa.resolveListedNote", node);
    await eventually(
      async () => notesView.getTreeItem(await nodeOf("note")).contextValue,
      (context) => assert.equal(context, "note resolved"),
    );
    await vscode.commands.executeCommand("tifa.deleteListed", await nodeOf("note"));
    await shows([`${title} | 1`, "  老提法 | “高质量发展”"]);
  });

  test("filters the view by tag", async () => {
    const editor = await newArticle(address);
    await addNote(editor, "安全底线", "一 #数据 #待核");
    await addNote(editor, "高质量发展", "二 #数据");
    await addNote(editor, "宁川市", "三");
    await shows([`${title} | 3`, /三/, /一/, /二/]);
    const { notesView } = await tifa();
    const done = vscode.commands.executeCommand("tifa.filterNotes");
    await pause(quiet);
    await vscode.commands.executeCommand("workbench.action.quickOpenSelectNext");
    await vscode.commands.executeCommand("workbench.action.quickPickManyToggle");
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await done;
    assert.equal(notesView.filter.length, 1);
    notesView.setFilter(["数据", "待核"]);
    await shows([`${title} | 1`, "  一 #数据 #待核 | “安全底线” · #数据 #待核"]);
    assert.equal((await notesView.shown()).description, "#数据 #待核");
    notesView.setFilter(["没有"]);
    await shows([]);
    assert.equal((await notesView.shown()).message, "No note bears #没有.");
    await vscode.commands.executeCommand("tifa.clearNoteFilter");
    await eventually(listed, (lines) => assert.equal(lines.length, 4));
    assert.equal((await notesView.shown()).message, undefined);
  });

  test("draws a relation between the two mentions of a selection", async () => {
    const editor = await newArticle(address);
    const from = rangeOf(editor.document, "纪文渊");
    const to = rangeOf(editor.document, "贺青岚");
    editor.selection = new vscode.Selection(from.start, to.end);
    const { annotations } = await tifa();
    const inside = await annotations.mentionsAt(editor.document.uri.toString(), { start: from.start, end: to.end });
    assert.deepEqual(
      inside.map(({ text }) => text),
      ["纪文渊", "贺青岚"],
    );
    await answering(1, "tifa.relateMentions");
    await shows([`${title} | 1`, "  纪文渊 → 贺青岚 | met"]);
    const { notesView } = await tifa();
    await click(notesView.getTreeItem(await nodeOf("relation")));
    assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), "纪文渊");
    await vscode.commands.executeCommand("tifa.deleteListed", await nodeOf("relation"));
    await shows([]);
  });

  test("draws a relation from the mention at the cursor to one that is chosen", async () => {
    const editor = await newArticle(address);
    const { start } = rangeOf(editor.document, "陆启明");
    editor.selection = new vscode.Selection(start, start);
    const done = vscode.commands.executeCommand("tifa.relateMentions");
    await choose(0);
    await pause(quiet);
    await vscode.commands.executeCommand("workbench.action.quickOpenSelectNext");
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await done;
    await shows([`${title} | 1`, /^ {2}陆启明 → .* \| met$/]);
    const { notesView } = await tifa();
    const item = notesView.getTreeItem(await nodeOf("relation"));
    assert.match(labelOf(item), /^陆启明 → (?!陆启明$)/);
  });
});
