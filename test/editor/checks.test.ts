import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { cleanUp, putCursor, select, statesOf } from "./annotation-support.js";
import { configure, eventually, openArticle, rangeOf, sample } from "./support.js";

const made = new Set<string>();

async function make(name: string, content: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(sample(name), Buffer.from(content, "utf8"));
  made.add(name);
  return sample(name);
}

function report(day: string, governor: string): string {
  return `全省工作会议在宁川召开
${day} 09:30:00 来源:澜江日报 责编:闻笛

  澜江省人民政府召开全体会议。澜江省委副书记、澜江省省长${governor}主持会议并讲话。

  ${governor}强调，要坚持稳中求进工作总基调，推动澜江省高质量发展，全力抓好各项工作落实。
`;
}

/** A folder in which one article has a slip in the governor's name; opened. */
async function openSlip(): Promise<vscode.TextEditor> {
  await make("checks-1.txt", report("2016-01-10", "沈书珩"));
  await make("checks-2.txt", report("2016-03-02", "沈书珩"));
  return openArticle(await make("checks-slip.txt", report("2016-05-15", "沈舒珩")));
}

function reported({ uri }: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code, severity }) => `${String(code)} ${severity}`);
}

async function actionsAt({ document, selection }: vscode.TextEditor): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    selection,
  );
}

async function choose(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `“${title}” is not among ${actions.map((one) => one.title).join(", ")}`);
  if (action.edit) assert.equal(await vscode.workspace.applyEdit(action.edit), true);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

suite("Checks", () => {
  teardown(async () => {
    await configure("checks", undefined);
    await cleanUp();
    for (const name of made) await vscode.workspace.fs.delete(sample(name));
    made.clear();
  });

  test("a name one character off is a hint, louder or silent as the setting says", async () => {
    const { document } = await openSlip();
    const { Hint, Warning } = vscode.DiagnosticSeverity;
    const expect = (...wanted: string[]) =>
      eventually(
        () => reported(document),
        (now) => assert.deepEqual(now, wanted),
      );
    await expect(`near-name ${Hint}`);
    const [hint] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(hint && document.getText(hint.range), "沈舒珩");
    assert.match(hint?.message ?? "", /沈书珩/);
    assert.match(hint?.relatedInformation?.[0]?.location.uri.path ?? "", /checks-2\.txt$/);
    await configure("checks", "warning");
    await expect(`near-name ${Warning}`);
    await configure("checks", "off");
    await expect();
  });

  test("its quick fix takes the name as the known one, in the annotations and not in the text", async () => {
    const editor = await openSlip();
    const { document } = editor;
    await eventually(
      () => reported(document),
      (now) => assert.equal(now.length, 1),
    );
    putCursor(editor, "沈舒珩");
    const actions = await actionsAt(editor);
    assert.equal(actions.filter(({ kind }) => kind?.value === vscode.CodeActionKind.QuickFix.value).length, 3);
    await choose(actions, "Take “沈舒珩” as “沈书珩” in this article");
    await eventually(
      () => reported(document),
      (now) => assert.deepEqual(now, []),
    );
    assert.deepEqual(await statesOf(document, "沈舒珩"), ["official changed"]);
    assert.equal(document.getText(), report("2016-05-15", "沈舒珩"));
    assert.equal(document.isDirty, false);
  });

  test("what a reader has said to be right is not questioned again", async () => {
    const editor = await openSlip();
    const { document } = editor;
    await eventually(
      () => reported(document),
      (now) => assert.equal(now.length, 1),
    );
    putCursor(editor, "沈舒珩");
    await choose(await actionsAt(editor), "“沈舒珩” is right: keep it");
    await eventually(
      () => reported(document),
      (now) => assert.deepEqual(now, []),
    );
    assert.deepEqual(await statesOf(document, "沈舒珩"), ["official accepted"]);
  });

  test("actions at a mention judge it", async () => {
    const editor = await openArticle(sample("04-flood-drill.policy"));
    const { document } = editor;
    putCursor(editor, "邢望舒");
    const actions = await actionsAt(editor);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Accept “邢望舒” as official",
        "Reject “邢望舒” as official here",
        "Reject “邢望舒” as official in this article",
        "Reject “邢望舒” as official in every article",
        "Change “邢望舒”…",
        "Add a note on “邢望舒”…",
      ],
    );
    await choose(actions, "Reject “邢望舒” as official here");
    await eventually(
      () => statesOf(document, "邢望舒"),
      (states) => assert.deepEqual(states, ["official rejected"]),
    );
    await choose(await actionsAt(editor), "Take back the rejection on “邢望舒”");
    await eventually(
      () => statesOf(document, "邢望舒"),
      (states) => assert.deepEqual(states, ["official suggested"]),
    );
  });

  test("actions at a selection mark it; elsewhere there are none", async () => {
    const editor = await openArticle(sample("04-flood-drill.policy"));
    const { document } = editor;
    const words = "防汛";
    select(editor, words);
    await choose(await actionsAt(editor), `Mark “${words}” as slogan`);
    await eventually(
      () => statesOf(document, words),
      (states) => assert.deepEqual(states, ["slogan added"]),
    );
    const end = document.lineAt(document.lineCount - 1).range.end;
    const blank = document
      .getText()
      .split(/\r?\n/)
      .findIndex((line) => line.trim() === "");
    editor.selection = new vscode.Selection(blank, 0, blank, 0);
    assert.ok(blank >= 0 && end.line > blank);
    assert.deepEqual(await actionsAt(editor), []);
  });

  test("front matter that is not closed is closed by its quick fix", async () => {
    const content =
      "---\ntitle: 调研春耕\n<p>　　5月3日，澜江省省长丁一禾在宁川市调研春耕备耕工作，要求抓好落实。</p>\n";
    const editor = await openArticle(await make("checks-unclosed.policy", content));
    const { document } = editor;
    await eventually(
      () => reported(document),
      (now) => assert.deepEqual(now, [`front-matter-unclosed ${vscode.DiagnosticSeverity.Information}`]),
    );
    const { start } = rangeOf(document, "---");
    editor.selection = new vscode.Selection(start, start);
    await choose(await actionsAt(editor), "Close the front matter behind its last key");
    assert.equal(document.getText(), content.replace("<p>", "---\n<p>"));
    await eventually(
      () => reported(document),
      (now) => assert.deepEqual(now, []),
    );
  });
});
