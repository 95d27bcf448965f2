import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chunk, type Chunker, textPositionSelectorMatcher } from "@apache-annotator/selector";
import jsonld from "jsonld";
import Papa from "papaparse";
import { parse as parseHtml } from "parse5";
import { SaxesParser } from "saxes";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JsonArticle } from "../../../src/cli/json-format.js";
import { exportFormats } from "../../../src/core/export/export-files.js";
import { everything, SampleFolder, sampleNames } from "./annotated-samples.js";
import { run } from "./run.js";

let samples: SampleFolder;
let out = "";
let before: string[] = [];
beforeEach(async () => {
  samples = new SampleFolder();
  out = mkdtempSync(join(tmpdir(), "tifa-out-"));
  before = samples.articles();
  for (const name of sampleNames) await samples.annotate(name, "陈一", everything);
});
afterEach(() => {
  expect(samples.articles()).toEqual(before);
  samples.done();
  rmSync(out, { recursive: true, force: true });
});

const exported = async (format: string, folder = join(out, format), from = samples.root, ...more: string[]) => {
  const ran = await run(["export", "--format", format, "--out", folder, "--no-segmenter", ...more, from]);
  expect([ran.code, ran.err]).toEqual([0, ""]);
  return folder;
};
const textIn = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");
const endingIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();

interface Line {
  readonly text: string;
  readonly label: [number, number, string][];
  readonly tifa: { readonly path: string; readonly notes: unknown[]; readonly marks: { status: string }[] };
}
const linesOf = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

