import { expect, it } from "vitest";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { realLexicon } from "../support/real-lexicon.js";

function names(body: string): string[] {
  const source = `某省召开重点工作推进会议\n2024-05-03 来源：澜江日报\n\n${body}\n`;
  const { entities } = analyze({ uri: "a", version: 1, source }, realLexicon());
  return [...entities.values()].filter((entity) => entity.type === "agency").map((entity) => entity.name);
}

it("resolves 省委 by the province that the article is about", () => {
  expect(names("吉林省委书记林牧川出席，省委副书记、省长顾安岭主持，省政府秘书长参加。")).toEqual([
    "中共吉林省委员会",
    "吉林省人民政府",
  ]);
});

it("does not take the place of a guest or of a journey for the article's own", () => {
  const body = "澜江省委书记林牧川赴北京市考察，省水利厅厅长熊承川参加。四川省副省长王海平、北京市有关负责同志陪同。";
  expect(names(body)).toEqual(["中共澜江省委员会", "澜江省水利厅"]);
});
