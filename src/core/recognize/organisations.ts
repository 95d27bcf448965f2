import { wordClass } from "../lexicon/word-table.js";
import { isDigit, isHan, isLatin } from "../text/characters.js";
import { textSpan } from "../text/spans.js";
import type { Draft, Reading } from "./reading.js";
import { bitOf, kindsOf, type Token } from "./scan.js";

const title = kindsOf("title");
const placeOrCountry = kindsOf("place", "country");
/** What a name takes in whole. */
const taken = kindsOf("place", "country", "agency");

const longestName = 32;

/** A legal form proves a name by itself; other endings (集团, 大学, 协会) are also ordinary words. */
const legalForm = /(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|股份公司)$/;

/** What makes an ending part of another word: 大学生, 银行业, 总会计师, 学会了. */
const grownOn: Readonly<Record<string, RegExp>> = {
  大学: /^[生城]/,
  中学: /^生/,
  小学: /^[生校]/,
  学院: /^派/,
  银行: /^[业卡家间账系]/,
  集团: /^[军化式]/,
  公司: /^[债法治制股]/,
  总会: /^计/,
  学会: /^[了在如用]/,
  总局: /^长/,
  分局: /^长/,
  税务局: /^长/,
  公安局: /^长/,
  管理局: /^长/,
  海关: /^[监总]/,
  联盟: /^[国]/,
  法院: /^[系]/,
  派出所: /^长/,
  研究所: /^长/,
  支队: /^长/,
  总队: /^长/,
  大队: /^长/,
  高中: /^[低端]/,
  控股: /^[股权]/,
  商会: /^长/,
  协会: /^长/,
  医院: /^感/,
  证券: /^[法业市]/,
  委员会: /^[议]/,
  事务所: /^长/,
  监狱: /^长/,
  学校: /^长/,
  一中: /^[全]/,
  电台: /^长/,
  电视台: /^长/,
  分行: /^长/,
  支行: /^长/,
  研究院: /^[长生]/,
  勘察院: /^长/,
};

/**
 * Organisations by the way their names end: a legal form, 大学, 医院, 研究院, 协会 … The name runs left
 * until a word that can be no part of it.
 */
export function proposeOrganisations(reading: Reading, names: ReadonlySet<number>): Draft[] {
  const drafts: Draft[] = [];
  for (const suffix of reading.scan.all("suffix")) {
    const word = reading.text.slice(suffix.start, suffix.end);
    if (grownOn[word]?.test(reading.text.slice(suffix.end, suffix.end + 2))) continue;
    const start = nameStart(reading, suffix.start, names);
    const prefix = reading.text.slice(start, suffix.start);
    if (isQuotedWhole(reading.text, start, suffix.end) && !legalForm.test(word)) continue;
    if (!identifies(reading, start, suffix, prefix, word)) {
      if (prefix.length > 0)
        reading.refuse({ type: "agency", span: textSpan(start, suffix.end), rule: `ending-${suffix.sense.group}` });
      continue;
    }
    drafts.push({
      type: "agency",
      start,
      end: suffix.end,
      rule: `ending-${suffix.sense.group}`,
      score: legalForm.test(word) ? 0.9 : 0.8,
      cue: word,
    });
  }
  return drafts;
}

/** Where a name starts that goes on at `end`: left of it until a word that can be no part of a name. */
export function nameStart(reading: Reading, end: number, names: ReadonlySet<number>): number {
  const { text, scan } = reading;
  const floor = Math.max(lineStart(text, end), end - longestName);
  let i = end;
  while (i > floor) {
    if (names.has(i)) break;
    const code = text.charCodeAt(i - 1);
    const bracket = bracketStart(text, i, floor);
    if (bracket !== undefined) {
      i = bracket;
      continue;
    }
    if (!isHan(code) && !isLatin(code) && !(isDigit(code) && i < end)) break;
    const covering = longestNameEndingAt(reading, i);
    if (covering !== undefined && covering >= floor) {
      i = covering;
      continue;
    }
    if (scan.ends(i, title)) break;
    if (stopsAt(reading, i)) break;
    i--;
  }
  while (i < end && isDigit(text.charCodeAt(i)) && !isLatin(text.charCodeAt(i + 1))) i++;
  return i;
}