describe("export", () => {
  /** What every format has to hold: the texts and their marks, as the JSON Lines give them. */
  const expected = async () => linesOf(textIn(await exported("jsonl"), "annotations.jsonl"));
  const placed = ({ label }: Line) => label.map(([start, end, type]) => `${type} ${start}-${end}`).sort();

  const inCodePoints = ({ label, text }: Line) => {
    const count = (offset: number) => [...text.slice(0, offset)].length;
    return label.map(([start, end, type]) => `${type} ${count(start)}-${count(end)}`).sort();
  };

  it("jsonl, read by JSON.parse: every sample, with what was decided and noted", async () => {
    const lines = await expected();
    expect(lines.map(({ tifa }) => tifa.path)).toEqual(sampleNames);
    for (const { label, text, tifa } of lines) {
      const start = text.search(/\S{4}/);
      expect(label).toContainEqual([start, start + 4, "target"]);
      expect(tifa.notes).toHaveLength(1);
      expect(tifa.marks.filter(({ status }) => status === "accepted")).toHaveLength(3);
      for (const [start, end] of label) expect(text.slice(start, end).trim()).not.toBe("");
    }
  });

  it("w3c, read by jsonld and Apache Annotator", async () => {
    const lines = await expected();
    const folder = await exported("w3c");
    for (const [i, name] of endingIn(folder, ".jsonld").entries()) {
      const source = JSON.parse(textIn(folder, name));
      const oa = "http://www.w3.org/ns/oa#";
      const document = { "@context": { "@vocab": oa, items: { "@id": `${oa}items`, "@container": "@list" } } } as const;
      const documentLoader = async (url: string) => ({ contextUrl: undefined, documentUrl: url, document });
      expect(await jsonld.expand(source, { documentLoader })).toHaveLength(1);
      const marks: string[] = [];
      for (const { target, body } of source.first.items) {
        const position = target.selector?.find(({ type }: { type: string }) => type === "TextPositionSelector");
        const label = [body].flat().find(({ purpose }: { purpose?: string }) => purpose === "classifying")?.value;
        if (!position || !label) continue;
        for await (const { startIndex, endIndex } of textPositionSelectorMatcher(position)(
          new OneChunk(lines[i]?.text ?? ""),
        ))
          marks.push(`${label} ${startIndex}-${endIndex}`);
      }
      expect(marks.sort()).toEqual(lines[i] && placed(lines[i]));
    }
  });

  it("tei, read by saxes", async () => {
    const lines = await expected();
    const folder = await exported("tei");
    const names = endingIn(folder, ".xml");
    expect(names).toHaveLength(sampleNames.length);
    for (const [i, name] of names.entries()) {
      let body = "";
      let open = 0;
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw error;
      });
      parser.on("opentag", ({ local }) => (open += local === "body" ? 1 : 0));
      parser.on("closetag", ({ local }) => (open -= local === "body" ? 1 : 0));
      parser.on("text", (text) => {
        if (open) body += text;
      });
      parser.write(textIn(folder, name)).close();
      expect(body.replace(/\s/g, "")).toBe(lines[i]?.text.replace(/\s/g, ""));
    }
  });

  it("csv, read by Papa Parse; html, read by parse5; conll and brat, read by their lines", async () => {
    const lines = await expected();
    const csv = textIn(await exported("csv"), "annotations.csv");
    const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    const html = await exported("html");
    parseHtml(textIn(html, "annotations.html"), {
      onParseError: ({ code }) => {
        throw new Error(code);
      },
    });
    const [conll, brat] = [await exported("conll"), await exported("brat")];
    for (const [i, line] of lines.entries()) {
      const rows = data.filter((row) => row.path === line.tifa.path);
      const mentions = rows.filter((row) => row.kind === "mention");
      expect(mentions.map((row) => `${row.class} ${row.start}-${row.end}`).sort()).toEqual(inCodePoints(line));
      expect(rows.find((row) => row.kind === "note")?.note).toBe("'=1+1 <批注>\n第二行");
      const tokens = textIn(conll, endingIn(conll, ".conll")[i] ?? "").split("\n");
      expect(tokens.join("\n").match(/\tB-/g)?.length).toBe(line.label.length);
      const stem = (endingIn(brat, ".txt")[i] ?? "").slice(0, -4);
      const text = textIn(brat, `${stem}.txt`);
      expect(text).toBe(line.text);
      const bounds = [...textIn(brat, `${stem}.ann`).matchAll(/^T\d+\t(\S+) (\d+) (\d+)\t(.*)$/gm)];
      for (const [, , start, end, words] of bounds)
        expect([...text].slice(Number(start), Number(end)).join("")).toBe(words);
      expect(
        bounds
          .filter(([, type]) => type !== "note")
          .map(([, type, start, end]) => `${type} ${start}-${end}`)
          .sort(),
      ).toEqual(inCodePoints(line));
    }
  });

  it("overwrites nothing without --force, and an article not even with it", async () => {
    await exported("csv");
    writeFileSync(join(out, "csv/annotations.csv"), "mine");
    const again = ["export", "--format", "csv", "--out", join(out, "csv"), samples.root];
    const refused = await run(again);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toBe(
      `Nothing was written: ${join(out, "csv/annotations.csv")} is there already; name another folder, or overwrite with --force.\n`,
    );
    expect(textIn(join(out, "csv"), "annotations.csv")).toBe("mine");
    expect((await run([...again, "--force"])).code).toBe(0);
    expect(textIn(join(out, "csv"), "annotations.csv")).toContain("陈一");
    // brat's text files have the names of the articles.
    const overArticles = await run(["export", "--format", "brat", "--out", samples.root, "--force", samples.root]);
    expect(overArticles).toMatchObject({
      code: 1,
      err: expect.stringContaining("is an article, which an export never replaces"),
    });
    symlinkSync(samples.root, join(out, "link"));
    expect((await run(["export", "--format", "brat", "--out", join(out, "link"), "--force", samples.root])).code).toBe(
      1,
    );
    expect(existsSync(samples.path("annotation.conf"))).toBe(false);
  });

  it("names what has no place any more, and exports the rest", async () => {
    const name = "01-energy-talks.txt";
    const article = readFileSync(samples.path(name));
    writeFileSync(samples.path(name), "一条新的新闻标题在这里\n2024-05-06\n\n全文已经改写，与原来毫无关系。\n");
    const { code, out: said, err } = await run(["export", "--format", "jsonl", "--out", out, samples.path(name)]);
    expect([code, said]).toEqual([0, `1 article, 1 file in ${out}\n`]);
    expect(err.trim().split("\n")).toHaveLength(7);
    expect(err).toContain(`${samples.path(name)}: the note on “`);
    expect(err).toContain("has no place now. The words are no longer in the article.");
    expect(linesOf(textIn(out, "annotations.jsonl"))[0]?.tifa.notes).toEqual([]);
    writeFileSync(samples.path(name), article);
  });

  it("takes only what is settled on --settled, and nothing of .tifa on --no-decisions", async () => {
    const settled = linesOf(
      textIn(await exported("jsonl", join(out, "s"), samples.root, "--settled"), "annotations.jsonl"),
    );
    for (const { label } of settled) expect(label.length).toBeLessThanOrEqual(4);
    const bare = linesOf(
      textIn(await exported("jsonl", join(out, "n"), samples.root, "--no-decisions"), "annotations.jsonl"),
    );
    for (const { tifa } of bare)
      expect([tifa.notes, tifa.marks.filter(({ status }) => status === "accepted")]).toEqual([[], []]);
  });

  it("goes on past an annotation file that cannot be read, and says where it is", async () => {
    const broken = samples.annotations.pathOf({ article: sampleNames[0] ?? "" });
    writeFileSync(broken, Uint8Array.of(0xff, 0xfe, 0xb3));
    const { code, err } = await run(["export", "--format", "csv", "--out", out, "--lang", "zh", samples.root]);
    expect(code).toBe(1);
    expect(err).toContain(`无法读取标注 ${broken}：它不是 UTF-8 文本；请恢复或移开该文件。\n`);
    expect(textIn(out, "annotations.csv")).toContain(sampleNames[1]);
  });

  it.each([
    [["export", "--format", "csv", "--out", "x"], /^Name at least one file or folder\./],
    [["export", "--format", "xml", "--out", "x", "a"], /^--format takes w3c, brat, .* or html, not xml\./],
    [["export", "--format", "csv", "a"], /^Say where to write: --out DIR\./],
    [["import", "--format", "tei", "a"], /^--format takes brat, jsonl or w3c, not tei\./],
    [["import", "--format", "brat", "a"], /^Say which folder of articles: --into FOLDER\./],
    [["agreement", "a"], /^Name two annotators/],
    [["agreement", "a", "b", "--format", "csv"], /^--format takes text or json, not csv\./],
    [["export", "--format", "csv", "--lang", "zh", "a"], /^请用 --out 文件夹 指明写到哪里。/],
  ] as const)("refuses %j with help and code 2", async (argv, message) => {
    const ran = await run(argv);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toMatch(message);
  });

  it("says why a file could not be written", async () => {
    writeFileSync(join(out, "blocked"), "");
    const { code, err } = await run(["export", "--format", "csv", "--out", join(out, "blocked"), samples.root]);
    expect([code, err]).toEqual([
      1,
      `${join(out, "blocked/annotations.csv")} could not be written: a file stands where a folder is needed, or a folder in its place.\n`,
    ]);
  });

  it.each(exportFormats)("writes %s and nothing else", async (format) => {
    const folder = await exported(format);
    expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(0);
    expect(readdirSync(folder).some((name) => name.endsWith(".tmp"))).toBe(false);
  });
});

