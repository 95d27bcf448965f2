import { ReadError, type ReadFailure, readFailureTexts } from "../node/file-workspace.js";
import type { Locale } from "../service/locale.js";

/** What the command line says, once for each language. */
export interface Texts {
  readonly help: string;
  readonly noFiles: string;
  readonly noCommand: (name: string) => string;
  readonly badFormat: (value: string, formats?: readonly string[]) => string;
  readonly badUnit: (value: string) => string;
  readonly badDay: (option: string, value: string) => string;
  readonly twoFiles: string;
  readonly noArticles: string;
  readonly sides: Readonly<Record<"host" | "guest", string>>;
  readonly statements: Readonly<Record<"ask" | "answer", string>>;
  readonly attendees: string;
  readonly agreement: string;
  readonly undated: string;
  readonly onlyIn: (which: "A" | "B") => string;
  readonly reworded: string;
  readonly inBoth: string;
  readonly people: string;
  readonly moved: string;
  readonly articlesInPeriod: string;
  readonly articlesUndated: (count: number) => string;
  readonly badPlace: (value: string) => string;
  readonly oneFile: string;
  readonly placeNeeded: string;
  readonly noSuchPlace: (path: string, at: string) => string;
  readonly unreadable: (path: string, reason: string) => string;
  readonly failures: Readonly<Record<Exclude<ReadFailure, "other">, string>>;
  readonly badArguments: (message: string) => string;
  readonly nothingFound: (path: string) => string;
  readonly noSegmenter: (reason: string) => string;
  readonly legend: string;
  readonly nothingHere: string;
  readonly outcome: Readonly<Record<"marked" | "refused" | "overruled", string>>;
  readonly rule: string;
  readonly score: string;
  readonly cue: string;
}

const en: Texts = {
  help: `Tifa reads Chinese policy articles and marks officials, agencies, slogans (提法) and bylines.

Usage
  tifa annotate [options] FILE|FOLDER…   mark the mentions of articles
  tifa explain FILE --at LINE:COL        tell which rule marked a place, or why none did
  tifa meetings [options] FILE|FOLDER…   list who met whom, what was asked, answered and agreed
  tifa compare [options] A B             tell what sets two articles apart; A is the earlier one
  tifa trends [options] FILE|FOLDER…     count the articles that use each slogan, by period
  tifa export --format F --out DIR FILE|FOLDER…       write mentions, decisions and notes for other programs
  tifa import --format F FILE|FOLDER… --into FOLDER   take other programs' work over as decisions and notes
  tifa agreement [options] A B           compare two annotators: two folders, or two exported files

Options of annotate
  --format text|jsonl   text to read (default) or one JSON object a file
  --candidates          include possible slogans that the lexicon does not know (trends too)
  --color, --no-color   colours on or off (default: on in a terminal)

Options of meetings, compare and trends
  --format text|jsonl|csv   of meetings; compare takes text|json, trends text|json|csv
  --by month|quarter|year   the periods of trends (default: month)
  --from, --to PERIOD       the first and the last: 2022, 2022-Q3, 2022-07 or 2022-07-25
                            (trends and meetings; a year stands for all its days)

Options of export, import and agreement
  --format F            export: w3c, brat, conll, jsonl, label-studio, tei, csv, html;
                        import: brat, jsonl, w3c; agreement: text (default), json
  --out DIR, --force    where to write; overwrite what is there, though never an article
  --into FOLDER         the folder of the articles
  --accept              accept suggestions that come back unchanged
  --complete            reject what the imported file leaves unmarked
  --annotator NAME      who made what is imported
  --settled             export and compare only what somebody has decided on

Options
  --no-decisions        leave aside the decisions and the lexicon in .tifa
  --no-segmenter        work without word segmentation
  --at LINE:COL         a place: line and column from 1, in UTF-16 units
  --lang en|zh          language of messages (default: from the environment)
  --verbose             tell more on the way
  --help, --version

Folders are searched for .txt .md .html .htm .policy; hidden folders and node_modules are left out.
Exit codes: 0 done, 1 some file could not be read, 2 wrong usage.
`,
  noFiles: "Name at least one file or folder.",
  noCommand: (name) => `There is no command ${name}.`,
  badFormat: (value, formats = ["text", "jsonl"]) => `--format takes ${formats.join(" or ")}, not ${value}.`,
  badUnit: (value) => `--by takes month, quarter or year, not ${value}.`,
  badDay: (option, value) => `${option} takes a period such as 2022, 2022-Q3, 2022-07 or 2022-07-25, not ${value}.`,
  twoFiles: "Name exactly two files.",
  noArticles: "There is no article to work on.",
  sides: { host: "hosts", guest: "guests" },
  statements: { ask: "asked", answer: "answered" },
  attendees: "present",
  agreement: "agreed",
  undated: "no date",
  onlyIn: (which) => `Only in ${which}`,
  reworded: "Reworded",
  inBoth: "In both",
  people: "People",
  moved: "moved",
  articlesInPeriod: "articles",
  articlesUndated: (count) => `Articles without a date, counted in no period: ${count}`,
  badPlace: (value) => `--at takes LINE:COL counted from 1, such as 12:5, not ${value}.`,
  oneFile: "Name exactly one file.",
  placeNeeded: "Say where: --at LINE:COL.",
  noSuchPlace: (path, at) => `${path} has no place ${at}.`,
  unreadable: (path, reason) => `${path} could not be read: ${reason}.`,
  failures: readFailureTexts.en,
  badArguments: (message) => `The arguments are not understood: ${message}.`,
  nothingFound: (path) => `${path} holds no article file (.txt .md .html .htm .policy).`,
  noSegmenter: (reason) => `Word segmentation is not available, so recognition goes on without it: ${reason}.`,
  legend: "Marks",
  nothingHere: "No rule looked at this place.",
  outcome: { marked: "marked", refused: "not marked", overruled: "overruled" },
  rule: "rule",
  score: "score",
  cue: "words",
};

