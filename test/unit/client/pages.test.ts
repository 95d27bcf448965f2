import { load } from "cheerio/slim";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barChart, sparkline, timelineChart } from "../../../src/client/charts.js";
import { commonEnds, comparisonHtml } from "../../../src/client/comparison-html.js";
import { agreementHtml } from "../../../src/client/exchange/agreement-html.js";
import { escapeHtml, html } from "../../../src/client/html.js";
import { documentOf } from "../../../src/client/page.js";
import { PageLinks } from "../../../src/client/page-links.js";
import { daysOf, markedPeriods } from "../../../src/client/periods-html.js";
import { profileHtml } from "../../../src/client/profile-html.js";
import { trendsHtml } from "../../../src/client/trends-html.js";
import type { Comparison, Profile, Trends } from "../../../src/protocol/corpus.js";
import type { AgreementResult } from "../../../src/protocol/exchange.js";
import { english, head, meeting, party, range, source, visibleText } from "./support.js";

const hostile = `</script><img src=x onerror="alert(1)">' autofocus onfocus='x" \u0000<!-- ]]> \${x} &lt;b&gt; \``;

function official(name: string, words = name): Profile {
  return {
    ...head(name),
    type: "official",
    posts: [
      {
        words,
        years: "2021–2023",
        organ: words,
        from: "2021-10-18",
        to: "2023-06-13",
        vague: false,
        articles: 2,
        first: source("2021-10-18", words),
        latest: source("2023-06-13", words, "file:///a/2.txt"),
      },
    ],
    meetings: [{ ...meeting, cue: words, place: words, hosts: [party(words, words)] }],
  };
}

function slogan(name: string): Profile {
  return {
    ...head(name),
    type: "slogan",
    unit: "month",
    points: [
      { period: "2023-01", articles: 1, mentions: 2 },
      { period: "2023-02", articles: 0, mentions: 0 },
      { period: "2023-03", articles: 4, mentions: 9 },
    ],
    concordance: [
      { uri: "file:///a/1.txt", range, title: name, day: "2023-03-01", left: name, keyword: name, right: name },
    ],
    entry: { meaning: name, english: name, since: 2013, source: name },
  };
}

const agency: Profile = {
  ...head("国家能源局"),
  type: "agency",
  unresolved: true,
  holders: [
    {
      id: "official:齐远岫",
      name: "齐远岫",
      title: "副局长",
      from: "2023-06-13",
      to: "2024-01-02",
      former: false,
      articles: 3,
      first: source("2023-06-13", "国家能源局副局长齐远岫说"),
    },
  ],
  meetings: [meeting],
};

const item = (wording: string) => ({
  uri: "file:///a/1.txt",
  range,
  id: wording,
  name: wording,
  wording,
  mentions: 2,
  candidate: false,
});

function comparison(words: string): Comparison {
  const none = { onlyBefore: [], onlyAfter: [], both: [] };
  return {
    before: { uri: "file:///a/1.txt", title: words, day: "2022-01-10", source: words },
    after: { uri: "file:///a/2.txt", title: "后一篇", day: "2023-01-10" },
    slogans: {
      onlyBefore: [item(words)],
      onlyAfter: [item("新质生产力")],
      both: [[item("双碳"), item("双碳")]],
      reworded: [{ before: item("抽水蓄能三峡"), after: item("山水蓄能三峡"), score: 0.7 }],
    },
    people: [
      {
        id: "a",
        name: words,
        before: 1,
        after: 2,
        moved: true,
        roleBefore: words,
        placeBefore: { uri: "file:///a/1.txt", range },
      },
      { id: "b", name: "纪文渊", after: 1, moved: false },
    ],
    agencies: none,
  };
}

