import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/core/article/parse-article.js";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { recognize } from "../../../src/core/recognize/recognize.js";
import { explain } from "../../../src/service/explain.js";
import { hasRuleText, ruleText } from "../../../src/service/rule-texts.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { goldArticles } from "../support/gold.js";
import { realLexicon } from "../support/real-lexicon.js";

describe("explain", () => {
  const lexicon = realLexicon();
  const analysis = analyze({ uri: "a", version: 1, source: frontMatterArticle }, lexicon);

  it("names the rule and the words it leaned on", () => {
    const [first] = explain(analysis, lexicon, frontMatterArticle.lastIndexOf("工业和信息化部"));
    expect(first).toMatchObject({
      text: "工业和信息化部",
      type: "agency",
      outcome: "marked",
      rule: expect.stringMatching(/^lexicon-(?:name|alias)$/),
    });
    expect(first?.score).toBeGreaterThan(0.5);
  });

  it("tells of a rule that was overruled, and of one that did not mark", () => {
    const offset = plainArticle.indexOf("四川省委书记") + 1;
    const plain = analyze({ uri: "b", version: 1, source: plainArticle }, lexicon);
    const outcomes = explain(plain, lexicon, offset).map(({ outcome }) => outcome);
    expect(outcomes[0]).toBe("marked");
    const quoted =
      "标题是一个很长的标题\n2023-03-14\n\n大家问：“这件事到底应该怎么办呢？”有关负责人作了回答，现场气氛十分热烈。\n";
    const speech = analyze({ uri: "c", version: 1, source: quoted }, lexicon);
    expect(explain(speech, lexicon, quoted.indexOf("这件事"))).toContainEqual(
      expect.objectContaining({ outcome: "refused", type: "slogan", text: "这件事到底应该怎么办呢？" }),
    );
  });

  it("says nothing inside markup and where no rule looked", () => {
    expect(explain(analysis, lexicon, frontMatterArticle.indexOf("href"))).toEqual([]);
  });

  it("gives the same answer as the analysis for every mention", () => {
    for (const mention of analysis.mentions) {
      const [first] = explain(analysis, lexicon, mention.parts[0]?.start ?? -1);
      expect(first).toMatchObject({ outcome: "marked", text: mention.text, rule: mention.evidence.rule });
    }
  });
});

describe("the words for rules", () => {
  it("exist for every rule that marks, refuses or is overruled in the gold articles", () => {
    const rules = new Set<string>();
    for (const { source } of goldArticles("development")) {
      const onRefusal = ({ rule }: { readonly rule: string }) =>
        rule.split(" < ").forEach((one) => void rules.add(one));
      for (const { evidence } of recognize(parseArticle(source), realLexicon(), { onRefusal }).mentions)
        rules.add(evidence.rule);
    }
    expect(rules.size).toBeGreaterThan(10);
    expect([...rules].filter((rule) => !hasRuleText(rule))).toEqual([]);
  });

  it("are the rule's own name where there are none", () => {
    expect(ruleText("a-new-rule", "zh")).toBe("a-new-rule");
    expect(ruleText("ending-company", "zh")).toContain("词尾");
  });
});
