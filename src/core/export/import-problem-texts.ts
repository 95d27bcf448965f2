import type { ImportProblem } from "./imported.js";

/** What an import left out, and why, in one sentence. */
export function importProblemText({ code, detail, line }: ImportProblem, locale: "en" | "zh"): string {
  const en = line === undefined ? "" : `Line ${line + 1}: `;
  const zh = line === undefined ? "" : `第 ${line + 1} 行：`;
  const texts: Record<ImportProblem["code"], readonly [en: string, zh: string]> = {
    unreadable: [
      `this is not a record that can be read (${detail}); it was left out.`,
      `无法读取此记录（${detail}），已略过。`,
    ],
    "unknown-line": [
      `“${detail}” has no counterpart in Tifa and was left out.`,
      `Tifa 没有与“${detail}”对应的内容，已略过。`,
    ],
    "unknown-class": [
      `no class can be made of the label “${detail}”; give it a name with the option for classes.`,
      `标签“${detail}”无法用作类别；请用类别选项为它指定名称。`,
    ],
    "split-span": [
      `the annotation ${detail} is in pieces with other words between them and was left out.`,
      `标注 ${detail} 由不相连的几段组成，已略过。`,
    ],
    "missing-end": [
      `an end of the relation ${detail} is missing; it was left out.`,
      `关系 ${detail} 缺少一端，已略过。`,
    ],
    "not-found": [
      `“${detail}” was not found in the article, or in several places; mark it by hand.`,
      `文中找不到“${detail}”，或有多处无法区分；请手动标注。`,
    ],
    overlap: [
      `“${detail}” lies inside or across a longer mention, which was taken instead.`,
      `“${detail}”与更长的标注重叠，已采用较长者。`,
    ],
  };
  const [inEnglish, inChinese] = texts[code];
  if (locale === "zh") return zh + inChinese;
  return en === "" ? inEnglish.charAt(0).toUpperCase() + inEnglish.slice(1) : en + inEnglish;
}
