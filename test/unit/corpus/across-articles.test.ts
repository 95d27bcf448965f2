import { beforeAll, describe, expect, it } from "vitest";
import { companionsOf } from "../../../src/core/corpus/co-occurrence.js";
import { compareArticles } from "../../../src/core/corpus/compare.js";
import { concordance } from "../../../src/core/corpus/concordance.js";
import type { CorpusIndex } from "../../../src/core/corpus/corpus-index.js";
import { aliasesOf, CorpusEntities, type CorpusEntity } from "../../../src/core/corpus/entities.js";
import { definitionOf, neighboursOf, referencesOf } from "../../../src/core/corpus/navigation.js";
import { cardOf, profileOf } from "../../../src/core/corpus/profile.js";
import { searchArticles, searchEntities } from "../../../src/core/corpus/search.js";
import { timelineOf, yearsOf } from "../../../src/core/corpus/timeline.js";
import { changeBetween, trendsOf } from "../../../src/core/corpus/trends.js";
import { indexOf, madeRecord, plainArticle, recordOf } from "./support.js";

const sources: Readonly<Record<string, string>> = {
  "file:///2021": plainArticle({
    title: "顾安在宁川调研能源项目",
    day: "2021-11-18",
    body: [
      "11月17日,澜江省委常委、常务副省长顾安到宁川市调研。他强调,要推动高质量发展,加快建设“江上风电走廊”,落实省委部署。",
      "副省长麻建东,省发展改革委主任段青禾参加调研。",
    ],
  }),
  "file:///2022": plainArticle({
    title: "林牧川顾安与国家能源局会谈",
    day: "2022-06-10",
    source: "时政观察",
    body: [
      "6月9日,澜江省委书记林牧川,省委副书记、省长顾安在北京与国家能源局局长安定举行会谈,围绕高质量发展和“江上风电走廊”交换意见。希望国家能源局加强指导。安定表示,将给予支持。",
      "国家能源局副局长逄海涛参加会谈。",
    ],
  }),
  "file:///2023": plainArticle({
    title: "澜江省委部署能源工作",
    day: "2023-02-08",
    body: [
      "2月7日,澜江省委召开会议,省委书记林牧川讲话,强调发展新质生产力,加快建设“江海风电走廊”,以高质量发展的成效惠及群众。澜江省政府通报情况,原省长顾安到会。省长田野发言。省发改委主任段青禾参加会议。",
    ],
  }),
};

let index: CorpusIndex;
let entities: CorpusEntities;
const entity = (id: string): CorpusEntity => {
  const found = entities.entity(id);
  if (!found) throw new Error(`no entity ${id}`);
  return found;
};

beforeAll(() => {
  index = indexOf(Object.entries(sources).map(([uri, source]) => recordOf(source, uri)));
  entities = new CorpusEntities(index);
});

describe("posts over time", () => {
  it("are one line a post with its years and the sentence that says so; a former post is marked", () => {
    const lines = timelineOf(entity("official:顾安")).map((post) => [
      post.words,
      yearsOf(post),
      post.organ,
      post.former?.uri,
    ]);
    expect(lines).toEqual([
      ["常务副省长", "2021", "澜江省人民政府", undefined],
      ["澜江省委常委", "2021", "中共澜江省委员会", undefined],
      ["省委副书记", "2022", "中共澜江省委员会", undefined],
      ["省长", "2022", "澜江省人民政府", "file:///2023"],
    ]);
    const governor = timelineOf(entity("official:顾安")).find(({ title }) => title === "省长");
    expect(governor?.first.sentence).toMatch(/^6月9日.*省长顾安.*…?$/);
    expect(sources["file:///2022"]?.slice(governor?.first.span.start, governor?.first.span.end)).toBe("顾安");
  });

  it("take up an article that leaves the organ open where only one post can be meant", () => {
    const post = (title: string, words: string, organ?: string) => ({ title, words, ...(organ ? { organ } : {}) });
    const article = (uri: string, day: string, ...posts: ReturnType<typeof post>[]) =>
      madeRecord({ uri, day, mentions: [{ type: "official", name: "顾安", posts }] });
    const spans = (...articles: ReturnType<typeof article>[]) => {
      const official = new CorpusEntities(indexOf(articles)).entity("official:顾安");
      return official && timelineOf(official).map((span) => [span.words, yearsOf(span), span.articles]);
    };
    const known = article("file:///a", "2021-03-01", post("书记", "省委书记", "中共澜江省委员会"));
    expect(spans(known, article("file:///b", "2023-03-01", post("书记", "省委书记", "省委")))).toEqual([
      ["省委书记", "2021–2023", 2],
    ]);
    expect(spans(known, article("file:///b", "2023-03-01", post("书记", "市委书记", "市委")))).toEqual([
      ["省委书记", "2021", 1],
      ["市委书记", "2023", 1],
    ]);
    const director = article("file:///c", "2022-03-01", post("局长", "国家能源局局长", "国家能源局"));
    expect(spans(director, article("file:///d", "2024-01-01", post("局长", "局长")))).toEqual([
      ["国家能源局局长", "2022–2024", 2],
    ]);
  });

  it("belong to the agency as well, with who held them when", () => {
    const profile = profileOf(entities, "agency:澜江省人民政府");
    expect(profile?.type).toBe("agency");
    if (profile?.type !== "agency") return;
    expect(
      profile.holders
        .filter(({ title }) => title === "省长")
        .map(({ name, from, to, former }) => [name, from, to, former]),
    ).toEqual([
      ["顾安", "2022-06-10", "2022-06-10", true],
      ["田野", "2023-02-08", "2023-02-08", false],
    ]);
  });
});

