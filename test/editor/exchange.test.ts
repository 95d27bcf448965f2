import * as assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { withoutRecords } from "../../src/core/annotation/store.js";
import { AnnotationFolder } from "../../src/node/annotation-store.js";
import { type AnnotateResult, type AnnotationAction, annotateRequest } from "../../src/protocol/annotation.js";
import type { ExportFormat, ExportParams, ExportResult, ImportResult } from "../../src/protocol/exchange.js";
import { closeAll, eventually, openArticle, pause, quiet, rangeOf, sample, tifa, workspaceFolder } from "./support.js";

const talks = "01-energy-talks.txt";
const formats: readonly (readonly [ExportFormat, readonly string[]])[] = [
  ["w3c", ["01-energy-talks.jsonld"]],
  ["brat", ["01-energy-talks.ann", "01-energy-talks.txt", "annotation.conf", "visual.conf"]],
  ["conll", ["01-energy-talks.conll"]],
  ["jsonl", ["annotations.jsonl"]],
  ["label-studio", ["label-studio.json", "label-studio.xml"]],
  ["tei", ["01-energy-talks.xml"]],
  ["csv", ["annotations.csv"]],
  ["html", ["annotations.html"]],
];

suite("Export, import and agreement", () => {
  let out = "";
  const store = () => new AnnotationFolder(workspaceFolder().fsPath);
  const records = async () => [...(await store().read({ article: talks })).store.records.values()];

  setup(async () => {
    out = mkdtempSync(join(tmpdir(), "tifa-exchange-"));
    const { document } = await openArticle(sample(talks));
    const uri = document.uri.toString();
    const { server } = await tifa();
    const does = async (action: AnnotationAction) => {
      const result = await server.request<AnnotateResult>(annotateRequest, { uri, action });
      assert.equal(result?.done, true, `${action.kind}: ${result?.message}`);
    };
    // A range of the editor's own is written otherwise than one of the protocol.
    const at = (words: string) => {
      const { start, end } = rangeOf(document, words);
      return {
        start: { line: start.line, character: start.character },
        end: { line: end.line, character: end.character },
      };
    };
    const agency = { range: at("国家能源局"), type: "agency" };
    await does({ kind: "accept", mention: agency, scope: "mention" });
    await does({ kind: "mark", range: at("交换意见"), type: "slogan", scope: "mention" });
    await does({ kind: "note", range: at("国家能源局"), text: "=待核 #复核" });
    assert.equal((await records()).length, 3);
  });

  teardown(async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    await closeAll();
    rmSync(join(workspaceFolder().fsPath, ".tifa"), { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
    await nothingAnnotated();
  });

  /** Waits until the server knows that the annotations are gone. */
  async function nothingAnnotated(): Promise<void> {
    const result = async () => exported({ format: "jsonl", settled: true, out: uriOf(mkdtempSync(`${out}-`)) });
    await eventually(result, (done) => {
      const [file] = done?.files ?? [];
      assert.ok(file !== undefined, done?.message);
      const path = vscode.Uri.parse(file).fsPath;
      const { label } = JSON.parse(readFileSync(path, "utf8"));
      rmSync(join(path, ".."), { recursive: true, force: true });
      assert.deepEqual(label, []);
    });
  }

  const uriOf = (path: string) => vscode.Uri.file(path).toString();
  const exported = async (params: Partial<ExportParams>): Promise<ExportResult | undefined> =>
    vscode.commands.executeCommand<ExportResult | undefined>("tifa.exportAnnotations", {
      of: sample(talks).toString(),
      settled: true,
      out: uriOf(out),
      ...params,
    });

  for (const [format, names] of formats) {
    test(`${format}: the article that is open is written with what was decided`, async () => {
      const result = await exported({ format });
      assert.equal(result?.done, true, result?.message);
      assert.deepEqual(readdirSync(out).sort(), names);
      const all = names.map((name) => readFileSync(join(out, name), "utf8")).join("\n");
      assert.match(all, format === "conll" ? /交\tB-slogan\n换\tI-slogan\n意\tI-slogan\n见\tI-slogan\n/ : /待核/);
      if (format === "csv") assert.match(all, /^\uFEFFpath,[\s\S]*,'=待核/);
      if (format === "jsonl") assert.equal(JSON.parse(all).label.length, 2);
    });
  }

  test("what is not said is asked", async () => {
    const exporting = vscode.commands.executeCommand<ExportResult | undefined>("tifa.exportAnnotations", {
      out: uriOf(out),
    });
    // The format, the articles, how much: the first of each.
    for (let i = 0; i < 3; i++) {
      await pause(quiet);
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    }
    const result = await exporting;
    assert.equal(result?.done, true, result?.message);
    assert.deepEqual(readdirSync(out), ["annotations.html"]);
    assert.match(readFileSync(join(out, "annotations.html"), "utf8"), /<!doctype html>/i);
  });

  test("all articles of the folder go into one file, which is not replaced unasked", async () => {
    const all = { format: "csv", of: workspaceFolder().toString(), settled: false } as const;
    const first = await exported(all);
    assert.equal(first?.done, true, first?.message);
    const target = join(out, "annotations.csv");
    for (const name of readdirSync(workspaceFolder().fsPath))
      if (/^0\d-/.test(name)) assert.match(readFileSync(target, "utf8"), new RegExp(`^${name},`, "m"));
    writeFileSync(target, "mine");
    const { server } = await tifa();
    const refused = await server.request<ExportResult>("tifa/export", { ...all, out: uriOf(out), overwrite: false });
    assert.deepEqual(refused?.there, [target]);
    assert.equal(readFileSync(target, "utf8"), "mine");
    assert.equal((await exported({ ...all, overwrite: true }))?.done, true);
    assert.notEqual(readFileSync(target, "utf8"), "mine");
  });

  test("brat comes back as decisions and notes, and one undo takes them back", async () => {
    const result = await exported({ format: "brat" });
    assert.equal(result?.done, true, result?.message);
    const before = (await records()).map(({ id, kind }) => `${kind} ${id}`);
    await store().update({ article: talks }, (now) => withoutRecords(now, now.records.keys()));
    await nothingAnnotated();
    const imported = await vscode.commands.executeCommand<ImportResult | undefined>("tifa.importAnnotations", {
      from: [uriOf(join(out, "01-energy-talks.ann"))],
      acceptSuggestions: false,
      complete: false,
    });
    assert.equal(imported?.message, "Imported 3 annotations into 1 article.");
    assert.deepEqual(imported?.problems, []);
    assert.deepEqual((await records()).map(({ kind }) => kind).sort(), ["addition", "decision", "note"]);
    // Under the ids that they had.
    assert.deepEqual(
      (await records()).map(({ id, kind }) => `${kind} ${id}`),
      before,
    );
    await vscode.commands.executeCommand("tifa.undoAnnotation");
    await eventually(records, (left) => assert.deepEqual(left, []));
  });

  test("two copies are compared on a page, whose differences lead to their places", async () => {
    const copy = join(out, "copy");
    cpSync(workspaceFolder().fsPath, copy, { recursive: true });
    const [addition] = (await records()).filter(({ kind }) => kind === "addition");
    assert.ok(addition);
    await new AnnotationFolder(copy).update({ article: talks }, (now) => withoutRecords(now, [addition.id]));
    const [a, b] = [workspaceFolder().toString(), uriOf(copy)];
    await vscode.commands.executeCommand("tifa.compareAnnotations", { a, b });
    const { pages } = await tifa();
    const key = `agreement ${a} ${b}`;
    const page = pages.shown.get(key);
    assert.ok(page, [...pages.shown.keys()].join());
    assert.match(page.html, /Cohen/);
    assert.match(page.html, /only A: <strong>A<\/strong> slogan <span lang="zh-Hans">“交换意见”/);
    const place = page.targets.findIndex((target) => target.kind === "place");
    await pages.follow(key, place);
    await eventually(
      () => vscode.window.activeTextEditor,
      (editor) => assert.equal(editor?.document.getText(editor.selection), "交换意见"),
    );
    // Of what was decided there is one mark less on the one side.
    const settled = page.targets.findIndex((target) => target.kind === "choice" && target.value === "settled");
    await pages.follow(key, settled);
    await eventually(
      () => pages.shown.get(key)?.html ?? "",
      (html) =>
        assert.match(
          html,
          /<th scope="row">All<\/th><td class="number">1<\/td><td class="number">1<\/td><td class="number">0<\/td><td class="number">0\.667<\/td>/,
        ),
    );
  });
});
