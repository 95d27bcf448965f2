import { isHanAt, isLatin } from "../text/characters.js";
import type { Draft, Reading } from "./reading.js";
import type { Token } from "./scan.js";
import type { Sense } from "../lexicon/lexicon.js";

type AgencyToken = Token<Extract<Sense, { kind: "agency" }>>;

/** How far behind an organisation's name the ending of its branch may stand, in characters. */
const branchReach = 14;

/** Organisations that the lexicon names, and their branches: 国家统计局浙江调查总队, 招商银行南京分行. */
export function proposeKnownAgencies(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const tokens = reading.scan.all("agency");
  const present = new Set(tokens.filter((t) => t.sense.form !== "weak").map((t) => t.sense.entry));
  for (const token of tokens) {
    if (cutsWord(reading, token)) continue;
    const { entry, form } = token.sense;
    if (form === "weak" && !(present.has(entry) || titleFollows(reading, token))) {
      reading.refuse({ type: "agency", span: token as never, rule: "ambiguous-short-form" });
      continue;
    }
    const branch = branchEnd(reading, token);
    drafts.push({
      type: "agency",
      start: token.start,
      end: branch ?? token.end,
      rule: branch ? "branch" : `lexicon-${form}`,
      score: form === "weak" ? 0.75 : 0.95,
      entityName: branch ? undefined : entry.name,
    });
  }
  return drafts;
}

/** Whether a short form is only part of a longer word: Latin letters grown on, 局长 from 局. */
function cutsWord(reading: Reading, token: AgencyToken): boolean {
  const { text } = reading;
  if (isLatin(text.charCodeAt(token.start)) && isLatin(text.charCodeAt(token.start - 1))) return true;
  if (isLatin(text.charCodeAt(token.end - 1)) && isLatin(text.charCodeAt(token.end))) return true;
  const last = text.charAt(token.end - 1);
  const next = text.slice(token.end, token.end + 2);
  if (/[局厅院所]/.test(last) && /^长(?!期|江|春|沙|远|三角)/.test(next) && token.end - token.start <= 4) return true;
  if (/[部]/.test(last) && /^(?:长(?!期|江|春|沙)|门|队|分|署|级)/.test(next) && token.end - token.start <= 3) return /^[长门]/.test(next);
  return false;
}

/** 总局局长 …: a title right behind an ambiguous short form shows that it is an organisation. */
function titleFollows(reading: Reading, token: AgencyToken): boolean {
  const { text, scan } = reading;
  const at = /^(?:党组|党委)?(?:原|副|常务副)?/.exec(text.slice(token.end, token.end + 6))?.[0].length ?? 0;
  return token.end - token.start >= 2 && scan.longestAt(token.end + at, "title") !== undefined;
}

/** Endings of branches and units that stand behind the name of the whole. */
const branchEnding =
  /^(?:\p{Script=Han}{0,10}?)(?:调查总队|监管局|监管办公室|监管分局|监督管理局|管理局|专员办|特派办|督察局|稽查局|派出机构|办事处|代表处|分行|支行|营业部|分公司|子公司|分社|分院|总队|支队|大队|总站|记者站|总台|分中心|研究所|研究院|附属\p{Script=Han}{0,8}医院|第[一二三四五六七八九十]+医院|附属医院|税务局|海关|边检总站|公司|学院|分校|校区党委|办公厅|办公室|研究室|政策研究室|秘书处|机关党委|机关服务局)/u;
const bureau = /^(?:\p{Script=Han}{2,10}?)(?:司|局)(?=司长|副司长|局长|副局长|巡视员|负责人|有关负责人|一级|二级|原司长|原局长|相关负责人|党委)/u;

/** The end of a branch whose name goes on behind the organisation, or undefined. */
function branchEnd(reading: Reading, token: AgencyToken): number | undefined {
  const { text, boundaries, scan, lexicon } = reading;
  if (token.sense.form === "weak") return undefined;
  const behind = text.slice(token.end, token.end + branchReach);
  const match = branchEnding.exec(behind) ?? bureau.exec(behind);
  if (!match) return undefined;
  const end = token.end + match[0].length;
  for (let i = token.end; i < end; i++) {
    if (!isHanAt(text, i)) return undefined;
    if (lexicon.isCue("before-organ", text.charAt(i)) && !scan.startingAt(i).some((t) => t.sense.kind === "place")) return undefined;
    // A second organisation, a title or a verb inside shows that another phrase has begun.
    if (scan.startingAt(i).some((t) => t.sense.kind === "title" && t.end <= end)) return undefined;
    if (i === token.end && boundaries.after(i) === 2 && !placeAt(reading, i) && !departmentAt(reading, i)) return undefined;
    if (scan.startingAt(i).some((t) => t.sense.kind === "agency" && t.sense.form !== "weak" && t.end - t.start > 2)) return undefined;
  }
  if (/^[长级]/.test(text.slice(end, end + 1)) && !/^长(?:沙|春|江)/.test(text.slice(end, end + 2))) return undefined;
  return end;
}

function placeAt(reading: Reading, offset: number): boolean {
  return reading.scan.startingAt(offset).some((t) => t.sense.kind === "place");
}

function departmentAt(reading: Reading, offset: number): boolean {
  return reading.scan.startingAt(offset).some((t) => t.sense.kind === "department" || t.sense.kind === "suffix" || t.sense.kind === "domain");
}
