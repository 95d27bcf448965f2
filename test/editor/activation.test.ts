import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { classSettings, defaults, highlightClasses } from "../../src/client/settings.js";
import { defaultSettings } from "../../src/service/settings.js";
import { extension, tifa } from "./support.js";

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Record<string, { readonly default: unknown }> }[];
    readonly commands: readonly { readonly command: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Record<string, readonly { readonly command?: string }[]>;
  };
}

function manifest(): Manifest {
  return extension().packageJSON as Manifest;
}

function readJson(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(extension().extensionPath, name), "utf8")) as Record<string, string>;
}

suite("Activation", () => {
  test("takes less than 50 ms", async () => {
    const { activationTime } = await tifa();
    assert.ok(activationTime < 50, `activation took ${activationTime.toFixed(1)} ms`);
    console.log(`      activation: ${activationTime.toFixed(1)} ms`);
  });

  test("does not load the language client", () => {
    const source = readFileSync(join(extension().extensionPath, "dist/extension.js"), "utf8");
    assert.ok(source.length < 300_000, `dist/extension.js has ${source.length} characters`);
    assert.ok(source.includes('require("./node-client.js")'), "nothing requires the client's bundle");
  });

  test("registers every command that the manifest contributes", async () => {
    await tifa();
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = manifest().contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
    const known = new Set(contributed);
    const used = [
      ...manifest().contributes.keybindings.map(({ command }) => command),
      ...Object.values(manifest().contributes.menus).flatMap((items) => items.flatMap(({ command }) => command ?? [])),
    ];
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  test("the manifest's defaults are those of the code", () => {
    const declared = Object.assign(
      {},
      ...manifest().contributes.configuration.map(({ properties }) => properties),
    ) as Record<string, { readonly default: unknown }>;
    const expected = Object.fromEntries(
      Object.entries({ ...defaults, ...defaultSettings }).map(([name, value]) => [`tifa.${name}`, value]),
    );
    assert.deepEqual(
      Object.fromEntries(Object.entries(declared).map(([name, value]) => [name, value.default])),
      expected,
    );
  });

  test("every class has its colours for all kinds of theme", () => {
    const { colors } = manifest().contributes;
    const ids = new Map(colors.map((color) => [color.id, color.defaults]));
    for (const name of highlightClasses.filter((one) => one !== "boilerplate")) {
      const needed = name === "candidate" ? ["underline"] : ["background", "underline"];
      for (const part of needed) {
        const given = ids.get(`tifa.${name}.${part}`);
        assert.deepEqual(
          Object.keys(given ?? {}).sort(),
          ["dark", "highContrast", "highContrastLight", "light"],
          `tifa.${name}.${part}`,
        );
      }
    }
    assert.equal(Object.keys(classSettings).length, highlightClasses.length);
  });

  test("every text of the manifest is there in both languages", () => {
    const used = [
      ...readFileSync(join(extension().extensionPath, "package.json"), "utf8").matchAll(/"%([^%"]+)%"/g),
    ].map(([, key]) => key);
    const wanted = [...new Set(used)].sort();
    for (const name of ["package.nls.json", "package.nls.zh-cn.json"]) {
      const texts = readJson(name);
      assert.deepEqual(Object.keys(texts).sort(), wanted, name);
      assert.deepEqual(
        Object.entries(texts).filter(([, text]) => text.trim() === ""),
        [],
        name,
      );
    }
  });
});
