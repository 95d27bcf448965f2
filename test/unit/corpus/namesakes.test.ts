import { describe, expect, it } from "vitest";
import { CorpusEntities } from "../../../src/core/corpus/entities.js";
import type { PostStatement } from "../../../src/core/corpus/posts.js";
import { indexOf, madeRecord } from "./support.js";

type Post = Omit<PostStatement, "row">;
const governor = (province: string, title = "副省长"): Post => ({
  title,
  words: province + title,
  organ: `${province}人民政府`,
  territory: province,
});
const chairman: Post = { title: "董事长", words: "恒拓集团董事长", organ: "恒拓集团" };

let serial = 0;
function article(day: string, ...posts: Post[]) {
  return madeRecord({
    uri: `file:///${day}-${++serial}`,
    day,
    mentions: [{ type: "official", name: "王海宁", posts }],
  });
}

function people(...articles: ReturnType<typeof article>[]) {
  return new CorpusEntities(indexOf(articles)).named("official:王海宁");
}

describe("people of one name", () => {
  it("are kept apart where articles of the same time give offices of two provinces", () => {
    const found = people(
      article("2022-01-10", governor("吉林省")),
      article("2022-02-10", governor("广东省")),
      article("2022-03-10", governor("吉林省")),
      article("2022-04-10", governor("广东省")),
    );
    expect(found.map(({ id }) => id)).toEqual(["official:王海宁@吉林省", "official:王海宁@广东省"]);
    expect(found.map(({ articles }) => articles.length)).toEqual([2, 2]);
    expect(found[0]?.namesake).toEqual({ seat: "吉林省", others: ["official:王海宁@广东省"], assumed: [] });
  });

  it("are kept apart where two articles of one day give them", () => {
    expect(people(article("2022-01-10", governor("吉林省")), article("2022-01-10", governor("广东省")))).toHaveLength(
      2,
    );
  });

  it("are one where a single article only leaves the other place to be understood", () => {
    const understood = { ...governor("广东省"), words: "副省长" };
    const articles = [
      article("2022-01-10", governor("吉林省")),
      article("2022-02-10", understood),
      article("2022-03-10", governor("吉林省")),
    ];
    expect(people(...articles)).toHaveLength(1);
    expect(people(...articles, article("2022-02-20", understood))).toHaveLength(2);
  });

  it("are one where the posts come one after another", () => {
    const found = people(
      article("2021-05-01", governor("吉林省")),
      article("2022-05-01", governor("吉林省")),
      article("2022-06-01", governor("广东省")),
      article("2023-01-01", governor("广东省")),
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.namesake).toBeUndefined();
  });

  it("are one where an old post is still printed for some days after the move", () => {
    expect(
      people(
        article("2022-05-01", governor("吉林省")),
        article("2022-05-20", governor("广东省")),
        article("2022-05-24", governor("吉林省")),
      ),
    ).toHaveLength(1);
  });

  it("are one where somebody comes back after years", () => {
    expect(
      people(
        article("2018-05-01", governor("吉林省")),
        article("2020-05-20", governor("广东省")),
        article("2023-05-24", governor("吉林省")),
      ),
    ).toHaveLength(1);
  });

  it("are one where one article gives both posts", () => {
    expect(
      people(
        article("2022-01-01", governor("吉林省")),
        article("2022-02-01", governor("广东省"), { ...governor("吉林省"), qualifier: "former" }),
        article("2022-03-01", governor("吉林省")),
      ),
    ).toHaveLength(1);
  });

  it("are one where one place lies in the other, or a province's office goes with a post of the centre", () => {
    const mayor: Post = { title: "书记", words: "长春市委书记", organ: "中共长春市委员会", territory: "吉林省/长春市" };
    const deputy: Post = { title: "副主席", words: "全国政协副主席", organ: "中国人民政治协商会议全国委员会" };
    expect(
      people(
        article("2022-01-01", governor("吉林省")),
        article("2022-02-01", mayor),
        article("2022-03-01", governor("吉林省")),
        article("2022-03-02", deputy),
        article("2022-04-01", mayor),
      ),
    ).toHaveLength(1);
  });

  it("are kept apart where a head of a place is a head of a company at the same time, and only then", () => {
    const days = ["2022-01-01", "2022-02-01", "2022-03-01"] as const;
    expect(
      people(
        article(days[0], governor("吉林省", "省长")),
        article(days[1], chairman),
        article(days[2], governor("吉林省", "省长")),
      ),
    ).toHaveLength(2);
    expect(
      people(article(days[0], governor("吉林省")), article(days[1], chairman), article(days[2], governor("吉林省"))),
    ).toHaveLength(1);
  });

  it("share out articles without a post by place, then by date, and say so", () => {
    const bare = article("2022-02-12");
    const placed = madeRecord({
      uri: "file:///placed",
      day: "2022-04-09",
      mentions: [
        { type: "official", name: "王海宁" },
        { type: "official", name: "李山", posts: [governor("吉林省", "省长")] },
      ],
    });
    const found = people(
      article("2022-01-10", governor("吉林省")),
      article("2022-02-10", governor("广东省")),
      article("2022-03-10", governor("吉林省")),
      article("2022-04-10", governor("广东省")),
      bare,
      placed,
    );
    const [jilin, guangdong] = found;
    expect(guangdong?.articles.map(({ uri }) => uri)).toContain(bare.uri);
    expect(guangdong?.namesake?.assumed).toEqual([bare.uri]);
    expect(jilin?.namesake?.assumed).toEqual([placed.uri]);
  });

  it("resolve from an article to the one it means, and from the bare id to the most mentioned", () => {
    const articles = [
      article("2022-01-10", governor("吉林省")),
      article("2022-02-10", governor("广东省")),
      article("2022-03-10", governor("吉林省")),
    ];
    const entities = new CorpusEntities(indexOf(articles));
    expect(entities.entityIn(articles[1]?.uri ?? "", "official:王海宁")?.id).toBe("official:王海宁@广东省");
    expect(entities.entity("official:王海宁")?.id).toBe("official:王海宁@吉林省");
    expect(entities.entity("official:王海宁@广东省")?.articles).toHaveLength(1);
    expect(entities.rows("official").map(({ id, articles: count }) => [id, count])).toEqual([
      ["official:王海宁@吉林省", 2],
      ["official:王海宁@广东省", 1],
    ]);
  });

  it("are put together anew when an article comes or goes", () => {
    const index = indexOf([article("2022-01-10", governor("吉林省")), article("2022-03-10", governor("吉林省"))]);
    const entities = new CorpusEntities(index);
    expect(entities.named("official:王海宁")).toHaveLength(1);
    const other = article("2022-02-10", governor("广东省"));
    index.set(other);
    expect(entities.named("official:王海宁")).toHaveLength(2);
    index.delete(other.uri);
    expect(entities.named("official:王海宁")).toHaveLength(1);
  });
});
