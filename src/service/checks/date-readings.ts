const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const numerals = "〇一二三四五六七八九";
const monthName =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const nameFirst = new RegExp(`\\b${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "i");
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthName},? (\\d{4})\\b`, "i");
const run = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?(?= ?(?:Z|GMT|UTC)?$)/i;
const written = /^([〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/;
const time = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\b/;

/**
 * What a date means that is written in none of the forms articles are read with, in one of these: as RFC 1123
 * where it gives its zone as UTC, else `2022-03-04 11:59:53` or `2022-03-04`. Undefined where it means nothing,
 * no day, or, as 04/05/2022, one of two days.
 */
export function readingOf(value: string): string | undefined {
  const text = value.normalize("NFKC").replace(/[零○]/g, "〇").replace(/\s+/g, " ").trim();
  const parts = datePartsOf(text);
  if (!parts) return undefined;
  const [year, month, day] = parts;
  const [hour, minute, second] = timePartsOf(text);
  const instant = new Date(Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0));
  const isReal =
    instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && instant.getUTCHours() === (hour ?? 0);
  if (!isReal || year < 1900 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  if (hour === undefined) return instant.toISOString().slice(0, 10);
  if (/(?:Z|GMT|UTC)$/i.test(text)) return instant.toUTCString();
  return instant.toISOString().slice(0, 19).replace("T", " ");
}

function datePartsOf(text: string): [year: number, month: number, day: number] | undefined {
  const digits = run.exec(text);
  if (digits) return [Number(digits[1]), Number(digits[2]), Number(digits[3])];
  const han = written.exec(text);
  if (han) {
    const year = [...(han[1] ?? "")].map((numeral) => numerals.indexOf(numeral)).join("");
    return [Number(year), numberOf(han[2] ?? ""), numberOf(han[3] ?? "")];
  }
  const named = nameFirst.exec(text);
  if (named) return [Number(named[3]), monthOf(named[1] ?? ""), Number(named[2])];
  const dayNamed = dayFirst.exec(text);
  if (dayNamed) return [Number(dayNamed[3]), monthOf(dayNamed[2] ?? ""), Number(dayNamed[1])];
  const [, a, b, year] = (yearLast.exec(text) ?? []).map(Number);
  if (a === undefined || b === undefined || year === undefined) return undefined;
  if (a > 12 && b <= 12) return [year, b, a];
  return (b > 12 && a <= 12) || a === b ? [year, a, b] : undefined;
}

function timePartsOf(text: string): [hour?: number, minute?: number, second?: number] {
  const match = run.exec(text)?.slice(4) ?? time.exec(text)?.slice(1);
  if (match?.[0] === undefined) return [];
  return [Number(match[0]), Number(match[1]), Number(match[2] ?? 0)];
}

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 三, 十, 十二, 二十, 三十一. */
function numberOf(han: string): number {
  const [tens, ones] = han.includes("十") ? han.split("十") : ["0", han];
  const digit = (text: string | undefined, empty: number) => (text ? numerals.indexOf(text) : empty);
  return (tens === "0" ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}
