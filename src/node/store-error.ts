import type { ProblemLocale } from "../core/annotation/problem-texts.js";
import { codeOf } from "./disk.js";

/** Why annotations could not be read or saved; `other` is told in the system's words. */
export type StoreFailure = "full" | "read-only" | "denied" | "too-long" | "blocked" | "not-utf8" | "outside" | "other";

/** An annotation file that could not be read or saved. What was saved before is as it was. */
export class StoreError extends Error {
  constructor(
    readonly action: "read" | "save",
    /** The annotation file, or the article where it can have none. */
    readonly path: string,
    readonly failure: StoreFailure,
    /** The system's words. */
    readonly detail = "",
  ) {
    super();
    this.message = storeErrorText(this, "en");
  }
}

const failures: Readonly<Record<string, StoreFailure>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EFBIG: "full",
  EROFS: "read-only",
  EACCES: "denied",
  EPERM: "denied",
  ENAMETOOLONG: "too-long",
  ENOTDIR: "blocked",
  EEXIST: "blocked",
  EISDIR: "blocked",
};

export function storeError(action: "read" | "save", path: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StoreError(action, path, failures[codeOf(error)] ?? "other", message);
}

/** What failed, where, and what to do, in one sentence. */
export function storeErrorText(error: StoreError, locale: ProblemLocale): string {
  const detail = error.detail.replace(/[.。]$/, "");
  const texts: Record<StoreFailure, readonly [en: string, zh: string]> = {
    full: ["the disk is full; free some space and try again", "磁盘已满；请腾出空间后重试"],
    "read-only": [
      "the folder is on a read-only disk; copy the articles to a folder that can be written",
      "该文件夹所在的磁盘只读；请把文章复制到可写的文件夹",
    ],
    denied: ["permission is denied; ask for the right to it", "没有权限；请先取得权限"],
    "too-long": [
      "its name is too long for this disk; give the article a shorter one",
      "文件名过长；请缩短文章的文件名",
    ],
    blocked: [
      "a file stands where a folder is needed, or a folder where the file is; move it away",
      "所需的文件夹或文件处有同名的另一项；请将其移开",
    ],
    "not-utf8": ["it is not UTF-8 text; restore it or move it away", "它不是 UTF-8 文本；请恢复或移开该文件"],
    outside: ["it lies outside the folder; name an article inside it", "它不在该文件夹内；请指定其中的文章"],
    other: [detail, detail],
  };
  const [en, zh] = texts[error.failure];
  if (locale === "zh") {
    const kept = error.action === "save" ? "，原有内容未受影响" : "";
    return `无法${error.action === "save" ? "保存" : "读取"}标注 ${error.path}${kept}：${zh}。`;
  }
  const kept = error.action === "save" ? " (what it held is unchanged)" : "";
  return `The annotations ${error.path} could not be ${error.action === "save" ? "saved" : "read"}${kept}: ${en}.`;
}
