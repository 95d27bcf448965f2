import { wordClass } from "../lexicon/word-table.js";
import { isHanAt, isSpace } from "../text/characters.js";
import { proposeLists } from "./bare-lists.js";
import { chooseName, unlistedNameAt } from "./choose-name.js";
import { dottedNames } from "./dotted-names.js";
import { foreignNameAt, minorityNameAt } from "./foreign-names.js";
import { afterGloss, continueList } from "./name-lists.js";
import { proposeFromNotices } from "./notices.js";
import type { Draft, Reading } from "./reading.js";
import { roleBefore } from "./roles.js";
import type { Token } from "./scan.js";
import { spanOf } from "./span-of.js";

/** Proposes the names that the words around them prove to be officials', without the bare repetitions. */
export function proposeOfficials(reading: Reading): Draft[] {
  return [
    ...afterTitles(reading),
    ...dotted(reading),
    ...known(reading),
    ...proposeLists(reading),
    ...proposeFromNotices(reading),
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
