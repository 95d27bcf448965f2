import type { Locale } from "../locale.js";
import { shortened } from "../shortened.js";
import type { Finding, FindingCode, FindingFix } from "./check.js";

/** What is doubtful, why, and what is known instead, in one sentence. */
export function findingText(finding: Finding, locale: Locale): string {
  return pick(textsOf(finding), locale);
}

/** What a fix of a finding does, as a reader chooses it. */
export function fixText(finding: Finding, fix: FindingFix, locale: Locale): string {
  const words = shortened(finding.words);
  switch (fix.kind) {
    case "take-as":
      return pick(takeAs(words, shortened(fix.entity), fix.scope === "article"), locale);
    case "keep":
      return pick(keep[finding.code](words), locale);
    case "without-post":
      return pick([`Read no post of “${words}” here`, `此处不读取“${words}”的职务`], locale);
  }
}

type Pair = readonly [en: string, zh: string];

function pick([en, zh]: Pair, locale: Locale): string {
  return locale === "en" ? en : zh;
}

function textsOf(finding: Finding): Pair {
  const { words } = finding;
  switch (finding.code) {
    case "near-name":
      return [
        `“${words}” is one character off from “${finding.known}”, who is known in the same post or organ (${finding.post}): is it a slip?`,
        `“${words}”与同一职务或机构（${finding.post}）中已知的“${finding.known}”仅一字之差：是否有误？`,
      ];
    case "contradicting-post": {
      const { post, day, holder, elsewhere = "", from, to } = finding;
      const period = pairOfPeriod(from, to);
      return holder
        ? [
            `“${words}” is given as ${post} on ${day}, a post that “${holder}” held ${period[0]}: check name, post and date.`,
            `本文（${day}）称“${words}”为${post}，而“${holder}”${period[1]}任此职：请核对姓名、职务和日期。`,
          ]
        : [
            `“${words}” is given as ${post} on ${day}, but was ${elsewhere} ${period[0]}: check name, post and date.`,
            `本文（${day}）称“${words}”为${post}，而其${period[1]}任${elsewhere}：请核对姓名、职务和日期。`,
          ];
    }
    case "organ-spelling":
      return [
        `“${words}” is known under the spelling “${finding.known}”: is this the same organ?`,
        `“${words}”通常写作“${finding.known}”：是否为同一机构？`,
      ];
  }
}

function pairOfPeriod(from: string, to: string): Pair {
  return to ? [`from ${from} to ${to}`, `在 ${from} 至 ${to} `] : [`from ${from} on`, `自 ${from} 起`];
}

function takeAs(words: string, entity: string, everywhere: boolean): Pair {
  return everywhere
    ? [`Take “${words}” as “${entity}” in this article`, `在本文中将“${words}”视为“${entity}”`]
    : [`Take “${words}” as “${entity}” here`, `将此处的“${words}”视为“${entity}”`];
}

const keep: Readonly<Record<FindingCode, (words: string) => Pair>> = {
  "near-name": (words) => [`“${words}” is right: keep it`, `“${words}”无误，予以保留`],
  "contradicting-post": (words) => [`The post of “${words}” is right: keep it`, `“${words}”的职务无误，予以保留`],
  "organ-spelling": (words) => [`“${words}” is right: keep it`, `“${words}”无误，予以保留`],
};
