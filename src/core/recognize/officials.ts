import { wordClass } from "../lexicon/word-table.js";
import { isHanAt, isSpace } from "../text/characters.js";
import { lengthAt } from "../text/pattern-at.js";
import { type TextSpan, textSpan } from "../text/spans.js";
import { chooseName, unlistedNameAt } from "./choose-name.js";
import { dottedNames } from "./dotted-names.js";
import { foreignNameAt, minorityNameAt } from "./foreign-names.js";
import { accusedBehind, appointedBehind } from "./landmarks.js";
import { afterGloss, continueList } from "./name-lists.js";
import type { Draft, Reading } from "./reading.js";
import { roleBefore } from "./roles.js";
import type { Token } from "./scan.js";

/** Proposes the names that the words around them prove to be officials', without the bare repetitions. */
export function proposeOfficials(reading: Reading): Draft[] {
  return [
    ...afterTitles(reading),
    ...dotted(reading),
    ...known(reading),
    ...listsBeforeVerbs(reading),
    ...appointed(reading),
    ...accused(reading),
    ...speakers(reading),
    ...glossed(reading),
    ...addressed(reading),
  ];
}

/** 省委书记景俊海、省领导胡家福、蔡东: a title and the names behind it. */
function afterTitles(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const title of reading.scan.all("title")) {
    if (reading.scan.longestAt(title.start, "title")?.end !== title.end || cutsTitle(reading, title)) continue;
    const start = nameStartAfter(reading, title);
    if (start === undefined) continue;
    const type = title.sense.title === "role" && !sharesPost(reading, title) ? "person" : "official";
    const cue = reading.text.slice(title.start, title.end);
    const name = chooseName(reading, start);
    const foreign =
      name && name.boundary > 0
        ? undefined
        : (foreignNameAt(reading, title, start) ?? minorityNameAt(reading, start) ?? unlistedNameAt(reading, start));
    const first = foreign ?? name;
    if (!first || first.score < 0.4) {
      if (name) reading.refuse({ type, span: spanOf(name), rule: "after-title" });
      continue;
    }
    drafts.push({ type, start: first.start, end: first.end, rule: "after-title", score: 0.6 + 0.4 * first.score, cue });
    for (const next of continueList(reading, first.end)) {
      drafts.push({ type, start: next.start, end: next.end, rule: "title-list", score: 0.55 + 0.4 * next.score, cue });
    }
  }
  return drafts;
}

/** 副总|理: the end of one title begins another that goes on. */
function cutsTitle(reading: Reading, title: Token): boolean {
  for (let i = title.start + 1; i < title.end; i++) {
    const inner = reading.scan.longestAt(i, "title");
    if (inner && inner.end > title.end) return true;
  }
  return false;
}

const noOrgans: ReadonlyMap<number, Draft> = new Map();

/** 副主任、主任医师吴某: a profession behind a post; the name is an official's. */
function sharesPost(reading: Reading, title: Token): boolean {
  const phrase = roleBefore(reading, title.end, noOrgans);
  const from = title.end - phrase.length;
  return reading.scan.all("title").some((t) => t.sense.title === "post" && t.start >= from && t.end <= title.start);
}

/** Where the name behind a title starts: at once, or behind a space, a colon or a gloss. */
function nameStartAfter(reading: Reading, title: Token): number | undefined {
  const { text } = reading;
  let at = afterGloss(reading, title.end);
  if (isSpace(text.charCodeAt(at)) || text[at] === "：" || text[at] === ":") {
    at++;
    while (isSpace(text.charCodeAt(at))) at++;
  }
  return isHanAt(text, at) ? at : undefined;
}

