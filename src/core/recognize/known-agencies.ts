import type { Sense } from "../lexicon/lexicon.js";
import { wordClass } from "../lexicon/word-table.js";
import { isHanAt, isLatin } from "../text/characters.js";
import { textSpan } from "../text/spans.js";
import type { Draft, Reading } from "./reading.js";
import { kindsOf, type Token } from "./scan.js";

type AgencyToken = Token<Extract<Sense, { kind: "agency" }>>;

const agency = kindsOf("agency");
const place = kindsOf("place");
const title = kindsOf("title");
const unit = kindsOf("department", "suffix", "domain");

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
    const local = localCompanyEnd(reading, token);
    if (local) {
      drafts.push({ type: "agency", start: token.start, end: local, rule: "local-company", score: 0.93 });
      continue;
    }
    if (form === "weak" && !isClear(reading, token, present.has(entry))) {
      reading.refuse({ type: "agency", span: textSpan(token.start, token.end), rule: "ambiguous-short-form" });
      continue;
    }
    const branch = branchEnd(reading, token);
    drafts.push({
      type: "agency",
      start: branch ? token.start : withPlaceBefore(reading, token),
      end: branch ?? token.end,
      rule: branch ? "branch" : `lexicon-${form}`,
      score: form === "weak" ? 0.75 : 0.95,
      entityName: branch ? undefined : entry.name,
    });
  }
  return [...drafts, ...bareBureaus(reading), ...stationedGroups(reading)];
}

const localEnding =
  /^(?:\p{Script=Han}{0,4}?)(?:分公司|有限公司|公司|电力公司|电力有限公司|电力|分行|支行|供电公司|炼化|石化|油田|集团|局)/u;

/** 华能江苏公司, 国网四川电力: a company's short form, ambiguous or not, with a place and an ending behind it. */
function localCompanyEnd(reading: Reading, token: AgencyToken): number | undefined {
  if (!/^(?:enterprise|bank|finance)$/.test(token.sense.entry.type)) return undefined;
  const { text, scan } = reading;
  for (const nested of scan.starts(token.end, agency) ? [...scan.startingAt(token.end)].reverse() : []) {
    if (nested.sense.kind !== "agency" || !/(?:分公司|公司|油田|石化)$/.test(text.slice(nested.start, nested.end)))
      continue;
    return nested.end + (/^(?:分公司|有限公司|公司)/.exec(text.slice(nested.end, nested.end + 4))?.[0].length ?? 0);
  }
  const place = scan.longestAt(token.end, "place");
  const match = place && localEnding.exec(text.slice(place.end, place.end + 10));
  if (!place || !match) return undefined;
  const end = place.end + match[0].length;
  return /^(?:长|面|部|限)/.test(text.charAt(end)) ? undefined : end;
}

/** 兰州兰石集团, 省中华职业教育社: the place or rank straight before belongs to the name of companies and local branches. */
function withPlaceBefore(reading: Reading, token: AgencyToken): number {
  const { type, level } = token.sense.entry;
  const place = reading.scan.longestEndingAt(token.start, "place");
  if (type === "enterprise" && level !== "central" && place && place.sense.form !== "weak") return place.start;
  const local = type === "mass-organisation" || type === "association";
  if (local && /[省市县区州]/.test(reading.text.charAt(token.start - 1))) return place?.start ?? token.start - 1;
  return token.start;
}

/** A bureau that the lexicon does not list, between a mark and its head's title: 、宣传司副司长. */
const titledBureau = /[，。、；：\s]\p{Script=Han}{2,10}司(?=司长|副司长|一级巡视员|二级巡视员|有关负责人)/gu;

/** 规划司: a ministry's bureau named without the ministry, as in a list behind it. */
function bareBureaus(reading: Reading): Draft[] {
  const titled = [...reading.text.matchAll(titledBureau)].map((match) => ({
    start: match.index + 1,
    end: match.index + match[0].length,
  }));
  return [
    ...reading.scan.all("bureau"),
    ...titled.filter(({ start }) => reading.spans.some((span) => span.start <= start && start < span.end)),
  ]
    .filter(
      (token) =>
        reading.text.charAt(token.end - 1) === "司" &&
        reading.boundaries.before(token.start) > 0 &&
        !/^[法机]/.test(reading.text.charAt(token.end)),
    )
    .map((token) => ({ type: "agency", start: token.start, end: token.end, rule: "bare-bureau", score: 0.8 }));
}

const stationed =
  /(?:(?:中央纪委国家监委|中央纪委|国家监委|\p{Script=Han}{1,6}纪委监委|\p{Script=Han}{1,6}纪委)?派?)?驻[^，。、；：！？\s]{2,24}?纪检(?:监察)?组/gu;