function trends(name: string): Trends {
  return {
    table: {
      unit: "month",
      periods: ["2023-01", "2023-02"],
      articles: [3, 4],
      undated: 1,
      trends: [
        {
          id: name,
          name,
          type: "slogan",
          articles: 5,
          mentions: 8,
          first: "2023-01-02",
          latest: "2023-02-03",
          points: [
            { period: "2023-01", articles: 1, mentions: 3 },
            { period: "2023-02", articles: 4, mentions: 5 },
          ],
        },
      ],
    },
    change: {
      articles: { before: 3, after: 4 },
      appeared: [{ id: "x", name, before: { articles: 0, mentions: 0 }, after: { articles: 2, mentions: 2 } }],
      vanished: [],
      stayed: [{ id: "y", name: "双碳", before: { articles: 3, mentions: 3 }, after: { articles: 1, mentions: 1 } }],
    },
  };
}

function agreement(words: string): AgreementResult {
  const mark = { type: words, text: words, entity: words };
  return {
    done: true,
    message: words,
    names: [words, "file:///b"],
    articles: 2,
    classes: [{ name: words, both: 3, onlyA: 1, onlyB: 0, f1: 6 / 7, kappa: 0.8 }],
    overall: { both: 3, onlyA: 1, onlyB: 0 },
    differences: [
      { kind: "only-a", article: words, line: 4, a: mark, place: { uri: "file:///a/1.txt", range } },
      { kind: "entity", article: words, line: 6, a: mark, b: mark },
    ],
    problems: [words],
  };
}

const choices = { unit: "month", type: "slogan", before: "2023-01", after: "2023-02" } as const;

/** Every kind of page with the same words wherever words of files can be. */
const pages: Record<string, (words: string, links: PageLinks) => string> = {
  official: (words, links) => profileHtml(official(words), links, english).text,
  slogan: (words, links) => profileHtml(slogan(words), links, english).text,
  comparison: (words, links) => comparisonHtml(comparison(words), links, english).text,
  agreement: (words, links) => agreementHtml(agreement(words), { settled: false, run: 0 }, links, english).text,
  trends: (words, links) => trendsHtml(trends(words), choices, links, english).text,
};

/** The elements and attributes of a page, which no words may change. */
function skeletonOf(text: string): string[] {
  const $ = load(text);
  return $("*")
    .toArray()
    .flatMap((one) => ("attribs" in one ? [`${one.tagName} ${Object.keys(one.attribs).sort().join(" ")}`] : []));
}

describe("a template", () => {
  it("escapes what is put in, in text and in attributes", () => {
    const { text } = html`<p title="${hostile}">${hostile}</p>`;
    expect(text).not.toMatch(/<(?!\/?p\b)/);
    expect(text).not.toContain("\0");
    expect(escapeHtml("<&\"'`>")).toBe("&lt;&amp;&quot;&#39;&#96;&gt;");
  });

  it("takes over templates and lists, and leaves out what is not there", () => {
    expect(html`<ul>${["a<", html`<li>b</li>`]}${undefined}${false}${0}</ul>`.text).toBe("<ul>a&lt;<li>b</li>0</ul>");
  });
});

describe.each(Object.entries(pages))("the page of %s", (_, write) => {
  it("keeps its elements whatever the words are", () => {
    const plain = skeletonOf(write("平常", new PageLinks()));
    expect(plain.length).toBeGreaterThan(20);
    expect(skeletonOf(write(hostile, new PageLinks()))).toEqual(plain);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (words) => {
        expect(skeletonOf(write(`甲${words}`, new PageLinks()))).toEqual(plain);
      }),
    );
  });

  it("shows the words themselves", () => {
    const shown = visibleText(write("<b>粗</b>&amp;", new PageLinks()));
    expect(shown).toContain("<b>粗</b>&amp;");
  });

  it("numbers only links that it has", () => {
    const links = new PageLinks();
    const text = write("平常", links);
    const numbers = [...text.matchAll(/(?:data-link|option value)="(\d+)"/g)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(2);
    expect([...numbers].sort((a, b) => a - b)).toEqual(links.targets.map((_target, i) => i));
    expect(text).not.toMatch(/\bhref="(?!#\d+")|\bsrc=|\bstyle=|\son\w+=/);
  });
});

