import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { JiebaSegmenter } from "../../../src/node/jieba-segmenter.js";
import { jiebaFiles, requireHere } from "../../../src/node/nodejieba-files.js";

const binding = join(requireHere.resolve("nodejieba/package.json"), "../build/Release/nodejieba.node");

describe("the segmenter", () => {
  it.runIf(existsSync(binding))("gives words that cover the text, with their places and tags", async () => {
    const text = "国家市场监管总局党组书记张工表示，\r\n  要推动高质量发展😀。\0完";
    const words = await new JiebaSegmenter().segment(text);
    expect(words.map(({ span }) => text.slice(span.start, span.end)).join("")).toBe(text);
    const verb = words.find(({ span }) => text.slice(span.start, span.end) === "表示");
    expect(verb?.tag).toBe("v");
  });

  it.runIf(existsSync(binding))("answers several texts at once, each with its own words", async () => {
    const segmenter = new JiebaSegmenter();
    const texts = ["经济发展", "", "依法治国"];
    const all = await Promise.all(texts.map((text) => segmenter.segment(text)));
    expect(all.map((words, i) => words.map(({ span }) => texts[i]?.slice(span.start, span.end)).join(""))).toEqual(
      texts,
    );
  });

  it("rejects with one clear reason, each time, when the package is not there", async () => {
    const segmenter = new JiebaSegmenter(() => {
      throw new Error("the package nodejieba is not installed");
    });
    const reason = "nodejieba cannot be loaded (the package nodejieba is not installed)";
    await expect(segmenter.segment("经济")).rejects.toThrow(reason);
    await expect(segmenter.segment("发展")).rejects.toThrow(reason);
  });

  it("rejects, and the process lives on, when the module fails on its thread", async () => {
    const segmenter = new JiebaSegmenter(() => ({
      module: join(import.meta.dirname, "no-such-module.cjs"),
      files: jiebaFiles(),
    }));
    await expect(segmenter.segment("经济")).rejects.toThrow(/^nodejieba cannot be loaded \(.*no-such-module/);
    await expect(segmenter.segment("发展")).rejects.toThrow(/^nodejieba cannot be loaded/);
  });
});
