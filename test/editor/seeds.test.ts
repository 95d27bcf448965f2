import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import {
  closeAll,
  entitiesOf,
  entityNamed,
  eventually,
  openArticle,
  paintedTexts,
  rangeOf,
  sample,
  seedNames,
  seedsFolder,
  showEntities,
  tifa,
} from "./support.js";

const folder = seedsFolder();
const names = seedNames(folder);

/** Puts a seed into the workspace, which is a copy of its own, and opens it there. */
async function openSeed(number: string): Promise<vscode.TextDocument> {
  const name = names.find((one) => one.startsWith(number));
  assert.ok(folder && name, `there is no seed ${number}`);
  const uri = sample(`seeds/${name}`);
  await vscode.workspace.fs.writeFile(uri, readFileSync(join(folder, name)));
  return (await openArticle(uri)).document;
}

/** Waits for the highlights that word segmentation sharpens as well. */
async function officials(document: vscode.TextDocument, check: (texts: string[]) => void): Promise<void> {
  await eventually(() => paintedTexts(document, "official"), check);
}

suite("Real articles", () => {
  suiteSetup(function () {
    if (folder) return;
    console.log("      The real articles are not here (TIFA_SHARED names their folder): these tests are skipped.");
    this.skip();
  });
  teardown(closeAll);

  const leaders: Record<string, string> = {
    "000": "景俊海",
    "001": "景俊海",
    "002": "景俊海",
    "003": "韩俊",
    "004": "胡玉亭",
  };
  for (const [number, leader] of Object.entries(leaders)) {
    test(`${number} is detected, painted, hovered, listed and jumped through`, async () => {
      const document = await openSeed(number);
      await officials(document, (texts) =>
        assert.ok(texts.filter((text) => text === leader).length > 1, texts.join(" ")),
      );
      for (const name of ["agency", "slogan"] as const)
        assert.ok((await paintedTexts(document, name)).length > 2, name);

      const place = rangeOf(document, leader).start.translate(0, 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        place,
      );
      assert.match(
        hovers
          .flatMap(({ contents }) => contents)
          .map((one) => (typeof one === "string" ? one : one.value))
          .join(""),
        new RegExp(leader),
      );

      const { roots } = await showEntities(document);
      const { mentions } = entityNamed(roots, "official", leader).entity;
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(place, place);
      const seen = new Set<number>();
      for (let i = 0; i < mentions.length; i++) {
        await vscode.commands.executeCommand("tifa.nextMention");
        assert.equal(document.getText(editor.selection), leader);
        seen.add(document.offsetAt(editor.selection.start));
      }
      assert.equal(seen.size, mentions.length);
    });
  }

  for (const number of ["000", "001"]) {
    test(`${number} has the slogan that markup cuts apart painted in its two parts`, async () => {
      const document = await openSeed(number);
      const texts = await paintedTexts(document, "slogan");
      const first = texts.indexOf("六");
      assert.ok(first >= 0, texts.join(" "));
      assert.equal(texts[first + 1], "新产业");
      const { roots } = await showEntities(document);
      assert.equal(entityNamed(roots, "slogan", "六新产业").entity.mentions.length, 1);
    });

    test(`${number} has the two names that run together in the headline painted one by one`, async () => {
      const document = await openSeed(number);
      await officials(document, (texts) => assert.deepEqual(texts.slice(0, 2), ["景俊海", "韩俊"]));
    });
  }

  test("003 has the bare list of names painted and listed", async () => {
    const document = await openSeed("003");
    await officials(document, (texts) => {
      for (const name of ["吴靖平", "王子联", "安桂武"]) assert.ok(texts.includes(name), name);
    });
    const { roots } = await showEntities(document);
    const listed = entitiesOf(roots, "official").map(({ entity }) => entity.name);
    for (const name of ["吴靖平", "王子联", "安桂武"]) assert.ok(listed.includes(name), name);
  });

  const metadata: Record<string, { title: string; details: string[] }> = {
    "002": { title: "深入对接创新资源", details: ["2022-03-04T11:59:53", "吉林日报", "冯雅君"] },
    "004": { title: "落实中央重大战略决策", details: ["2023-11-12T21:33", "李岩", "崔理斯"] },
  };
  for (const [number, { title, details }] of Object.entries(metadata)) {
    test(`${number}, a plain text, has its metadata in the view's title and in the outline`, async () => {
      const document = await openSeed(number);
      const shown = await showEntities(document);
      assert.ok(shown.title?.startsWith(`Entities · ${title}`), shown.title);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      assert.ok(symbols.some(({ name }) => name.startsWith(title)));
      const found = symbols.map(({ detail }) => detail).join(" | ");
      for (const detail of details) assert.ok(found.includes(detail), `${detail} in ${found}`);
    });
  }

  test("the view is there for them all in turn", async () => {
    const { view } = await tifa();
    for (const number of Object.keys(leaders)) {
      const document = await openSeed(number);
      const { uri, roots } = await showEntities(document);
      assert.equal(uri, document.uri.toString());
      assert.ok(roots.every((root) => root.uri === uri));
    }
    assert.ok((await view.shown()).roots.length >= 3);
  });
});
