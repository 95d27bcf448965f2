import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { childNamed, click, labels, samples, showArticles } from "./corpus-support.js";
import { closeAll, configure, eventually, pause, quiet, sample, tifa } from "./support.js";

const temporary = sample("notes/new-article.txt");

suite("Articles view", () => {
  teardown(async () => {
    (await tifa()).articles.setFilter("");
    await configure("articles.groupBy", undefined);
    await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
    await closeAll();
  });

  test("lists articles by year and month, the latest first", async () => {
    const view = await showArticles("date");
    const years = (await labels(view)).filter((label) => /^\d{4}$/.test(label));
    assert.deepEqual(years, ["2025", "2024", "2023", "2022", "2021"]);
    const year = await childNamed(view, undefined, "2023");
    assert.deepEqual(await labels(view, year), ["2023-11", "2023-06"]);
    const month = await childNamed(view, year, "2023-06");
    const item = view.getTreeItem(await childNamed(view, month, "陆启明纪文渊率队赴京与国家能源局商谈合作"));
    assert.match(String(item.description), /^2023-06-14 · \d+$/);
    assert.match(item.accessibilityInformation?.label ?? "", /^陆启明.*, 2023-06-14, .*Officials: \d+, Agencies: \d+/);
    assert.equal(view.getTreeItem(year).accessibilityInformation?.label, "2023, articles: 2");
    await click(item);
    await eventually(
      () => vscode.window.activeTextEditor?.document.uri.toString(),
      (uri) => assert.equal(uri, sample("01-energy-talks.txt").toString()),
    );
  });

  test("reads articles in GB18030", async () => {
    const view = await showArticles("date");
    const month = await childNamed(view, await childNamed(view, undefined, "2023"), "2023-11");
    const [label] = await labels(view, month);
    assert.match(label ?? "", /充电/);
  });

  test("lists articles by source", async () => {
    const view = await showArticles("source");
    const paper = await childNamed(view, undefined, "澜江日报");
    assert.ok((await labels(view, paper)).includes("扛稳粮食安全责任 奋力夺取秋粮丰收 全省秋收秋种现场推进会召开"));
    const all = await Promise.all((await view.getChildren()).map((group) => labels(view, group)));
    assert.equal(all.flat().length, new Set(all.flat()).size);
    assert.ok(all.flat().length >= samples.length);
  });

  test("lists entities with their articles, each at its mention", async () => {
    const view = await showArticles("entity");
    const officials = await childNamed(view, undefined, "Officials");
    const entity = await childNamed(view, officials, "纪文渊");
    assert.match(String(view.getTreeItem(entity).description), /^3/);
    assert.match(
      view.getTreeItem(entity).accessibilityInformation?.label ?? "",
      /^纪文渊, articles: 3, mentions: \d+, /,
    );
    const articles = await view.getChildren(entity);
    assert.deepEqual(
      articles.flatMap((node) => (node.kind === "article" ? [node.article.uri.split("/").at(-1)] : [])),
      ["05-charging-network.gb18030.txt", "01-energy-talks.txt", "02-factory-visit.html"],
    );
    const [, , third] = articles;
    assert.ok(third);
    await click(view.getTreeItem(third));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), sample("02-factory-visit.html").toString());
    assert.equal(editor.document.getText(editor.selection), "纪文渊");
  });

  test("filters as one types, by headline and by who is mentioned", async () => {
    const view = await showArticles("date");
    const found = async () => {
      const articles: string[] = [];
      const walk = async (node?: Parameters<typeof view.getChildren>[0]): Promise<void> => {
        for (const child of await view.getChildren(node)) {
          if (child.kind === "article") articles.push(child.article.uri.split("/").at(-1) ?? "");
          else await walk(child);
        }
      };
      await walk();
      return articles;
    };
    view.setFilter("防汛");
    await eventually(found, (names) => assert.deepEqual(names, ["04-flood-drill.policy"]));
    assert.match(String((await view.shown()).message), /“防汛” matches 1 of \d+ articles/);
    view.setFilter("国家能源局");
    await eventually(found, (names) => assert.deepEqual(names, ["01-energy-talks.txt"]));
    view.setFilter("没有这样的词");
    await eventually(found, (names) => assert.deepEqual(names, []));
    await vscode.commands.executeCommand("tifa.clearArticleFilter");
    await eventually(found, (names) => assert.ok(names.length >= samples.length));
    assert.equal((await view.shown()).message, undefined);
  });

  test("keeps the former filter when the input is left by Escape", async () => {
    const view = await showArticles("date");
    view.setFilter("澜江");
    await vscode.commands.executeCommand("tifa.filterArticles");
    await pause(200);
    view.setFilter("澜江日");
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await eventually(
      () => view.filter,
      (filter) => assert.equal(filter, "澜江"),
    );
  });

  test("follows files that are made, changed, renamed and deleted", async () => {
    const view = await showArticles("date");
    const inYear = async () => ((await labels(view)).includes("2020") ? await allOf2020() : []);
    const allOf2020 = async () => {
      const year = await childNamed(view, undefined, "2020");
      const months = await view.getChildren(year);
      return (await Promise.all(months.map((month) => labels(view, month)))).flat();
    };
    const write = (title: string) =>
      vscode.workspace.fs.writeFile(
        temporary,
        new TextEncoder().encode(
          `${title}\n2020-05-06 09:00:00 来源：澜江日报\n\n　　5月5日，澜江省委书记陆启明到宁川市调研。宁川市市长贺青岚参加调研。\n　　（记者 唐闻笛）\n\n责任编辑：穆清和\n`,
        ),
      );
    await write("陆启明到宁川市调研");
    await eventually(inYear, (found) => assert.deepEqual(found, ["陆启明到宁川市调研"]), 20_000);
    await write("陆启明在宁川市调研时强调");
    await eventually(inYear, (found) => assert.deepEqual(found, ["陆启明在宁川市调研时强调"]), 20_000);
    const moved = sample("notes/moved-article.txt");
    await vscode.workspace.fs.rename(temporary, moved);
    const { corpus } = await tifa();
    await eventually(
      async () => (await corpus.articles({ filter: "2020-05-06" })).map(({ uri }) => uri),
      (uris) => assert.deepEqual(uris, [moved.toString()]),
      20_000,
    );
    await vscode.workspace.fs.delete(moved);
    await eventually(inYear, (found) => assert.deepEqual(found, []), 20_000);
    await pause(quiet);
    assert.deepEqual(await inYear(), []);
  });
});
