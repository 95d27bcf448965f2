/** Days are `2022-01-10`, months `2022-01`, quarters `2022-Q1`, years `2022`. */
export const periodUnits = ["month", "quarter", "year"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

const dayMilliseconds = 86_400_000;
const chinaOffset = 8 * 3_600_000;

/**
 * The day of an article's date in China, or undefined where the date is none. An instant in UTC is moved to
 * China's time, so that an evening's report does not fall on the day before.
 */
export function dayOf(date: string | undefined): string | undefined {
  if (!date) return undefined;
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/.test(date)) return /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : new Date(time + chinaOffset).toISOString().slice(0, 10);
}

/** The number of days since 1970, for differences. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds);
}

export function dayFromNumber(number: number): string {
  return new Date(number * dayMilliseconds).toISOString().slice(0, 10);
}

/** The period that holds a day. */
export function periodOf(day: string, unit: PeriodUnit): string {
  if (unit === "year") return day.slice(0, 4);
  if (unit === "month") return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
}

/** The periods from the one that holds `first` to the one that holds `last`, in order, none left out. */
export function periodsBetween(first: string, last: string, unit: PeriodUnit): string[] {
  const periods: string[] = [];
  const end = periodOf(last, unit);
  let year = Number(first.slice(0, 4));
  let month = Number(first.slice(5, 7));
  for (;;) {
    const period = periodOf(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`, unit);
    if (period > end) return periods;
    if (period !== periods[periods.length - 1]) periods.push(period);
    month++;
    if (month > 12) {
      month = 1;
      year++;
    }
  }
}

/** A stretch of days, both ends included; a missing end is open. */
export interface DayRange {
  readonly from?: string;
  readonly to?: string;
}

export function inRange(day: string | undefined, range: DayRange): boolean {
  if (day === undefined) return range.from === undefined && range.to === undefined;
  return (range.from === undefined || day >= range.from) && (range.to === undefined || day <= range.to);
}

/** The days of a period: `2022`, `2022-Q3`, `2022-07`, `2022-07-25`; undefined for anything else. */
export function rangeOfPeriod(period: string): DayRange | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) {
    const last = Number(quarter[2]) * 3;
    return {
      from: `${quarter[1]}-${String(last - 2).padStart(2, "0")}-01`,
      to: `${quarter[1]}-${String(last).padStart(2, "0")}-31`,
    };
  }
  if (/^\d{4}$/.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` };
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) return { from: `${period}-01`, to: `${period}-31` };
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(period) ? { from: period, to: period } : undefined;
}
