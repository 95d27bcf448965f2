import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { LearnedNames } from "../../../src/core/recognize/learned-names.js";
import { realLexicon } from "../support/real-lexicon.js";

const page = (body: string) => `某省召开重点工作推进会议\n2024-05-03 来源：澜江日报\n\n${body}\n`;
const officials = (source: string, learned?: LearnedNames) =>
  analyze({ uri: "a", version: 1, source }, realLexicon(), { learned })
    .mentions.filter((mention) => mention.type === "official")
    .map((mention) => mention.text);

describe("names that another article has proved", () => {
  const bare = page("当天下午，顾安岭来到防汛一线，察看水情雨情，慰问值守人员，部署下一步工作。");
  const learned = new LearnedNames();
  learned.learn(
    analyze(
      { uri: "b", version: 1, source: page("省委副书记、省长顾安岭主持会议并讲话，就下一步工作提出要求。") },
      realLexicon(),
    ).mentions,
  );

  it("are found without a post in the others", () => {
    expect(officials(bare)).toEqual([]);
    expect(officials(bare, learned)).toEqual(["顾安岭"]);
  });

  it("are not found inside other words", () => {
    expect(officials(page("当天下午，工作组来到新顾安岭村察看水情雨情，慰问值守人员。"), learned)).toEqual([]);
  });
});
