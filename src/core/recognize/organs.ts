import { wordClass } from "../lexicon/word-table.js";
import { isHanAt } from "../text/characters.js";
import { textSpan } from "../text/spans.js";
import { type Core, coreEnd, longer } from "./organ-cores.js";
import { canOpenPlace, levelMarks, opensRank, placeEnds } from "./organ-places.js";
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

function canOpenOrgan(reading: Reading, offset: number): boolean {
  return reading.scan.starts(offset, openers) || opensRank[reading.text.charCodeAt(offset)] === 1;
}

/** 省委常委、宣传部部长, 党工委书记、管委会主任: an organ without its place, straight before a title. */
function beforeTitles(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  const add = (start: number, end: number) => {
    const modifiers = /^(?:常务)?副?/.exec(reading.text.slice(end, end + 3))?.[0].length ?? 0;
    const title = reading.scan.longestAt(end + modifiers, "title");
    if (title?.sense.title !== "post" || reading.boundaries.before(start) === 0) return;
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
