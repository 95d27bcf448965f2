import { isHan, isNameDot } from "../text/characters.js";
import type { TextSpan } from "../text/spans.js";
import { opensQuote } from "./quotes.js";

/** The places of a stretch of text where a rule may begin, found in one pass: offsets, in order. */
export interface Landmarks {
  readonly span: TextSpan;
  /** Where a name may start without a title: the first Han character of a run, or one behind a word that takes a name. */
  readonly nameStarts: readonly number[];
  /** The dots that join parts of names. */
  readonly dots: readonly number[];
  /** The brackets that open: （ and (. */
  readonly brackets: readonly number[];
  /** The marks that open a quote. */
  readonly quoteMarks: readonly number[];
}

/** Words that take a name straight behind them, as notices of appointment and of discipline have them. */
const appointing = "任命|免去|补选|选举|推选|增补|提名|接受|撤销|罢免|聘任|批准";
const accusing = "关于|给予|对|将|被告人|查明|由|移送|指控|经查|被告|判处";
export const appointedBehind = new RegExp(`(?:${appointing})$`);
export const accusedBehind = new RegExp(`(?:${accusing})$`);
const lastOfCue = new Uint8Array(0x10000);
for (const word of `${appointing}|${accusing}`.split("|")) lastOfCue[word.charCodeAt(word.length - 1)] = 1;

export function landmarksOf(text: string, spans: readonly TextSpan[]): Landmarks[] {
  return spans.map((span) => {
    const nameStarts: number[] = [];
    const dots: number[] = [];
    const brackets: number[] = [];
    const quoteMarks: number[] = [];
    let previous = 0;
    for (let i = span.start; i < span.end; i++) {
      const code = text.charCodeAt(i);
      if (isHan(code)) {
        if (!isHan(previous) || lastOfCue[previous] === 1) nameStarts.push(i);
      } else if (code === 0xff08 || code === 0x28) brackets.push(i);
      else if (isNameDot(code)) dots.push(i);
      else if (opensQuote.has(code)) quoteMarks.push(i);
      previous = code;
    }
    return { span, nameStarts, dots, brackets, quoteMarks };
  });
}