describe("a document", () => {
  const text = documentOf({ title: hostile, body: html`<p>${hostile}</p>`, language: "zh-cn" }, "NONCE");

  it("lets nothing in from elsewhere", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1];
    expect(policy?.replaceAll("&#39;", "'")).toBe(
      "default-src 'none'; style-src 'nonce-NONCE'; script-src 'nonce-NONCE'",
    );
    expect(text).not.toMatch(/https?:|\burl\(|@import/);
  });

  it("runs its own script and no other", () => {
    const $ = load(text);
    expect($("script").length).toBe(1);
    expect($("script").attr("nonce")).toBe("NONCE");
    expect($("style").length).toBe(1);
    expect($("html").attr("lang")).toBe("zh-cn");
    const script = $("script").text();
    expect(() => new Function("acquireVsCodeApi", script)).not.toThrow();
  });
});

describe("a profile", () => {
  it("of an official tells posts, meetings and articles, each a link to its place", () => {
    const links = new PageLinks();
    const text = profileHtml(official("陆启明", "省委书记"), links, english).text;
    const shown = visibleText(text);
    for (const words of ["陆启明", "省委书记 · 2021–2023", "2021-10-18", "希望给予指导", "战略合作协议", "葛砚秋"])
      expect(shown).toContain(words);
    expect(text).toMatch(/<svg role="img" aria-label="Posts of 陆启明/);
    const places = links.targets.filter((target) => target.kind === "place");
    expect(places.map(({ uri }) => uri)).toContain("file:///a/2.txt");
    expect(links.targets).toContainEqual({ kind: "profile", id: "official:齐远岫" });
  });

  it("of an agency tells its people with their days", () => {
    const shown = visibleText(profileHtml(agency, new PageLinks(), english).text);
    expect(shown).toContain("齐远岫 副局长 2023-06-13 – 2024-01-02 · articles: 3");
    expect(shown).toContain("several organs may stand behind it");
  });

  it("of a slogan draws its months and lists its contexts", () => {
    const links = new PageLinks();
    const text = profileHtml(slogan("双碳"), links, english).text;
    expect(text).toContain("Articles that mention 双碳, by period: 5 in all, at most 4 in 2023-03.");
    expect(text.match(/<rect class="bar"/g)).toHaveLength(3);
    const $ = load(text);
    expect($("option[selected]").text()).toBe("by month");
    expect($(".kwic li").length).toBe(1);
    expect($("details tbody tr").length).toBe(2);
    expect(links.targets).toContainEqual({ kind: "choice", name: "unit", value: "year" });
  });

  it("tells of others of the same name", () => {
    const profile: Profile = {
      ...official("王伟"),
      namesake: { seat: "澜江省", others: ["official:王伟@宁川市"], assumed: ["file:///a/1.txt"] },
    };
    const links = new PageLinks();
    const shown = visibleText(profileHtml(profile, links, english).text);
    expect(shown).toContain("Several people bear this name. Others: 宁川市");
    expect(shown).toContain("likely this one");
    expect(links.targets).toContainEqual({ kind: "profile", id: "official:王伟@宁川市" });
  });

  it("has no empty sections", () => {
    const bare: Profile = { ...head("甲乙"), type: "official", articles: [], people: [], posts: [], meetings: [] };
    expect(load(profileHtml(bare, new PageLinks(), english).text)("h2").length).toBe(0);
  });
});

describe("a comparison", () => {
  it("marks where two wordings part", () => {
    const $ = load(comparisonHtml(comparison("甲"), new PageLinks(), english).text);
    expect($("del").text()).toBe("抽");
    expect($("ins").text()).toBe("山");
    expect(commonEnds("抽水蓄能三峡", "山水蓄能三峡")).toEqual({ start: 0, end: 5 });
    expect(commonEnds("五链融合", "五链")).toEqual({ start: 2, end: 0 });
    expect(commonEnds("同", "同")).toEqual({ start: 1, end: 0 });
    expect(commonEnds("𠮷一", "𠮷二")).toEqual({ start: 2, end: 0 });
  });

  it("tells who is new and whose place has changed", () => {
    const shown = visibleText(comparisonHtml(comparison("甲"), new PageLinks(), english).text);
    expect(shown).toMatch(/moved/);
    expect(shown).toMatch(/纪文渊new/);
  });
});

describe("trends", () => {
  it("tells what is new, gone, more and less frequent", () => {
    const $ = load(trendsHtml(trends("新质生产力"), choices, new PageLinks(), english).text);
    const lists = Object.fromEntries(
      $(".sides > div")
        .toArray()
        .map((one) => [$(one).find("h3").text(), $(one).find("li").text()]),
    );
    expect(lists["New 1"]).toBe("+新质生产力 0/3 → 2/4");
    expect(lists["Vanished 0"]).toBe("");
    expect(lists["Less frequent 1"]).toBe("↓双碳 3/3 → 1/4");
    expect(
      $("option[selected]")
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(["Slogans (提法)", "by month", "2023-01", "2023-02"]);
  });

  it("says when there is nothing", () => {
    const empty: Trends = { table: { unit: "month", periods: [], articles: [], trends: [], undated: 0 } };
    const shown = visibleText(trendsHtml(empty, { unit: "month", type: "slogan" }, new PageLinks(), english).text);
    expect(shown).toContain("No article mentions any.");
  });
});

describe("an agreement", () => {
  it("gives the figures by class, and each difference with the way to its place", () => {
    const links = new PageLinks();
    const shown = visibleText(agreementHtml(agreement("提法"), { settled: true, run: 2 }, links, english).text);
    expect(shown).toContain("提法3100.8570.800");
    expect(shown).toContain("All310––");
    expect(shown).toContain("Line 4 · only A: A 提法 “提法”");
    expect(shown).toContain("Line 7 · names another: A 提法 “提法” = 提法 – B 提法 “提法” = 提法");
    expect(links.targets).toContainEqual({ kind: "place", uri: "file:///a/1.txt", range });
    expect(links.targets).toContainEqual({ kind: "choice", name: "run", value: "3" });
  });
});

describe("charts", () => {
  it("draw each bar in proportion", () => {
    const bars = [4, 2, 0].map((value, i) => ({ label: `b${i}`, value, marked: i === 0 }));
    const heights = [...barChart(bars, "all").text.matchAll(/class="bar"[^>]*height="([\d.]+)"/g)].map(([, one]) =>
      Number(one),
    );
    expect(heights).toEqual([120, 60, 0]);
    expect([...sparkline([1, 2]).text.matchAll(/class="bar"[^>]*height="([\d.]+)"/g)].map(([, one]) => one)).toEqual([
      "9",
      "18",
    ]);
  });

  it("place stretches of time from the left to the right", () => {
    const chart = timelineChart(
      [
        { label: "一", from: "2021-01-01", to: "2022-01-01" },
        { label: "二", from: "2022-07-01", to: "2022-12-31" },
      ],
      [{ label: "会见", day: "2021-07-01" }],
      "all",
    )?.text;
    const starts = [...(chart ?? "").matchAll(/class="bar" x="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(starts[0]).toBe(4);
    expect(starts[1]).toBeGreaterThan(480);
    expect(chart).toContain("<title>2021-07-01 会见</title>");
    expect(timelineChart([], [], "none")).toBeUndefined();
  });

  it("name few periods, January's first", () => {
    const months = Array.from(
      { length: 40 },
      (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
    );
    expect([...markedPeriods(months)]).toEqual(["2020-01", "2021-01", "2022-01", "2023-01"]);
    expect([...markedPeriods(["2023-05", "2023-06"])]).toEqual(["2023-05"]);
    expect(markedPeriods(Array.from({ length: 70 }, (_, i) => String(1950 + i))).size).toBeLessThanOrEqual(10);
  });
});

it("periods are days", () => {
  expect(daysOf("2023")).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  expect(daysOf("2023-Q2")).toEqual({ from: "2023-04-01", to: "2023-06-31" });
  expect(daysOf("2023-02")).toEqual({ from: "2023-02-01", to: "2023-02-31" });
});