/** 中央纪委国家监委驻国家能源局纪检监察组: a group that one organ stations in another is one name. */
function stationedGroups(reading: Reading): Draft[] {
  if (!reading.text.includes("纪检")) return [];
  return reading.spans.flatMap((span) =>
    [...reading.text.slice(span.start, span.end).matchAll(stationed)].map((match): Draft => {
      const start = span.start + match.index;
      return { type: "agency", start, end: start + match[0].length, rule: "stationed-group", score: 0.96 };
    }),
  );
}

/** Whether a short form is only part of a longer word: Latin letters grown on, 局长 from 局. */
function cutsWord(reading: Reading, token: AgencyToken): boolean {
  const { text } = reading;
  if (isLatin(text.charCodeAt(token.start)) && isLatin(text.charCodeAt(token.start - 1))) return true;
  if (isLatin(text.charCodeAt(token.end - 1)) && isLatin(text.charCodeAt(token.end))) return true;
  const last = text.charAt(token.end - 1);
  const next = text.slice(token.end, token.end + 2);
  if (/[局厅院所]/.test(last) && /^长(?!期|江|春|沙|远|三角)/.test(next) && token.end - token.start <= 4) return true;
  if (/[部]/.test(last) && /^(?:长(?!期|江|春|沙)|门|队|分|署|级)/.test(next) && token.end - token.start <= 3)
    return /^[长门]/.test(next);
  return false;
}

/** Whether an ambiguous short form stands for its organisation: a title behind it, or the full name elsewhere and clear edges. */
function isClear(reading: Reading, token: AgencyToken, present: boolean): boolean {
  if (titleFollows(reading, token)) return true;
  const { boundaries } = reading;
  return present && boundaries.before(token.start) > 0 && boundaries.after(token.end) === 2;
}

/** 总局局长 …: a title right behind an ambiguous short form shows that it is an organisation. */
function titleFollows(reading: Reading, token: AgencyToken): boolean {
  const { text, scan } = reading;
  const at = /^(?:党组|党委)?(?:原|副|常务副)?/.exec(text.slice(token.end, token.end + 6))?.[0].length ?? 0;
  const title = scan.longestAt(token.end + at, "title");
  // 政协委员, 人大代表: a member of any such body; 某某阵线中央主席: the centre of another party.
  if (!title || /^(?:委员|代表|人大代表|政协委员)$/.test(text.slice(title.start, title.end))) return false;
  return token.end - token.start >= 2 && reading.boundaries.before(token.start) > 0;
}

/** Endings of branches and units that stand behind the name of the whole. */
const branchEnding =
  /^(?:\p{Script=Han}{0,10}?)(?:调查总队|监管局|监管办公室|监管分局|监督管理局|管理局|专员办|特派办|督察局|稽查局|派出机构|办事处|代表处|分行|支行|营业部|分公司|子公司|分社|分院|总队|支队|大队|总站|记者站|分中心|研究所|研究院|附属\p{Script=Han}{0,8}医院|第[一二三四五六七八九十]+医院|附属医院|税务局|海关|边检总站|学院|分校|校区党委|办公厅|办公室|研究室|政策研究室|秘书处|机关党委|机关服务局)/u;
const bureau =
  /^(?:\p{Script=Han}{2,12}?)(?:司(?!长(?!\p{Script=Han}{2,3}[，。、；]))|局(?=局长|副局长|巡视员|负责人|有关负责人|一级|二级|原局长|相关负责人|党委))/u;

/** The end of a branch whose name goes on behind the organisation, or undefined. */
function branchEnd(reading: Reading, token: AgencyToken): number | undefined {
  const { text, boundaries, scan, words } = reading;
  if (token.sense.form === "weak") return undefined;
  const behind = text.slice(token.end, token.end + branchReach);
  const listed = scan.longestAt(token.end, "bureau");
  if (listed && !/^(?:法|机)/.test(text.charAt(listed.end))) return listed.end;
  const ministry = token.sense.entry.type === "state-council";
  const match = branchEnding.exec(behind) ?? (ministry ? bureau.exec(behind) : null);
  if (!match) return undefined;
  const end = token.end + match[0].length;
  for (let i = token.end; i < end; i++) {
    if (!isHanAt(text, i)) return undefined;
    if (words.is(i, 1, wordClass.beforeOrgan) && !scan.starts(i, place)) return undefined;
    // A second organisation, a title or a verb inside shows that another phrase has begun.
    if (scan.starts(i, title) && scan.startingAt(i).some((t) => t.sense.kind === "title" && t.end <= end))
      return undefined;
    // A ministry's bureau may open with any word: 国家疾控局传染病防控司.
    if (!ministry && i === token.end && boundaries.after(i) === 2 && !scan.starts(i, place | unit)) return undefined;
    if (
      scan.starts(i, agency) &&
      scan.startingAt(i).some((t) => t.sense.kind === "agency" && t.sense.form !== "weak" && t.end - t.start > 2)
    )
      return undefined;
  }
  if (/^[长级]/.test(text.slice(end, end + 1)) && !/^长(?:沙|春|江)/.test(text.slice(end, end + 2))) return undefined;
  return end;
}
