import type { DepartmentOf } from "../lexicon/entries.js";
import { wordClass } from "../lexicon/word-table.js";
import { isHanAt } from "../text/characters.js";
import { lengthAt } from "../text/pattern-at.js";
import { textSpan } from "../text/spans.js";
import { nameStart } from "./organisations.js";
import type { Draft, Reading } from "./reading.js";
import { kindsOf } from "./scan.js";

/** How an organ was put together, so that its full name can be told. */
export interface OrganParse {
  readonly start: number;
  readonly end: number;
  /** The end of the places that open it; equals `start` when it has none. */
  readonly placeEnd: number;
  readonly rule: string;
  /** The full name with `{place}` for the place, where the form stands for one. */
  readonly full?: string;
}

const organPrefix = kindsOf("organ-prefix");
const organRest = kindsOf("organ-rest");
const department = kindsOf("department");
const domain = kindsOf("domain");
const country = kindsOf("country");
const placeOrUniversity = kindsOf("place", "agency");

const levelMarks = "省市县区州盟旗";
/** Before these a level names no place of its own: 各省, 全市, 我区. */
const notOneLevel = "各全外跨两每此某多三副";
const ordinal = /第?[一二三四五六七八九十百\d]{1,4}届/y;
const committee = /党工委|党委|工委|委员会|委/y;
const notCommittee = /员(?!会)|托|派|任|屈|婉|靠|以/y;
const partyBranch = /(?:支部委员会|总支部委员会|委员会|支部|总支|省委会|市委会|委会)(?!员)/y;
/** What makes an organ's ending part of a longer word: 政府系统, 商务厅级; 公安厅长 is a title grown together. */
const session = /第?[一二三四五六七八九十]{1,3}次(?:全体)?会议/y;
const afterRest = /级|系统|间|性|化/y;
const afterDomain = /长(?!期|远|久|沙|春)|级|部门|机关|系统/y;

/**
 * Local organs by composition: a place or its level (四川省, 成都市武侯区, 省), then a Party committee,
 * an organ every place has (人民政府, 人大常委会) or a domain with its suffix (商务厅, 发展改革委).
 */
export function proposeOrgans(reading: Reading, nameEnds: ReadonlySet<number>): Draft[] {
  const drafts: Draft[] = [];
  for (const span of reading.spans) {
    for (let i = span.start; i < span.end; i++) {
      if (!canOpenOrgan(reading, i)) continue;
      const organ = organAt(reading, i);
      if (!organ || organ.end > span.end) continue;
      i = organ.end - 1;
      const start = withUnlistedPlace(reading, organ, nameEnds);
      if (ofEveryPlace.test(reading.text.slice(Math.max(span.start, start - 8), start))) {
        reading.refuse({ type: "agency", span: textSpan(start, organ.end), rule: "organs-of-every-place" });
        continue;
      }
      drafts.push({ type: "agency", start, end: organ.end, rule: organ.rule, score: 0.9 });
      drafts.push(...prefixDropped(reading, organ));
    }
  }
  return [...drafts, ...beforeTitles(reading)];
}

const openers = kindsOf("place", "organ-prefix", "domain", "organ-rest");
const opensRank = new Uint8Array(0x10000);
for (const char of `${levelMarks}自特`) opensRank[char.charCodeAt(0)] = 1;

function canOpenOrgan(reading: Reading, offset: number): boolean {
  return reading.scan.starts(offset, openers) || opensRank[reading.text.charCodeAt(offset)] === 1;
}

/** 省委常委、宣传部部长, 党工委书记、管委会主任: an organ without its place, straight before a title. */
function beforeTitles(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const add = (start: number, end: number) => {
    const modifiers = /^(?:常务)?副?/.exec(reading.text.slice(end, end + 3))?.[0].length ?? 0;
    const title = reading.scan.longestAt(end + modifiers, "title");
    if (!title || title.sense.title !== "post" || reading.boundaries.before(start) === 0) return;
    drafts.push({ type: "agency", start, end, rule: "organ-before-title", score: 0.86 });
  };
  for (const token of reading.scan.all("department")) if (token.sense.entry.own) add(token.start, token.end);
  for (const token of reading.scan.all("organ-rest")) {
    if (/^(?:管委会|管理委员会|党工委|纪委监委|人大常委会)$/.test(token.sense.template.rest))
      add(token.start, token.end);
  }
  return drafts;
}

