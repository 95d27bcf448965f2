import type { DepartmentOf } from "../lexicon/entries.js";
import { wordClass } from "../lexicon/word-table.js";
import { lengthAt } from "../text/pattern-at.js";
import type { Reading } from "./reading.js";
import { kindsOf } from "./scan.js";

const ordinal = /第?[一二三四五六七八九十百\d]{1,4}届/y;
const committee = /党工委|党委|工委|委员会|委/y;
const notCommittee = /员(?!会)|托|派|任|屈|婉|靠|以/y;
const partyBranch = /(?:支部委员会|总支部委员会|委员会|支部|总支|省委会|市委会|委会)(?!员)/y;
/** What makes an organ's ending part of a longer word: 政府系统, 商务厅级; 公安厅长 is a title grown together. */
const session = /第?[一二三四五六七八九十]{1,3}次(?:全体)?会议/y;
const afterRest = /级|系统|间|性|化/y;
const afterDomain = /长(?!期|远|久|沙|春)|级|部门|机关|系统/y;
const organRest = kindsOf("organ-rest");
const department = kindsOf("department");
const domain = kindsOf("domain");

/** What follows the place in an organ's name, and where it ends. */
export interface Core {
  readonly end: number;
  readonly rule: string;
  readonly full?: string;
}

export function coreEnd(reading: Reading, prefix: string, at: number, placed: boolean): Core | undefined {
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

/** The one with the later end, the first of two that end together. */
export function longer<T extends { readonly end: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return b && (!a || b.end > a.end) ? b : a;
}
