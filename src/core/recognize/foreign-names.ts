import { isHanAt } from "../text/characters.js";
import type { NameCandidate } from "./han-names.js";
import type { Reading } from "./reading.js";
import type { Token } from "./scan.js";

/** Titles that a foreigner bears in Chinese news: behind them a name may be of any length. */
const foreignTitle = /(?:总统|总理|首相|国王|女王|王储|亲王|外长|外交部长|防长|国防部长|财长|国务卿|议长|大使|总督|主席|部长|总书记|秘书长|总干事|行长|特使|发言人|总裁|首席执行官|CEO|董事长|市长|州长|总领事|代表)$/;
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
  let end = start;
  while (end - start < longestName && isHanAt(text, end)) {
    if (end - start >= 2 && boundaries.after(end) === 2) break;
    if (!lexicon.isTransliteration(text.charAt(end))) break;
    end++;
  }
  const strength = boundaries.after(end);
  if (end - start < 2 || strength === 0) return undefined;
  if (lexicon.isOrdinaryWord(text.slice(start, end))) return undefined;
  return { start, end, score: strength === 2 ? 0.9 : 0.75, boundary: strength, wordLike: false };
}

/** Whether a country stands in the few characters before a title: 哈萨克斯坦副总理兼外长. */
function countryBefore(reading: Reading, offset: number): boolean {
  for (let i = offset; i > offset - 14 && i > 0; i--) {
    if (reading.scan.longestEndingAt(i, "country")) return reading.text.slice(i - 2, i) !== "中国";
    if (/[，。；：\n]/.test(reading.text.charAt(i - 1))) return false;
  }
  return false;
}

const peopleGloss = /^[（(](?:[女男][，,、])?\p{Script=Han}{1,5}族/u;

/**
 * A name of a minority written as one run behind a post (才让卓玛, 阿苏拉尔): proved by the people's name in
 * brackets behind it, or by characters that transliterate up to a mark.
 */
export function minorityNameAt(reading: Reading, start: number): NameCandidate | undefined {
  const { text, lexicon, boundaries } = reading;
  for (let end = start + 6; end >= start + 3; end--) {
    const name = text.slice(start, end);
    if (!/^\p{Script=Han}{3,6}$/u.test(name)) continue;
    const proved = peopleGloss.test(text.slice(end, end + 10));
    if (!proved && !(boundaries.isTight(end) && [...name].every((char) => lexicon.isTransliteration(char)))) continue;
    if (!proved && (name.length < 4 || wordsInside(reading, name))) continue;
    return { start, end, score: proved ? 0.9 : 0.7, boundary: 2, wordLike: false };
  }
  return undefined;
}

function wordsInside(reading: Reading, name: string): boolean {
  for (let i = 0; i + 2 <= name.length; i++) if (reading.lexicon.isOrdinaryWord(name.slice(i, i + 2))) return true;
  return false;
}
