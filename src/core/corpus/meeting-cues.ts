import { agencyAtom as A, personAtom as P, type Skeleton } from "./skeleton.js";

/** A clause that says that people met: half-open index pair of the skeleton, rows of mentions. */
export interface MeetingCue {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly hosts: readonly number[];
  readonly guests: readonly number[];
}

const one = `[${P}${A}]`;
/** A member of a list that was not recognised, between members that were. */
const unknown = `[^，。；：“”、和与及${P}${A}]{2,8}(?=[、等和])`;
const joined = `${one}(?:[、和及暨 \\u3000]{0,2}${one}|、${unknown})*`;
const party = `(?:一行|等人|所率代表团)?(?:等一行|等)?(?:[\\d一二三四五六七八九十多]+[家个])?(?:国家|知名|重点|头部)?(?:部委|单位|企业|高校|机构|和)*(?:主要)?(?:负责人|负责同志|代表)?`;
const noun = "会谈|会晤|会面|会见|座谈交流|交流座谈|合作交流座谈会|座谈会|座谈|洽谈|磋商|会商";
const manner = "(?:工作|友好|亲切|深入|双边|视频|正式|专题|对口|务实|诚挚|小范围|大范围|小组)*";
const other = `[^，。；：“”${P}${A}]`;
const between = `(?:在${other}{1,8}?|就${other}{1,20}?|围绕${other}{1,20}?|专门|分别|共同|一道|一起|再次|当面)*`;

/** 与X会谈, 同X举行会谈: whom one meets stands behind a preposition. */
const withOther = new RegExp(
  `(?:与|同|和)(?:${other}{0,16}的)?(?<guests>${joined})${party}${between}(?:举行|进行|开展|召开|展开)?了?${manner}(?<word>${noun})`,
  "g",
);
/** 会见X, 拜会X: whom one meets is the object. 会见时, 会见后 look back and have none. */
const received = new RegExp(
  `(?<word>会见|会晤|接见|拜会|拜访|约见)(?!时|中|后|前|结束|期间|活动|会场)了?(?:[^，。；：${P}]{0,36}的|${other}{0,8})?(?<guests>${joined})${party}`,
  "g",
);
const people = new RegExp(`${P}(?:[、，和及暨 \\u3000]{0,2}${P})*`, "g");
const prepositions = /[与同和向对由被把给及][^，。；]{0,2}$/;

/** The clauses of one sentence that say that people met, in order. `start` and `end` bound the sentence. */
export function meetingCues(skeleton: Skeleton, start: number, end: number): MeetingCue[] {
  const sentence = skeleton.text.slice(start, end);
  const matches = [withOther, received].flatMap((pattern) => [...sentence.matchAll(pattern)]);
  const cues: MeetingCue[] = [];
  for (const match of matches.sort((a, b) => a.index - b.index)) {
    const word = match.groups?.word ?? "";
    const given = match.groups?.guests ?? "";
    const at = start + match.index;
    const guestsAt = at + match[0].indexOf(given);
    const guests = skeleton.rowsIn(guestsAt, guestsAt + given.length);
    const cueEnd = at + match[0].length;
    if (cues.some((cue) => cue.start < cueEnd && at < cue.end)) continue;
    const before = cues[cues.length - 1];
    const named = hostsBefore(skeleton, start, at) ?? hostsBehind(skeleton, cueEnd, end, guests) ?? [];
    // 甲会见乙，与丙座谈: the second clause is still about the first one's hosts.
    const hosts = before && named.every((row) => before.guests.includes(row)) ? before.hosts : named;
    cues.push({ start: at, end: cueEnd, word, hosts, guests: preferPeople(skeleton, guests, guestsAt, given.length) });
  }
  return cues;
}

/** Where persons are named, the agencies beside them are theirs. */
function preferPeople(skeleton: Skeleton, guests: readonly number[], at: number, length: number): readonly number[] {
  const named = skeleton.rowsIn(at, at + length, "person");
  return named.length > 0 ? named : guests;
}

/** The people who open the clause before a cue; an agency only where it stands right before it. */
function hostsBefore(skeleton: Skeleton, start: number, at: number): number[] | undefined {
  const before = skeleton.text.slice(start, at);
  let found: number[] | undefined;
  for (const match of before.matchAll(people)) {
    if (prepositions.test(before.slice(0, match.index)) && match.index > 0) continue;
    found = skeleton.rowsIn(start + match.index, start + match.index + match[0].length);
  }
  if (found) return found;
  return before.endsWith(A) ? skeleton.rowsIn(at - 1, at) : undefined;
}

/** 在与X会谈时，Y…: the people who open the clause behind the cue. */
function hostsBehind(skeleton: Skeleton, from: number, end: number, guests: readonly number[]): number[] | undefined {
  const behind = skeleton.text.slice(from, end);
  const opening = new RegExp(`^[^，。：${P}]{0,10}(?:，[^，。${P}]{0,12}){0,2}，?(${P}(?:[、，和及 ]{0,2}${P})*)`).exec(
    behind,
  );
  if (!opening?.[1]) return undefined;
  const at = from + opening[0].length - opening[1].length;
  const rows = skeleton.rowsIn(at, from + opening[0].length, "person").filter((row) => !guests.includes(row));
  return rows.length > 0 ? rows : undefined;
}
