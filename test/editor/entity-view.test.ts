import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { comparePositions } from "../../src/client/positions.js";
import {
  closeAll,
  configure,
  entitiesOf,
  entityNamed,
  eventually,
  labelOf,
  openArticle,
  painted,
  pause,
  quiet,
  rangeOf,
  sample,
  showEntities,
  tifa,
} from "./support.js";

suite("Entities view", () => {
  teardown(async () => {
    (await tifa()).view.setFilter("");
    await configure("entities.sortOrder", undefined);
    await closeAll();
  });

  test("lists classes, entities and mentions", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const { roots, title } = await showEntities(document);
    const { view } = await tifa();
    assert.equal(title, "Entities · 扛稳粮食安全责任 奋力夺取秋粮丰收 全省秋收秋种现场推进会召开");
    const classes = roots.map((root) => labelOf(view.getTreeItem(root)));
    assert.deepEqual(classes.slice(0, 3), ["Officials", "Agencies", "Slogans (提法)"]);
    const entity = entityNamed(roots, "official", "陆启明");
    const item = view.getTreeItem(entity);
    assert.equal(item.label, "陆启明");
    assert.match(String(item.description), /^3 · .*省委书记/);
    assert.match(item.accessibilityInformation?.label ?? "", /^陆启明, mentions: 3, /);
    const mentions = view.getChildren(entity);
    assert.equal(mentions.length, 3);
    for (const node of mentions) {
      assert.ok(node.kind === "mention");
      const { range, text } = node.mention;
      const shown = view.getTreeItem(node);
      assert.equal(
        document.getText(
          new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
        ),
        "陆启明",
      );
      assert.ok(typeof shown.label === "object");
      const [highlight] = shown.label.highlights ?? [];
      assert.equal(shown.label.label.slice(highlight?.[0], highlight?.[1]), text);
      assert.match(shown.accessibilityInformation?.label ?? "", new RegExp(`^Line ${range.start.line + 1}: .*陆启明`));
    }
  });

  test("shows a slogan that markup cuts apart as one", async () => {
    const { document } = await openArticle(sample("01-energy-talks.txt"));
    const { roots } = await showEntities(document);
    assert.equal(entityNamed(roots, "slogan", "五链融合").entity.mentions.length, 1);
  });

  test("sorts by place, count and name", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    await showEntities(document);
    const { view } = await tifa();
    const names = async () => entitiesOf((await view.shown()).roots, "official").map(({ entity }) => entity);
    const byPlace = await names();
    const places = byPlace.map(({ mentions }) => mentions[0]?.range.start ?? { line: 0, character: 0 });
    assert.deepEqual([...places].sort(comparePositions), places);
    await vscode.commands.executeCommand("tifa.sortByCount");
    await eventually(names, (entities) => {
      const counts = entities.map(({ mentions }) => mentions.length);
      assert.deepEqual(
        [...counts].sort((a, b) => b - a),
        counts,
      );
      assert.equal(entities[0]?.name, "陆启明");
    });
    await vscode.commands.executeCommand("tifa.sortByName");
    await eventually(names, (entities) =>
      assert.deepEqual(
        entities.map(({ name }) => name),
        // dong, ge, lu, ouyang, xing
        ["董怀瑾", "葛砚秋", "陆启明", "欧阳牧", "邢望舒"],
      ),
    );
    await vscode.commands.executeCommand("tifa.sortByPlace");
    await eventually(names, (entities) => assert.deepEqual(entities, byPlace));
  });

  test("filters by name and by post, and says so", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const all = await showEntities(document);
    const { view } = await tifa();
    view.setFilter("陆启明");
    let shown = await view.shown();
    assert.deepEqual(
      shown.roots.map((root) => root.kind === "class" && root.group.type),
      ["official"],
    );
    assert.match(String(shown.message), /陆启明.* 1 of \d+/);
    view.setFilter("副省长");
    shown = await view.shown();
    assert.ok(entitiesOf(shown.roots, "official").some(({ entity }) => entity.name === "葛砚秋"));
    view.setFilter("没有这样的词");
    shown = await view.shown();
    assert.deepEqual(shown.roots, []);
    assert.match(String(shown.message), /没有这样的词/);
    await vscode.commands.executeCommand("tifa.clearEntityFilter");
    shown = await view.shown();
    assert.equal(shown.roots.length, all.roots.length);
    assert.equal(shown.message, undefined);
  });

  test("keeps the former filter when the input is left by Escape", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    await showEntities(document);
    const { view } = await tifa();
    view.setFilter("陆");
    await vscode.commands.executeCommand("tifa.filterEntities");
    await pause(200);
    view.setFilter("陆启");
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await eventually(
      () => view.filter,
      (filter) => assert.equal(filter, "陆"),
    );
    await vscode.commands.executeCommand("tifa.filterEntities");
    await pause(200);
    view.setFilter("启明");
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await pause(quiet);
    assert.equal(view.filter, "启明");
  });

  test("follows the active editor", async () => {
    const first = await openArticle(sample("03-harvest-meeting.txt"));
    await showEntities(first.document);
    const second = await openArticle(sample("01-energy-talks.txt"));
    const { view } = await tifa();
    await eventually(
      () => view.shown(),
      ({ uri, roots, title }) => {
        assert.equal(uri, second.document.uri.toString());
        assert.equal(title, "Entities · 陆启明纪文渊率队赴京与国家能源局商谈合作");
        assert.ok(roots.length > 0);
      },
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sample("notes/reading-notes.md")));
    await eventually(
      () => view.shown(),
      ({ uri, roots, title }) => {
        assert.equal(uri, undefined);
        assert.deepEqual(roots, []);
        assert.equal(title, "Entities");
      },
    );
  });

  test("selects the entity under the cursor without taking the focus", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    await showEntities(document);
    const editor = await vscode.window.showTextDocument(document);
    const { view } = await tifa();
    for (const [name, occurrence] of [
      ["葛砚秋", 0],
      ["董怀瑾", 1],
    ] as const) {
      const place = rangeOf(document, name, occurrence).start.translate(0, 1);
      editor.selection = new vscode.Selection(place, place);
      await eventually(
        () => view.shown(),
        ({ selection }) => assert.ok(selection[0]?.kind === "entity" && selection[0].entity.name === name),
      );
    }
    // Typing still goes into the editor.
    await vscode.commands.executeCommand("type", { text: "" });
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  test("can be told not to follow the cursor", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    await showEntities(document);
    const editor = await vscode.window.showTextDocument(document);
    const { view } = await tifa();
    await configure("entities.followCursor", false);
    try {
      const place = rangeOf(document, "欧阳牧").start.translate(0, 1);
      editor.selection = new vscode.Selection(place, place);
      await pause(quiet);
      const { selection } = await view.shown();
      assert.ok(!(selection[0]?.kind === "entity" && selection[0].entity.name === "欧阳牧"));
    } finally {
      await configure("entities.followCursor", undefined);
    }
  });

  test("is up to date after an edit", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    await showEntities(document);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(rangeOf(document, "邢望舒").end, "、宁川市市长贺青岚"));
    await painted(document);
    const { view } = await tifa();
    await eventually(
      () => view.shown(),
      ({ roots, version }) => {
        assert.equal(version, document.version);
        entityNamed(roots, "official", "贺青岚");
      },
    );
  });

  test("goes to the mention that is clicked", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const { roots } = await showEntities(document);
    const { view } = await tifa();
    const [, second] = view.getChildren(entityNamed(roots, "official", "董怀瑾"));
    assert.ok(second);
    const { command } = view.getTreeItem(second);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.ok(editor.selection.isEqual(rangeOf(document, "董怀瑾", 1)));
  });
});
