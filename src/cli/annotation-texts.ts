import { LineIndex } from "../core/text/line-index.js";
import type { Locale } from "../service/locale.js";

/** What the commands that work with annotations say, once for each language. */
export interface AnnotationTexts {
  readonly badChoice: (option: string, choices: readonly string[], value: string) => string;
  readonly outNeeded: string;
  readonly intoNeeded: string;
  readonly noFolder: (path: string) => string;
  readonly twoSides: string;
  readonly exists: (path: string, others: number) => string;
  readonly wouldReplaceArticle: (path: string) => string;
  readonly notWritten: (path: string, reason: string) => string;
  readonly exported: (articles: number, files: number, folder: string) => string;
  readonly orphan: (path: string, words: string, kind: string, reason: string) => string;
  readonly imported: (path: string, records: number) => string;
  readonly noArticle: (path: string, name: string, folder: string) => string;
  readonly severalArticles: (path: string, name: string, articles: string) => string;
  readonly noText: (path: string) => string;
  readonly unknownEnding: (path: string) => string;
  readonly notReadable: (path: string, detail: string) => string;
  readonly onlyIn: (article: string, side: string) => string;
  readonly notPlaced: (article: string, words: string, side: string) => string;
  readonly nothingShared: string;
  readonly kinds: Readonly<Record<"decision" | "addition" | "note" | "relation", string>>;
  readonly columns: readonly [type: string, both: string, onlyA: string, onlyB: string, f1: string, kappa: string];
  readonly overall: string;
  readonly differences: (count: number) => string;
  readonly difference: Readonly<Record<"only-a" | "only-b" | "class" | "span" | "entity", string>>;
  readonly ownMarks: string;
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const en: AnnotationTexts = {
  badChoice: (option, choices, value) => `${option} takes ${listed(choices, "or")}, not ${value}.`,
  outNeeded: "Say where to write: --out DIR.",
  intoNeeded: "Say which folder of articles: --into FOLDER.",
  noFolder: (path) => `${path} is no folder that can be read.`,
  twoSides: "Name two annotators: two folders or two exported files.",
  exists: (path, others) =>
    `Nothing was written: ${path}${others > 0 ? ` and ${plural(others, "other file")}` : ""} is there already; ` +
    "name another folder, or overwrite with --force.",
  wouldReplaceArticle: (path) =>
    `Nothing was written: ${path} is an article, which an export never replaces; name another folder.`,
  notWritten: (path, reason) => `${path} could not be written: ${reason}.`,
  exported: (articles, files, folder) => `${plural(articles, "article")}, ${plural(files, "file")} in ${folder}`,
  orphan: (path, words, kind, reason) => `${path}: the ${kind} on “${words}” has no place now. ${reason}`,
  imported: (path, records) => `${path}: ${plural(records, "record")}`,
  noArticle: (path, name, folder) => `${path}: ${folder} holds no article for ${name}; it was left out.`,
  severalArticles: (path, name, articles) =>
    `${path}: ${name} may be any of ${articles}; it was left out. Name the folder of the right one.`,
  noText: (path) => `${path} holds no text to compare on; name a folder of articles on one side.`,
  unknownEnding: (path) => `${path} is neither a folder nor a file ending in .ann, .jsonl, .json or .jsonld.`,
  notReadable: (path, detail) => `${path} could not be read: ${detail}.`,
  onlyIn: (article, side) => `${article} is in ${side} alone and was not compared.`,
  notPlaced: (article, words, side) => `${article}: “${words}” of ${side} has no place in the other text.`,
  nothingShared: "The two have no article in common.",
  kinds: { decision: "decision", addition: "mark", note: "note", relation: "relation" },
  columns: ["class", "both", "only A", "only B", "F1", "kappa"],
  overall: "all",
  differences: (count) => plural(count, "difference"),
  difference: { "only-a": "only A", "only-b": "only B", class: "class", span: "span", entity: "entity" },
  ownMarks: "own classes",
};

const zh: AnnotationTexts = {
  badChoice: (option, choices, value) => `${option} 的值是 ${listed(choices, "或")}，不能是 ${value}。`,
  outNeeded: "请用 --out 文件夹 指明写到哪里。",
  intoNeeded: "请用 --into 文件夹 指明文章所在的文件夹。",
  noFolder: (path) => `${path} 不是可读的文件夹。`,
  twoSides: "请给出两位标注者：两个文件夹，或两个导出的文件。",
  exists: (path, others) =>
    `未写入任何文件：${path}${others > 0 ? `等 ${others + 1} 个文件` : ""}已存在；请换一个文件夹，或用 --force 覆盖。`,
  wouldReplaceArticle: (path) => `未写入任何文件：${path} 是文章，导出不会覆盖文章；请换一个文件夹。`,
  notWritten: (path, reason) => `无法写入 ${path}：${reason}。`,
  exported: (articles, files, folder) => `${articles} 篇文章，${files} 个文件，位于 ${folder}`,
  orphan: (path, words, kind, reason) => `${path}：“${words}”上的${kind}现在没有位置。${reason}`,
  imported: (path, records) => `${path}：${records} 条记录`,
  noArticle: (path, name, folder) => `${path}：${folder} 中没有与 ${name} 对应的文章，已略过。`,
  severalArticles: (path, name, articles) => `${path}：${name} 可能是 ${articles}，已略过；请指明文章所在的文件夹。`,
  noText: (path) => `${path} 不含正文，无法比较；请让其中一方为文章文件夹。`,
  unknownEnding: (path) => `${path} 既不是文件夹，也不是 .ann、.jsonl、.json 或 .jsonld 文件。`,
  notReadable: (path, detail) => `无法读取 ${path}：${detail}。`,
  onlyIn: (article, side) => `${article} 只在 ${side} 中有，未比较。`,
  notPlaced: (article, words, side) => `${article}：${side} 的“${words}”在另一方的文本中找不到位置。`,
  nothingShared: "双方没有相同的文章。",
  kinds: { decision: "判断", addition: "标注", note: "批注", relation: "关系" },
  columns: ["类别", "一致", "仅 A", "仅 B", "F1", "kappa"],
  overall: "合计",
  differences: (count) => `${count} 处分歧`,
  difference: { "only-a": "仅 A", "only-b": "仅 B", class: "类别不同", span: "范围不同", entity: "所指不同" },
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
