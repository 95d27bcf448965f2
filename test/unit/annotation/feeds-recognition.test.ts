import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { withWorkspace } from "../../../src/core/annotation/lexicon-overlay.js";
import { Annotator } from "../../../src/core/annotation/make-records.js";
import { parseWorkspaceLexicon } from "../../../src/core/annotation/workspace-lexicon.js";
import { Lexicon } from "../../../src/core/lexicon/lexicon.js";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { smallLexicon } from "../support/small-lexicon.js";
import { hand, nth } from "./support.js";

const shipped = smallLexicon();
const first =
  "澜江省召开专题会议\n2024-05-06 10:20　来源：澜江新闻网\n\n　　会议由阿木主持，要求各地落实“七桥工程”，数改委负责统筹，确保各项任务按期完成。\n";
const second =
  "沧江市通报进展情况\n2024-05-08 09:00　来源：澜江新闻网\n\n　　昨日，阿木，在沧江市听取了七桥工程的汇报。数改委介绍了下一步安排，要求加快各项工作进度。\n";
const file = (source: string) => ({ uri: "file:///a.txt", version: 1, source });
const shown = (source: string, lexicon: Lexicon) =>
  analyze(file(source), lexicon).mentions.map(({ type, text, entityId }) => [type, text, entityId]);

describe("what a reader adds for every article", () => {
  it("is recognised in articles that nobody has annotated", () => {
    expect(shown(second, shipped)).toEqual([]);
    const analysis = analyze(file(first), shipped);
    const annotator = new Annotator(applyDecisions(analysis, []), hand());
    const add = (words: string, type: string, entity?: string) =>
      annotator.add(nth(analysis.article.text, words), type, { scope: "workspace", ...(entity ? { entity } : {}) })
        ?.put ?? [];
    const records = [
      ...add("阿木", "official"),
      ...add("七桥工程", "slogan"),
      ...add("数改委", "agency", "澜江省数字化改革委员会"),
    ];
    const lexicon = new Lexicon(withWorkspace(shipped.data, parseWorkspaceLexicon(""), records));
    expect(shown(second, lexicon)).toEqual([
      ["official", "阿木", "official:阿木"],
      ["slogan", "七桥工程", "slogan:七桥工程"],
      ["agency", "数改委", "agency:澜江省数字化改革委员会"],
    ]);
  });

  it("and so is what was accepted by its full name, until it is rejected", () => {
    const analysis = analyze(file(first), shipped);
    const annotator = new Annotator(applyDecisions(analysis, []), hand());
    const quoted = analysis.mentions.find(({ text }) => text === "七桥工程");
    if (!quoted) throw new Error("the quoted term is not offered");
    const { put } = annotator.accept(quoted, "workspace");
    const taught = (records: Parameters<typeof withWorkspace>[2]) =>
      shown(second, new Lexicon(withWorkspace(shipped.data, parseWorkspaceLexicon(""), records)));
    expect(taught(put)).toEqual([["slogan", "七桥工程", "slogan:七桥工程"]]);
    const later = annotator.reject(quoted, "workspace").put.map((record) => ({ ...record, id: "d-2", at: "9999" }));
    expect(taught([...put, ...later])).toEqual([]);
    const short = put.flatMap((one) => (one.kind === "decision" ? [{ ...one, to: { entity: "澜江省七桥工程" } }] : []));
    expect(short).toHaveLength(1);
    expect(taught(short)).toEqual([]);
  });

  it("and so is what the workspace's lexicon names", () => {
    const own = parseWorkspaceLexicon(
      "officials: [阿木]\nslogans:\n  - {term: 七桥工程, meaning: 七座跨江大桥}\nagencies:\n  - {name: 澜江省数字化改革委员会, aliases: [数改委]}",
    );
    expect(own.problems).toEqual([]);
    expect(shown(second, new Lexicon(withWorkspace(shipped.data, own))).map(([, text]) => text)).toEqual([
      "阿木",
      "七桥工程",
      "数改委",
    ]);
  });
});
