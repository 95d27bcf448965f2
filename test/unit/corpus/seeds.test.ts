import { beforeAll, describe, expect, it } from "vitest";
import type { ArticleRecord } from "../../../src/core/corpus/article-record.js";
import { compareArticles } from "../../../src/core/corpus/compare.js";
import { CorpusEntities } from "../../../src/core/corpus/entities.js";
import { meetingsAcross, meetingsOf } from "../../../src/core/corpus/meeting-views.js";
import { timelineOf, yearsOf } from "../../../src/core/corpus/timeline.js";
import { trendsOf } from "../../../src/core/corpus/trends.js";
import { haveSeeds, indexOf, seedRecords } from "./support.js";

/** The meetings of each article: guest, asks by hosts and by guests, answers, agreements. */
const expected: Readonly<
  Record<
    string,
    readonly (readonly [
      guest: string,
      asks: number,
      guestAsks: number,
      answers: number,
      agreements: readonly string[],
    ])[]
  >
> = {
  "000": [
    ["张工", 1, 0, 1, []],
    ["邹磊", 1, 0, 2, []],
  ],
  "001": [
    ["马晓伟", 1, 0, 1, []],
    ["章建华", 1, 0, 1, []],
  ],
  "002": [
    ["何立峰", 1, 1, 1, []],
    ["肖亚庆", 1, 0, 1, []],
    ["王志刚", 1, 0, 1, []],
    ["侯建国", 1, 0, 1, []],
    ["钱文挥", 1, 0, 1, ["合作框架协议"]],
    ["赵欢", 1, 0, 1, ["合作备忘录"]],
  ],
  "003": [],
  "004": [
    ["马须伦", 1, 0, 0, ["战略合作框架协议"]],
    ["徐直军", 1, 0, 0, ["深化战略合作协议"]],
  ],
};

if (!haveSeeds) console.info("The seed articles are not here: the tests on them are passed over.");

describe.skipIf(!haveSeeds)("the seed articles", () => {
  let records: ReadonlyMap<string, ArticleRecord>;
  const record = (name: string): ArticleRecord => {
    const found = records.get(name);
    if (!found) throw new Error(`no seed ${name}`);
    return found;
  };
  beforeAll(() => {
    records = seedRecords();
  });

  it.each(Object.keys(expected))("%s: its meetings, each with counterpart, asks, answers and agreements", (name) => {
    const found = meetingsOf(record(name)).map(({ guests, statements, agreements }) => {
      const count = (kind: string, side?: string) =>
        statements.filter((one) => one.kind === kind && (!side || one.side === side)).length;
      return [
        guests.map((guest) => guest.name).join(),
        count("ask", "host"),
        count("ask", "guest"),
        count("answer"),
        agreements.map(({ title }) => title),
      ];
    });
    expect(found).toEqual(expected[name]);
  });

  it("says when and where they met, and with which posts", () => {
    const [first] = meetingsOf(record("002"));
    expect(first?.hosts.map(({ name, role }) => [name, role])).toEqual([
      ["景俊海", "省委书记"],
      ["韩俊", "省委副书记、省长"],
    ]);
    for (const [name, day, until, place] of [
      ["000", "2022-01-09", "2022-01-10", "北京"],
      ["001", "2022-07-25", undefined, "北京"],
      ["002", "2022-02-28", "2022-03-03", "北京"],
      ["004", "2023-11-10", "2023-11-11", "深圳"],
    ] as const) {
      for (const meeting of meetingsOf(record(name)))
        expect([meeting.day, meeting.until, meeting.place, meeting.dayStated], name).toEqual([day, until, place, true]);
    }
  });

  it("gives who was governor when, with the sentence that says so", () => {
    const entities = new CorpusEntities(indexOf([...records.values()]));
    const governors = ["韩俊", "胡玉亭"].map((name) => {
      const official = entities.entity(`official:${name}`);
      const post = official && timelineOf(official).find(({ title }) => title === "省长");
      return [name, post && yearsOf(post), post?.organ, post?.first.sentence.includes(name)];
    });
    expect(governors).toEqual([
      ["韩俊", "2021–2022", "吉林省人民政府", true],
      ["胡玉亭", "2023", "吉林省人民政府", true],
    ]);
    expect(entities.rows("official").filter(({ namesake }) => namesake)).toEqual([]);
  });

  it("finds the changed wording between two articles, and the meetings of somebody in order", () => {
    const { slogans, people } = compareArticles(record("000"), record("001"));
    expect(slogans.reworded.map(({ before, after }) => `${before.wording}→${after.wording}`)).toContain(
      "抽水蓄能三峡→山水蓄能三峡",
    );
    expect(people.slice(0, 2).map(({ name, before, after, moved }) => [name, before, after, moved])).toEqual([
      ["景俊海", 1, 1, false],
      ["韩俊", 2, 2, false],
    ]);
    const index = indexOf([...records.values()]);
    const governor = new CorpusEntities(index).entity("official:韩俊");
    expect(governor && meetingsAcross(index, { entity: governor }).length).toBe(9);
    expect(meetingsAcross(index)).toHaveLength(12);
  });

  it("counts formulations by year", () => {
    const table = trendsOf(indexOf([...records.values()]), { unit: "year", ids: ["slogan:一主六双"] });
    expect(table.articles).toEqual([1, 3, 1]);
    expect(table.trends[0]?.points.map(({ articles }) => articles)).toEqual([0, 3, 0]);
  });
});
