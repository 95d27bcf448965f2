import type { Draft, Reading } from "./reading.js";

const embassy = /^(?:共和国|联邦|王国)?(?:驻(?:华|中国|\p{Script=Han}{2,8}?))?(?:大使馆|使馆|总领事馆|总领馆|代表处)/u;
const mission = /^驻\p{Script=Han}{1,10}?(?:大使馆|使馆|总领事馆|总领馆|使团|代表团)/u;

/** Organs of foreign states and missions: 俄罗斯外交部, 哈萨克斯坦驻华大使馆, 中国驻法国大使馆. */
export function proposeForeignOrgans(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text, scan } = reading;
  for (const country of scan.all("country")) {
    const behind = text.slice(country.end, country.end + 20);
    const isChina = /^中国/.test(text.slice(country.start, country.end));
    const found = (isChina ? mission : embassy).exec(behind)?.[0].length ?? 0;
    const organ = isChina ? undefined : scan.longestAt(country.end, "foreign-organ");
    const end = Math.max(found > 0 ? country.end + found : 0, organ?.end ?? 0);
    if (end === 0 || /^(?:长|军|间|级|性)/.test(text.slice(end, end + 1))) continue;
    drafts.push({ type: "agency", start: country.start, end, rule: "foreign-organ", score: 0.9 });
  }
  return drafts;
}
