import type { MentionType } from "../recognize/mention.js";

export type ReportLocale = "en" | "zh";

/** The words of the HTML report. */
export interface ReportTexts {
  readonly language: string;
  readonly report: string;
  readonly contents: string;
  readonly types: Readonly<Record<MentionType, string>>;
  readonly candidate: string;
  readonly accepted: string;
  readonly suggested: string;
  readonly date: string;
  readonly source: string;
  readonly author: string;
  readonly file: string;
  readonly named: string;
  readonly name: string;
  readonly kind: string;
  readonly posts: string;
  readonly mentions: string;
  readonly notes: string;
  readonly relations: string;
  readonly resolved: string;
  readonly backToText: string;
}

export const reportTexts: Readonly<Record<ReportLocale, ReportTexts>> = {
  en: {
    language: "en",
    report: "Annotations",
    contents: "Articles",
    types: { official: "Official", agency: "Agency", slogan: "Slogan", byline: "Byline", person: "Person" },
    candidate: "possible slogan",
    accepted: "accepted",
    suggested: "suggested",
    date: "Date",
    source: "Source",
    author: "Author",
    file: "File",
    named: "Who and what is named",
    name: "Name",
    kind: "Class",
    posts: "Posts",
    mentions: "Mentions",
    notes: "Notes",
    relations: "Relations",
    resolved: "resolved",
    backToText: "to the text",
  },
  zh: {
    language: "zh-CN",
    report: "标注",
    contents: "文章",
    types: { official: "官员", agency: "机构", slogan: "提法", byline: "署名", person: "人物" },
    candidate: "疑似提法",
    accepted: "已确认",
    suggested: "建议",
    date: "日期",
    source: "来源",
    author: "作者",
    file: "文件",
    named: "人物、机构与提法",
    name: "名称",
    kind: "类别",
    posts: "职务",
    mentions: "出现次数",
    notes: "批注",
    relations: "关系",
    resolved: "已解决",
    backToText: "回到正文",
  },
};
