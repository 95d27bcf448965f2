import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import { exportFormats } from "../../../src/core/export/export-files.js";
import { canonicalUri } from "../../../src/core/text/uris.js";
import { exchangeOnDisk } from "../../../src/node/exchange-port.js";
import { diskFiles } from "../../../src/node/workspace-files.js";
import { type AnnotateResult, undoRequest } from "../../../src/protocol/annotation.js";
import {
  type AgreementParams,
  type AgreementResult,
  agreementRequest,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type ImportParams,
  type ImportResult,
  importRequest,
} from "../../../src/protocol/exchange.js";
import { SampleFolder, sampleNames } from "../cli/annotated-samples.js";
import { type Connected, connect, type Setting } from "./connected.js";

const uriOf = (path: string) => canonicalUri(pathToFileURL(path).href);
const talks = "01-energy-talks.txt";

let folder: SampleFolder;
let out = "";
let connected: Connected | undefined;
const others: SampleFolder[] = [];

beforeEach(() => {
  folder = new SampleFolder();
  out = mkdtempSync(join(tmpdir(), "tifa-out-"));
});

afterEach(async () => {
  await connected?.client.sendRequest("shutdown");
  connected = undefined;
  for (const one of [folder, ...others.splice(0)]) one.done();
  rmSync(out, { recursive: true, force: true });
});

async function start(root = folder.root, setting: Setting = {}): Promise<Connected> {
  await connected?.client.sendRequest("shutdown");
  connected = await connect({
    folders: [uriOf(root)],
    host: { files: diskFiles, exchange: exchangeOnDisk },
    ...setting,
  });
  return connected;
}

/** Accepts two mentions, rejects one, adds a mark and a note. */
async function annotated(one: SampleFolder, by = "甲"): Promise<void> {
  await one.annotate(talks, by, [
    (a, { analysis }) => analysis.mentions[0] && a.accept(analysis.mentions[0]),
    (a, { analysis }) => analysis.mentions[1] && a.accept(analysis.mentions[1]),
    (a, { analysis }) => analysis.mentions[2] && a.reject(analysis.mentions[2]),
    (a, { analysis }) => {
      const at = analysis.article.text.indexOf("交换意见");
      return a.add({ start: at, end: at + 4 }, "slogan");
    },
    (a, { analysis }) => a.note(analysis.mentions[0]?.span ?? { start: 0, end: 2 }, "待核", ["复核"]),
  ]);
}

const asked = {
  export: (params: Partial<ExportParams>) =>
    connected?.client.sendRequest(exportRequest, {
      format: "jsonl",
      of: uriOf(folder.root),
      settled: false,
      out: uriOf(out),
      overwrite: false,
      ...params,
    }) as Promise<ExportResult>,
  import: (params: Partial<ImportParams> & Pick<ImportParams, "from">) =>
    connected?.client.sendRequest(importRequest, {
      format: "brat",
      acceptSuggestions: false,
      complete: false,
      ...params,
    }) as Promise<ImportResult>,
  agreement: (params: Partial<AgreementParams> & Pick<AgreementParams, "a" | "b">) =>
    connected?.client.sendRequest(agreementRequest, { settled: true, ...params }) as Promise<AgreementResult>,
};

