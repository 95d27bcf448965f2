import { beforeAll, describe, expect, it } from "vitest";
import { type GeneratedArticle, generateCorpus } from "../../../bench/generate-corpus.mjs";
import type { CorpusIndex } from "../../../src/core/corpus/corpus-index.js";
import { CorpusEntities } from "../../../src/core/corpus/entities.js";
import { meetingsOf } from "../../../src/core/corpus/meeting-views.js";
import { postsIn } from "../../../src/core/corpus/timeline.js";
import { changeBetween } from "../../../src/core/corpus/trends.js";
import { indexOf, recordOf } from "./support.js";

describe("a generated folder", () => {
  let articles: readonly GeneratedArticle[];
  let index: CorpusIndex;
  beforeAll(() => {
    articles = [...generateCorpus({ count: 250, seed: 7 })];
    index = indexOf(articles.map(({ path, content }) => recordOf(content, `file:///w/${path}`)));
  });

  it("is the same for the same seed, and has both forms", () => {
    expect([...generateCorpus({ count: 250, seed: 7 })]).toEqual(articles);
    expect([...generateCorpus({ count: 5, seed: 8 })]).not.toEqual(articles.slice(0, 5));
    expect(new Set(articles.map(({ form }) => form)).size).toBe(2);
    expect(new Set(articles.map(({ path }) => path)).size).toBe(250);
  });

  it("is read as articles of the day they were made for", () => {
    for (const { path, day, form } of articles) {
      const record = index.article(`file:///w/${path}`);
      expect([record?.form, record?.day], path).toEqual([form, day]);
    }
  });

  it("gives back nearly all meetings that were put in, and invents none", () => {
    let found = 0;
    let invented = 0;
    const put = articles.flatMap(({ meetings }) => meetings).length;
    for (const { path, meetings } of articles) {
      const record = index.article(`file:///w/${path}`);
      for (const meeting of record ? meetingsOf(record) : []) {
        const known = meetings.find(
          ({ guest, day }) => meeting.guests.some(({ name }) => name === guest) && meeting.day === day,
        );
        if (known?.hosts.every((host) => meeting.hosts.some(({ name }) => name === host))) found++;
        else invented++;
      }
    }
    expect(put).toBeGreaterThan(100);
    expect(found / put).toBeGreaterThan(0.97);
    expect(invented / put).toBeLessThan(0.02);
  });

  it("gives back the posts of the people", () => {
    let right = 0;
    let put = 0;
    for (const { path, people } of articles) {
      const record = index.article(`file:///w/${path}`);
      for (const { name, role } of people) {
        put++;
        const titles = record ? postsIn(record, `official:${name}`).map(({ title }) => title) : [];
        const heads = role
          .split("、")
          .map(
            (part) =>
              /(?:党组书记|党委书记|[^省市县委]{0,2}(?:书记|董事长|秘书长|部长|厅长|局长|主任|院长)|(?:常务)?副?[省市]长)$/.exec(
                part,
              )?.[0] ?? part,
          );
        if (heads.every((head) => titles.some((title) => title.endsWith(head) || head.endsWith(title)))) right++;
      }
    }
    expect(put).toBeGreaterThan(1000);
    expect(right / put).toBeGreaterThan(0.97);
  });

  it("keeps the two people of one name apart", () => {
    const entities = new CorpusEntities(index);
    expect(
      entities
        .named("official:王海宁")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["official:王海宁@四川省", "official:王海宁@广东省"]);
    const others = entities.rows("official").filter(({ namesake, name }) => namesake && name !== "王海宁");
    expect(others.map(({ id }) => id)).toEqual([]);
  });

  it("shows the formulations that were put in and taken out over time", () => {
    const change = changeBetween(index, { to: "2022-02-28" }, { from: "2023-05-01" });
    const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
    expect(names(change.appeared)).toEqual(expect.arrayContaining(["江海风电走廊", "新质生产力"]));
    expect(names(change.vanished)).toEqual(expect.arrayContaining(["江上风电走廊", "三链融合"]));
  });
});
