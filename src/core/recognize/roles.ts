import { afterGloss } from "./name-lists.js";
import type { Draft, Reading } from "./reading.js";

/** Words that stand between an organisation and the head of a title, or before it. */
const modifiers =
  /(?:党组|党委|党工委|常务|专职|兼职|副|代理|代|第一|执行|轮值|名誉|候任|候补|首席|总|高级|资深|原|前|时任|现任|拟任|机关|全国|兼|及|驻会|股份|部|局|厅|委|院|党)$/;
const joiners = /[、，,兼]$/;
const longestRole = 60;

/**
 * The phrase of posts that ends where a name starts: 国家市场监管总局党组书记、局长. Empty when there is none.
 * `organs` are the organisations found, by the offset where they end.
 */
export function roleBefore(reading: Reading, nameStart: number, organs: ReadonlyMap<number, Draft>): string {
  const { text, scan } = reading;
  let end = nameStart;
  while (text[end - 1] === " " || text[end - 1] === "\u3000") end--;
  let start = end;
  let needTitle = true;
  while (end - start < longestRole) {
    const title = scan.longestEndingAt(start, "title");
    if (title) {
      start = title.start;
      needTitle = false;
      continue;
    }
    if (needTitle) break;
    const organ = organs.get(start) ?? scan.longestEndingAt(start, "agency");
    const place = scan.longestEndingAt(start, "place") ?? scan.longestEndingAt(start, "country");
    const domain =
      scan.longestEndingAt(start, "domain") ??
      scan.longestEndingAt(start, "department") ??
      scan.longestEndingAt(start, "organ-rest");
    const before = text.slice(Math.max(0, start - 4), start);
    const modifier = modifiers.exec(before)?.[0].length;
    if (organ) start = organ.start;
    else if (place) start = place.start;
    else if (domain) start = domain.start;
    else if (/[省市县区州盟旗]$/.test(before)) start--;
    else if (modifier) start -= modifier;
    else if (joiners.test(before) && scan.endingAt(start - 1).some((t) => t.sense.kind === "title")) {
      start--;
      needTitle = true;
    } else break;
  }
  return reading.article.text
    .slice(start, end)
    .replace(/^[、，,兼及]+/, "")
    .replace(/[\s\u3000]+/g, "");
}

/** The post set behind a name: 习近平总书记, 李强总理. */
export function roleAfter(reading: Reading, nameEnd: number): string {
  const at = afterGloss(reading, nameEnd);
  const title = reading.scan.longestAt(at, "title");
  return title && title.sense.title === "post" ? reading.text.slice(title.start, title.end) : "";
}
