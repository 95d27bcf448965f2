import { dayFromNumber, dayNumber } from "./periods.js";

/** The days that a text states, completed from the day of the article. Offsets are the given text's. */
export interface StatedDays {
  readonly day: string;
  readonly until?: string;
  readonly start: number;
  readonly end: number;
}

const dated = /(?:(20\d{2}|19\d{2})年)?(\d{1,2})月(\d{1,2})日(?:\s?(?:至|到|—|－|-|~)\s?(?:(\d{1,2})月)?(\d{1,2})日)?/g;
const dayOnly = /(?<![\d月])(\d{1,2})日(?=上午|下午|晚|中午|，|,|在|，|$)/g;
const relative: readonly (readonly [RegExp, number])[] = [
  [/(?:今天|今日|今晨|今晚)/g, 0],
  [/(?:昨天|昨日|昨晚)/g, -1],
];

/** The dates in a text in order of place. Without `articleDay` only those written with their year count. */
export function statedDays(text: string, articleDay: string | undefined): StatedDays[] {
  const found: StatedDays[] = [];
  for (const match of text.matchAll(dated)) {
    const [all, year, month, date, untilMonth, untilDate] = match;
    const day = completed(year, Number(month), Number(date), articleDay);
    if (!day) continue;
    const until = untilDate
      ? completed(year ?? day.slice(0, 4), Number(untilMonth ?? month), Number(untilDate), articleDay)
      : undefined;
    found.push({ day, ...(until && until > day ? { until } : {}), start: match.index, end: match.index + all.length });
  }
  if (articleDay) {
    for (const match of text.matchAll(dayOnly)) {
      if (found.some((known) => known.start <= match.index && match.index < known.end)) continue;
      const day = inMonth(Number(match[1]), articleDay);
      if (day) found.push({ day, start: match.index, end: match.index + match[0].length });
    }
    for (const [words, shift] of relative) {
      for (const match of text.matchAll(words)) {
        found.push({
          day: dayFromNumber(dayNumber(articleDay) + shift),
          start: match.index,
          end: match.index + match[0].length,
        });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A date without a year lies in the twelve months before the article: 12月30日 in January is last year's. */
function completed(
  year: string | undefined,
  month: number,
  date: number,
  articleDay: string | undefined,
): string | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const tail = `-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  if (year) return `${year}${tail}`;
  if (!articleDay) return undefined;
  const same = articleDay.slice(0, 4) + tail;
  return dayNumber(same) - dayNumber(articleDay) > 31 ? `${Number(articleDay.slice(0, 4)) - 1}${tail}` : same;
}

function inMonth(date: number, articleDay: string): string | undefined {
  if (date < 1 || date > 31) return undefined;
  const day = `${articleDay.slice(0, 8)}${String(date).padStart(2, "0")}`;
  if (day <= articleDay) return day;
  const month = new Date(`${articleDay.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 1);
  return `${month.toISOString().slice(0, 8)}${String(date).padStart(2, "0")}`;
}
