import type { DifferenceKind } from "../core/annotation/agreement.js";
import type { PairProblem } from "./annotator-pairs.js";
import type { Locale } from "./locale.js";

/** What is said of export, import and agreement, in the editor and on the command line. */
export interface ExchangeTexts {
  readonly wouldReplaceArticle: (path: string) => string;
  readonly notWritten: (path: string, reason: string) => string;
  readonly exported: (articles: number, files: number, folder: string) => string;
  /** Articles and files that were written, what an undo of an import is called, and what became of it. */
  readonly exportDone: (articles: number, files: number, folder: string) => string;
  readonly importLabel: (annotations: number) => string;
  readonly importDone: (annotations: number, articles: number, problems: number) => string;
  readonly nothingImported: (problems: number) => string;
  readonly agreementDone: (articles: number, differences: number) => string;
  readonly wouldReplace: (paths: readonly string[]) => string;
  readonly notExported: (path: string, words: string, reason: string) => string;
  readonly noneOfFormat: (path: string, format: string) => string;
  readonly theWorkspace: string;
  readonly needsDisk: string;
  readonly nothingToExport: string;
  readonly exporting: string;
  readonly importing: string;
  readonly comparing: string;
  readonly exportCancelled: string;
  readonly importCancelled: string;
  readonly comparisonCancelled: string;
  readonly failed: string;
  readonly noArticle: (path: string, name: string, folder: string) => string;
  readonly severalArticles: (path: string, name: string, articles: string) => string;
  readonly unknownEnding: (path: string) => string;
  readonly notReadable: (path: string, detail: string) => string;
  readonly nothingShared: string;
  readonly columns: readonly [type: string, both: string, onlyA: string, onlyB: string, f1: string, kappa: string];
  readonly overall: string;
  readonly differences: (count: number) => string;
  readonly difference: Readonly<Record<DifferenceKind, string>>;
  /** `paths` name the two sides. */
  readonly pairProblem: (problem: PairProblem, paths: readonly [a: string, b: string]) => string;
}

export const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const leftOut = (problems: number) =>
  `${plural(problems, "item")} ${problems === 1 ? "was" : "were"} left out, as the log tells`;
const leftOutZh = (problems: number) => `${problems} 项已略过，详见日志`;
const sideOf = (side: "a" | "b", [a, b]: readonly [string, string]) => (side === "a" ? a : b);

const en: ExchangeTexts = {
  wouldReplaceArticle: (path) =>
    `Nothing was written: ${path} is an article, which an export never replaces; name another folder.`,
  notWritten: (path, reason) => `${path} could not be written: ${reason}.`,
  exported: (articles, files, folder) => `${plural(articles, "article")}, ${plural(files, "file")} in ${folder}`,
  exportDone: (articles, files, folder) =>
    `Exported ${plural(articles, "article")} to ${plural(files, "file")} in ${folder}.`,
  importLabel: (annotations) => `Imported ${plural(annotations, "annotation")}`,
  importDone: (annotations, articles, problems) =>
    annotations === 0
      ? `The import says nothing that is not there already${problems > 0 ? `; ${leftOut(problems)}` : ""}.`
      : `Imported ${plural(annotations, "annotation")} into ${plural(articles, "article")}${problems > 0 ? `; ${leftOut(problems)}` : ""}.`,
  nothingImported: (problems) =>
    problems > 0
      ? `Nothing was imported; ${leftOut(problems)}.`
      : "Nothing was imported: the files hold no annotations.",
  agreementDone: (articles, differences) =>
    `Compared ${plural(articles, "article")}: ${plural(differences, "difference")}.`,
  wouldReplace: (paths) =>
    paths.length === 1
      ? `${paths[0]} is there already. Replace it?`
      : `${paths[0]} and ${plural(paths.length - 1, "other file")} are there already. Replace them?`,
  notExported: (path, words, reason) => `${path}: the annotation on “${words}” could not be exported. ${reason}`,
  noneOfFormat: (path, format) => `${path} holds no file of the format ${format}; choose another file or format.`,
  theWorkspace: "this workspace",
  needsDisk: "This needs a folder on this computer's disk; open the folder there and try again.",
  nothingToExport: "There is no policy article to export; choose an article or a folder of articles.",
  exporting: "Exporting annotations",
  importing: "Importing annotations",
  comparing: "Comparing annotations",
  exportCancelled: "The export was cancelled; nothing was written.",
  importCancelled: "The import was cancelled; nothing was changed.",
  comparisonCancelled: "The comparison was cancelled.",
  failed: "This did not succeed; Tifa's log tells why.",
  noArticle: (path, name, folder) => `${path}: ${folder} holds no article for ${name}; it was left out.`,
  severalArticles: (path, name, articles) =>
    `${path}: ${name} may be any of ${articles}; it was left out. Name the folder of the right one.`,
  unknownEnding: (path) => `${path} is neither a folder nor a file ending in .ann, .jsonl, .json or .jsonld.`,
  notReadable: (path, detail) => `${path} could not be read: ${detail}.`,
  nothingShared: "The two have no article in common.",
  columns: ["class", "both", "only A", "only B", "F1", "kappa"],
  overall: "all",
  differences: (count) => plural(count, "difference"),
  difference: { "only-a": "only A", "only-b": "only B", class: "class", span: "span", entity: "entity" },
  pairProblem(problem, paths) {
    if (problem.code === "no-text")
      return `${paths[0]} holds no text to compare on; name a folder of articles on one side.`;
    const side = sideOf(problem.side, paths);
    return problem.code === "only-in"
      ? `${problem.article} is in ${side} alone and was not compared.`
      : `${problem.article}: “${problem.words}” of ${side} has no place in the other text.`;
  },
};

