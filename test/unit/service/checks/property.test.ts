import fc from "fast-check";
import { expect, it } from "vitest";
import { applyDecisions } from "../../../../src/core/annotation/decisions.js";
import { buildRecord } from "../../../../src/core/corpus/build-record.js";
import { CorpusIndex } from "../../../../src/core/corpus/corpus-index.js";
import { PostHolders } from "../../../../src/core/corpus/post-holders.js";
import { analyze } from "../../../../src/core/recognize/analyze.js";
import { fileSpan } from "../../../../src/core/text/spans.js";
import { problemFixes } from "../../../../src/service/checks/front-matter-fixes.js";
import { findingsIn } from "../../../../src/service/checks/run-checks.js";
import { codeActions } from "../../../../src/service/code-actions.js";
import { recordOf } from "../../corpus/support.js";
import { frontMatterArticle, plainArticle } from "../../support/articles.js";
import { goldArticles } from "../../support/gold.js";
import { realLexicon } from "../../support/real-lexicon.js";

const sources = [frontMatterArticle, plainArticle, ...goldArticles("development").map(({ source }) => source)];
const pieces = [
  "---\n",
  "title: '",
  "date: 2022-02-31\n",
  "date: \n",
  "'",
  "<p>",
  "&",
  "\r",
  "与",
  "省长",
  "韩竣",
  "2016年",
  "\uD83D",
  "　",
];
const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  piece: fc.constantFrom(...pieces),
});

it("whatever the text, checks, fixes and actions do not throw, and lie inside the file", () => {
  const index = new CorpusIndex();
  for (const [i, source] of sources.entries()) index.set(recordOf(source, `file:///${i}.txt`));
  const holders = new PostHolders(index);
  const lexicon = realLexicon();
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.array(cut, { minLength: 1, maxLength: 6 }), (original, cuts) => {
      let source = original;
      for (const { at, length, piece } of cuts) {
        const start = Math.floor(at * source.length);
        source = source.slice(0, start) + piece + source.slice(start + length);
      }
      const analysis = analyze({ uri: "file:///mutant.txt", version: 1, source }, lexicon);
      const decided = applyDecisions(analysis, []);
      const record = buildRecord(analysis, lexicon);
      index.set(record);
      const isInside = ({ start, end }: { start: number; end: number }) =>
        0 <= start && start <= end && end <= source.length;
      for (const { span } of findingsIn({ record, decided }, { index, holders, lexicon }))
        expect(isInside(span) && span.start < span.end).toBe(true);
      for (const problem of analysis.article.problems)
        for (const { edit } of problemFixes(source, analysis.article, problem, "en"))
          expect(isInside(edit.span)).toBe(true);
      for (const { at, length } of cuts) {
        const start = Math.floor(at * source.length);
        const span = fileSpan(start, Math.min(source.length, start + length));
        for (const { effect } of codeActions(decided, [], span, "zh"))
          if ("asks" in effect) expect(isInside(effect.span)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
