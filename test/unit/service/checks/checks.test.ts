import { describe, expect, it } from "vitest";
import { areAlike } from "../../../../src/core/corpus/alike-characters.js";
import { findingText, fixText } from "../../../../src/service/checks/check-texts.js";
import { plainArticle, seedSources } from "../../corpus/support.js";
import { goldArticles } from "../../support/gold.js";
import { findingsOfAll, short, type ToldArticle, told } from "./support.js";

/** A report in which the governor of an invented province speaks. */
function report(day: string, governor: string, rest = ""): ToldArticle {
  return {
    day,
    body: [
      `澜江省人民政府召开全体会议。澜江省委副书记、澜江省省长${governor}主持会议并讲话。${rest}`,
      `${governor}强调，要坚持稳中求进工作总基调，推动澜江省高质量发展，全力抓好各项工作落实。`,
    ],
  };
}

const established = [report("2022-01-10", "沈书珩"), report("2022-03-02", "沈书珩"), report("2022-09-20", "沈书珩")];

describe("a name one character off", () => {
  it("from that of the one who holds the post at the time is told, with the article that names them", () => {
    expect(told([report("2022-05-15", "沈舒珩"), ...established])).toEqual(["near-name: 沈舒珩 → 沈书珩"]);
    const short = [report("2022-01-10", "韦峻"), report("2022-03-02", "韦峻")];
    expect(told([report("2022-03-15", "韦俊"), ...short])).toEqual(["near-name: 韦俊 → 韦峻"]);
  });

  it("is told once in an article, at the post, with the article that says otherwise and what can be done", () => {
    const sources = [report("2022-05-15", "沈舒珩"), ...established].map((article) =>
      plainArticle({ title: "全省工作会议在宁川召开", ...article }),
    );
    const [finding, ...more] = findingsOfAll(sources)[0] ?? [];
    expect(more).toEqual([]);
    expect(finding?.span.start).toBe(sources[0]?.indexOf("沈舒珩"));
    expect(finding?.sources.map(({ day }) => day)).toEqual(["2022-03-02"]);
    expect(finding?.fixes.map((fix) => finding && fixText(finding, fix, "en"))).toEqual([
      "Take “沈舒珩” as “沈书珩” in this article",
      "Take “沈舒珩” as “沈书珩” here",
      "“沈舒珩” is right: keep it",
    ]);
    expect(finding && findingText(finding, "zh")).toBe(
      "“沈舒珩”与同一职务或机构（澜江省省长）中已知的“沈书珩”仅一字之差：是否有误？",
    );
  });

  it("is told of any character where the known one holds the seat before and after", () => {
    expect(told([report("2022-05-15", "沈书岩"), ...established])).toEqual(["near-name: 沈书岩 → 沈书珩"]);
  });

  it("is not told of people with common names of two characters who follow one another", () => {
    const before = [report("2022-01-10", "王刚"), report("2022-02-10", "王刚")];
    expect(told([report("2022-03-15", "王岩"), ...before])).toEqual([]);
  });

  it("is not told without a post, or of another organ", () => {
    const plain = {
      day: "2022-05-15",
      body: ["澜江省宁川市居民沈舒珩来到集市，他说，今年的收成比往年好得多，大家都高兴。"],
    };
    expect(told([plain, ...established])).toEqual([]);
    const elsewhere = {
      day: "2022-05-15",
      body: ["洛北省人民政府召开会议，洛北省副省长沈舒珩主持会议并讲话，他要求洛北省各地抓好落实，确保取得实效。"],
    };
    expect(told([elsewhere, ...established])).toEqual([]);
  });

  it("is not told of two who are both established, or of years apart", () => {
    const both = [...established, report("2022-06-01", "沈舒珩"), report("2022-07-01", "沈舒珩")];
    expect(told([report("2022-05-15", "沈舒珩"), ...both])).not.toContain("near-name: 沈舒珩 → 沈书珩");
    expect(told([report("2031-05-15", "沈舒珩"), ...established])).toEqual([]);
  });

  it("is not told of several deputies of like names in one organ unless the characters are mistaken for one another", () => {
    const deputies = (day: string, name: string) => ({
      day,
      body: [`澜江省人民政府召开会议。澜江省副省长${name}出席会议并讲话，要求澜江省各地抓好工作落实，务求实效。`],
    });
    const known = [deputies("2022-01-10", "丁建国"), deputies("2022-03-02", "丁建国")];
    expect(told([deputies("2022-05-15", "丁建军"), ...known])).toEqual([]);
    expect(told([deputies("2022-05-15", "丁建果"), ...known])).toEqual(["near-name: 丁建果 → 丁建国"]);
  });

  it("is told against the lexicon too, and not once the reader has judged", () => {
    const article = {
      day: "2022-05-15",
      source: "吉林日报",
      body: ["吉林省省长韩竣主持召开吉林省人民政府全体会议并讲话，要求吉林省各地各部门抓好各项工作落实。"],
    };
    expect(told([article])).toEqual(["near-name: 韩竣 → 韩俊"]);
    for (const verdict of ["accept", "change"] as const)
      expect(
        told(
          [article],
          [
            {
              id: "d-000000000001",
              kind: "decision",
              verdict,
              scope: "article",
              type: "official",
              anchor: { exact: "韩竣", prefix: "", suffix: "", start: 0, end: 2 },
              at: "2024-01-01T00:00:00Z",
              to: { entity: verdict === "change" ? "韩俊" : "韩竣" },
            },
          ],
        ),
      ).toEqual([]);
  });
});

