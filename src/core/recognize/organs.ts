import { isHanAt } from "../text/characters.js";
import type { Draft, Reading } from "./reading.js";

/** How an organ was put together, so that its full name can be told. */
export interface OrganParse {
  readonly start: number;
  readonly end: number;
  /** The end of the places that open it; equals `start` when it has none. */
  readonly placeEnd: number;
  readonly rule: string;
}

const levelMarks = "省市县区州盟旗";
/** Before these a level names no place of its own: 各省, 全市, 我区. */
const notOneLevel = "各全外跨两每同此某多三副";
const ordinal = /^第?[一二三四五六七八九十百\d]{1,4}届/;
const notCommittee = /^(?:员(?!会)|托|派|任|屈|婉|靠|以)/;
const partySection = /^(?:组织部|宣传部|统战部|统一战线工作部|政法委员会|政法委|办公厅|办公室)/;

/**
 * Local organs by composition: a place or its level (四川省, 成都市武侯区, 省), then a Party committee,
 * an organ every place has (人民政府, 人大常委会) or a domain with its suffix (商务厅, 发展改革委).
 */
export function proposeOrgans(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const span of reading.spans) {
    for (let i = span.start; i < span.end; i++) {
      if (!isHanAt(reading.text, i)) continue;
      const organ = organAt(reading, i);
      if (!organ || organ.end > span.end) continue;
      drafts.push({ type: "agency", start: organ.start, end: organ.end, rule: organ.rule, score: 0.9 });
      drafts.push(...prefixDropped(reading, organ));
      i = organ.end - 1;
    }
  }
  return drafts;
}

/** The longest organ that starts at an offset. */
export function organAt(reading: Reading, start: number): OrganParse | undefined {
  let best: OrganParse | undefined;
  for (const prefix of partyPrefixEnds(reading, start)) {
    for (const placeEnd of placeEnds(reading, prefix)) {
      const found = coreEnd(reading, placeEnd, placeEnd > prefix);
      if (found && (!best || found.end > best.end)) best = { start, end: found.end, placeEnd, rule: found.rule };
    }
  }
  return best;
}

/** 中共 before a committee, and the offset itself. */
function partyPrefixEnds(reading: Reading, start: number): number[] {
  const match = /^(?:中共|中国共产党)(?!中央)/.exec(reading.text.slice(start, start + 8));
  return match ? [start, start + match[0].length] : [start];
}

/** The ends of the chains of places that start at an offset, the offset itself first: 四川省成都市, 省, 市. */
function placeEnds(reading: Reading, start: number): number[] {
  const ends = [start];
  for (let i = 0; i < ends.length && i < 24; i++) {
    const from = ends[i] as number;
    for (const end of onePlaceEnds(reading, from, start)) if (!ends.includes(end)) ends.push(end);
  }
  return ends;
}

function onePlaceEnds(reading: Reading, from: number, start: number): number[] {
  const { text, scan } = reading;
  const ends: number[] = [];
  for (const token of scan.startingAt(from)) if (token.sense.kind === "place") ends.push(token.end);
  if (levelMarks.includes(text.charAt(from)) && isHanAt(text, from)) {
    if (from > start || !notOneLevel.includes(text.charAt(from - 1))) ends.push(from + 1);
  }
  if (text.startsWith("自治", from) && levelMarks.includes(text.charAt(from + 2))) ends.push(from + 3);
  const unlisted = /^\p{Script=Han}{1,5}?(?:自治县|自治州|县|区|市|镇|乡|街道)/u.exec(text.slice(from, from + 9));
  // A county that no list holds is believed only behind a listed place: 四川省柳溪县.
  if (from > start && unlisted && !/[省市]$/.test(unlisted[0].slice(0, -1))) ends.push(from + unlisted[0].length);
  return ends;
}

function coreEnd(reading: Reading, from: number, placed: boolean): { end: number; rule: string } | undefined {
  const { text } = reading;
  const skipped = placed ? (ordinal.exec(text.slice(from, from + 8))?.[0].length ?? 0) : 0;
  const at = from + skipped;
  const options = [
    placed && skipped === 0 ? committeeEnd(reading, at) : undefined,
    placed ? fixedEnd(reading, at) : undefined,
    domainEnd(reading, at, placed),
  ].filter((option) => option !== undefined);
  return options.sort((a, b) => b.end - a.end)[0];
}