const zh: Texts = {
  help: `Tifa 阅读中文政策文章，标注官员、机构、提法和署名。

用法
  tifa annotate [选项] 文件|文件夹…    标注文章
  tifa explain 文件 --at 行:列          说明某处由哪条规则标注，或为何未标注
  tifa meetings [选项] 文件|文件夹…    列出谁会见谁、提出和答复了什么、签署了什么
  tifa compare [选项] 甲 乙             比较两篇文章，甲在先
  tifa trends [选项] 文件|文件夹…      按时期统计使用各提法的文章数
  tifa export --format F --out 文件夹 文件|文件夹…    导出标注、判断和批注
  tifa import --format F 文件|文件夹… --into 文件夹   把其他程序的标注导入为判断和批注
  tifa agreement [选项] A B            比较两位标注者：两个文件夹或两个导出的文件

annotate 的选项
  --format text|jsonl   便于阅读的文本（默认），或每个文件一个 JSON 对象
  --candidates          包括词库未收录的疑似提法（trends 亦可用）
  --color, --no-color   是否使用颜色（默认：在终端中使用）

meetings、compare 和 trends 的选项
  --format text|jsonl|csv   用于 meetings；compare 为 text|json，trends 为 text|json|csv
  --by month|quarter|year   trends 的时期：月、季、年（默认：月）
  --from、--to 时期         起止：2022、2022-Q3、2022-07 或 2022-07-25
                            （用于 trends 和 meetings；年份包括全年）

export、import 与 agreement 的选项
  --format F            导出：w3c、brat、conll、jsonl、label-studio、tei、csv、html；
                        导入：brat、jsonl、w3c；agreement：text（默认）、json
  --out 文件夹, --force  写到哪里；覆盖已有文件（绝不覆盖文章）
  --into 文件夹         文章所在的文件夹
  --accept              原样返回的建议视为接受
  --complete            导入文件未标注的一律否决
  --annotator 姓名      导入内容的标注者
  --settled             只导出、只比较已有判断的标注

选项
  --no-decisions        不采用 .tifa 中的判断和词库
  --no-segmenter        不使用分词
  --at 行:列            位置：行和列从 1 数起，以 UTF-16 单元计
  --lang en|zh          提示语言（默认：取自环境变量）
  --verbose             输出更多说明
  --help, --version

文件夹中查找 .txt .md .html .htm .policy；跳过隐藏文件夹和 node_modules。
退出码：0 完成，1 有文件无法读取，2 用法有误。
`,
  noFiles: "请至少给出一个文件或文件夹。",
  noCommand: (name) => `没有 ${name} 这个命令。`,
  badFormat: (value, formats = ["text", "jsonl"]) => `--format 的值是 ${formats.join(" 或 ")}，不能是 ${value}。`,
  badUnit: (value) => `--by 的值是 month、quarter 或 year，不能是 ${value}。`,
  badDay: (option, value) => `${option} 的值是时期，例如 2022、2022-Q3、2022-07 或 2022-07-25，不能是 ${value}。`,
  twoFiles: "请只给出两个文件。",
  noArticles: "没有可供处理的文章。",
  sides: { host: "主方", guest: "客方" },
  statements: { ask: "希望", answer: "表示" },
  attendees: "参加",
  agreement: "签署",
  undated: "无日期",
  onlyIn: (which) => `仅见于${which === "A" ? "甲" : "乙"}`,
  reworded: "改换表述",
  inBoth: "两篇都有",
  people: "人物",
  moved: "排位有变",
  articlesInPeriod: "文章数",
  articlesUndated: (count) => `没有日期、未计入任何时期的文章：${count}`,
  badPlace: (value) => `--at 的值是从 1 数起的 行:列，例如 12:5，不能是 ${value}。`,
  oneFile: "请只给出一个文件。",
  placeNeeded: "请用 --at 行:列 指明位置。",
  noSuchPlace: (path, at) => `${path} 中没有 ${at} 这个位置。`,
  unreadable: (path, reason) => `无法读取 ${path}：${reason}。`,
  failures: readFailureTexts.zh,
  badArguments: (message) => `无法理解参数：${message}。`,
  nothingFound: (path) => `${path} 中没有文章文件（.txt .md .html .htm .policy）。`,
  noSegmenter: (reason) => `分词不可用，识别照常进行。原因：${reason}。`,
  legend: "图例",
  nothingHere: "没有规则涉及此处。",
  outcome: { marked: "已标注", refused: "未标注", overruled: "被其他规则取代" },
  rule: "规则",
  score: "得分",
  cue: "依据词语",
};

export function textsFor(locale: Locale): Texts {
  return locale === "zh" ? zh : en;
}

/** Why a file could not be read, as part of a sentence. */
export function failureText(error: unknown, texts: Texts): string {
  if (error instanceof ReadError && error.failure !== "other") return texts.failures[error.failure];
  return (error instanceof Error ? error.message : String(error)).replace(/[.。]$/, "");
}
