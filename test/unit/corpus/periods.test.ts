import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statedDays } from "../../../src/core/corpus/meeting-day.js";
import {
  dayFromNumber,
  dayNumber,
  dayOf,
  inRange,
  periodOf,
  periodsBetween,
  rangeOfPeriod,
} from "../../../src/core/corpus/periods.js";

const days = fc.integer({ min: dayNumber("2015-01-01"), max: dayNumber("2026-12-31") }).map(dayFromNumber);

describe("days and periods", () => {
  it("puts an instant in UTC on its day in China", () => {
    expect(dayOf("2022-01-10T13:42:14.000Z")).toBe("2022-01-10");
    expect(dayOf("2022-01-10T16:30:00.000Z")).toBe("2022-01-11");
    expect(dayOf("2022-03-04T23:59:53")).toBe("2022-03-04");
    expect(dayOf("no date")).toBeUndefined();
    expect(dayOf(undefined)).toBeUndefined();
  });

  it("lists every period between two days once, in order, and both ends", () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom("month" as const, "quarter" as const, "year" as const), (a, b, unit) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        const periods = periodsBetween(first, last, unit);
        expect(periods[0]).toBe(periodOf(first, unit));
        expect(periods[periods.length - 1]).toBe(periodOf(last, unit));
        expect([...new Set(periods)].sort()).toEqual(periods);
      }),
    );
  });

  it("holds each day in the range of each of its periods", () => {
    fc.assert(
      fc.property(days, (day) => {
        for (const unit of ["month", "quarter", "year"] as const) {
          const range = rangeOfPeriod(periodOf(day, unit));
          expect(range && inRange(day, range), unit).toBe(true);
        }
        expect(rangeOfPeriod(day)).toEqual({ from: day, to: day });
      }),
    );
    for (const other of ["2022-13", "2022-Q5", "last year", "2022-02-40"])
      expect(rangeOfPeriod(other), other).toBeUndefined();
  });
});

describe("the days that a text states", () => {
  const stated = (text: string, day?: string) => statedDays(text, day).map(({ day: first, until }) => [first, until]);

  it("completes days with the year of the article, or the year before", () => {
    expect(stated("3月14日至15日，某人在北京", "2023-03-16")).toEqual([["2023-03-14", "2023-03-15"]]);
    expect(stated("2月28日至3月3日", "2022-03-04")).toEqual([["2022-02-28", "2022-03-03"]]);
    expect(stated("12月30日", "2022-01-03")).toEqual([["2021-12-30", undefined]]);
    expect(stated("2019年5月6日", "2022-01-03")).toEqual([["2019-05-06", undefined]]);
  });

  it("reads a day alone and 今天 by the article's day", () => {
    expect(stated("17日下午会见", "2023-10-19")).toEqual([["2023-10-17", undefined]]);
    expect(stated("28日下午会见", "2023-10-02")).toEqual([["2023-09-28", undefined]]);
    expect(stated("记者昨日获悉", "2023-10-01")).toEqual([["2023-09-30", undefined]]);
  });

  it("gives no day that it cannot complete or that is none", () => {
    expect(stated("3月14日")).toEqual([]);
    expect(stated("13月40日", "2023-01-01")).toEqual([]);
  });
});
