import type { Scope } from "../core/annotation/records.js";
import type { Locale } from "./locale.js";

/** The titles of code actions, once for each language. Words are cut already; `type` is a class's name. */
export interface CodeActionTexts {
  readonly accept: (words: string, type: string, scope: Scope) => string;
  readonly reject: (words: string, type: string, scope: Scope) => string;
  readonly takeBack: (words: string, what: "rejection" | "decision") => string;
  readonly change: (words: string) => string;
  readonly mark: (words: string, type: string) => string;
  readonly markEverywhere: (words: string, type: string) => string;
  readonly markAs: (words: string) => string;
  readonly setSpan: (words: string, to: string) => string;
  readonly note: (words: string) => string;
}

const en: CodeActionTexts = {
  accept: (words, type, scope) =>
    `Accept “${words}” as ${type}${{ mention: "", article: " in this article", workspace: " in every article" }[scope]}`,
  reject: (words, type, scope) =>
    `Reject “${words}” as ${type} ${{ mention: "here", article: "in this article", workspace: "in every article" }[scope]}`,
  takeBack: (words, what) => `Take back the ${what} on “${words}”`,
  change: (words) => `Change “${words}”…`,
  mark: (words, type) => `Mark “${words}” as ${type}`,
  markEverywhere: (words, type) => `Mark “${words}” as ${type} in every article`,
  markAs: (words) => `Mark “${words}”…`,
  setSpan: (words, to) => `Change the extent of “${words}” to “${to}”`,
  note: (words) => `Add a note on “${words}”…`,
};

const zh: CodeActionTexts = {
  accept: (words, type, scope) =>
    `${{ mention: "", article: "在本文中", workspace: "在所有文章中" }[scope]}确认“${words}”为${type}`,
  reject: (words, type, scope) =>
    `${{ mention: "在此处", article: "在本文中", workspace: "在所有文章中" }[scope]}否决“${words}”为${type}`,
  takeBack: (words, what) => `撤回对“${words}”的${what === "rejection" ? "否决" : "判断"}`,
  change: (words) => `修改“${words}”…`,
  mark: (words, type) => `将“${words}”标为${type}`,
  markEverywhere: (words, type) => `在所有文章中将“${words}”标为${type}`,
  markAs: (words) => `标注“${words}”…`,
  setSpan: (words, to) => `将“${words}”的范围改为“${to}”`,
  note: (words) => `为“${words}”添加批注…`,
};

export function codeActionTexts(locale: Locale): CodeActionTexts {
  return locale === "en" ? en : zh;
}