/** 各市县政府, 各级党委, 各开发区管委会 name no one organ. */
const ofEveryPlace =
  /(?:民主党派|各|各级|各地|所有|有关|相关|全省|全市|两级|三级|乡镇)(?:地级以上|地级|级|有关|相关|市|县|区|州|乡|镇|旗|盟|直|开发|高新|园|新){0,3}$/;

/**
 * Where an organ opens with a bare rank that has characters before it (云澜市委, 宁川高新区管委会), its place
 * is one that no list holds: the name runs left to the next boundary.
 */
function withUnlistedPlace(reading: Reading, organ: OrganParse, nameEnds: ReadonlySet<number>): number {
  const { text, boundaries } = reading;
  const opensWithRank =
    organ.placeEnd > organ.start &&
    (levelMarks.includes(text.charAt(organ.start)) || /^特/.test(text.charAt(organ.start)));
  if (!opensWithRank || !isHanAt(text, organ.start - 1) || nameEnds.has(organ.start)) return organ.start;
  const zone = /(?:高新|经开|开发|新|综保|自贸|试验|保税|示范|产业园|园|度假|风景|合作|工业|城|街)$/.test(
    text.slice(organ.start - 3, organ.start),
  );
  if (!zone && (boundaries.before(organ.start) > 0 || endsWord(reading, organ.start))) return organ.start;
  const start = (zone ? undefined : stemStart(reading, organ.start)) ?? nameStart(reading, organ.start, nameEnds);
  const length = organ.start - start;
  if (text.slice(start - 2, start) === "中共") return start - 2;
  return length >= (zone ? 3 : 2) && length <= 16 && !ofEveryPlace.test(text.slice(start, organ.start))
    ? start
    : organ.start;
}

/** The longest organ that starts at an offset. */
export function organAt(reading: Reading, start: number): OrganParse | undefined {
  const { scan, text } = reading;
  let best = placedOrganAt(reading, start, start);
  if (!scan.starts(start, organPrefix)) return best;
  // What may stand before a place in an organ's name: 中共, 民盟, 武警.
  for (const { sense, end } of scan.startingAt(start)) {
    if (sense.kind === "organ-prefix") best = longer(best, placedOrganAt(reading, start, end, text.slice(start, end)));
  }
  return best;
}

/** The longest organ of places and a core that starts at `from`, behind the prefix that starts at `start`. */
function placedOrganAt(reading: Reading, start: number, from: number, prefix = ""): OrganParse | undefined {
  let placeEnd = from;
  let best: Core | undefined;
  for (const end of canOpenPlace(reading, from) ? placeEnds(reading, from, from > start) : [from]) {
    const found = coreEnd(reading, prefix, end, end > from);
    if (!found || longer(best, found) !== found) continue;
    best = found;
    placeEnd = end;
  }
  return best && { start, placeEnd, end: best.end, rule: best.rule, full: best.full };
}

/** The one with the later end, the first of two that end together. */
function longer<T extends { readonly end: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return b && (!a || b.end > a.end) ? b : a;
}

/** The ends of the chains of places that start at an offset, the offset itself first: 四川省成都市, 省, 市. */
function placeEnds(reading: Reading, start: number, prefixed: boolean): number[] {
  const ends = [start];
  for (let i = 0; i < ends.length && i < 24; i++) addPlaceEnds(reading, ends, ends[i] as number, prefixed);
  return ends;
}

function canOpenPlace({ scan, text }: Reading, offset: number): boolean {
  return scan.starts(offset, placeOrUniversity) || opensRank[text.charCodeAt(offset)] === 1;
}

