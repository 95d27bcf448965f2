import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { isMeetingNode, type MeetingViewNode } from "../../src/client/meeting-items.js";
import { childNamed, click, indexed, linkNumber, pageTitled, showArticles } from "./corpus-support.js";
import {
  closeAll,
  configure,
  eventually,
  labelOf,
  openArticle,
  pause,
  quiet,
  rangeOf,
  sample,
  showEntities,
  tifa,
} from "./support.js";

suite("From article to article", () => {
  teardown(async () => {
    await configure("articles.groupBy", undefined);
    await closeAll();
  });

  test("goes to the previous and next article that mentions the entity under the cursor", async () => {
    await indexed();
    const editor = await openArticle(sample("01-energy-talks.txt"));
    const place = rangeOf(editor.document, "纪文渊", 1).start.translate(0, 1);
    editor.selection = new vscode.Selection(place, place);
    const here = () => {
      const active = vscode.window.activeTextEditor;
      return [active?.document.uri.path.split("/").at(-1), active?.document.getText(active.selection)];
    };
    await vscode.commands.executeCommand("tifa.previousArticle");
    await eventually(here, (now) => assert.deepEqual(now, ["02-factory-visit.html", "纪文渊"]));
    await openArticle(sample("02-factory-visit.html"));
    // Nothing lies before the first.
    await vscode.commands.executeCommand("tifa.previousArticle");
    await pause(quiet);
    assert.deepEqual(here(), ["02-factory-visit.html", "纪文渊"]);
    await vscode.commands.executeCommand("tifa.nextArticle");
    await eventually(here, (now) => assert.deepEqual(now, ["01-energy-talks.txt", "纪文渊"]));
  });

  test("shows the meetings of an article with who asked what", async () => {
    await indexed();
    const { document } = await openArticle(sample("01-energy-talks.txt"));
    await showEntities(document);
    const { view } = await tifa();
    let group: MeetingViewNode | undefined;
    await eventually(
      () => view.shown(),
      ({ meetings }) => {
        group = meetings[0];
        assert.ok(group?.kind === "meetings");
      },
    );
    assert.ok(group);
    assert.equal(labelOf(view.getTreeItem(group)), "Meetings");
    const [meeting] = view.getChildren(group);
    assert.ok(meeting?.kind === "meeting");
    assert.match(labelOf(view.getTreeItem(meeting)), /陆启明.*座谈.*国家能源局/);
    assert.match(String(view.getTreeItem(meeting).description), /2023-06-13/);
    const parts = view.getChildren(meeting).filter(isMeetingNode);
    const said = parts.filter((part) => part.kind === "meetingLine").map((part) => view.getTreeItem(part));
    assert.ok(said.some((item) => /^Asked/.test(String(item.description)) && /抽水蓄能/.test(labelOf(item))));
    const person = parts.find((part) => part.kind === "party" && part.party.name === "陆启明");
    assert.ok(person);
    await click(view.getTreeItem(person));
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), "陆启明");
    await vscode.commands.executeCommand("tifa.openProfile", person);
    await pageTitled("陆启明");
  });
});

