import * as assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import * as vscode from "vscode";
import {
  addNote,
  answering,
  articleText,
  forgetAnnotations,
  freshAddress,
  newArticle,
  nodeOf,
  open,
  place,
  remove,
  select,
  shows,
  threadsOf,
  write,
} from "./notes-support.js";
import { closeAll, eventually, extension, rangeOf, tifa, workspaceFolder } from "./support.js";

const title = "澜江省部署秋季汛期防御工作";

/** The article after somebody has rewritten the sentence that the notes stand in. */
const rewritten = articleText.replace(/　　9月11日[^\n]*/, "　　会议通报了近日雨情，省领导在省防汛指挥部值守。");

suite("Lost annotations", () => {
  let address: vscode.Uri;
  let other: vscode.Uri;
  setup(async () => {
    [address, other] = [freshAddress(), freshAddress()];
    await forgetAnnotations();
  });
  teardown(async () => {
    await closeAll();
    for (const uri of [address, other]) await remove(uri);
    await forgetAnnotations();
  });

  /** A note on the first “一江两翼”, whose sentence then goes by an edit outside of the editor. */
  async function lose(): Promise<void> {
    const editor = await newArticle(address);
    await addNote(editor, "一江两翼", "布局 #待核");
    await write(address, rewritten);
    await shows([`${title} | 1`, "  Lost | 1", "    “一江两翼” | 布局 #待核"]);
  }

  test("are shown, counted and explained after an edit outside of the editor, on no other words", async () => {
    await lose();
    const { notesView } = await tifa();
    const node = await nodeOf("orphan");
    assert.equal(node.orphan.reason, "context");
    assert.deepEqual(
      node.orphan.candidates.map(({ line }) => line),
      ["宁川市市长贺青岚汇报，将落实“一江两翼”布局，推动高质量发展。"],
    );
    const item = notesView.getTreeItem(node);
    assert.match(String(item.tooltip), /what stands around them has changed/);
    assert.equal((await notesView.shown()).badge, 1);
    const editor = await open(address);
    assert.deepEqual(await threadsOf(editor.document), []);
  });

  test("are attached again to a place of the same words", async () => {
    await lose();
    await answering(0, "tifa.reattach", await nodeOf("orphan"));
    await shows([`${title} | 1`, "  布局 #待核 | “一江两翼” · #待核"]);
    const { notesView } = await tifa();
    assert.equal((await notesView.shown()).badge, undefined);
    const editor = await open(address);
    await eventually(
      () => threadsOf(editor.document),
      (threads) => assert.deepEqual(threads, [{ words: "一江两翼", texts: ["布局 #待核"] }]),
    );
  });

  test("are attached again to the selection", async () => {
    await lose();
    const editor = await open(address);
    select(editor, "省防汛指挥部");
    await answering(-1, "tifa.reattach", await nodeOf("orphan"));
    await shows([`${title} | 1`, "  布局 #待核 | “省防汛指挥部” · #待核"]);
  });

  test("find their words again when these come back", async () => {
    await lose();
    await write(address, articleText);
    await shows([`${title} | 1`, "  布局 #待核 | “一江两翼” · #待核"]);
  });

  test("tell which end of a relation is gone, and take another mention for it", async () => {
    const editor = await newArticle(address);
    const [from, to] = [rangeOf(editor.document, "纪文渊"), rangeOf(editor.document, "贺青岚")];
    editor.selection = new vscode.Selection(from.start, to.end);
    await answering(1, "tifa.relateMentions");
    await shows([`${title} | 1`, "  纪文渊 → 贺青岚 | met"]);
    await write(address, articleText.replace("宁川市市长贺青岚汇报", "有关市汇报"));
    await shows([`${title} | 1`, "  Lost | 1", "    “贺青岚” | met"]);
    const node = await nodeOf("orphan");
    assert.equal(node.orphan.end, "to");
    const again = await open(address);
    select(again, "陆启明");
    await answering(-1, "tifa.reattach", node);
    await shows([`${title} | 1`, "  纪文渊 → 陆启明 | met"]);
  });

  test("are deleted only after a question", async function () {
    // Each extension has an interface of its own: only one that is run from its sources shares this suite's.
    if (!__dirname.startsWith(realpathSync(extension().extensionPath))) this.skip();
    await lose();
    const node = await nodeOf("orphan");
    const { showWarningMessage } = vscode.window;
    const asked: string[] = [];
    let answer: string | undefined;
    const ask = (message: string) => {
      asked.push(message);
      return Promise.resolve(answer);
    };
    Object.assign(vscode.window, { showWarningMessage: ask });
    try {
      await vscode.commands.executeCommand("tifa.deleteLost", node);
      await shows([`${title} | 1`, "  Lost | 1", "    “一江两翼” | 布局 #待核"]);
      answer = "Delete";
      await vscode.commands.executeCommand("tifa.deleteLost", node);
      await shows([]);
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
    assert.deepEqual(asked, Array(2).fill("Delete this lost annotation? “一江两翼” · 布局 #待核"));
    await vscode.commands.executeCommand("tifa.undoAnnotation");
    await shows([`${title} | 1`, "  Lost | 1", "    “一江两翼” | 布局 #待核"]);
  });

  test("do not arise when an article is renamed", async () => {
    const editor = await newArticle(address);
    await addNote(editor, "安全底线", "一");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(address, other);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await shows([`${title} | 1`, "  一 | “安全底线”"]);
    const { article } = await nodeOf("annotatedArticle");
    assert.equal(article.path, pathOf(other));
    const renamed = await open(other);
    await eventually(
      () => threadsOf(renamed.document),
      (threads) => assert.deepEqual(threads, [{ words: "安全底线", texts: ["一"] }]),
    );
  });

  /** The annotations of an article that is not there, as they come with somebody else's work. */
  async function annotateMissing(): Promise<void> {
    const editor = await newArticle(other);
    await addNote(editor, "安全底线", "一");
    await vscode.workspace.fs.rename(storeOf(other), storeOf(address));
    await shows([`${pathOf(address).slice(6)} | missing · ${pathOf(address)}`, "  “安全底线” | 一"]);
  }

  test("of an article that is gone wait for it", async () => {
    await annotateMissing();
    const { notesView } = await tifa();
    assert.equal((await notesView.shown()).badge, 1);
    await write(address, articleText);
    await shows([`${title} | 1`, "  一 | “安全底线”"]);
    assert.equal((await notesView.shown()).badge, undefined);
  });

  test("of an article that is gone move to the one that it has become", async () => {
    await annotateMissing();
    const { corpus } = await tifa();
    const indexed = async () => (await corpus.articles({})).map(({ uri }) => uri);
    await eventually(indexed, (uris) => assert.ok(uris.includes(other.toString())), 20_000);
    const steps = (await indexed()).indexOf(other.toString());
    await answering(steps, "tifa.moveAnnotations", await nodeOf("annotatedArticle"));
    await shows([`${title} | 1`, "  一 | “安全底线”"]);
    assert.equal((await nodeOf("annotatedArticle")).article.path, pathOf(other));
  });

  test("of an article that is gone can be deleted", async () => {
    await annotateMissing();
    const { orphan, article } = await nodeOf("orphan");
    const { annotations } = await tifa();
    assert.equal(await annotations.annotate(article.uri, { kind: "remove", ids: [orphan.id] }), true);
    await shows([]);
  });

  function storeOf(uri: vscode.Uri): vscode.Uri {
    return place(`.tifa/annotations/${pathOf(uri)}.jsonl`);
  }

  function pathOf(uri: vscode.Uri): string {
    return uri.path.slice(workspaceFolder().path.length + 1);
  }
});