const unlistedPlace = /^\p{Script=Han}{1,5}?(?:自治县|自治州|县|区|市|镇|乡|街道)/u;

/** Adds to a chain's ends, its start first, those of the one place, listed or not, or bare rank that starts at `from`. */
function addPlaceEnds(reading: Reading, ends: number[], from: number, prefixed: boolean): void {
  const { text, scan } = reading;
  if (scan.starts(from, placeOrUniversity)) {
    for (const { sense, end } of scan.startingAt(from)) {
      if (sense.kind === "place" || (prefixed && sense.kind === "agency" && sense.entry.type === "university"))
        addOnce(ends, end);
    }
  }
  const behind = from > (ends[0] ?? from);
  if (opensRank[text.charCodeAt(from)] === 1) {
    const mark = text.charAt(from);
    if (levelMarks.includes(mark) && !scan.starts(from, country)) {
      if (behind ? isRankOf(reading, from, mark) : !notOneLevel.includes(text.charAt(from - 1)))
        addOnce(ends, from + 1);
    }
    if (text.startsWith("自治", from) && levelMarks.includes(text.charAt(from + 2))) addOnce(ends, from + 3);
    if (text.startsWith("特区", from)) addOnce(ends, from + 2);
    if (text.startsWith("特别行政区", from)) addOnce(ends, from + 5);
  }
  if (!behind) return;
  if (text.startsWith("地委", from)) addOnce(ends, from + 1);
  // A county that no list holds is believed only behind a place with its rank: 四川省柳溪县.
  if (/[省市州盟区县]/.test(text.charAt(from - 1))) {
    const unlisted = unlistedPlace.exec(text.slice(from, from + 9))?.[0];
    if (unlisted && unlisted.length >= 3 && isPlaceStem(reading, unlisted)) addOnce(ends, from + unlisted.length);
  }
}

function addOnce(ends: number[], end: number): void {
  if (!ends.includes(end)) ends.push(end);
}

/** Whether a rank fits the place before it (吉林 + 省), or doubles it (广州市 + 市). */
function isRankOf(reading: Reading, at: number, mark: string): boolean {
  if (reading.text.charAt(at - 1) === mark) return true;
  return reading.scan
    .endingAt(at)
    .some(
      (token) =>
        token.sense.kind === "place" &&
        token.sense.form !== "name" &&
        token.sense.entry.name.startsWith(reading.text.slice(token.start, at) + mark),
    );
}

function isPlaceStem(reading: Reading, name: string): boolean {
  const stem = name.replace(/(?:自治县|自治州|县|区|市|镇|乡|街道)$/, "");
  return ![...stem].some(
    (char) => (reading.lexicon.words.classesOf(char) & wordClass.beforeOrgan) !== 0 || "委省市县府党".includes(char),
  );
}

/** Where a place of two to four characters starts that ends at an offset: behind a mark, a particle or a word. */
function stemStart(reading: Reading, end: number): number | undefined {
  for (let start = end - 2; start >= end - 4 && isHanAt(reading.text, start); start--) {
    if (reading.words.is(start, 1, wordClass.beforeOrgan)) return undefined;
    if (reading.boundaries.before(start) > 0 || endsWord(reading, start)) return start;
  }
  return undefined;
}

/** Whether an ordinary word ends at an offset: 落实省委, 候补省委. */
function endsWord(reading: Reading, offset: number): boolean {
  return reading.words.endsAt(offset, wordClass.ordinary);
}

interface Core {
  readonly end: number;
  readonly rule: string;
  readonly full?: string;
}

function coreEnd(reading: Reading, prefix: string, at: number, placed: boolean): Core | undefined {
  const { text } = reading;
  const skipped = placed ? lengthAt(ordinal, text, at) : 0;
  const template = templateEnd(reading, prefix, at + skipped, placed);
  if (prefix !== "") return longer(template, placed ? partyBranchEnd(text, at) : undefined);
  if (!placed) return longer(template, domainEnd(reading, at, placed));
  let best = longer(skipped === 0 ? committeeEnd(reading, at) : undefined, template);
  best = longer(best, domainEnd(reading, at, placed));
  best = longer(best, departmentEnd(reading, at));
  return longer(best, headquartersEnd(reading, at));
}