function dotted(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const name of dottedNames(reading)) {
    const titled =
      reading.scan.endingAt(name.start).some((token) => token.sense.kind === "title" && token.sense.title === "post") ||
      reading.scan.startingAt(name.end).some((token) => token.sense.kind === "title" && token.sense.title === "post");
    const role = reading.scan
      .endingAt(name.start)
      .some((token) => token.sense.kind === "title" && token.sense.title === "role");
    const knownName = reading.scan
      .startingAt(name.start)
      .some((token) => token.sense.kind === "official" && token.end === name.end);
    const type = titled || knownName || (!role && inList(reading, name.start, name.end)) ? "official" : "person";
    drafts.push({ type, ...spanOf(name), rule: "dotted-name", score: titled || knownName ? 0.97 : 0.7 });
    if (type === "official") {
      for (const next of continueList(reading, name.end)) {
        drafts.push({ type, ...spanOf(next), rule: "title-list", score: 0.5 + 0.4 * next.score });
      }
    }
  }
  return drafts;
}

function inList(reading: Reading, start: number, end: number): boolean {
  return reading.text[start - 1] === "、" || reading.text[end] === "、";
}

/** Officials that the lexicon knows; a name that many people share needs a sentence that fits. */
function known(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const token of reading.scan.all("official")) {
    const { boundaries } = reading;
    const after = boundaries.after(token.end);
    const before = boundaries.before(token.start);
    const length = token.end - token.start;
    const sure = !token.sense.entry.common && (length >= 3 ? after + before > 0 : after > 0 && before > 0);
    if (sure || (after === 2 && before === 2 && subjectAt(reading, token))) {
      drafts.push({
        type: "official",
        ...spanOf(token),
        rule: "known-official",
        score: sure ? 0.92 : 0.75,
        entityName: token.sense.entry.name,
      });
    } else reading.refuse({ type: "official", span: spanOf(token), rule: "known-official" });
  }
  return drafts;
}

/** Whether a name stands where a sentence has its subject: at a clause's start, before a verb of saying or doing. */
function subjectAt(reading: Reading, token: Token): boolean {
  const { text, words } = reading;
  const atStart = token.start === 0 || /[\s，。；：！？“、]/.test(text[token.start - 1] ?? " ");
  if (!atStart) return false;
  const verb = wordClass.speech | wordClass.attend;
  if (words.startsAt(token.end, verb) || words.is(token.end, 1, verb)) return true;
  return /^(?:会见|会晤|主持|出席|在|赴|率|考察|调研|同|与|向|到)/.test(text.slice(token.end, token.end + 2));
}

const clauseBreak = /[\n，。；：！？,;:!?]/;
const listEnd = /^(?:等)?(?:\p{Script=Han}{0,6}?)(?:参加|出席|陪同|列席|一同|见证|主持|随同|参会|与会)/u;

/** 吴靖平、王子联、安桂武参加有关活动: a bare list that is the subject of 参加, 出席, 陪同. */
function listsBeforeVerbs(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const { text } = reading;
  for (const { span, nameStarts } of reading.landmarks) {
    for (const start of nameStarts) {
      const first = chooseName(reading, start);
      if (!first || first.boundary < 1 || !opensClause(text, start, span)) continue;
      const list = [first, ...continueList(reading, first.end)];
      const last = list[list.length - 1] ?? first;
      const verb = listEnd.test(text.slice(last.end, last.end + 12));
      // Two names need the verb; a longer list of nothing but names proves itself.
      if (list.every((name) => name.wordLike)) continue;
      if ((list.length >= 2 && verb) || (list.length >= 4 && reading.boundaries.after(last.end) === 2)) {
        for (const name of list) {
          drafts.push({ type: "official", ...spanOf(name), rule: "list-before-verb", score: 0.6 + 0.3 * name.score });
        }
      }
    }
  }
  return drafts;
}

/** Whether nothing but space stands between an offset and the mark before its clause. */
function opensClause(text: string, offset: number, span: TextSpan): boolean {
  let at = offset;
  while (at > span.start && isSpace(text.charCodeAt(at - 1))) at--;
  return at === span.start || clauseBreak.test(text.charAt(at - 1));
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

function spanOf(span: { readonly start: number; readonly end: number }): TextSpan {
  return textSpan(span.start, span.end);
}
