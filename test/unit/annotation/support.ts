import fc from "fast-check";
import type { Hand } from "../../../src/core/annotation/make-records.js";
import { parseArticle } from "../../../src/core/article/parse-article.js";
import type { Analysis } from "../../../src/core/recognize/analysis.js";
import type { Entity } from "../../../src/core/recognize/entity.js";
import type { Mention, MentionType } from "../../../src/core/recognize/mention.js";
import { type Span, textSpan } from "../../../src/core/text/spans.js";

/** An article as a scraper saves it: front matter, markup inside a name, a character reference, a rare character. */
export const htmlArticle = `---
title: '澜江省部署数字经济工作'
date: Tue, 12 Mar 2024 08:30:00 GMT
author: 澜江日报
categories:
 - 时政
---

<div>
<p>　　3月12日，澜江省委书记林望舒到省数据局调研，强调要把“一江三城”布局落到实处，推动高质量发展。</p>
<p>　　林望舒与省数据局局长𠮷野平、副局长<a href="#">沈</a>知行座谈，沈知行介绍了AT&amp;T模式的得失。省委常委、秘书长高远陪同。</p>
<p>　　下午，林望舒会见云帆集团董事长高远航。高远航表示，云帆集团将参与“一江三城”建设。</p>
<p>责任编辑：丁一</p>
</div>
`;

/** A plain article with Windows line ends, the same sentence twice and an emoji. */
export const plainArticle = [
  "澜江省举行重点项目集中开工活动",
  "2024-05-06 10:20　来源：澜江新闻网",
  "",
  "　　5月6日，省长陆怀远宣布开工。省长陆怀远指出，要坚持项目为王，确保按期投产😀。",
  "",
  "　　省长陆怀远宣布开工。省发展改革委主任秦岭主持，临沧江市委书记乔木汇报。",
  "",
  "编辑：周围",
].join("\r\n");

/** A mention by its words: which of their occurrences (from 0), what it names, in which capacity. */
export interface Marking {
  readonly type: MentionType;
  readonly words: string;
  readonly nth?: number;
  readonly name?: string;
  readonly role?: string;
  readonly candidate?: boolean;
}

/** An analysis whose mentions are given, so that what is tested does not hang on recognition. */
export function analysisOf(source: string, markings: readonly Marking[] = []): Analysis {
  const article = parseArticle(source);
  return analysisWith(
    source,
    markings.map((marking) => ({ ...marking, span: nth(article.text, marking.words, marking.nth ?? 0) })),
  );
}

export function analysisWith(
  source: string,
  marks: readonly (Omit<Marking, "words" | "nth"> & { readonly span: Span })[],
): Analysis {
  const article = parseArticle(source);
  const entities = new Map<string, Entity>();
  const mentions = marks.map(({ type, span, name, role, candidate }): Mention => {
    const text = article.text.slice(span.start, span.end);
    const id = `${type}:${name ?? text}`;
    const known = entities.get(id) ?? { id, type, name: name ?? text, aliases: [], posts: [], known: "article" };
    entities.set(id, role ? { ...known, posts: [...known.posts, { title: role }] } : known);
    const place = textSpan(span.start, span.end);
    return {
      type,
      text,
      span: place,
      parts: article.map.toFile(place),
      entityId: id,
      ...(role ? { role } : {}),
      ...(candidate ? { candidate } : {}),
      evidence: { rule: "test", score: 0.8 },
    };
  });
  return {
    uri: "file:///a.txt",
    version: 1,
    lexiconVersion: "1",
    article,
    mentions: mentions.sort((a, b) => a.span.start - b.span.start),
    entities,
  };
}

/** The span of the nth occurrence of words. */
export function nth(text: string, words: string, n = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < n && start >= 0; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${words} does not stand ${n + 1} times in the text`);
  return { start, end: start + words.length };
}

/** A hand whose ids and times are the same in every run. */
export function hand(by?: string, from = 0): Hand {
  let state = from * 7919 + 1;
  let clock = from;
  return {
    ...(by ? { by } : {}),
    get at() {
      return new Date(Date.UTC(2024, 4, 1) + clock++ * 1000).toISOString();
    },
    random: () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x80000000;
    },
  };
}

/** What random texts are made of: names that hold one another, what formats escape, what offsets go wrong on. */
const words = [
  "张工",
  "张工程",
  "省委",
  "省委书记",
  "省政府",
  "高质量发展",
  "指出",
  "会见",
  "出席会议",
  "，",
  "、",
  "。",
  "“一主六双”",
  " ",
  "　",
  "𠮷野",
  "😀",
  "谷　雨",
  "<b>",
  "&amp;",
  '"引"',
  "'",
  "=1+1",
  "@SUM",
  "-",
  "A",
  "1月9日",
  "#",
  "\t",
  "|",
  "T1",
  "记者",
];
export const line: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words), { maxLength: 14 })
  .map((parts) => parts.join(""));
export const text: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 2, maxLength: 8 }), fc.constantFrom("\n", "\r\n", "\n\n"))
  .map(([lines, end]) => ["澜江要闻", ...lines, "陆怀远主持会议"].join(end));

/** Spans of a text that hold no line end, start and end on no blank and cut no surrogate pair; none overlap. */
export function spansIn(source: string): fc.Arbitrary<Span[]> {
  const words = [...source.matchAll(/[^\s]{1,6}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return fc.subarray(words).chain((chosen) =>
    fc.tuple(...chosen.map((span) => fc.nat(Math.max(0, span.end - span.start - 1)))).map((cuts) =>
      chosen.flatMap((span, i) => {
        let end = span.end - (cuts[i] ?? 0);
        if (isInsidePair(source, end)) end++;
        return end > span.start ? [{ start: span.start, end }] : [];
      }),
    ),
  );
}

function isInsidePair(source: string, offset: number): boolean {
  const code = source.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff;
}
