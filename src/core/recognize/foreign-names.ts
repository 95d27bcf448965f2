import { isHanAt } from "../text/characters.js";
import type { NameCandidate } from "./han-names.js";
import type { Reading } from "./reading.js";
import type { Token } from "./scan.js";
import type { WordsInText } from "./words-in-text.js";

/** Titles that a foreigner bears in Chinese news: behind them a name may be of any length. */
const foreignTitle =
  /(?:总统|总理|首相|国王|女王|王储|亲王|外长|外交部长|防长|国防部长|财长|国务卿|议长|大使|总督|主席|部长|总书记|秘书长|总干事|行长|特使|发言人|总裁|首席执行官|CEO|董事长|市长|州长|总领事|代表)$/;
const longestName = 8;

/**
 * A transliterated name without a dot behind a foreigner's title (白俄罗斯总统卢卡申科): characters used
 * for transliteration up to a boundary. Only where the title's bearer is foreign, or the title is one of a state
 * that is not ours.
 */
export function foreignNameAt(reading: Reading, title: Token, start: number): NameCandidate | undefined {
  const { text, lexicon, boundaries } = reading;
  const head = text.slice(title.start, title.end);
  if (!foreignTitle.test(head)) return undefined;
  const foreignState = /总统|首相|国王|女王|王储|亲王|国务卿|总督/.test(head) || countryBefore(reading, title.start);
  if (!foreignState) return undefined;
  let unusual = 0;
  for (let end = start + 1; end - start <= longestName && isHanAt(text, end - 1); end++) {
    if (!lexicon.isTransliteration(text.charCodeAt(end - 1))) unusual++;
    // One character outside the usual set is borne in a name of four and more (卢基亚年科).
    if (unusual > 1) return undefined;
    const strength = boundaries.after(end);
    if (end - start < 2 || strength === 0 || (unusual === 1 && (end - start < 4 || strength < 2))) continue;
    if (lexicon.isOrdinaryWord(text.slice(start, end))) return undefined;
    return { start, end, score: strength === 2 ? 0.9 : 0.75, boundary: strength, wordLike: false };
  }
  return undefined;
}

/** Whether a country stands in the few characters before a title: 哈萨克斯坦副总理兼外长. */
function countryBefore(reading: Reading, offset: number): boolean {
  for (let i = offset; i > offset - 14 && i > 0; i--) {
    if (reading.scan.longestEndingAt(i, "country")) return reading.text.slice(i - 2, i) !== "中国";
    if (/[，。；：\n]/.test(reading.text.charAt(i - 1))) return false;
  }
  return false;
}

/** The longest name of a minority written as one run. */
const longestRun = 6;
const peopleGloss = /^[（(](?:[女男][，,、])?\p{Script=Han}{1,5}族/u;

/**
 * A name of a minority written as one run behind a post (才让卓玛, 阿苏拉尔): proved by the people's name in
 * brackets behind it, or by characters that transliterate up to a mark.
 */
export function minorityNameAt(reading: Reading, start: number): NameCandidate | undefined {
  const { text, lexicon, boundaries, words } = reading;
  let han = start;
  while (han - start < longestRun && isHanAt(text, han)) han++;
  let foreign = start;
  while (foreign < han && lexicon.isTransliteration(text.charCodeAt(foreign))) foreign++;
  for (let end = han; end >= start + 3; end--) {
    const proved = isBracket(text.charCodeAt(end)) && peopleGloss.test(text.slice(end, end + 10));
    if (!proved && (end > foreign || end - start < 4 || !boundaries.isTight(end) || wordsInside(words, start, end)))
      continue;
    return { start, end, score: proved ? 0.9 : 0.7, boundary: 2, wordLike: false };
  }
  return undefined;
}

function isBracket(code: number): boolean {
  return code === 0xff08 || code === 0x28;
}

function wordsInside(words: WordsInText, start: number, end: number): boolean {
  for (let i = start; i + 2 <= end; i++) if (words.isOrdinary(i, i + 2)) return true;
  return false;
}
