import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { isMeetingNode } from "../../src/client/meeting-items.js";
import { childNamed, indexed, labels, pageTitled, showArticles } from "./corpus-support.js";
import {
  closeAll,
  configure,
  eventually,
  openArticle,
  rangeOf,
  sample,
  seedNames,
  seedsFolder,
  showEntities,
  tifa,
} from "./support.js";

const folder = seedsFolder();
const names = seedNames(folder);

function seed(number: string): vscode.Uri {
  const name = names.find((one) => one.startsWith(number));
  assert.ok(name, `there is no seed ${number}`);
  return sample(`corpus/${name}`);
}

suite("Across real articles", () => {
  suiteSetup(async function () {
    if (!folder) {
      console.log("      The real articles are not here (TIFA_SHARED names their folder): these tests are skipped.");
      this.skip();
    }
    for (const name of names) {
      await vscode.workspace.fs.writeFile(sample(`corpus/${name}`), readFileSync(join(folder, name)));
    }
    await indexed();
    const { corpus } = await tifa();
    await eventually(
      async () => (await corpus.articles({})).filter(({ uri }) => uri.includes("/corpus/")).length,
      (count) => assert.equal(count, names.length),
      30_000,
    );
  });
  suiteTeardown(async () => {
    if (folder) await vscode.workspace.fs.delete(sample("corpus"), { recursive: true });
  });
  teardown(async () => {
    await configure("articles.groupBy", undefined);
    await closeAll();
  });

  test("posts over time: who was governor when", async () => {
    const view = await showArticles("entity");
    const officials = await childNamed(view, undefined, "Officials");
    for (const [name, years] of [
      ["韩俊", "2021–2022"],
      ["胡玉亭", "2023"],
    ] as const) {
      await vscode.commands.executeCommand("tifa.openProfile", await childNamed(view, officials, name));
      const { html } = await pageTitled(name);
      assert.match(html, new RegExp(`<h3>[^<]*省长 · ${years}`), name);
    }
  });

  test("the meetings of each article, with asks and answers", async () => {
    for (const [number, count] of [
      ["000", 2],
      ["001", 2],
      ["002", 6],
      ["004", 2],
    ] as const) {
      const { document } = await openArticle(seed(number));
      await showEntities(document);
      const { view } = await tifa();
      await eventually(
        () => view.shown(),
        ({ uri, meetings }) => {
          assert.equal(uri, document.uri.toString());
          const [group] = meetings;
          assert.ok(group);
          const each = view.getChildren(group);
          assert.equal(each.length, count, number);
          for (const meeting of each) {
            const parts = view.getChildren(meeting).filter(isMeetingNode);
            assert.ok(parts.some((part) => part.kind === "party"));
            assert.ok(parts.some((part) => part.kind === "meetingLine"));
          }
        },
      );
    }
  });

  test("the next article of an official", async () => {
    const editor = await openArticle(seed("000"));
    const place = rangeOf(editor.document, "景俊海").start.translate(0, 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("tifa.nextArticle");
    await eventually(
      () => vscode.window.activeTextEditor,
      (active) => {
        assert.notEqual(active?.document.uri.toString(), editor.document.uri.toString());
        assert.equal(active?.document.getText(active.selection), "景俊海");
      },
    );
  });

  test("a changed wording", async () => {
    const pair = ["抽水蓄能三峡", "山水蓄能三峡"].map((wording) => {
      const name = names.find((one) => folder && readFileSync(join(folder, one), "utf8").includes(wording));
      assert.ok(name, wording);
      return seed(name.slice(0, 3));
    });
    await vscode.commands.executeCommand("tifa.compareArticles", pair[0], pair);
    const { html } = await pageTitled(/^Comparison: /);
    assert.match(html, /<del>抽<\/del>水蓄能三峡/);
    assert.match(html, /<ins>山<\/ins>水蓄能三峡/);
  });

  test("a year of the view", async () => {
    const view = await showArticles("date");
    const year = await childNamed(view, undefined, "2022");
    assert.ok((await labels(view, year)).length > 0);
  });
});