describe("export from the editor", () => {
  it.each(exportFormats)("%s: writes every article of a folder, and no article of it changes", async (format) => {
    await annotated(folder);
    const before = folder.articles();
    await start();
    const result = await asked.export({ format });
    expect(result).toMatchObject({ done: true, there: [], problems: [] });
    expect(result.message).toMatch(/^Exported \d+ articles to \d+ files? in /);
    expect(result.files.length).toBeGreaterThan(0);
    for (const uri of result.files) expect(existsSync(exchangeOnDisk.pathOf(uri) ?? "")).toBe(true);
    const all = result.files.map((uri) => readFileSync(exchangeOnDisk.pathOf(uri) ?? "", "utf8")).join("\n");
    // CoNLL has no place for notes.
    if (format === "conll") expect(all).toContain("交\tB-slogan\n换\tI-slogan\n意\tI-slogan\n见\tI-slogan");
    else expect(all).toContain("待核");
    expect(folder.articles()).toEqual(before);
  });

  it("of one article that is open takes the text as it is in the editor", async () => {
    await annotated(folder);
    const { open } = await start();
    const source = readFileSync(folder.path(talks), "utf8");
    open(uriOf(folder.path(talks)), `${source}\n会后，林知微答记者问。\n`);
    const { done, files } = await asked.export({ of: uriOf(folder.path(talks)), settled: true });
    expect([done, files]).toEqual([true, [uriOf(join(out, "annotations.jsonl"))]]);
    const line = JSON.parse(readFileSync(join(out, "annotations.jsonl"), "utf8"));
    expect(line.text).toContain("林知微答记者问");
    expect(line.label.map(([start, end]: [number, number]) => line.text.slice(start, end))).toContain("交换意见");
    expect(line.label).toHaveLength(3);
  });

  it("replaces a file only when told to, and an article never", async () => {
    await start();
    await asked.export({ format: "csv" });
    const target = join(out, "annotations.csv");
    writeFileSync(target, "mine");
    const refused = await asked.export({ format: "csv" });
    expect(refused).toMatchObject({ done: false, there: [target], files: [] });
    expect(refused.message).toBe(`${target} is there already. Replace it?`);
    expect(readFileSync(target, "utf8")).toBe("mine");
    expect(await asked.export({ format: "csv", overwrite: true })).toMatchObject({ done: true });
    expect(readFileSync(target, "utf8")).not.toBe("mine");
    const before = folder.articles();
    const onto = await asked.export({ format: "brat", out: uriOf(folder.root), overwrite: true });
    expect(onto.done).toBe(false);
    expect(onto.message).toMatch(/is an article, which an export never replaces/);
    expect(folder.articles()).toEqual(before);
    expect(readdirSync(folder.root)).not.toContain("annotation.conf");
  });

  it("into a folder of the workspace does not take the last export for articles", async () => {
    await start();
    const inside = uriOf(join(folder.root, "export"));
    const first = await asked.export({ format: "brat", out: inside });
    const again = await asked.export({ format: "brat", out: inside, overwrite: true });
    expect(again).toMatchObject({ done: true, files: first.files });
  });

  it("says why it did nothing", async () => {
    await start();
    const file = join(out, "a");
    writeFileSync(file, "");
    expect((await asked.export({ out: uriOf(join(file, "b")) })).message).toMatch(
      /could not be written: a file stands where a folder is needed/,
    );
    expect((await asked.export({ of: uriOf(join(folder.root, "nowhere")) })).message).toMatch(
      /There is no policy article/,
    );
    expect((await asked.export({ out: "vscode-vfs://github/a/b" })).message).toMatch(/needs a folder on this computer/);
    await start(folder.root, { host: {}, locale: "zh-cn" });
    expect((await asked.export({})).message).toBe("此操作需要本机磁盘上的文件夹；请在本机打开该文件夹后重试。");
  });

  it("can be cancelled, and then writes nothing", async () => {
    const { client } = await start();
    const cancellation = new CancellationTokenSource();
    const params: ExportParams = {
      format: "csv",
      of: uriOf(folder.root),
      settled: false,
      out: uriOf(out),
      overwrite: false,
    };
    const exporting = client.sendRequest<ExportResult>(exportRequest, params, cancellation.token);
    cancellation.cancel();
    expect(await exporting).toMatchObject({ done: false, message: "The export was cancelled; nothing was written." });
    expect(readdirSync(out)).toEqual([]);
  });
});

