import * as assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { extension, sample } from "./support.js";

interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): { tokens: { startIndex: number; endIndex: number; scopes: string[] }[]; ruleStack: unknown };
}
interface TextMate {
  readonly INITIAL: unknown;
  Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(content: string, path: string): unknown;
}
interface Oniguruma {
  loadWASM(data: Uint8Array): Promise<void>;
  OnigScanner: new (patterns: string[]) => object;
  OnigString: new (text: string) => object;
}

/** VS Code's own grammar engine, which it gives extensions no other way to. */
function engineFolder(): string | undefined {
  return ["node_modules", "node_modules.asar"]
    .map((name) => join(vscode.env.appRoot, name))
    .find((folder) => existsSync(join(folder, "vscode-textmate")));
}

function grammarFile(scope: string): string | undefined {
  for (const { extensionPath, packageJSON } of vscode.extensions.all) {
    const grammars =
      (packageJSON as { contributes?: { grammars?: { scopeName: string; path: string }[] } }).contributes?.grammars ??
      [];
    const found = grammars.find(({ scopeName }) => scopeName === scope);
    if (found) return join(extensionPath, found.path);
  }
  return undefined;
}

async function loadGrammar(modules: string): Promise<{ grammar: Grammar; initial: unknown }> {
  const textmate = require(join(modules, "vscode-textmate")) as TextMate;
  const oniguruma = require(join(modules, "vscode-oniguruma")) as Oniguruma;
  await oniguruma
    .loadWASM(readFileSync(join(modules.replace(/\.asar$/, ".asar.unpacked"), "vscode-oniguruma/release/onig.wasm")))
    .catch(() => undefined);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const file =
        scope === "text.html.policy-article"
          ? join(extension().extensionPath, "syntaxes/policy-article.tmLanguage.json")
          : grammarFile(scope);
      return file ? textmate.parseRawGrammar(readFileSync(file, "utf8"), file) : null;
    },
  });
  const grammar = await registry.loadGrammar("text.html.policy-article");
  assert.ok(grammar, "the grammar is not valid");
  return { grammar, initial: textmate.INITIAL };
}

suite("Grammar", () => {
  let loaded: { grammar: Grammar; initial: unknown };

  suiteSetup(async function () {
    const modules = engineFolder();
    if (modules) loaded = await loadGrammar(modules);
    else {
      console.log("      This VS Code holds no grammar engine to load: these tests are skipped.");
      this.skip();
    }
  });

  /** The scopes of the first occurrence of a text. */
  function scopesOf(source: string, text: string): string {
    let state = loaded.initial;
    for (const line of source.split(/\r?\n/)) {
      const { tokens, ruleStack } = loaded.grammar.tokenizeLine(line, state);
      state = ruleStack;
      const at = line.indexOf(text);
      const token = tokens.find(({ startIndex, endIndex }) => at >= startIndex && at < endIndex);
      if (at >= 0 && token) return token.scopes.join(" ");
    }
    return assert.fail(`“${text}” is not in the text`);
  }

  async function read(name: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(sample(name)));
  }

  test("front matter below a blank line is YAML, and what follows is HTML", async () => {
    const source = await read("01-energy-talks.txt");
    assert.match(scopesOf(source, "---"), /punctuation\.definition\.frontmatter\.begin/);
    assert.match(scopesOf(source, "title"), /meta\.embedded\.block\.frontmatter.*entity\.name\.tag\.yaml/);
    assert.match(scopesOf(source, "陆启明纪文渊"), /string\.quoted\.single\.yaml/);
    assert.match(scopesOf(source, "cms-style"), /meta\.tag\.structure\.p.*entity\.other\.attribute-name/);
    assert.match(scopesOf(source, "一江两翼"), /meta\.quotation/);
    assert.match(scopesOf(source, "“一江两翼"), /string\.other\.quotation-mark\.begin/);
    assert.match(scopesOf(source, "正文结束"), /comment\.block\.html/);
    assert.match(scopesOf(source, "6月13日"), /constant\.numeric\.date/);
    assert.doesNotMatch(scopesOf(source, "在京期间"), /markup\.heading|string|meta\.embedded/);
  });

  test("front matter on the first line is YAML as well", async () => {
    const source = await read("06-green-finance.md");
    assert.match(scopesOf(source, "categories"), /entity\.name\.tag\.yaml/);
    assert.match(scopesOf(source, "澜江省绿色金融改革创新"), /entity\.name\.type\.work/);
    assert.match(scopesOf(source, "1.2万亿元"), /constant\.numeric/);
    assert.match(scopesOf(source, "本报记者"), /keyword\.other\.label/);
  });

  test("a plain text has its headline, date line and credits", async () => {
    const source = await read("03-harvest-meeting.txt");
    assert.match(scopesOf(source, "首页"), /comment\.line\.navigation/);
    assert.match(scopesOf(source, "扛稳粮食安全责任"), /markup\.heading/);
    assert.match(scopesOf(source, "2024-09-20"), /meta\.date-line.*constant\.numeric\.date/);
    assert.match(scopesOf(source, "责编"), /meta\.date-line.*keyword\.other\.label/);
    assert.match(scopesOf(source, "原标题"), /keyword\.other\.label/);
    assert.match(scopesOf(source, "千万工程"), /meta\.quotation/);
    assert.doesNotMatch(scopesOf(source, "陆启明指出"), /markup\.heading|meta\.date-line|comment/);
  });

  test("a plain text below a blank line keeps its forms", () => {
    const source = "\n全省防汛工作会议在宁川召开\n\n宁川日报 2021-06-25 09:30\n\n责任编辑：裴一诺\n";
    assert.match(scopesOf(source, "全省防汛"), /markup\.heading/);
    assert.match(scopesOf(source, "2021-06-25"), /meta\.date-line/);
    assert.match(scopesOf(source, "责任编辑"), /meta\.credit.*keyword\.other\.label/);
  });

  test("a quotation that is never closed ends with its paragraph", () => {
    const source = "第一段说“没有结束的引文，后面还有话。\n第二段应当恢复正常的颜色，不受影响。\n";
    assert.match(scopesOf(source, "没有结束"), /meta\.quotation/);
    assert.doesNotMatch(scopesOf(source, "第二段"), /meta\.quotation/);
  });

  test("a dashed line in a plain text begins no front matter", () => {
    const source = "全省防汛工作会议在宁川召开\n\n---\n\n会议指出，要落实责任。\n";
    assert.doesNotMatch(scopesOf(source, "会议指出"), /meta\.embedded/);
  });
});
