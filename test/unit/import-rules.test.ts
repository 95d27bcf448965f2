import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const src = join(root, "src");

interface Import {
  readonly from: string;
  /** A file below `src`, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** The files of the package's sources, relative to `src`, with forward slashes. */
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".ts"))
  .sort();

const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const path = join(src, from);
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier)) found.push({ from, to: targetOf(from, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal as ts.Expression, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  const names = clause.namedBindings;
  if (clause.isTypeOnly) return true;
  return (
    !clause.name &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((one) => one.isTypeOnly)
  );
}

function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return relative(src, join(src, dirname(from), specifier))
    .replaceAll("\\", "/")
    .replace(/\.js$/, ".ts");
}

type Rule = (to: string, one: Import) => boolean;
const below =
  (...folders: string[]): Rule =>
  (to) =>
    folders.some((folder) => to.startsWith(`${folder}/`));
const only =
  (...names: string[]): Rule =>
  (to) =>
    names.includes(to);
const builtin: Rule = (to) => to.startsWith("node:") && builtinModules.includes(to.slice(5));
const main: Rule = (_, { from }) => /^server\/(?:node|web)-main\.ts$/.test(from);
const either =
  (...rules: Rule[]): Rule =>
  (to, one) =>
    rules.some((rule) => rule(to, one));
const both =
  (...rules: Rule[]): Rule =>
  (to, one) =>
    rules.every((rule) => rule(to, one));
const types: Rule = (_, { typeOnly }) => typeOnly;

/** What each folder may import. */
const table: Readonly<Record<string, Rule>> = {
  core: either(below("core"), only("cheerio/slim", "yaml", "entities")),
  service: below("service", "core"),
  node: either(below("node", "core"), only("service/ports.ts"), builtin, only("nodejieba", "chardet", "yaml")),
  web: either(below("web", "core"), only("service/ports.ts")),
  protocol: either(below("protocol"), both(below("core", "service"), types)),
  server: either(
    below("server", "service", "protocol", "core"),
    only("vscode-languageserver", "vscode-languageserver-textdocument"),
    both(
      main,
      either(below("node", "web"), builtin, only("vscode-languageserver/node", "vscode-languageserver/browser")),
    ),
  ),
  client: either(
    below("client", "protocol"),
    only(
      "core/article/detect.ts",
      "vscode",
      "vscode-languageclient",
      "vscode-languageclient/node",
      "vscode-languageclient/browser",
    ),
  ),
  cli: either(below("cli", "core", "service", "node"), builtin, only("../package.json")),
};

describe("imports", () => {
  it.each(Object.entries(table))("of %s keep to the architecture", (folder, allowed) => {
    const own = imports.filter(({ from }) => from.startsWith(`${folder}/`));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((one) => !allowed(one.to, one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("come from no folder without a rule", () => {
    expect(files.filter((name) => table[name.split("/", 1)[0] ?? ""] === undefined)).toEqual([]);
  });

  it("name files that are there", () => {
    const known = new Set(files);
    expect(
      imports.filter(({ to }) => to.endsWith(".ts") && !known.has(to)).map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([]);
  });

  it("do not go round in circles at run time", () => {
    const graph = new Map<string, string[]>(files.map((name) => [name, []]));
    for (const { from, to, typeOnly } of imports) if (!typeOnly && graph.has(to)) graph.get(from)?.push(to);
    expect(circlesIn(graph)).toEqual([]);
  });
});

/** Each circle as the path that closes it. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (name: string): void => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      circles.push([...path.slice(path.indexOf(name)), name].join(" → "));
      return;
    }
    state.set(name, "open");
    path.push(name);
    for (const next of graph.get(name) ?? []) visit(next);
    path.pop();
    state.set(name, "done");
  };
  for (const name of graph.keys()) visit(name);
  return circles;
}

it("finds a circle where there is one", () => {
  expect(
    circlesIn(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["b"]],
      ]),
    ),
  ).toEqual(["b → c → b"]);
});

it("core compiles with the types of neither Node nor the DOM", { timeout: 120_000 }, () => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const run = () =>
    execFileSync(process.execPath, [tsc, "-p", join(src, "core"), "--noEmit"], { encoding: "utf8", stdio: "pipe" });
  expect(run).not.toThrow();
});
