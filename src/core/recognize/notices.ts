import { isHanAt } from "../text/characters.js";
import { lengthAt } from "../text/pattern-at.js";
import { chooseName } from "./choose-name.js";
import { minorityNameAt } from "./foreign-names.js";
import { accusedBehind, appointedBehind } from "./landmarks.js";
import { afterGloss, continueList } from "./name-lists.js";
import type { Draft, Reading } from "./reading.js";
import { spanOf } from "./span-of.js";

/** Names that the wording of a notice proves: of appointment, of discipline, with a post in brackets, addressed as 同志. */
export function proposeFromNotices(reading: Reading): Draft[] {
  return [...appointed(reading), ...accused(reading), ...speakers(reading), ...glossed(reading), ...addressed(reading)];
}

const takesPost =
  /^(?:同志)?(?:（[^（）]{1,20}）)?(?:为|任|曾任|历任|时任|曾在|挂职|担任|兼任|不再担任|不再兼任|拟任|拟提名|现任|挂任|试用期满|当选为?|出任|接任|继任|的\p{Script=Han}{0,24}职务|辞去|，(?:男|女)[，,])/u;

/** 任命张三为…, 免去李四的…职务, 王五，男，汉族…: names that notices of appointment and of discipline prove. */
function appointed(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text } = reading;
  for (const { span, nameStarts } of reading.landmarks) {
    for (const start of nameStarts) {
      const appoint = isHanAt(text, start - 1) || text[start - 1] === "·";
      if (appoint && !appointedBehind.test(text.slice(Math.max(span.start, start - 6), start))) continue;
      const name = chooseName(reading, start) ?? minorityNameAt(reading, start);
      if (!name || name.boundary === 0) continue;
      const list = [name, ...continueList(reading, name.end)];
      const end = list[list.length - 1]?.end ?? name.end;
      const takes = takesPost.test(text.slice(end, end + 40)) && titleFollows(reading, end);
      const cv = /^[，,]\s?(?:男|女)[，,]/.test(text.slice(name.end, name.end + 6));
      if (!takes && !cv && !(appoint && /^[、，的为（(同]/.test(text.slice(end, end + 1)))) continue;
      for (const each of cv ? [name] : list) {
        drafts.push({ type: "official", ...spanOf(each), rule: "appointment", score: 0.85 });
      }
    }
  }
  return drafts;
}

const accusedOf =
  /^(?:同志)?(?:在\p{Script=Han}{2,20}(?:期间|过程中))?(?:严重违纪违法|严重违反|涉嫌|受贿|违纪|违法|接受审查|接受纪律审查|被查|被双开|被“双开”|开除|犯受贿|以受贿|利用|身为|的(?:行为|问题|上述))/u;

/** 对江永年以受贿罪判处…, 给予纪晓峰开除党籍处分: the names that notices of discipline prove. */
function accused(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text, lexicon } = reading;
  for (const { span, nameStarts } of reading.landmarks) {
    for (const start of nameStarts) {
      if (lexicon.surnameRank(text.charCodeAt(start)) === 0) continue;
      if (isHanAt(text, start - 1) && !accusedBehind.test(text.slice(Math.max(span.start, start - 3), start))) continue;
      const name = chooseName(reading, start);
      if (!name || !accusedOf.test(text.slice(name.end, name.end + 24))) continue;
      drafts.push({ type: "official", ...spanOf(name), rule: "accused", score: 0.8 });
    }
  }
  return drafts;
}

const officialVerb = /强调|指出|要求|主持召开|主持会议|主持并讲话|率队|率团|一行/y;

/** 顾安强调，…: the subject of a sentence that only officials are the subject of. */
function speakers(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text, scan } = reading;
  for (const { span, nameStarts } of reading.landmarks) {
    for (const start of nameStarts) {
      const name = chooseName(reading, start);
      if (!name || name.wordLike || lengthAt(officialVerb, text, name.end) === 0) continue;
      if (start > span.start && !/[\s。！？；”]/.test(text.charAt(start - 1))) continue;
      if (
        scan.startingAt(start).some((t) => t.end >= name.end && /^(?:agency|place|country|title)$/.test(t.sense.kind))
      )
        continue;
      drafts.push({ type: "official", ...spanOf(name), rule: "speaker", score: 0.7 });
    }
  }
  return drafts;
}

/** 康健（省商务厅副厅长）: a name whose post stands in brackets behind it. */
function glossed(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { boundaries, scan } = reading;
  for (const { span, brackets } of reading.landmarks) {
    for (const open of brackets) {
      const close = afterGloss(reading, open);
      let post = false;
      for (let i = open; i < close; i++) post ||= scan.longestAt(i, "title")?.sense.title === "post";
      if (!post) continue;
      for (const length of [3, 2, 4]) {
        const start = open - length;
        if (start < span.start || boundaries.before(start) < 1) continue;
        const name = chooseName(reading, start);
        if (name?.end !== open) continue;
        drafts.push({ type: "official", ...spanOf(name), rule: "post-in-brackets", score: 0.8 });
        break;
      }
    }
  }
  return drafts;
}

function titleFollows(reading: Reading, from: number): boolean {
  for (let i = from; i < from + 40 && i < reading.text.length; i++) {
    if (/[。；\n]/.test(reading.text.charAt(i))) return false;
    if (reading.scan.longestAt(i, "title")) return true;
  }
  return false;
}

/** 张三同志: the name before a form of address that only the Party's own bear. */
function addressed(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text, boundaries } = reading;
  for (let at = text.indexOf("同志"); at >= 0; at = text.indexOf("同志", at + 2)) {
    for (const length of [3, 2, 4]) {
      const start = at - length;
      if (start < 0 || boundaries.before(start) < 1) continue;
      const name = chooseName(reading, start);
      if (name?.end !== at || name.score < 0.5) continue;
      drafts.push({ type: "official", ...spanOf(name), rule: "addressed", score: 0.8, cue: "同志" });
      break;
    }
  }
  return drafts;
}
