import { beforeAll, describe, expect, it } from "vitest";
import { type GeneratedArticle, generateCorpus } from "../../../../bench/generate-corpus.mjs";
import { applyDecisions } from "../../../../src/core/annotation/decisions.js";
import { alikesOf } from "../../../../src/core/corpus/alike-characters.js";
import { buildRecord } from "../../../../src/core/corpus/build-record.js";
import { CorpusIndex } from "../../../../src/core/corpus/corpus-index.js";
import { PostHolders } from "../../../../src/core/corpus/post-holders.js";
import { analyze } from "../../../../src/core/recognize/analyze.js";
import type { CheckedArticle, CheckKnowledge } from "../../../../src/service/checks/check.js";
import { findingsIn } from "../../../../src/service/checks/run-checks.js";
import { realLexicon } from "../../support/real-lexicon.js";
import { short } from "./support.js";

function checkedOf(uri: string, source: string): CheckedArticle {
  const analysis = analyze({ uri, version: 1, source }, realLexicon());
  return { record: buildRecord(analysis, realLexicon()), decided: applyDecisions(analysis, []) };
}

/** A folder of three years in which officials follow one another, and slips put into it one at a time. */
describe("a generated folder", () => {
  let articles: readonly GeneratedArticle[];
  let checked: readonly CheckedArticle[];
  let knowledge: CheckKnowledge;
  beforeAll(() => {
    articles = [...generateCorpus({ count: 400, seed: 11 })];
    checked = articles.map(({ path, content }) => checkedOf(`file:///w/${path}`, content));
    const index = new CorpusIndex();
    for (const { record } of checked) index.set(record);
    knowledge = { index, holders: new PostHolders(index), lexicon: realLexicon() };
  });

  it("gives no finding as it is", () => {
    expect(checked.flatMap((article) => findingsIn(article, knowledge).map(short))).toEqual([]);
  });

  /** Puts a slip in the governor's name into each article that has one, and gives what is found there. */
  function withSlips(slip: (name: string) => string | undefined): { put: number; found: string[][] } {
    const found: string[][] = [];
    let put = 0;
    for (const { path, content, people } of articles) {
      const name = people.find(({ role }) => /(?:省长|省委书记)$/.test(role))?.name;
      const wrong = name && slip(name);
      if (!name || !wrong) continue;
      put++;
      const uri = `file:///w/${path}`;
      const right = knowledge.index.article(uri);
      const slipped = checkedOf(uri, content.replaceAll(name, wrong));
      knowledge.index.set(slipped.record);
      found.push(findingsIn(slipped, knowledge).map(short));
      if (right) knowledge.index.set(right);
    }
    return { put, found };
  }

  it("gives the one slip that is put into a name, and nothing else", () => {
    const { put, found } = withSlips((name) => {
      const [alike] = alikesOf(name.slice(-1));
      return alike && name.slice(0, -1) + alike;
    });
    expect(put).toBeGreaterThan(30);
    expect(found.filter((findings) => findings.length > 1)).toEqual([]);
    expect(found.filter(([first]) => first?.startsWith("near-name")).length / put).toBeGreaterThan(0.8);
  });

  it("gives a stranger in a post as contradicting the timeline, within a term", () => {
    const { put, found } = withSlips(() => "欧阳一川");
    expect(put).toBeGreaterThan(100);
    const contradictions = found.filter((findings) => findings.some((one) => one.startsWith("contradicting-post")));
    expect(contradictions.length / put).toBeGreaterThan(0.5);
  });

  it("forgets what the index has forgotten", () => {
    const index = new CorpusIndex();
    const holders = new PostHolders(index);
    for (const { record } of checked) index.set(record);
    const posts = checked.flatMap(({ record }) => record.posts).filter(({ organ }) => organ);
    const organs = [...new Set(posts.flatMap(({ organ }) => organ ?? []))];
    expect(organs.some((organ) => holders.in(organ).length > 0)).toBe(true);
    index.clear();
    expect(organs.flatMap((organ) => holders.in(organ))).toEqual([]);
  });
});
