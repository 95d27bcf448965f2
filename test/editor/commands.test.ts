import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { explanationItem } from "../../src/client/explain.js";
import type { Explanation } from "../../src/protocol/protocol.js";
import { closeAll, eventually, openArticle, pause, quiet, rangeOf, sample, tifa } from "./support.js";

suite("Commands", () => {
  teardown(closeAll);

  test("next and previous mention go round the mentions of one entity", async () => {
    const editor = await openArticle(sample("01-energy-talks.txt"));
    const { document } = editor;
    const start = rangeOf(document, "国家能源局").start.translate(0, 2);
    editor.selection = new vscode.Selection(start, start);
    const places: number[] = [];
    const count = document.getText().split("国家能源局").length - 1;
    for (let i = 0; i < count; i++) {
      await vscode.commands.executeCommand("tifa.nextMention");
      assert.equal(document.getText(editor.selection), "国家能源局");
      places.push(document.offsetAt(editor.selection.start));
    }
    assert.equal(new Set(places).size, count);
    assert.equal(places.at(-1), document.offsetAt(rangeOf(document, "国家能源局").start));
    await vscode.commands.executeCommand("tifa.previousMention");
    assert.equal(document.offsetAt(editor.selection.start), places.at(-2));
  });

  test("of two names that run together the selected one is followed", async () => {
    const editor = await openArticle(sample("01-energy-talks.txt"));
    const { document } = editor;
    const first = rangeOf(document, "陆启明");
    editor.selection = new vscode.Selection(first.start, first.end);
    await vscode.commands.executeCommand("tifa.nextMention");
    assert.ok(editor.selection.isEqual(rangeOf(document, "陆启明", 1)));
  });

  test("next mention does nothing where there is no mention", async () => {
    const editor = await openArticle(sample("01-energy-talks.txt"));
    const place = rangeOf(editor.document, "交换意见").start.translate(0, 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("tifa.nextMention");
    assert.ok(editor.selection.active.isEqual(place));
  });

  test("explain lists the rule and selects the words", async () => {
    const editor = await openArticle(sample("01-energy-talks.txt"));
    const { document } = editor;
    const place = rangeOf(document, "国家能源局", 1).start.translate(0, 2);
    editor.selection = new vscode.Selection(place, place);
    const done = vscode.commands.executeCommand("tifa.explainMention");
    await pause(quiet);
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await done;
    await eventually(
      () => document.getText(vscode.window.activeTextEditor?.selection),
      (text) => assert.equal(text, "国家能源局"),
    );
  });

  test("an explanation reads well", () => {
    const explanation: Explanation = {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      text: "陆启明",
      type: "official",
      outcome: "marked",
      rule: "post-before-name",
      score: 0.9,
      cue: "省委书记",
    };
    const { label, description, detail } = explanationItem(explanation);
    assert.equal(label, "$(check) 陆启明");
    assert.equal(description, "marked as official");
    assert.equal(detail, "rule post-before-name · score 0.90 · because of “省委书记”");
    const overruled = explanationItem({ ...explanation, outcome: "overruled", score: undefined, cue: undefined });
    assert.equal(overruled.label, "$(arrow-swap) 陆启明");
    assert.equal(overruled.detail, "rule post-before-name");
    const yielding = explanationItem({
      ...explanation,
      outcome: "overruled",
      rule: "bare-name < known-name",
      cue: undefined,
    });
    assert.equal(yielding.detail, "rule bare-name, which gave way to rule known-name · score 0.90");
    assert.match(explanationItem({ ...explanation, outcome: "refused" }).description ?? "", /not marked/);
  });

  test("the server can be restarted, and paints again", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const { server, highlights } = await tifa();
    const states: string[] = [];
    const listening = server.onDidChangeState((state) => states.push(state));
    let painted = 0;
    const painting = server.onHighlights(({ uri }) => {
      if (uri === document.uri.toString()) painted++;
    });
    try {
      await vscode.commands.executeCommand("tifa.restartServer");
      assert.equal(server.state, "running");
      assert.deepEqual(states, ["starting", "running"]);
      await eventually(
        () => painted,
        (times) => assert.ok(times > 0),
      );
      assert.ok(highlights.ranges(document.uri).official.length > 0);
    } finally {
      listening.dispose();
      painting.dispose();
    }
  });

  test("a server that is killed comes back and paints again", async function () {
    if (process.platform === "win32") this.skip();
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const { server, highlights } = await tifa();
    const before = serverProcesses();
    assert.equal(before.length, 1, `server processes: ${before.join(" ")}`);
    let painted = 0;
    const painting = server.onHighlights(({ uri }) => {
      if (uri === document.uri.toString()) painted++;
    });
    try {
      process.kill(Number(before[0]), "SIGKILL");
      await eventually(
        () => painted,
        (times) => assert.ok(times > 0),
      );
      assert.equal(server.state, "running");
      assert.ok(highlights.ranges(document.uri).official.length > 0);
      assert.notDeepEqual(serverProcesses(), before);
    } finally {
      painting.dispose();
    }
  });
});

/** The processes of the language server that this extension host has started. */
function serverProcesses(): string[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((found) =>
      found?.[2] === String(process.pid) && found[3]?.includes("dist/server.js") ? (found[1] ?? []) : [],
    );
}