/** The start of a place, country or organisation that ends at an offset: it is taken whole. */
function longestNameEndingAt(reading: Reading, offset: number): number | undefined {
  if (!reading.scan.ends(offset, taken)) return undefined;
  let start: number | undefined;
  for (const token of reading.scan.endingAt(offset)) {
    if ((bitOf[token.sense.kind] & taken) === 0) continue;
    if (token.sense.kind === "agency" && token.sense.form === "weak") continue;
    if (start === undefined || token.start < start) start = token.start;
  }
  return start;
}

/** Particles that stop a name even where an ordinary word ends with them. */
const strict = "在与和及对由被把将的了向并到从给";

/** Whether a word that cannot be part of a name ends at an offset. */
function stopsAt(reading: Reading, offset: number): boolean {
  const { text, words, scan } = reading;
  if (words.endsAt(offset, wordClass.beforeOrgan)) return true;
  if (words.endsAt(offset, wordClass.softBeforeOrgan)) return scan.starts(offset, placeOrCountry);
  if (!words.is(offset - 1, 1, wordClass.beforeOrgan)) return false;
  // 经济, 和平, 未来: a character that is part of a word is no particle.
  if (words.isOrdinary(offset - 1, offset + 1)) return false;
  return strict.includes(text.charAt(offset - 1)) || !words.isOrdinary(offset - 2, offset);
}

/** The offset of the bracket that opens before `offset`, for brackets inside a name: （集团）, （天津）. */
function bracketStart(text: string, offset: number, floor: number): number | undefined {
  const close = text[offset - 1];
  if (close !== "）" && close !== ")") return undefined;
  for (let i = offset - 2; i >= floor && offset - i < 10; i--) {
    const char = text[i];
    if (char === "（" || char === "(") return i;
    if (!isHan(text.charCodeAt(i))) return undefined;
  }
  return undefined;
}

/** “强村公司”: a kind of organisation that an article coins, not the name of one. */
function isQuotedWhole(text: string, start: number, end: number): boolean {
  return /[“"「〝]/.test(text.charAt(start - 1)) && /[”"」〞]/.test(text.charAt(end));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Whether what stands before an ending names one organisation rather than a kind of them. */
function identifies(reading: Reading, start: number, suffix: Token, prefix: string, word: string): boolean {
  if (prefix.length < 2 || /^[（(]/.test(prefix)) return prefix.length >= 2 && !/^[（(]/.test(prefix);
  const { rest, placed } = withoutPlaces(reading, start, suffix.start);
  if (legalForm.test(word)) return rest.length >= 2 || placed;
  if (
    /^(?:东北|西北|华东|华南|华中|华北|西南|中南|东南|北方|南方|中原|岭南|江南|长江|黄河|珠江)/.test(prefix) &&
    rest.length > 2
  )
    return true;
  if (placed)
    return rest.length > 0
      ? !/^(?:各|多|数)/.test(rest)
      : !/^(?:公司|集团|控股|学校|医院|合作社|事务所|联盟|委员会|大队|支队|总队|研究中心|理事会|总会|中学|小学|幼儿园|管理处|酒店|书店)$/.test(
          word,
        );
  return !isGeneric(reading, rest);
}

/** The prefix without the places and organisations in it, and whether there were any that tell it apart. */
function withoutPlaces(reading: Reading, start: number, end: number): { rest: string; placed: boolean } {
  let rest = "";
  let placed = false;
  for (let i = start; i < end; ) {
    let next = 0;
    for (const token of reading.scan.starts(i, taken) ? reading.scan.startingAt(i) : []) {
      if ((bitOf[token.sense.kind] & taken) !== 0 && token.end <= end) next = Math.max(next, token.end);
    }
    if (next > i) {
      if (!/^(?:中国|全国|国家|中央)$/.test(reading.text.slice(i, next))) placed = true;
      i = next;
    } else rest += reading.text.charAt(i++);
  }
  return { rest, placed };
}

/** Whether a prefix is nothing but ordinary words: 上市, 产业技术, 城市商业. */
function isGeneric(reading: Reading, prefix: string): boolean {
  const { lexicon } = reading;
  const reach = new Array<boolean>(prefix.length + 1).fill(false);
  reach[0] = true;
  for (let i = 0; i < prefix.length; i++) {
    if (!reach[i]) continue;
    for (let length = 1; length <= 5 && i + length <= prefix.length; length++) {
      const word = prefix.slice(i, i + length);
      const ordinary = lexicon.isGenericPrefix(word) || (length >= 2 && lexicon.isOrdinaryWord(word));
      if (ordinary) reach[i + length] = true;
    }
  }
  return reach[prefix.length] === true;
}
