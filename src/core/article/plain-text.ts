import { isCreditLine } from "./credits.js";
import { findDate } from "./dates.js";
import { isFurniture } from "./furniture.js";
import type { Line } from "./lines.js";

/** Where the parts of a plain article begin: indexes into its lines that are not blank. */
export interface PlainLayout {
  readonly headline: readonly number[];
  readonly dateLine?: number;
  /** The first line below the headline and the date line. */
  readonly bodyStart: number;
}

/** How far down a page its headline and date are looked for, in lines that are not blank. */
const headLines = 30;

export function layOutPlain(lines: readonly Line[]): PlainLayout {
  const dateLine = lines.slice(0, headLines).findIndex((line) => isDateLine(line.text));
  if (dateLine < 0) {
    const first = lines.findIndex((line) => isHeadline(line.text));
    return first < 0 || first >= headLines
      ? { headline: [], bodyStart: 0 }
      : { headline: [first], bodyStart: first + 1 };
  }
  for (let i = dateLine - 1; i >= 0; i--) {
    if (isHeadline((lines[i] as Line).text)) {
      return { headline: headlineBlock(lines, i), dateLine, bodyStart: dateLine + 1 };
    }
  }
  const below = lines[dateLine + 1];
  return below && isHeadline(below.text)
    ? { headline: [dateLine + 1], dateLine, bodyStart: dateLine + 2 }
    : { headline: [], dateLine, bodyStart: dateLine + 1 };
}

/** A headline with the lines above it that belong to it: straight above, or too long for a label of the page. */
function headlineBlock(lines: readonly Line[], last: number): number[] {
  const block = [last];
  for (let i = last - 1; i >= Math.max(0, last - 2); i--) {
    const line = lines[i] as Line;
    const adjacent = line.number === (lines[i + 1] as Line).number - 1;
    if (!isHeadline(line.text) || !(adjacent || line.text.length >= 14)) break;
    block.unshift(i);
  }
  return block;
}

/** A line that gives the date of publication, alone or with the source and the editor. */
export function isDateLine(line: string): boolean {
  if (line.length > 120 || /[。！？]/.test(line)) return false;
  const date = findDate(line);
  if (!date || date.start > 40) return false;
  // A sentence that opens with a date goes on after it: 2021年11月18日，…
  return !/^\s*[,，]?\s*\p{Script=Han}{6,}.*[,，]/u.test(line.slice(date.end));
}

function isHeadline(line: string): boolean {
  if (line.length < 6 || line.length > 100) return false;
  if (/[。；]$/.test(line) || isFurniture(line) || isCreditLine(line)) return false;
  return /(?:\p{Script=Han}\P{Script=Han}*){5}/u.test(line);
}