/** 省委, 自治区党委, 省委组织部, 市委员会. */
function committeeEnd(reading: Reading, at: number): Core | undefined {
  const { text } = reading;
  const length = lengthAt(committee, text, at);
  if (length === 0) return undefined;
  const before = text.charAt(at - 1);
  const end = at + length;
  const form = text.slice(at, end);
  if (form === "委" && (!/[省市县区州盟旗地]/.test(before) || lengthAt(notCommittee, text, end) > 0)) return undefined;
  if (form === "党委" && !/[区州盟旗镇乡团道县市省]/.test(before)) return undefined;
  if (form === "委员会" && !/[省市县区州]/.test(before)) return undefined;
  const department = departmentOf(reading, end, "party");
  return department ? { end: department, rule: "committee-department" } : { end, rule: "party-committee" };
}

/** An organ every place has: 人民政府, 人大常委会, 中级人民法院, and the office behind it. */
function templateEnd(reading: Reading, prefix: string, at: number, placed: boolean): Core | undefined {
  if (!reading.scan.starts(at, organRest)) return undefined;
  let best: Core | undefined;
  for (const token of reading.scan.startingAt(at)) {
    if (token.sense.kind !== "organ-rest") continue;
    const { template } = token.sense;
    if (template.prefix !== prefix || template.placed !== placed) continue;
    if (lengthAt(afterRest, reading.text, token.end) > 0) continue;
    // 省第十四届人民代表大会第三次会议: a session, not the organ.
    if (/人大$|人民代表大会$/.test(template.rest) && lengthAt(session, reading.text, token.end) > 0) continue;
    if (prefix === "" && /^委/.test(template.rest) && !/[省市县区州盟旗地]/.test(reading.text.charAt(at - 1))) continue;
    const of = ownerOf(template.rest);
    const department = of && departmentOf(reading, token.end, of);
    const end = department ?? token.end;
    if (!best || end > best.end)
      best = {
        end,
        rule: department ? "organ-department" : "local-organ",
        full: department ? undefined : template.full,
      };
  }
  return best;
}

function ownerOf(rest: string): DepartmentOf | undefined {
  if (/政府$/.test(rest)) return "government";
  if (/人大|人民代表大会/.test(rest)) return "congress";
  if (/政协|委员会$/.test(rest) && !/纪/.test(rest)) return "consultative";
  if (/纪委|监委|监察委/.test(rest)) return "discipline";
  return undefined;
}

/** The end of a department that starts at an offset and belongs to such an organ. */
function departmentOf(reading: Reading, at: number, of: DepartmentOf): number | undefined {
  if (!reading.scan.starts(at, department)) return undefined;
  let end: number | undefined;
  for (const token of reading.scan.startingAt(at)) {
    if (
      token.sense.kind === "department" &&
      token.sense.entry.of === of &&
      !/^[门长]/.test(reading.text.charAt(token.end))
    )
      end = token.end;
  }
  return end;
}

const headquarters = /^(?:委|委员会|政府)?(\p{Script=Han}{2,14}?)(?:指挥部|领导小组|工作领导小组|联席会议)(?:办公室)?/u;

/** 省防汛抗旱指挥部, 省委退役军人事务工作领导小组办公室: a group with a task in its name. */
function headquartersEnd(reading: Reading, at: number): Core | undefined {
  const match = headquarters.exec(reading.text.slice(at, at + 28));
  const task = match?.[1];
  if (!match || !task) return undefined;
  for (let i = 0; i < task.length; i++) {
    if (
      (reading.lexicon.words.classesAt(task, i, Math.min(i + 2, task.length)) & wordClass.beforeOrgan) !== 0 ||
      "的在了、".includes(task.charAt(i))
    )
      return undefined;
  }
  if (/(?:成立|组建|设立|召开|研究|常委|部署)/.test(task)) return undefined;
  return { end: at + match[0].length, rule: "local-department" };
}