suite("Pages", () => {
  teardown(async () => {
    await configure("articles.groupBy", undefined);
    await closeAll();
  });

  test("an official's profile tells posts and meetings, and its lines lead to their places", async () => {
    await indexed();
    const editor = await openArticle(sample("01-energy-talks.txt"));
    const place = rangeOf(editor.document, "陆启明").start.translate(0, 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("tifa.openProfile");
    const { key, html, targets } = await pageTitled("陆启明");
    assert.match(html, /Content-Security-Policy" content="default-src &#39;none&#39;/);
    for (const words of ["省委书记", "Posts over time", "Meetings", "2024-09-20", '<svg role="img"'])
      assert.ok(html.includes(words), words);
    const { pages } = await tifa();
    const harvest = targets.findIndex(
      (target) => target.kind === "place" && target.uri.endsWith("03-harvest-meeting.txt") && target.range,
    );
    assert.ok(harvest >= 0);
    await pages.follow(key, harvest);
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), sample("03-harvest-meeting.txt").toString());
    assert.equal(shown.document.getText(shown.selection), "陆启明");
    await pages.follow(key, linkNumber(html, "纪文渊"));
    await pageTitled("纪文渊");
    // A number that no link has leads nowhere.
    await pages.follow(key, 99_999);
    await pages.follow(key, -1);
  });

  test("a profile is up to date after an edit", async () => {
    await indexed();
    const editor = await openArticle(sample("03-harvest-meeting.txt"));
    const place = rangeOf(editor.document, "董怀瑾").start.translate(0, 1);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("tifa.openProfile");
    await pageTitled("董怀瑾");
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.Beside);
    const change = new vscode.WorkspaceEdit();
    change.insert(editor.document.uri, rangeOf(editor.document, "通报有关情况").end, ",省长董怀瑾作了补充");
    await vscode.workspace.applyEdit(change);
    await eventually(
      async () => (await pageTitled("董怀瑾")).html,
      (html) => assert.ok(html.includes("作了补充")),
    );
  });

  test("an agency's profile lists its people", async () => {
    const view = await showArticles("entity");
    const agencies = await childNamed(view, undefined, "Agencies");
    await vscode.commands.executeCommand("tifa.openProfile", await childNamed(view, agencies, "国家能源局"));
    const { html } = await pageTitled("国家能源局");
    assert.match(html, /齐远岫<\/a><\/strong> 副局长/);
    assert.ok(html.includes("Meetings"));
  });

  test("a slogan's profile draws its frequency and lists its contexts", async () => {
    const view = await showArticles("entity");
    const slogans = await childNamed(view, undefined, "Slogans (提法)");
    await vscode.commands.executeCommand("tifa.openProfile", await childNamed(view, slogans, "新质生产力"));
    const { key, html, targets } = await pageTitled("新质生产力");
    assert.match(html, /Articles that mention 新质生产力, by period: 2 in all/);
    const { pages } = await tifa();
    await pages.follow(key, linkNumber(html, "新质生产力"));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), "新质生产力");
    const yearly = targets.findIndex((target) => target.kind === "choice" && target.value === "year");
    await pages.follow(key, yearly);
    const bars = (text: string) => [...text.matchAll(/<title>(\d{4}): (\d)<\/title>/g)].map(([, a, b]) => `${a} ${b}`);
    assert.deepEqual(
      bars((await pageTitled("新质生产力")).html).filter((bar) => !bar.endsWith(" 0")),
      ["2023 1", "2025 1"],
    );
  });

  test("two articles are compared, the earlier first", async () => {
    await indexed();
    const chosen = [sample("01-energy-talks.txt"), sample("02-factory-visit.html")];
    await vscode.commands.executeCommand("tifa.compareArticles", chosen[0], chosen);
    const { key, html } = await pageTitled(/^Comparison: 纪文渊.* – 陆启明/);
    for (const words of ["Only in the earlier", "专精特新", "双碳", "纪文渊"]) assert.ok(html.includes(words), words);
    const { pages } = await tifa();
    await pages.follow(key, linkNumber(html, "双碳"));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.uri.toString(), chosen[0]?.toString());
    assert.equal(editor.document.getText(editor.selection), "双碳");
  });

  test("trends tell what is new between two periods", async () => {
    await indexed();
    await vscode.commands.executeCommand("tifa.showTrends");
    const { key, html, targets } = await pageTitled("Trends");
    assert.ok(html.includes("Between two periods"));
    assert.ok(html.includes("新质生产力"));
    const { pages } = await tifa();
    const choose = (name: string, value: string, of = targets) =>
      pages.follow(
        key,
        of.findIndex((one) => one.kind === "choice" && one.name === name && one.value === value),
      );
    await choose("unit", "year");
    const yearly = await pageTitled("Trends");
    assert.match(yearly.html, /2021 – 2025/);
    await choose("before", "2022", yearly.targets);
    const changed = await pageTitled("Trends");
    const vanished = /<h3>Vanished[\s\S]*?<\/div>/.exec(changed.html)?.[0] ?? "";
    assert.ok(vanished.includes("专精特新"), vanished);
  });
});
