import { LineIndex } from "../core/text/line-index.js";
import { type ExchangeTexts, exchangeTextsFor, plural } from "../service/exchange-texts.js";
import type { Locale } from "../service/locale.js";

/** What the commands that work with annotations say, once for each language. */
export interface AnnotationTexts extends ExchangeTexts {
  readonly badChoice: (option: string, choices: readonly string[], value: string) => string;
  readonly outNeeded: string;
  readonly intoNeeded: string;
  readonly noFolder: (path: string) => string;
  readonly twoSides: string;
  readonly exists: (path: string, others: number) => string;
  readonly orphan: (path: string, words: string, kind: string, reason: string) => string;
  readonly imported: (path: string, records: number) => string;
  readonly kinds: Readonly<Record<"decision" | "addition" | "note" | "relation", string>>;
  readonly ownMarks: string;
}

const en: AnnotationTexts = {
  ...exchangeTextsFor("en"),
  badChoice: (option, choices, value) => `${option} takes ${listed(choices, "or")}, not ${value}.`,
  outNeeded: "Say where to write: --out DIR.",
  intoNeeded: "Say which folder of articles: --into FOLDER.",
  noFolder: (path) => `${path} is no folder that can be read.`,
  twoSides: "Name two annotators: two folders or two exported files.",
  exists: (path, others) =>
    `Nothing was written: ${path}${others > 0 ? ` and ${plural(others, "other file")}` : ""} is there already; ` +
    "name another folder, or overwrite with --force.",
  orphan: (path, words, kind, reason) => `${path}: the ${kind} on “${words}” has no place now. ${reason}`,
  imported: (path, records) => `${path}: ${plural(records, "record")}`,
  kinds: { decision: "decision", addition: "mark", note: "note", relation: "relation" },
  ownMarks: "own classes",
};

const zh: AnnotationTexts = {
  ...exchangeTextsFor("zh"),
  badChoice: (option, choices, value) => `${option} 的值是 ${listed(choices, "或")}，不能是 ${value}。`,
  outNeeded: "请用 --out 文件夹 指明写到哪里。",
  intoNeeded: "请用 --into 文件夹 指明文章所在的文件夹。",
  noFolder: (path) => `${path} 不是可读的文件夹。`,
  twoSides: "请给出两位标注者：两个文件夹，或两个导出的文件。",
  exists: (path, others) =>
    `未写入任何文件：${path}${others > 0 ? `等 ${others + 1} 个文件` : ""}已存在；请换一个文件夹，或用 --force 覆盖。`,
  orphan: (path, words, kind, reason) => `${path}：“${words}”上的${kind}现在没有位置。${reason}`,
  imported: (path, records) => `${path}：${records} 条记录`,
  kinds: { decision: "判断", addition: "标注", note: "批注", relation: "关系" },
  ownMarks: "自定类别",
};

export function annotationTextsFor(locale: Locale): AnnotationTexts {
  return locale === "zh" ? zh : en;
}

function listed(choices: readonly string[], or: string): string {
  return choices.length < 2 ? choices.join("") : `${choices.slice(0, -1).join(", ")} ${or} ${choices.at(-1)}`;
}

/** Where a problem stands in a file, as terminals link it; `offset` is a UTF-16 offset of `source`. */
export function placeIn(path: string, source: string, offset: number): string {
  const { line, column } = new LineIndex(source).placeAt(offset);
  return `${path}:${line + 1}:${column + 1}`;
}
