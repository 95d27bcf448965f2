import type { TrendsParams } from "../protocol/corpus.js";
import { type Html, html } from "./html.js";
import type { Localizer } from "./localizer.js";
import type { PageLinks } from "./page-links.js";

export type Unit = TrendsParams["unit"];

/** A value with the words that stand for it. */
export type Choice = readonly [value: string, text: string];

export function unitTexts(l10n: Localizer): readonly Choice[] {
  return [
    ["month", l10n.t("by month")],
    ["quarter", l10n.t("by quarter")],
    ["year", l10n.t("by year")],
  ];
}

/** A box to choose one of several values. The extension is told a number, as with a link. */
export function choiceHtml(
  label: string,
  name: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  links: PageLinks,
): Html {
  const options = choices.map(
    ([value, text]) =>
      html`<option value="${links.number({ kind: "choice", name, value })}"${value === chosen && html` selected`}>${text}</option>`,
  );
  return html`<label>${label} <select>${options}</select></label>`;
}

/** The periods whose names are written on an axis: few enough to stand side by side. */
export function markedPeriods(periods: readonly string[]): ReadonlySet<string> {
  const years = periods.filter((period) => /^\d{4}$|-01$|-Q1$/.test(period));
  const marks = years.length > 1 ? years : periods.slice(0, 1);
  const every = Math.ceil(marks.length / 10);
  return new Set(marks.filter((_, i) => i % every === 0));
}

/** The days of a period: `2022`, `2022-Q3`, `2022-07`. Days compare as texts, so that each month may have 31. */
export function daysOf(period: string): { readonly from: string; readonly to: string } {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) {
    const last = Number(quarter[2]) * 3;
    const month = (number: number) => `${quarter[1]}-${String(number).padStart(2, "0")}`;
    return { from: `${month(last - 2)}-01`, to: `${month(last)}-31` };
  }
  return /^\d{4}$/.test(period)
    ? { from: `${period}-01-01`, to: `${period}-12-31` }
    : { from: `${period}-01`, to: `${period}-31` };
}
