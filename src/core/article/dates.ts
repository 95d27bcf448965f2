/** A date found in a text, as ISO 8601, with its place: UTF-16 offsets, half-open. */
export interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const numeric =
  /((?:19|20)\d{2})\s?(?:[-/.]|年)\s?(\d{1,2})\s?(?:[-/.]|月)\s?(\d{1,2})(?:\s?日)?(?:[T\s\u3000]*(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?)?/;

/** Finds the first date written with a year: 2022-03-04 11:59:53, 2021年11月18日 10:20, 2021/11/18. */
export function findDate(text: string): FoundDate | undefined {
  const match = numeric.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  if (!inRange(month, 1, 12) || !inRange(day, 1, 31)) return undefined;
  let iso = `${year}-${pad(month)}-${pad(day)}`;
  if (hour && inRange(hour, 0, 23) && inRange(minute, 0, 59)) {
    iso += `T${pad(hour)}:${minute}${second ? `:${second}` : ""}`;
  }
  return { iso, start: match.index, end: match.index + match[0].trimEnd().length };
}

/** Reads a front matter date: RFC 1123 and ISO 8601 become a UTC instant, a date without a zone stays local. */
export function readDate(value: string): string | undefined {
  if (/(?:GMT|UTC|Z|[+-]\d{2}:?\d{2})\s*$/i.test(value)) {
    const time = Date.parse(value);
    if (!Number.isNaN(time)) return new Date(time).toISOString();
  }
  return findDate(value)?.iso;
}

function pad(digits: string | undefined): string {
  return (digits ?? "0").padStart(2, "0");
}

function inRange(digits: string | undefined, low: number, high: number): boolean {
  const value = Number(digits);
  return value >= low && value <= high;
}