const zh: ExchangeTexts = {
  wouldReplaceArticle: (path) => `未写入任何文件：${path} 是文章，导出不会覆盖文章；请换一个文件夹。`,
  notWritten: (path, reason) => `无法写入 ${path}：${reason}。`,
  exported: (articles, files, folder) => `${articles} 篇文章，${files} 个文件，位于 ${folder}`,
  exportDone: (articles, files, folder) => `已将 ${articles} 篇文章导出为 ${files} 个文件，位于 ${folder}。`,
  importLabel: (annotations) => `导入 ${annotations} 条标注`,
  importDone: (annotations, articles, problems) =>
    annotations === 0
      ? `导入的内容均已存在${problems > 0 ? `；${leftOutZh(problems)}` : ""}。`
      : `已向 ${articles} 篇文章导入 ${annotations} 条标注${problems > 0 ? `；${leftOutZh(problems)}` : ""}。`,
  nothingImported: (problems) =>
    problems > 0 ? `未导入任何内容；${leftOutZh(problems)}。` : "未导入任何内容：文件中没有标注。",
  agreementDone: (articles, differences) => `已比较 ${articles} 篇文章：${differences} 处分歧。`,
  wouldReplace: (paths) =>
    paths.length === 1 ? `${paths[0]} 已存在。是否替换？` : `${paths[0]} 等 ${paths.length} 个文件已存在。是否替换？`,
  notExported: (path, words, reason) => `${path}：“${words}”上的标注无法导出。${reason}`,
  noneOfFormat: (path, format) => `${path} 中没有 ${format} 格式的文件；请另选文件或格式。`,
  theWorkspace: "此工作区",
  needsDisk: "此操作需要本机磁盘上的文件夹；请在本机打开该文件夹后重试。",
  nothingToExport: "没有可导出的政策文章；请选择文章或文章所在的文件夹。",
  exporting: "正在导出标注",
  importing: "正在导入标注",
  comparing: "正在比较标注",
  exportCancelled: "导出已取消，未写入任何文件。",
  importCancelled: "导入已取消，未作任何改动。",
  comparisonCancelled: "比较已取消。",
  failed: "操作未成功；原因见 Tifa 日志。",
  noArticle: (path, name, folder) => `${path}：${folder} 中没有与 ${name} 对应的文章，已略过。`,
  severalArticles: (path, name, articles) => `${path}：${name} 可能是 ${articles}，已略过；请指明文章所在的文件夹。`,
  unknownEnding: (path) => `${path} 既不是文件夹，也不是 .ann、.jsonl、.json 或 .jsonld 文件。`,
  notReadable: (path, detail) => `无法读取 ${path}：${detail}。`,
  nothingShared: "双方没有相同的文章。",
  columns: ["类别", "一致", "仅 A", "仅 B", "F1", "kappa"],
  overall: "合计",
  differences: (count) => `${count} 处分歧`,
  difference: { "only-a": "仅 A", "only-b": "仅 B", class: "类别不同", span: "范围不同", entity: "所指不同" },
  pairProblem(problem, paths) {
    if (problem.code === "no-text") return `${paths[0]} 不含正文，无法比较；请让其中一方为文章文件夹。`;
    const side = sideOf(problem.side, paths);
    return problem.code === "only-in"
      ? `${problem.article} 只在 ${side} 中有，未比较。`
      : `${problem.article}：${side} 的“${problem.words}”在另一方的文本中找不到位置。`;
  },
};

export function exchangeTextsFor(locale: Locale): ExchangeTexts {
  return locale === "zh" ? zh : en;
}