describe("a post that contradicts the timeline", () => {
  const others = established;
  it("is told where others are reported in it before and after, with both articles", () => {
    const sources = [report("2022-05-15", "丁一禾"), ...others];
    expect(told(sources)).toEqual(["contradicting-post: 丁一禾 → 沈书珩"]);
    const files = sources.map((article) => plainArticle({ title: "全省工作会议在宁川召开", ...article }));
    const [finding] = findingsOfAll(files)[0] ?? [];
    expect(finding?.sources.map(({ day }) => day)).toEqual(["2022-03-02", "2022-09-20"]);
    expect(finding && findingText(finding, "en")).toBe(
      "“丁一禾” is given as 澜江省省长 on 2022-05-15, a post that “沈书珩” held from 2022-03-02 to 2022-09-20: check name, post and date.",
    );
  });

  it("is not told around a change of office, nor where reports are years apart", () => {
    expect(told([report("2022-09-10", "丁一禾"), ...others])).toEqual([]);
    expect(told([report("2022-10-10", "丁一禾"), ...others])).toEqual([]);
    expect(
      told([report("2022-05-15", "丁一禾"), report("2020-01-10", "沈书珩"), report("2023-09-20", "沈书珩")]),
    ).toEqual([]);
  });

  it("is not told of former posts, of sentences about other years, or of posts that several hold", () => {
    const say = (words: string) => ({
      day: "2022-05-15",
      body: [`澜江省人民政府举行座谈会。${words}出席会议并讲话，要求澜江省各地抓好落实。`],
    });
    expect(told([say("澜江省原省长丁一禾"), ...others])).toEqual([]);
    expect(told([say("2015年，澜江省省长丁一禾"), ...others])).toEqual([]);
    expect(told([say("澜江省副省长丁一禾"), ...others])).toEqual([]);
  });

  it("is not told of a bare title in an article about two provinces", () => {
    const guest = {
      day: "2022-05-15",
      body: [
        "澜江省党政代表团到洛北省考察。洛北省委书记安若谷、省长丁一禾陪同考察，澜江省委书记贺云舟参加。",
        "澜江省人民政府与洛北省人民政府签署合作协议，澜江省、洛北省将在澜江省共建园区。",
      ],
    };
    expect(told([guest, ...others])).toEqual([]);
  });

  it("is told of one who is reported as the head of another province before and after", () => {
    const north = (day: string) => ({
      day,
      body: ["洛北省人民政府召开会议。洛北省省长丁一禾主持会议并讲话，要求洛北省各地抓好各项工作落实，务求实效。"],
    });
    expect(told([report("2022-05-15", "丁一禾"), north("2022-02-01"), north("2022-08-01")])).toEqual([
      "contradicting-post: 丁一禾 → 洛北省省长",
    ]);
    expect(told([report("2022-08-10", "丁一禾"), north("2022-02-01"), north("2022-08-01")])).toEqual([]);
  });

  it("is told by the lexicon's years of somebody whom it knows in the post, and of nobody else", () => {
    const premier = (name: string) => ({
      day: "2010-05-15",
      source: "人民日报",
      body: [`国务院总理${name}主持召开国务院常务会议，听取有关工作汇报，研究部署下一步工作，要求各地抓好落实。`],
    });
    expect(told([premier("李克强")])).toEqual(["contradicting-post: 李克强 → 温家宝"]);
    expect(told([premier("温家宝")])).toEqual([]);
    expect(told([premier("丁一禾")])).toEqual([]);
  });
});