describe("import", () => {
  it.each(["brat", "jsonl", "w3c"])(
    "brings back what went out as %s: marks, rejections, notes and relations",
    async (format) => {
      const folder = await exported(format);
      const whole = linesOf(textIn(await exported("jsonl", join(out, "whole")), "annotations.jsonl"));
      const copy = new SampleFolder();
      try {
        const {
          code,
          out: said,
          err,
        } = await run([
          "import",
          "--format",
          format,
          folder,
          "--into",
          copy.root,
          "--complete",
          "--annotator",
          "另一人",
        ]);
        expect([code, err]).toEqual([0, ""]);
        expect(said.trim().split("\n")).toHaveLength(sampleNames.length);
        const back = linesOf(textIn(await exported("jsonl", join(out, "back"), copy.root), "annotations.jsonl"));
        const essence = (lines: Line[]) =>
          lines.map(({ text, label, tifa }) => ({
            text,
            label,
            notes: tifa.notes,
            marks: tifa.marks.map(({ status }) => status),
          }));
        const known = (lines: Line[]) => JSON.parse(JSON.stringify(essence(lines)).replace(/"record":"[^"]*",?/g, ""));
        expect(known(back)).toEqual(known(whole));
        const again = await run(["import", "--format", format, folder, "--into", copy.root, "--complete"]);
        expect(again.out).toBe(said.replace(/\d+ records?/g, "0 records"));
        expect(copy.articles()).toEqual(before);
      } finally {
        copy.done();
      }
    },
  );

  it("accepts suggestions only on --accept", async () => {
    const folder = await exported("jsonl", join(out, "j"), samples.root, "--no-decisions");
    const file = join(folder, "annotations.jsonl");
    const copy = new SampleFolder();
    await run(["import", "--format", "jsonl", file, "--into", copy.root]);
    expect(await copy.annotations.articles()).toEqual([]);
    await run(["import", "--format", "jsonl", file, "--into", copy.root, "--accept", "--annotator", "李四"]);
    const { store } = await copy.annotations.read({ article: sampleNames[0] ?? "" });
    const records = [...store.records.values()];
    expect(records.length).toBeGreaterThan(3);
    expect(records.every((one) => one.kind === "decision" && one.verdict === "accept" && one.by === "李四")).toBe(true);
    copy.done();
  });

  it("names what it can find no article for, and what is no file of the format", async () => {
    const line = (name: string) => JSON.stringify({ text: "别的文字", label: [], tifa: { path: name } });
    const file = join(out, "x.jsonl");
    writeFileSync(file, `${line("2019/没有.txt")}\n{broken\n`);
    const { code, err } = await run(["import", "--format", "jsonl", file, "--into", samples.root]);
    expect(code).toBe(1);
    expect(err).toContain(`${file}: ${samples.root} holds no article for 2019/没有.txt; it was left out.\n`);
    expect(err).toMatch(/Line 2: this is not a record that can be read/);
    const bad = join(out, "x.jsonld");
    writeFileSync(bad, "not json");
    expect(await run(["import", "--format", "w3c", bad, "--into", samples.root])).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${bad} could not be read: `),
    });
    expect(await run(["import", "--format", "w3c", bad, "--into", join(out, "none")])).toMatchObject({ code: 1 });
  });

  it("finds the article of a document without a path by its text", async () => {
    const [first] = linesOf(textIn(await exported("jsonl"), "annotations.jsonl"));
    const file = join(out, "doccano.jsonl");
    writeFileSync(file, `${JSON.stringify({ text: first?.text, label: [[5, 7, "target"]] })}\n`);
    const { code, out: said } = await run(["import", "--format", "jsonl", file, "--into", samples.root]);
    expect([code, said]).toEqual([0, `${samples.path(sampleNames[0] ?? "")}: 1 record\n`]);
  });
});

describe("agreement", () => {
  const article = "02-factory-visit.html";
  const figures = async (...argv: string[]) => {
    const { code, out: said, err } = await run(["agreement", ...argv, "--format", "json", "--no-segmenter"]);
    return {
      code,
      err,
      ...(JSON.parse(said) as {
        articles: string[];
        overall: { both: number; onlyA: number; onlyB: number; f1: number; kappa: number };
        differences: { article: string; kind: string; a?: { text: string }; b?: { text: string } }[];
      }),
    };
  };

  it("is whole of one with oneself, in folders and in every format that can be read back", async () => {
    const sides = [samples.root];
    for (const format of ["brat", "jsonl", "w3c"]) sides.push(await exported(format));
    for (const side of sides) {
      const { code, err, articles, overall, differences } = await figures(samples.root, side);
      expect([side, code, err, articles.length]).toEqual([side, 0, "", sampleNames.length]);
      expect([overall.f1, overall.kappa, differences]).toEqual([1, 1, []]);
    }
  });

  it("counts and lists what two people differ in", async () => {
    const other = new SampleFolder();
    for (const name of sampleNames) await other.annotate(name, "陈一", everything);
    await other.annotate(
      article,
      "李四",
      [
        (a, now) => a.reject(now.analysis.mentions[3] ?? expect.fail("no mention")),
        (a) => a.add({ start: 6, end: 8 }, "target"),
      ],
      9,
    );
    const { code, overall, differences } = await figures(samples.root, other.root);
    expect(code).toBe(0);
    expect(differences.map(({ article: where, kind }) => [where, kind]).sort()).toEqual([
      [article, "only-a"],
      [article, "only-b"],
    ]);
    const { both, f1 } = overall;
    expect(f1).toBeCloseTo((2 * both) / (2 * both + 2), 12);
    const { out: shown } = await run(["agreement", samples.root, other.root, "--lang", "zh", "--no-segmenter"]);
    expect(shown).toMatch(/^类别 +一致 +仅 A +仅 B +F1 +kappa\n/);
    expect(shown).toContain("\n2 处分歧\n");
    expect(shown).toMatch(new RegExp(`^${article}:\\d+:\\d+ {2}仅 A: A `, "m"));
    const settled = await figures(samples.root, other.root, "--settled");
    expect(settled.differences.map(({ kind }) => kind)).toEqual(["only-b"]);
    rmSync(other.path(sampleNames[0] ?? ""));
    const { err } = await run(["agreement", samples.root, other.root]);
    expect(err).toBe(`${sampleNames[0]} is in ${samples.root} alone and was not compared.\n`);
    other.done();
  });

  it("fails where there is nothing to compare", async () => {
    mkdirSync(join(out, "empty"));
    expect(await run(["agreement", samples.root, join(out, "empty")])).toMatchObject({ code: 1, out: "" });
  });
});

describe("annotate", () => {
  const name = "03-harvest-meeting.txt";
  const mentionsOf = async (...argv: string[]) => {
    const { out: said } = await run(["annotate", "--format", "jsonl", ...argv, samples.path(name)]);
    return (JSON.parse(said) as JsonArticle).mentions;
  };

  it("applies the decisions beside the article, and leaves them aside on request", async () => {
    const [bare, decided] = [await mentionsOf("--no-decisions"), await mentionsOf()];
    expect(bare.some(({ status }) => status)).toBe(false);
    expect(decided.filter(({ status }) => status === "accepted")).toHaveLength(3);
    expect(decided[0]).toMatchObject({ type: "target", rule: "reader", status: "accepted" });
    const { out: shown } = await run(["annotate", samples.path(name)]);
    expect(shown).toMatch(/\ntarget · own classes \(1\)\n {3}1 {2}\S{4}\n/);
  });

  it("knows the folder's lexicon, and names the place of a mistake in it while the rest works", async () => {
    const words = (await samples.analysis(name)).article.text.slice(10, 14);
    writeFileSync(
      join(samples.root, ".tifa/lexicon.yaml"),
      `classes:\n  - id: promise\n    name: 承诺\n    terms: [${JSON.stringify(words)}]\n    colour: red\n`,
    );
    const { err, out: said } = await run(["annotate", samples.path(name)]);
    expect(err).toMatch(/\.tifa\/lexicon\.yaml:5:5: “colour” is not a field here/);
    expect(said).toContain("承诺 · own classes (1)");
  });

  it("names a line of the annotations that is not in use", async () => {
    const path = samples.annotations.pathOf({ article: name });
    writeFileSync(path, `${readFileSync(path, "utf8")}{broken\n`);
    const { code, err } = await run(["annotate", samples.path(name)]);
    expect(code).toBe(0);
    expect(err).toContain(`${path}:8: This line is not valid JSON`);
  });
});

/** A text as one chunk, which is what Apache Annotator's matchers read. */
class OneChunk implements Chunker<Chunk<string>> {
  readonly currentChunk: Chunk<string>;
  constructor(data: string) {
    this.currentChunk = { data, equals: (other) => other.data === data };
  }
  nextChunk(): null {
    return null;
  }
  previousChunk(): null {
    return null;
  }
  precedesCurrentChunk(): boolean {
    return false;
  }
}
