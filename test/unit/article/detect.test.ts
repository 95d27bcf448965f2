import { expect, it } from "vitest";
import { isArticle } from "../../../src/core/article/detect.js";
import { frontMatterArticle, plainArticle } from "../support/articles.js";
import { goldArticles } from "../support/gold.js";

const articles: [string, string][] = [
  ["front matter and HTML", frontMatterArticle],
  ["plain text", plainArticle],
  ["with CRLF", plainArticle.replace(/\n/g, "\r\n")],
  ...goldArticles("development").map(({ name, source }): [string, string] => [name, source]),
];

it.each(articles)("claims an article: %s", (_, source) => expect(isArticle(source)).toBe(true));

it.each([
  ["an empty file", ""],
  ["a shopping list", "牛奶\n面包\n2024-05-03 去银行\n"],
  ["a diary", "2024-05-03 晴\n\n今天和家人去公园，天气很好，大家都很高兴，晚上一起吃了饭，看了一场电影。\n"],
  [
    "a Markdown post",
    "---\ntitle: 周记\ndate: 2024-05-03\n---\n\n# 周记\n\n今天读了一本书，写得很好，推荐给大家，值得反复阅读。\n",
  ],
  [
    "a web page in English",
    "---\ntitle: News\n---\n<div><p>The minister met the governor, and they agreed on everything.</p></div>",
  ],
  ["source code", "import os\n# 2024-05-03 会议纪要，记录各项工作的进展情况，供内部参考使用。\nprint('省委书记')\n"],
  ["JSON", '{"title": "某省召开重点工作推进会议", "date": "2024-05-03 来源：某报"}'],
])("leaves alone %s", (_, source) => expect(isArticle(source)).toBe(false));