/** 省委, 自治区党委, 省委组织部, 市委员会. */
function committeeEnd(reading: Reading, at: number): { end: number; rule: string } | undefined {
  const { text, scan } = reading;
  const match = /^(?:党工委|党委|工委|委员会|委)/.exec(text.slice(at, at + 4));
  if (!match) return undefined;
  if (match[0] === "委" && !/[省市县区州盟旗地]/.test(text.charAt(at - 1))) return undefined;
  const end = at + match[0].length;
  if (match[0] === "委" && notCommittee.test(text.slice(end, end + 2))) return undefined;
  if (match[0] === "党委" && !/[区州盟旗镇乡团道县市省]/.test(text.charAt(at - 1))) return undefined;
  const department = scan.longestAt(end, "department");
  if (department && !/^[门长]/.test(text.slice(department.end))) return { end: department.end, rule: "committee-department" };
  const section = partySection.exec(text.slice(end, end + 8));
  return section ? { end: end + section[0].length, rule: "committee-department" } : { end, rule: "party-committee" };
}

/** 人民政府, 政协, 人大常委会 and the office behind it. */
function fixedEnd(reading: Reading, at: number): { end: number; rule: string } | undefined {
  const { text, scan } = reading;
  const fixed = scan.longestAt(at, "fixed");
  if (!fixed) return undefined;
  if (/^(?:级|系统|间|性|化)/.test(text.slice(fixed.end))) return undefined;
  const department = scan.longestAt(fixed.end, "department");
  return department && !/^[门长]/.test(text.slice(department.end))
    ? { end: department.end, rule: "organ-department" }
    : { end: fixed.end, rule: "local-organ" };
}

/** 商务厅, 发展和改革委员会: a domain with a suffix that goes with it; without a place only where it is beyond doubt. */
function domainEnd(reading: Reading, at: number, placed: boolean): { end: number; rule: string } | undefined {
  const { text, scan } = reading;
  let best: { end: number; rule: string } | undefined;
  for (const token of scan.startingAt(at)) {
    if (token.sense.kind !== "domain") continue;
    for (const suffix of token.sense.entry.suffixes) {
      if (!text.startsWith(suffix, token.end)) continue;
      const end = token.end + suffix.length;
      // 公安厅长 is a title grown together, 商务厅级 a rank.
      if (/^(?:长(?!期|远|久)|级|部门|机关|系统|势|面|员(?!会))/.test(text.slice(end, end + 2))) continue;
      if (!placed && !standsAlone(reading, at, end, suffix)) continue;
      if (!best || end > best.end) best = { end, rule: placed ? "local-department" : "bare-department" };
    }
  }
  return best;
}

/** Whether a department without a place still names one: 商务厅, 市场监管局, but not 各级公安局. */
function standsAlone(reading: Reading, start: number, end: number, suffix: string): boolean {
  if (!/^(?:厅|局|委|办|委员会|管理局)$/.test(suffix) || end - start < 3) return false;
  const before = reading.text.slice(Math.max(0, start - 3), start);
  if (/(?:各级|地方|基层|有关|相关|各|等|某|个)$/.test(before)) return false;
  return reading.boundaries.before(start) >= 1;
}

/** 省委组织部、宣传部: organs behind the first one that leave its place and committee out. */
function prefixDropped(reading: Reading, organ: OrganParse): Draft[] {
  const drafts: Draft[] = [];
  const { text, scan } = reading;
  let end = organ.end;
  while (/[、和及与]/.test(text.charAt(end))) {
    const at = end + 1;
    const fixed = organ.rule === "local-organ" ? scan.longestAt(at, "fixed") : undefined;
    const department = organ.rule === "committee-department" ? scan.longestAt(at, "department") : undefined;
    const next = department?.end ?? (fixed && fixed.end - at >= 2 ? fixed.end : undefined);
    if (next === undefined || /^[门长级]/.test(text.slice(next, next + 1)) || organAt(reading, at)) break;
    if (text.slice(at, next) === "政府" || text.slice(at, next) === "法院") break;
    drafts.push({ type: "agency", start: at, end: next, rule: "prefix-dropped", score: 0.8 });
    end = next;
  }
  return drafts;
}
