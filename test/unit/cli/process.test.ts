import { execFile, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { plainArticle } from "../support/articles.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let folder = "";
let cli = "";

beforeAll(async () => {
  mkdirSync(join(root, "out"), { recursive: true });
  folder = mkdtempSync(join(root, "out", "cli-"));
  cli = join(folder, "cli.cjs");
  await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: cli,
    external: ["nodejieba"],
    logOverride: { "empty-import-meta": "silent" },
  });
  copyFileSync(inject("lexicon"), join(folder, "lexicon.json"));
  writeFileSync(join(folder, "a.txt"), plainArticle);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("runs as a program", async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    cli,
    "annotate",
    "--format",
    "jsonl",
    join(folder, "a.txt"),
  ]);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject({ form: "plain", title: "贺云舟会见中国华电集团客人" });
});

it("ends with code 2 on wrong usage", async () => {
  const failed = promisify(execFile)(process.execPath, [cli, "annotate"], { env: { LANG: "en" } });
  await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("Name at least one file") });
});

it("ends quietly when its reader has seen enough", async () => {
  for (let i = 0; i < 40; i++) writeFileSync(join(folder, `many-${i}.txt`), plainArticle);
  const child = spawn(process.execPath, [cli, "annotate", "--no-segmenter", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, err]).toEqual([0, ""]);
});

it("tells in one sentence that the lexicon is not beside it", async () => {
  rmSync(join(folder, "lexicon.json"));
  const failed = promisify(execFile)(process.execPath, [cli, "annotate", join(folder, "a.txt")]);
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^tifa: The lexicon .* cannot be read .*; build or install Tifa again\n$/),
  });
});
