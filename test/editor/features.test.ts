import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, eventually, openArticle, rangeOf, sample } from "./support.js";

async function hoverAt(document: vscode.TextDocument, text: string, occurrence = 0): Promise<string> {
  const place = rangeOf(document, text, occurrence).start.translate(0, 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    place,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

suite("Language features", () => {
  teardown(closeAll);

  test("hover tells an official's post", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    assert.match(await hoverAt(document, "董怀瑾"), /董怀瑾[\s\S]*副书记/);
  });

  test("hover tells what a slogan means", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    assert.match(await hoverAt(document, "千万工程"), /千万工程[\s\S]*Green|千万工程[\s\S]*[Vv]illage/);
  });

  test("hover leads on to the profile page, and may run no other command", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      rangeOf(document, "董怀瑾").start,
    );
    const parts = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
    const trusted = parts.filter((part) => part.isTrusted);
    assert.equal(trusted.length, 1);
    assert.deepEqual(trusted[0]?.isTrusted, { enabledCommands: ["tifa.openProfile"] });
    assert.match(trusted[0]?.value ?? "", /\]\(command:tifa\.openProfile\?/);
  });

  test("hover works in both parts of a slogan that markup cuts apart", async () => {
    const { document } = await openArticle(sample("01-energy-talks.txt"));
    const cut = rangeOf(document, "五<span");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      cut.start,
    );
    // The card, and the way to the profile page.
    assert.equal(hovers.length, 2);
    assert.match(await hoverAt(document, "链融合"), /五链融合/);
  });

  test("no hover where there is no mention", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    assert.equal(await hoverAt(document, "抢抓晴好"), "");
  });

  test("the outline has headline, date, source and editors of the plain form", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const headline = symbols.find(({ name }) => name.startsWith("扛稳粮食安全责任"));
    assert.ok(headline, symbols.map(({ name }) => name).join(" | "));
    const details = symbols.map(({ detail }) => detail);
    for (const detail of ["2024-09-20T08:42:17", "澜江日报", "穆清和", "唐闻笛 柏舟"])
      assert.ok(details.includes(detail), details.join(" | "));
  });

  test("the outline has the title of the front matter", async () => {
    const { document } = await openArticle(sample("06-green-finance.md"));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    assert.ok(symbols.some(({ name }) => name === "澜江发布绿色金融改革三年行动方案"));
    assert.ok(symbols.some(({ detail }) => detail === "金融 绿色发展"));
  });

  test("the mentions of one entity light up together", async () => {
    const { document } = await openArticle(sample("01-energy-talks.txt"));
    const place = rangeOf(document, "纪文渊", 1).start;
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      "vscode.executeDocumentHighlights",
      document.uri,
      place,
    );
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      Array(4).fill("纪文渊"),
    );
  });

  test("front matter and furniture fold", async () => {
    const { document } = await openArticle(sample("01-energy-talks.txt"));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    const matter = folds.find(({ start }) => document.lineAt(start).text === "---");
    assert.equal(matter && document.lineAt(matter.end).text, "---");
    assert.ok(
      folds.some(({ start, end }) => start > 12 && end > start),
      JSON.stringify(folds),
    );
  });

  test("semantic tokens name the classes", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      document.uri,
    );
    const read: string[] = [];
    for (let i = 0, line = 0, column = 0; i < tokens.data.length; i += 5) {
      const [lines = 0, columns = 0, length = 0, type = 0] = tokens.data.slice(i, i + 4);
      column = lines === 0 ? column + columns : columns;
      line += lines;
      read.push(`${legend.tokenTypes[type]} ${document.lineAt(line).text.slice(column, column + length)}`);
    }
    for (const token of ["official 陆启明", "agency 省气象局", "slogan 千万工程", "byline 柏舟"])
      assert.ok(read.includes(token), token);
  });

  test("a word is a run of Chinese up to the next mark", async () => {
    const { document } = await openArticle(sample("03-harvest-meeting.txt"));
    const place = rangeOf(document, "藏粮于地").start;
    assert.equal(document.getText(document.getWordRangeAtPosition(place)), "越要把藏粮于地");
  });

  test("problems of the file are told and go again", async () => {
    const uri = sample("unclosed.policy");
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode("---\ntitle: 澜江省召开会议\n<p>会议指出，要抓好落实，推动各项任务落地见效。</p>\n"),
    );
    const { document } = await openArticle(uri);
    const problems = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "tifa");
    await eventually(problems, (found) => assert.equal(found.length, 1));
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(2, 0), "---\n"));
    await eventually(problems, (found) => assert.equal(found.length, 0));
    await document.save();
  });
});