describe("import in the editor", () => {
  it.each([
    ["brat", "brat"],
    ["jsonl", "jsonl"],
    ["label-studio", "jsonl"],
    ["w3c", "w3c"],
  ] as const)("%s: brings decisions and notes into a folder without any, as one action", async (written, format) => {
    await annotated(folder);
    await start();
    await asked.export({ format: written, settled: true });
    const other = new SampleFolder();
    others.push(other);
    await start(other.root);
    const from = [uriOf(written === "label-studio" ? join(out, "label-studio.json") : out)];
    const result = await asked.import({ from, format });
    expect(result).toMatchObject({ done: true, problems: [] });
    expect(result.articles).toEqual([{ uri: uriOf(other.path(talks)), annotations: 4 }]);
    expect(result.message).toBe("Imported 4 annotations into 1 article.");
    const { store } = await other.annotations.read({ article: talks });
    expect([...store.records.values()].map((record) => record.kind).sort()).toEqual([
      "addition",
      "decision",
      "decision",
      "note",
    ]);
    expect([...store.records.values()].every(({ by }) => by === "甲")).toBe(true);
    const again = await asked.import({ from, format });
    expect(again).toMatchObject({ done: true, articles: [] });
    expect(again.message).toBe("The import says nothing that is not there already.");
    const undone = (await connected?.client.sendRequest(undoRequest, { redo: false })) as AnnotateResult;
    expect(undone.message).toBe("Undone: Imported 4 annotations");
    expect((await other.annotations.read({ article: talks })).store.records.size).toBe(0);
  });

  it("rejects what a complete import left out, and accepts suggestions that came back when told to", async () => {
    await annotated(folder);
    await start();
    await asked.export({ format: "jsonl" });
    const other = new SampleFolder();
    others.push(other);
    await start(other.root);
    const result = await asked.import({ from: [uriOf(out)], format: "jsonl", acceptSuggestions: true, complete: true });
    expect(result.articles.map(({ uri }) => uri).sort()).toEqual(
      sampleNames.map((name) => uriOf(other.path(name))).sort(),
    );
    const { store } = await other.annotations.read({ article: talks });
    const verdicts = [...store.records.values()].flatMap((one) => (one.kind === "decision" ? [one.verdict] : []));
    expect(verdicts.filter((verdict) => verdict === "reject")).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === "accept").length).toBeGreaterThan(5);
  });

  it("of two files about one article judges the second by what the first has brought", async () => {
    await start();
    const source = await folder.analysis(talks);
    const { text } = source.article;
    const at = text.indexOf("交换意见");
    const line = JSON.stringify({ text, label: [[at, at + 4, "slogan"]], path: talks });
    writeFileSync(join(out, "a.jsonl"), `${line}\n`);
    writeFileSync(join(out, "b.jsonl"), `${line}\n`);
    const result = await asked.import({
      from: [uriOf(join(out, "a.jsonl")), uriOf(join(out, "b.jsonl"))],
      format: "jsonl",
    });
    expect(result.articles).toEqual([{ uri: uriOf(folder.path(talks)), annotations: 1 }]);
  });

  it("tells what it left out, and changes nothing for a file that is not of the format", async () => {
    await start();
    writeFileSync(join(out, "broken.jsonld"), "not json");
    writeFileSync(
      join(out, "other.jsonl"),
      `${JSON.stringify({ text: "别处的文章。", label: [[0, 2, "slogan"]] })}\nnot json\n`,
    );
    const w3c = await asked.import({ from: [uriOf(join(out, "broken.jsonld"))], format: "w3c" });
    expect(w3c).toMatchObject({ done: false, articles: [] });
    expect(w3c.message).toBe("Nothing was imported; 1 item was left out, as the log tells.");
    expect(w3c.problems[0]).toMatch(/broken\.jsonld could not be read: /);
    const jsonl = await asked.import({ from: [uriOf(join(out, "other.jsonl"))], format: "jsonl" });
    expect(jsonl.problems).toHaveLength(2);
    expect(jsonl.problems.join("\n")).toMatch(/holds no article for …; it was left out/);
    expect((await asked.import({ from: [uriOf(join(out, "none.ann"))] })).problems[0]).toMatch(/there is no such file/);
    expect(await folder.annotations.articles()).toEqual([]);
  });
});

describe("agreement in the editor", () => {
  it("of two copies gives the figures, and each difference with its place", async () => {
    await annotated(folder);
    const other = new SampleFolder();
    others.push(other);
    await annotated(other, "乙");
    await other.annotate(
      talks,
      "乙",
      [
        (a, { analysis }) => {
          const last = analysis.mentions.at(-1);
          return last && a.accept(last);
        },
      ],
      77,
    );
    await start();
    const result = await asked.agreement({ a: uriOf(folder.root), b: uriOf(other.root) });
    expect(result).toMatchObject({ done: true, articles: sampleNames.length, problems: [] });
    expect(result.overall).toMatchObject({ both: 3, onlyA: 0, onlyB: 1 });
    expect(result.overall.f1).toBeCloseTo(6 / 7);
    expect(result.classes.length).toBeGreaterThan(1);
    expect(result.differences).toHaveLength(1);
    const [difference] = result.differences;
    expect(difference).toMatchObject({ kind: "only-b", article: talks, place: { uri: uriOf(folder.path(talks)) } });
    const lines = readFileSync(folder.path(talks), "utf8").split("\n");
    const { range } = difference?.place ?? { range: undefined };
    expect(lines[range?.start.line ?? -1]?.slice(range?.start.character)).toMatch(
      new RegExp(`^${difference?.b?.text ?? "nothing"}`),
    );
  });

  it("of a folder and an export of it is whole; of two that share nothing says so", async () => {
    await annotated(folder);
    await start();
    await asked.export({ format: "w3c", settled: true });
    const whole = await asked.agreement({ a: uriOf(folder.root), b: uriOf(out) });
    expect(whole).toMatchObject({ done: true, differences: [] });
    expect(whole.overall).toMatchObject({ onlyA: 0, onlyB: 0, f1: 1, kappa: 1 });
    const empty = mkdtempSync(join(tmpdir(), "tifa-none-"));
    try {
      const none = await asked.agreement({ a: uriOf(folder.root), b: uriOf(empty) });
      expect(none).toMatchObject({ done: false, message: "The two have no article in common." });
      const lost = await asked.agreement({ a: uriOf(folder.root), b: uriOf(join(empty, "x.bin")) });
      expect(lost.problems.join("\n")).toMatch(/is neither a folder nor a file ending in/);
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });
});
