import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentionAtOffset, mentionOf, rowsOf } from "../../../src/core/corpus/article-record.js";
import { restoreRecord, storeRecord } from "../../../src/core/corpus/record-codec.js";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { realLexicon } from "../support/real-lexicon.js";
import { plainArticle as madeArticle, recordOf } from "./support.js";

describe("the record of an article", () => {
  it.each([
    ["front matter", frontMatterArticle],
    ["plain", plainArticle],
  ])("has every mention of a %s article where the analysis has it", (_, source) => {
    const analysis = analyze({ uri: "file:///a", version: 1, source }, realLexicon());
    const record = recordOf(source);
    expect(record.mentions.length).toBe(analysis.mentions.length);
    analysis.mentions.forEach((mention, row) => {
      const kept = mentionOf(record, row);
      expect(kept).toMatchObject({
        text: mention.text,
        span: mention.span,
        parts: mention.parts,
        candidate: mention.candidate === true,
      });
      expect(kept?.role).toBe(mention.role);
      expect(mentionAtOffset(record, mention.parts[0]?.start ?? -1)?.row).toBe(row);
    });
    expect(record.entities.flatMap(({ id }) => rowsOf(record, id)).sort((a, b) => a - b)).toEqual(
      analysis.mentions.map((_mention, row) => row),
    );
  });

  it("gives bare posts their organ from the person named before", () => {
    const record = recordOf(
      madeArticle({
        title: "全省能源工作会议在宁川召开",
        day: "2023-05-01",
        body: [
          "5月1日,全省能源工作会议在宁川召开。国家能源局副局长逄海涛、总工程师仝舟,云南省政协原党组成员、副主席黎万全,广东省委常委、组织部部长麦嘉文出席会议。",
        ],
      }),
    );
    const posts = record.posts.map((post) => [
      mentionOf(record, post.row)?.text,
      post.words,
      post.organ,
      post.qualifier,
    ]);
    expect(posts).toEqual(
      expect.arrayContaining([
        ["逄海涛", "国家能源局副局长", "国家能源局", undefined],
        ["仝舟", "国家能源局总工程师", "国家能源局", undefined],
        ["黎万全", "云南省政协副主席", "中国人民政治协商会议云南省委员会", "former"],
        ["麦嘉文", "组织部部长", "中共广东省委员会组织部", undefined],
      ]),
    );
  });

  it("keeps no text behind the last sentence or mention", () => {
    const record = recordOf(plainArticle);
    expect(record.text.endsWith("四川新篇章。")).toBe(true);
    expect(plainArticle.startsWith(record.text)).toBe(true);
  });

  const fragments = [
    "在与国家能源局局长安定会谈时，",
    "省委书记林牧川",
    "省委副书记、省长顾安",
    "希望国家能源局支持",
    "安定表示，将支持。",
    "会见",
    "与",
    "举行会谈",
    "签署",
    "战略合作协议",
    "。",
    "\n",
    "，",
    "“",
    "”",
    "3月14日",
    "在北京",
    "原",
    "吉林省",
    "省委",
    "、",
    "<p>",
    "</p>",
    "&amp;",
    "参加会见",
    "双方",
    "他说，",
    "😀",
    "一行",
    "中国华电集团",
  ];
  it("is made of any text without throwing, with spans that lie in the text, and is stored and restored whole", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 60 }), fc.boolean(), (parts, html) => {
        const body = parts.join("");
        const source = html
          ? `---\ntitle: '会谈'\ndate: 2023-03-16\n---\n<div><p>${body}</p></div>`
          : madeArticle({ title: "林牧川会见安定一行", day: "2023-03-16", body: [body] });
        const record = recordOf(source);
        for (const meeting of record.meetings) {
          for (const { text, file } of [meeting, meeting.at, ...meeting.statements, ...meeting.agreements]) {
            expect(text.start).toBeGreaterThanOrEqual(0);
            expect(text.start).toBeLessThanOrEqual(text.end);
            expect(text.end).toBeLessThanOrEqual(record.text.length);
            expect(file.start).toBeLessThanOrEqual(file.end);
            expect(file.end).toBeLessThanOrEqual(source.length);
          }
          const rows = [...meeting.hosts, ...meeting.guests, ...meeting.attendees];
          expect(rows.every((row) => mentionOf(record, row) !== undefined)).toBe(true);
          expect(meeting.guests.length).toBeGreaterThan(0);
        }
        expect(restoreRecord(JSON.parse(JSON.stringify(storeRecord(record))), record.uri)).toEqual(record);
      }),
      { numRuns: 150 },
    );
  });
});