describe("an organ under a second spelling", () => {
  const of = (organ: string, day = "2022-05-15") => ({
    day,
    body: [`澜江省人民政府召开会议。${organ}有关负责同志参加会议并发言，要求澜江省各地抓好各项工作落实。`],
  });
  it.each([
    ["澜江省发展与改革委员会", "澜江省发展和改革委员会"],
    ["国家发展与改革委员会", "国家发展和改革委员会"],
    ["工业及信息化部", "工业和信息化部"],
  ])("%s is told", (organ, known) => {
    expect(told([of(organ)])).toEqual([`organ-spelling: ${organ} → ${known}`]);
  });

  it.each([
    "澜江省发展和改革委员会",
    "澜江省发展改革委",
    "澜江省发改委",
    "澜江省人力资源社会保障厅",
    "澜江省住房城乡建设厅",
    "國家發展和改革委員會",
    "国家发展改革委",
    "中国科学院与中国工程院",
  ])("%s is none", (organ) => {
    expect(told([of(organ)])).toEqual([]);
  });

  it("is told against other articles of the folder, which must be two", () => {
    const association = "澜江省智能装备产业协会";
    const known = [of(association, "2022-01-01"), of(association, "2022-02-01")];
    expect(told([of("澜江省知能装备产业协会"), ...known])).toEqual([
      `organ-spelling: 澜江省知能装备产业协会 → ${association}`,
    ]);
    expect(told([of("澜江省知能装备产业协会"), of(association)])).toEqual([]);
    expect(told([of("澜江省智能汽车产业协会"), ...known])).toEqual([]);
    expect(told([of("澜东省智能装备产业协会"), ...known])).toEqual([]);
  });

  it("is marked by its words, also where recognition saw no organ or half of one", () => {
    const source = plainArticle({ title: "全省工作会议在宁川召开", ...of("国家发展与改革委员会") });
    const [finding] = findingsOfAll([source])[0] ?? [];
    expect(finding && source.slice(finding.span.start, finding.span.end)).toBe("国家发展与改革委员会");
    expect(finding?.fixes.map(({ kind }) => kind)).toEqual(["take-as", "keep"]);
  });
});

it("knows characters that are mistaken for one another, in both directions", () => {
  expect([areAlike("竣", "俊"), areAlike("俊", "竣"), areAlike("伟", "玮"), areAlike("己", "已")]).toEqual(
    Array(4).fill(true),
  );
  expect([areAlike("刚", "强"), areAlike("俊", "俊"), areAlike("a", "b")]).toEqual(Array(3).fill(false));
});

describe("articles that are right", () => {
  it("the development articles, as one folder and each alone, give no finding", () => {
    const sources = goldArticles("development").map(({ source }) => source);
    expect(findingsOfAll(sources).flat().map(short)).toEqual([]);
    expect(sources.flatMap((source) => findingsOfAll([source]).flat().map(short))).toEqual([]);
  });

  const seeds = seedSources();
  it.skipIf(seeds.length === 0)("the seed articles as one folder give no finding, and a slip in one gives that", () => {
    expect(findingsOfAll(seeds).flat().map(short)).toEqual([]);
    const slips = seeds.map((source, i) => (i === 2 ? source.replaceAll("省长韩俊", "省长韩竣") : source));
    expect(findingsOfAll(slips).flat().map(short)).toEqual(["near-name: 韩竣 → 韩俊"]);
  });
});