/** 民盟湖南省委, 台盟湖南省支部委员会, 民盟中南大学委员会: a party's branch behind its prefix. */
function partyBranchEnd(text: string, at: number): Core | undefined {
  const length = lengthAt(partyBranch, text, at);
  return length > 0 ? { end: at + length, rule: "party-branch" } : undefined;
}

/** A department that stands straight behind its place: 市金融办, 省信访局. */
function departmentEnd(reading: Reading, at: number): Core | undefined {
  if (!reading.scan.starts(at, department)) return undefined;
  for (const token of [...reading.scan.startingAt(at)].reverse()) {
    if (token.sense.kind !== "department" || !token.sense.entry.place) continue;
    if (/^[门长级]/.test(reading.text.charAt(token.end))) continue;
    return { end: token.end, rule: "local-department" };
  }
  return undefined;
}

/** 商务厅, 发展和改革委员会: a domain with a suffix that goes with it; without a place only where the lexicon allows. */
function domainEnd(reading: Reading, at: number, placed: boolean): Core | undefined {
  const { text, scan } = reading;
  if (!scan.starts(at, domain)) return undefined;
  let best: Core | undefined;
  for (const token of scan.startingAt(at)) {
    if (token.sense.kind !== "domain") continue;
    const { suffixes, bare } = token.sense.entry;
    for (const suffix of suffixes) {
      if (!text.startsWith(suffix, token.end)) continue;
      const end = token.end + suffix.length;
      if (lengthAt(afterDomain, text, end) > 0) continue;
      if (!placed && !(bare.includes(suffix) && standsAlone(reading, at, end))) continue;
      if (!best || end > best.end) best = { end, rule: placed ? "local-department" : "bare-department" };
    }
  }
  return best;
}

/** Whether a department without a place still names one: 商务厅, 市场监管局, but not 各级公安局. */
function standsAlone(reading: Reading, start: number, end: number): boolean {
  if (end - start < 3) return false;
  const before = reading.text.slice(Math.max(0, start - 3), start);
  if (/(?:各级|地方|基层|有关|相关|各|某|个)$/.test(before)) return false;
  return reading.boundaries.before(start) >= 1;
}

/** 省委组织部、宣传部: organs behind the first one that leave its place and committee out. */
function prefixDropped(reading: Reading, organ: OrganParse): Draft[] {
  const drafts: Draft[] = [];
  const { text } = reading;
  let end = organ.end;
  while (/[、和及与]/.test(text.charAt(end)) && text.charAt(end) !== "") {
    const at = end + 1;
    if (organAt(reading, at)) break;
    const next =
      organ.rule === "committee-department"
        ? ownDepartment(reading, at)
        : organ.rule === "local-organ"
          ? restAlone(reading, at)
          : undefined;
    if (next === undefined || /^[门长级]/.test(text.charAt(next))) break;
    drafts.push({ type: "agency", start: at, end: next, rule: "prefix-dropped", score: 0.8 });
    end = next;
  }
  return drafts;
}

function ownDepartment(reading: Reading, at: number): number | undefined {
  const token = [...reading.scan.startingAt(at)]
    .reverse()
    .find((t) => t.sense.kind === "department" && t.sense.entry.own);
  return token?.end;
}

/** 市人大常委会、政协: an organ that no other word is. */
function restAlone(reading: Reading, at: number): number | undefined {
  const token = [...reading.scan.startingAt(at)]
    .reverse()
    .find(
      (t) =>
        t.sense.kind === "organ-rest" &&
        /^(?:人大常委会|人大|政协|纪委|监委|纪委监委|人民政府|检察院)$/.test(t.sense.template.rest),
    );
  return token?.end;
}