describe("an entity across articles", () => {
  it("is one for an agency, however articles shorten its name", () => {
    const commission = entity("agency:澜江省发展和改革委员会");
    expect(commission.articles.map(({ uri }) => uri)).toEqual(["file:///2021", "file:///2023"]);
    expect(aliasesOf(commission).sort()).toEqual(["省发展改革委", "省发改委"]);
  });

  it("has its references, its definition and its neighbours by date", () => {
    const governor = entity("official:顾安");
    for (const { uri, span } of referencesOf(governor)) expect(sources[uri]?.slice(span.start, span.end)).toBe("顾安");
    expect(referencesOf(governor)).toHaveLength(5);
    expect(definitionOf(governor)?.uri).toBe("file:///2021");
    expect(definitionOf(governor)?.sentence).toContain("常务副省长顾安");
    const middle = index.article("file:///2022");
    expect(middle && Object.values(neighboursOf(governor, middle)).map(({ uri }) => uri)).toEqual([
      "file:///2021",
      "file:///2023",
    ]);
    const last = index.article("file:///2023");
    expect(last && neighboursOf(entity("agency:国家能源局"), last)).toMatchObject({
      previous: { uri: "file:///2022" },
    });
    expect(last && neighboursOf(entity("agency:国家能源局"), last).next).toBeUndefined();
  });

  it("has a card with posts, counts and the people named together", () => {
    expect(cardOf(entities, "official:顾安", "file:///2022")).toEqual({
      id: "official:顾安",
      articles: 3,
      mentions: 5,
      first: "2021-11-18",
      latest: "2023-02-08",
      posts: [
        { words: "常务副省长", years: "2021", former: false },
        { words: "澜江省委常委", years: "2021", former: false },
        { words: "省委副书记", years: "2022", former: false },
        { words: "省长", years: "2022", former: true },
      ],
      people: ["林牧川", "段青禾", "安定", "田野", "逄海涛"],
    });
    expect(
      companionsOf(entity("official:顾安"), "official", 2).map(({ entity: { name }, articles }) => [name, articles]),
    ).toEqual([
      ["林牧川", 2],
      ["段青禾", 2],
    ]);
  });

  it("has a profile with its meetings, and none where nothing mentions it", () => {
    const profile = profileOf(entities, "official:安定");
    expect(
      profile?.type === "official" && profile.meetings.map(({ hosts, day }) => [hosts.map(({ name }) => name), day]),
    ).toEqual([[["林牧川", "顾安"], "2022-06-09"]]);
    const agency = profileOf(entities, "agency:国家能源局");
    expect(agency?.type === "agency" && agency.meetings).toHaveLength(1);
    expect(profileOf(entities, "official:无此人")).toBeUndefined();
  });
});

