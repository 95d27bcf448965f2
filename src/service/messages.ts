import type { ProblemCode } from "../core/article/article.js";
import type { AgencyType, Level } from "../core/lexicon/entries.js";
import type { MentionType } from "../core/recognize/mention.js";
import type { Locale } from "./locale.js";

/** Every sentence and label that the service shows, once for each language. */
export interface Messages {
  readonly types: Readonly<Record<MentionType | "candidate", string>>;
  readonly agencyTypes: Readonly<Record<AgencyType, string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly post: string;
  readonly organ: string;
  readonly knownPosts: string;
  readonly namesake: string;
  readonly fullName: string;
  readonly english: string;
  readonly kind: string;
  readonly otherNames: string;
  readonly formerNames: string;
  readonly inPlaceSince: string;
  readonly expansion: string;
  readonly meaning: string;
  readonly since: string;
  readonly source: string;
  readonly why: string;
  readonly candidateNote: string;
  readonly mentions: (count: number) => string;
  readonly until: (year: number) => string;
  readonly years: (since: number | undefined, until: number | undefined) => string;
  readonly outline: Readonly<Record<"date" | "source" | "author" | "reporters" | "editors" | "categories", string>>;
  readonly segmenterAbsent: (reason: string) => string;
  readonly lexiconUnreadable: (reason: string) => string;
  readonly tooLarge: (millions: number) => string;
  readonly postsOverTime: string;
  readonly inArticles: string;
  readonly articles: (count: number) => string;
  readonly former: string;
  readonly namedWith: string;
  readonly oneOfSeveral: string;
  readonly unresolved: string;
  readonly indexing: string;
  readonly indexingFiles: (done: number, total: number) => string;
  readonly cacheDamaged: (count: number) => string;
  readonly indexed: (articles: number, seconds: string) => string;
}

const en: Messages = {
  types: {
    official: "official",
    agency: "agency",
    slogan: "slogan",
    byline: "byline",
    person: "person",
    candidate: "possible slogan",
  },
  agencyTypes: {
    party: "Party organ",
    "state-council": "State Council body",
    state: "state organ",
    legislature: "people's congress",
    cppcc: "political consultative body",
    supervision: "supervisory organ",
    court: "court",
    procuratorate: "procuratorate",
    military: "armed forces",
    "mass-organisation": "mass organisation",
    "democratic-party": "democratic party",
    enterprise: "enterprise",
    bank: "bank",
    finance: "financial institution",
    university: "university",
    school: "school",
    research: "research institute",
    media: "news outlet",
    association: "association",
    hospital: "hospital",
    international: "international organisation",
    foreign: "foreign organisation",
    religious: "religious body",
  },
  levels: {
    central: "central",
    provincial: "provincial",
    prefectural: "prefectural",
    county: "county",
    township: "township",
    enterprise: "",
    international: "",
    none: "",
  },
  problems: {
    "front-matter-missing":
      "There is no front matter: write title and date between two lines of --- at the top of the file.",
    "front-matter-unclosed": "The front matter is not closed: put a line of --- behind its last key.",
    "front-matter-invalid": "The front matter is not valid YAML here: check quotes, colons and indentation.",
    "front-matter-missing-title": "The front matter has no title: add a line that starts with title:.",
    "front-matter-duplicate-key":
      "This key is given again below, and only the last one counts: delete the line that is not wanted.",
    "date-unreadable": "This date cannot be read: write it as 2022-03-04 11:59:53 or as Fri, 04 Mar 2022 03:59:53 GMT.",
    "empty-file": "The file is empty: there is no article in it.",
    "not-an-article":
      "This does not look like a policy article: no headline with a date line and Chinese paragraphs was found.",
  },
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  post: "Post here",
  organ: "Organ",
  knownPosts: "Known posts",
  namesake: "One of this name",
  fullName: "Full name",
  english: "English",
  kind: "Kind",
  otherNames: "Also called",
  formerNames: "Formerly",
  inPlaceSince: "Under this name since",
  expansion: "In full",
  meaning: "Meaning",
  since: "In use since",
  source: "Source",
  why: "Why",
  candidateNote: "A candidate: it may be a formulation, and the lexicon does not list it as one.",
  mentions: (count) => (count === 1 ? "mentioned once in this article" : `mentioned ${count} times in this article`),
  until: (year) => `until ${year}`,
  years: (since, until) =>
    since && since === until
      ? `${since}`
      : since && until
        ? `${since}–${until}`
        : since
          ? `since ${since}`
          : until
            ? `until ${until}`
            : "",
  outline: {
    date: "Date",
    source: "Source",
    author: "Author",
    reporters: "Reporters",
    editors: "Editors",
    categories: "Categories",
  },
  segmenterAbsent: (reason) =>
    `Word segmentation is not available, so recognition goes on a little less sharply without it: ${reason}.`,
  lexiconUnreadable: (reason) =>
    `Tifa's lexicon cannot be read, so nothing is recognised; install the extension again. ${reason}`,
  tooLarge: (millions) =>
    `The file has more than ${millions} million characters and is not analysed; the setting tifa.maxFileSize sets the limit.`,
  postsOverTime: "Posts over time",
  inArticles: "Across articles",
  articles: (count) => (count === 1 ? "1 article" : `${count} articles`),
  former: "former",
  namedWith: "Most often named with",
  oneOfSeveral: "One of several people of this name",
  unresolved: "A short form: articles do not say whose it is",
  indexing: "Tifa: reading the folder's articles",
  indexingFiles: (done, total) => `${done} of ${total} files`,
  cacheDamaged: (count) => `The index cache was damaged in ${count} places; those articles are read anew.`,
  indexed: (articles, seconds) => `Index ready: ${articles} articles after ${seconds} s.`,
};

