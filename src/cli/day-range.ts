import { type DayRange, rangeOfPeriod } from "../core/corpus/periods.js";
import type { Arguments } from "./arguments.js";
import { UsageError } from "./io.js";
import type { Texts } from "./texts.js";

/** The days that --from and --to enclose, both periods included. Throws a `UsageError` on what is no period. */
export function dayRange({ from, to }: Pick<Arguments, "from" | "to">, texts: Texts): DayRange {
  const read = (option: string, value: string | undefined): DayRange => {
    if (value === undefined) return {};
    const range = rangeOfPeriod(value);
    if (!range) throw new UsageError(texts.badDay(option, value));
    return range;
  };
  const [first, last] = [read("--from", from).from, read("--to", to).to];
  return { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) };
}
