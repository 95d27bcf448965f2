import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import texts from "../../../l10n/bundle.l10n.zh-cn.json";
import manifest from "../../../package.json";
import titles from "../../../package.nls.json";
import { exportFormats } from "../../../src/core/export/export-files.js";
import { run } from "./run.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const walkthrough = readFileSync(join(root, "WALKTHROUGH.md"), "utf8");
const articles = [...walkthrough.matchAll(/^`([^`]+\.txt)`\n\n```text\n([\s\S]*?)```$/gm)].map(
  ([, name = "", text = ""]) => ({ name, text }),
);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tifa-walkthrough-"));
  for (const { name, text } of articles) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Annotated {
  readonly form: string;
  readonly mentions: readonly { readonly type: string; readonly text: string; readonly entity: string }[];
}

async function annotate(): Promise<Annotated[]> {
  const { out } = await run(["annotate", "--format", "jsonl", folder]);
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Annotated);
}

describe("the walkthrough", () => {
  it("tells of its articles what is so", async () => {
    const [talks, visit] = await annotate();
    expect([talks?.form, visit?.form]).toEqual(["plain", "plain"]);
    const slogans = (one: Annotated | undefined) =>
      one?.mentions.filter(({ type, text }) => type === "slogan" && text === "绿电走廊").length;
    expect([slogans(talks), slogans(visit)]).toEqual([1, 0]);
    const officials = new Set(talks?.mentions.filter(({ type }) => type === "official").map(({ text }) => text));
    expect(officials).toEqual(new Set(["林牧川", "顾安", "安定", "麻建东"]));
    const anchor = { exact: "绿电走廊", prefix: "", suffix: "", start: 0, end: 4 };
    mkdirSync(join(folder, ".tifa"));
    writeFileSync(
      join(folder, ".tifa/workspace.jsonl"),
      `${JSON.stringify({ tifa: "annotations", version: 1 })}\n${JSON.stringify({
        id: "d-1",
        kind: "decision",
        verdict: "accept",
        scope: "workspace",
        type: "slogan",
        anchor,
        at: "2026-01-01T00:00:00.000Z",
      })}\n`,
    );
    expect((await annotate()).map(slogans)).toEqual([1, 2]);
    for (const words of ["抽水蓄能项目", "清洁能源消纳"])
      expect(articles.some(({ text }) => text.includes(words))).toBe(true);
  });

  it("exports by the commands that it names", async () => {
    const commands = [...walkthrough.matchAll(/^tifa export --format (\S+)\s+--out (\S+) \.$/gm)];
    expect(commands.length).toBeGreaterThan(2);
    for (const [, format = "", out = ""] of commands) {
      const { code } = await run(["export", "--format", format, "--out", join(folder, out), folder]);
      expect(code).toBe(0);
      expect(existsSync(join(folder, out))).toBe(true);
    }
    for (const format of exportFormats) expect(walkthrough).toContain(`\`${format}\``);
  });

  it("names commands by their titles, keys as they are bound, and pictures that are there", () => {
    const known = new Set([...Object.values(titles), ...Object.keys(texts)].map((title) => title.replace(/…$/, "")));
    const named = [...walkthrough.matchAll(/(?<!\*)\*([A-Z][A-Za-z ]+)…?\*(?!\*)/g)].map(([, title = ""]) => title);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((title) => !known.has(title))).toEqual([]);
    const chords = new Set(manifest.contributes.keybindings.map(({ key }) => key));
    const keys = [...walkthrough.matchAll(/<kbd>Ctrl\+K<\/kbd> <kbd>([^<]+)<\/kbd>/g)].map(
      ([, key = ""]) => `ctrl+k ${key.toLowerCase()}`,
    );
    expect(keys.length).toBeGreaterThan(4);
    expect(keys.filter((key) => !chords.has(key))).toEqual([]);
    const pictures = [...walkthrough.matchAll(/\]\((media\/[^)]+)\)/g)].map(([, path = ""]) => path);
    expect(pictures.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