describe("formulations over time", () => {
  it("are counted by period, empty periods included", () => {
    const table = trendsOf(index, { unit: "quarter", ids: ["slogan:高质量发展"] });
    expect(table.periods).toEqual(["2021-Q4", "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1"]);
    expect(table.articles).toEqual([1, 0, 1, 0, 0, 1]);
    expect(
      table.trends.map(({ first, latest, points }) => [first, latest, points.map(({ articles }) => articles)]),
    ).toEqual([["2021-11-18", "2023-02-08", [1, 0, 1, 0, 0, 1]]]);
  });

  it("come and go between two stretches of time", () => {
    const change = changeBetween(index, { to: "2022-12-31" }, { from: "2023-01-01" });
    expect(change.articles).toEqual({ before: 2, after: 1 });
    expect(change.appeared.map(({ name }) => name)).toEqual(expect.arrayContaining(["新质生产力", "江海风电走廊"]));
    expect(change.vanished.map(({ name, before }) => [name, before.articles])).toContainEqual(["江上风电走廊", 2]);
    expect(change.stayed.map(({ name }) => name)).toContain("高质量发展");
  });

  it("stand in a concordance, latest first or by what stands beside them", () => {
    const slogan = entity("slogan:高质量发展");
    const lines = concordance(slogan, { width: 6 });
    expect(lines.map(({ day, keyword }) => [day, keyword])).toEqual([
      ["2023-02-08", "高质量发展"],
      ["2022-06-10", "高质量发展"],
      ["2021-11-18", "高质量发展"],
    ]);
    for (const { uri, left, keyword, right } of lines) expect(sources[uri]).toContain(left + keyword + right);
    expect(concordance(slogan, { offset: 1, limit: 1 })).toEqual(concordance(slogan).slice(1, 2));
    const right = concordance(slogan, { order: "right" }).map((line) => line.right);
    expect(right).toEqual([...right].sort());
  });
});

describe("comparing two articles", () => {
  it("finds formulations kept, gone, new and reworded, people and agencies", () => {
    const [before, after] = ["file:///2022", "file:///2023"].map((uri) => index.article(uri));
    if (!before || !after) throw new Error("the samples are not indexed");
    const { slogans, people, agencies } = compareArticles(before, after);
    expect(slogans.reworded.map(({ before: x, after: y }) => [x.wording, y.wording])).toEqual([
      ["江上风电走廊", "江海风电走廊"],
    ]);
    expect(slogans.both.map(([item]) => item.wording)).toContain("高质量发展");
    expect(slogans.onlyAfter.map(({ wording }) => wording)).toContain("新质生产力");
    expect(slogans.onlyBefore.map(({ wording }) => wording)).not.toContain("江上风电走廊");
    expect(people.find(({ name }) => name === "安定")).toMatchObject({
      before: 3,
      roleBefore: "国家能源局局长",
      moved: false,
    });
    expect(people.find(({ name }) => name === "安定")?.after).toBeUndefined();
    expect(people.filter(({ moved }) => moved)).toEqual([]);
    expect(agencies.onlyBefore.map(({ name }) => name)).toContain("国家能源局");
    expect(agencies.both.map(([item]) => item.name)).toContain("中共澜江省委员会");
  });

  it("shows whose place in the order has changed", () => {
    const list = (uri: string, order: string) =>
      recordOf(
        plainArticle({
          title: "全省能源工作会议召开",
          day: "2023-05-01",
          body: [`5月1日,全省能源工作会议召开。省领导${order}出席会议。`],
        }),
        uri,
      );
    const { people } = compareArticles(
      list("file:///a", "林牧川、顾安、麻建东、段青禾"),
      list("file:///b", "林牧川、麻建东、段青禾、顾安"),
    );
    expect(people.filter(({ moved }) => moved).map(({ name, before, after }) => [name, before, after])).toEqual([
      ["顾安", 2, 4],
    ]);
  });
});

describe("searching", () => {
  it("finds entities by their name, its beginning first, and by abbreviations", () => {
    expect(searchEntities(entities, "顾").map(({ name }) => name)).toEqual(["顾安"]);
    expect(searchEntities(entities, "澜江 发改委").map(({ name }) => name)).toEqual(["澜江省发展和改革委员会"]);
    expect(
      searchEntities(entities, "风电", { types: ["slogan"] })
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["江上风电走廊", "江海风电走廊"]);
    expect(searchEntities(entities, "", { limit: 3 })).toHaveLength(3);
    expect(searchEntities(entities, "没有的名字")).toEqual([]);
  });

  it("finds articles by headline, source, day and what they mention", () => {
    const found = (query: string) => searchArticles(index, query).map(({ uri }) => uri);
    expect(found("能源")).toEqual(["file:///2023", "file:///2022", "file:///2021"]);
    expect(found("时政观察")).toEqual(["file:///2022"]);
    expect(found("2023-02")).toEqual(["file:///2023"]);
    expect(found("安定 2022")).toEqual(["file:///2022"]);
    expect(found("安定 2023")).toEqual([]);
    expect(searchArticles(index, "", 2)).toHaveLength(2);
  });
});
