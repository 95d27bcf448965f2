import type { OrphanReason } from "./anchors.js";
import type { StoreProblem } from "./store-format.js";
import type { LexiconProblem } from "./yaml-fields.js";

/** The languages that messages come in. */
export type ProblemLocale = "en" | "zh";

/** What is wrong with a line of an annotation file, and what to do, in one sentence. */
export function storeProblemText({ code, detail = "" }: StoreProblem, locale: ProblemLocale): string {
  const texts: Record<StoreProblem["code"], readonly [en: string, zh: string]> = {
    "merge-conflict": [
      "Git left a merge conflict here; the records of both sides are in use, and the next change made in Tifa writes them together without the markers.",
      "此处有未解决的 Git 合并冲突；双方的记录均已读取，下次在 Tifa 中改动时会合并写回并去掉冲突标记。",
    ],
    "broken-line": [
      `This line is not valid JSON (${detail}) and is not in use; correct or delete it. Tifa keeps it as it is.`,
      `此行不是有效的 JSON（${detail}），未被使用；请改正或删除。Tifa 会原样保留它。`,
    ],
    "unknown-record": [
      "This line is not a record that this version of Tifa knows, or lacks a field; it is kept as it is. Update Tifa, or correct the line.",
      "此版本的 Tifa 不认识此行记录，或记录缺少字段；已原样保留。请更新 Tifa 或改正此行。",
    ],
    "two-versions": [
      `This is another version of record ${detail}, which was changed on two sides; the later one is in use. Delete the line that is not wanted.`,
      `此行是记录 ${detail} 的另一版本，双方都改过该记录；现用较晚的版本。请删除不需要的一行。`,
    ],
    "newer-format": [
      `This file was written by a newer version of Tifa (format ${detail}); what is not known is kept. Update Tifa.`,
      `此文件由较新版本的 Tifa 写成（格式 ${detail}）；不认识的内容会保留。请更新 Tifa 。`,
    ],
  };
  return texts[code][locale === "en" ? 0 : 1];
}

/** What is wrong at a place of the workspace's lexicon, and what would be right, in one sentence. */
export function lexiconProblemText({ code, detail, expected = "" }: LexiconProblem, locale: ProblemLocale): string {
  const texts: Record<LexiconProblem["code"], readonly [en: string, zh: string]> = {
    "invalid-yaml": [`The YAML is invalid here: ${detail}`, `此处 YAML 有误：${detail}`],
    "unknown-section": [
      `“${detail}” is not a section; the sections are ${expected}.`,
      `“${detail}”不是有效的部分；可用的有 ${expected}。`,
    ],
    "unknown-field": [
      `“${detail}” is not a field here and is ignored; the fields are ${expected}.`,
      `此处没有“${detail}”字段，已忽略；可用的有 ${expected}。`,
    ],
    "missing-field": [`This entry is ignored: it needs “${detail}”.`, `此条目缺少“${detail}”，已忽略。`],
    "wrong-value": [
      `The value of “${detail}” is ignored; expected: ${expected}.`,
      `“${detail}”的值无效，已忽略；应为：${expected}。`,
    ],
    "duplicate-entry": [
      `“${detail}” is in this file already; the first entry counts.`,
      `文件中已有“${detail}”；以第一条为准。`,
    ],
  };
  return texts[code][locale === "en" ? 0 : 1];
}

/** Why an annotation has no place in its article. */
export function orphanText(reason: OrphanReason, locale: ProblemLocale): string {
  const texts: Record<OrphanReason, readonly [en: string, zh: string]> = {
    gone: ["The words are no longer in the article.", "文中已没有这些文字。"],
    ambiguous: ["The words stand in several places that look alike.", "文中有几处相同的文字，无法区分。"],
    context: ["The words are there, but what stands around them has changed.", "文字仍在，但前后文已改动。"],
  };
  return texts[reason][locale === "en" ? 0 : 1];
}
