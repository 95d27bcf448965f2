import { describe, expect, it } from "vitest";
import { dependentName, fullAgencyName } from "../../../src/core/corpus/agency-name.js";
import { homesOf } from "../../../src/core/corpus/homes.js";
import { areApart, leadingPlace, provinceOfTerritory } from "../../../src/core/corpus/territory.js";
import { realLexicon } from "../support/real-lexicon.js";

describe("the full names of agencies", () => {
  const homes = (text: string, ...wordings: string[]) => homesOf({ text, wordings }, realLexicon());
  const jilin = () => homes("吉林省长春市的学校，吉林的企业，长春的工厂", "长春市教育局");

  it.each([
    ["省工信厅", "吉林省工业和信息化厅"],
    ["吉林省工信厅", "吉林省工业和信息化厅"],
    ["吉林省工业和信息化厅", "吉林省工业和信息化厅"],
    ["省委", "中共吉林省委员会"],
    ["省委组织部", "中共吉林省委员会组织部"],
    ["中共吉林省委", "中共吉林省委员会"],
    ["省政府", "吉林省人民政府"],
    ["省人大常委会", "吉林省人民代表大会常务委员会"],
    ["省政协", "中国人民政治协商会议吉林省委员会"],
    ["市教育局", "长春市教育局"],
    ["省发改委", "吉林省发展和改革委员会"],
    ["省地方志办公室", "吉林省地方志办公室"],
    ["工信部", "中华人民共和国工业和信息化部"],
    ["某某智能科技有限公司", "某某智能科技有限公司"],
  ])("completes %s in Jilin to %s", (name, full) => {
    expect(fullAgencyName(name, jilin(), realLexicon())).toBe(full);
  });

  it("completes a name no further the second time", () => {
    for (const name of ["省委", "省工信厅", "省纪委", "省政协", "省应急厅", "长春市委宣传部", "国家发改委"]) {
      const full = fullAgencyName(name, jilin(), realLexicon());
      expect(fullAgencyName(full, jilin(), realLexicon())).toBe(full);
    }
  });

  it("leaves a short form alone where the article is clearly at home nowhere", () => {
    for (const text of ["全省上下", "广东省副省长应邀到会", "吉林与广东，吉林和广东"])
      expect(fullAgencyName("省委", homes(text), realLexicon()), text).toBe("省委");
    expect(fullAgencyName("省委", homes("吉林与广东，吉林的企业，吉林的学校"), realLexicon())).toBe("中共吉林省委员会");
  });

  it("takes the province from a province's own paper, whoever visits it", () => {
    const reported = (source: string) =>
      fullAgencyName(
        "省委",
        homesOf({ text: "广东省代表团，广东企业", wordings: [], source }, realLexicon()),
        realLexicon(),
      );
    expect(reported("吉林日报")).toBe("中共吉林省委员会");
    expect(reported("北京青年报")).toBe("中共广东省委员会");
  });

  it("completes a department from the committee before it", () => {
    expect(dependentName("宣传部", "中共吉林省委员会组织部", realLexicon())).toBe("中共吉林省委员会宣传部");
    expect(dependentName("管委会", "云澜高新区党工委", realLexicon())).toBe("云澜高新区管委会");
    expect(dependentName("宣传部", "吉林省商务厅", realLexicon())).toBeUndefined();
  });
});

describe("places that open names", () => {
  const territory = (name: string) => leadingPlace(name, 0, realLexicon())?.territory;

  it("are paths from the province down", () => {
    expect(territory("吉林省商务厅")).toBe("吉林省");
    expect(territory("长春市公安局")).toBe("吉林省/长春市");
    expect(territory("澜江省教育厅")).toBe("澜江省");
    expect(territory("宁川市教育局")).toBe("?/宁川市");
    expect(territory("澜江省宁川市人民政府")).toBe("澜江省/宁川市");
  });

  it("are not read out of other words", () => {
    for (const name of [
      "国家市场监督管理总局",
      "中国人民解放军山东省军区",
      "招商局集团有限公司",
      "九三学社湖南省委员会",
    ])
      expect(territory(name), name).toBeUndefined();
  });

  it("shut each other out unless one lies in the other or nobody knows", () => {
    expect(areApart("吉林省", "广东省")).toBe(true);
    expect(areApart("吉林省", "吉林省/长春市")).toBe(false);
    expect(areApart("吉林省/长春市", "吉林省/四平市")).toBe(true);
    expect(areApart("?/宁川市", "澜江省")).toBe(false);
    expect(areApart("?/宁川市", "?/云澜市")).toBe(true);
    expect(areApart("?/宁川市", "澜江省/宁川市")).toBe(false);
    expect(provinceOfTerritory("?/宁川市")).toBeUndefined();
  });
});