const zh: Messages = {
  types: {
    official: "官员",
    agency: "机构",
    slogan: "提法",
    byline: "署名",
    person: "人物",
    candidate: "疑似提法",
  },
  agencyTypes: {
    party: "党的机关",
    "state-council": "国务院机构",
    state: "国家机关",
    legislature: "人大机关",
    cppcc: "政协机关",
    supervision: "监察机关",
    court: "法院",
    procuratorate: "检察院",
    military: "武装力量",
    "mass-organisation": "群众团体",
    "democratic-party": "民主党派",
    enterprise: "企业",
    bank: "银行",
    finance: "金融机构",
    university: "高等学校",
    school: "学校",
    research: "科研院所",
    media: "新闻媒体",
    association: "社会团体",
    hospital: "医院",
    international: "国际组织",
    foreign: "外国机构",
    religious: "宗教团体",
  },
  levels: {
    central: "中央",
    provincial: "省级",
    prefectural: "地级",
    county: "县级",
    township: "乡级",
    enterprise: "",
    international: "",
    none: "",
  },
  problems: {
    "front-matter-missing": "缺少文件头：请在文件开头两行 --- 之间写明 title 和 date。",
    "front-matter-unclosed": "文件头没有结束：请在最后一个键的下一行补上 ---。",
    "front-matter-invalid": "文件头此处不是有效的 YAML：请检查引号、冒号和缩进。",
    "front-matter-missing-title": "文件头没有标题：请补上以 title: 开头的一行。",
    "front-matter-duplicate-key": "此键在下文再次出现，以最后一个为准：请删去不需要的一行。",
    "date-unreadable": "无法识别这个日期：请写成 2022-03-04 11:59:53 或 Fri, 04 Mar 2022 03:59:53 GMT 的形式。",
    "empty-file": "文件是空的，没有文章内容。",
    "not-an-article": "这不像一篇政策文章：没有找到标题、日期行和中文段落。",
  },
  colon: "：",
  comma: "，",
  semicolon: "；",
  post: "文中职务",
  organ: "所在机构",
  knownPosts: "已知任职",
  namesake: "同名者之一",
  fullName: "全称",
  english: "英文",
  kind: "类别",
  otherNames: "又称",
  formerNames: "曾用名",
  inPlaceSince: "现名始于",
  expansion: "展开",
  meaning: "含义",
  since: "始见于",
  source: "来源",
  why: "依据",
  candidateNote: "疑似提法：可能是一种固定表述，词库尚未收录为提法。",
  mentions: (count) => `本文提及 ${count} 次`,
  until: (year) => `至 ${year} 年`,
  years: (since, until) =>
    since && since === until
      ? `${since}`
      : since && until
        ? `${since}–${until}`
        : since
          ? `${since} 年起`
          : until
            ? `至 ${until} 年`
            : "",
  outline: { date: "日期", source: "来源", author: "作者", reporters: "记者", editors: "编辑", categories: "分类" },
  segmenterAbsent: (reason) => `分词不可用，识别照常进行，精度略有下降。原因：${reason}。`,
  lexiconUnreadable: (reason) => `无法读取 Tifa 的词库，因此无法识别任何内容；请重新安装扩展。${reason}`,
  tooLarge: (millions) => `文件超过 ${millions} 百万字符，未作分析；可用设置 tifa.maxFileSize 调整上限。`,
  postsOverTime: "历任职务",
  inArticles: "见于各篇",
  articles: (count) => `${count} 篇文章`,
  former: "原任",
  namedWith: "最常同时出现",
  oneOfSeveral: "同名者之一",
  unresolved: "简称：文章未说明是哪里的机构",
  indexing: "Tifa：正在阅读文件夹中的文章",
  indexingFiles: (done, total) => `${done} / ${total} 个文件`,
  cacheDamaged: (count) => `索引缓存有 ${count} 处损坏，相应文章将重新阅读。`,
  indexed: (articles, seconds) => `索引就绪：${articles} 篇文章，用时 ${seconds} 秒。`,
};

export function messagesFor(locale: Locale): Messages {
  return locale === "zh" ? zh : en;
}
