import { type Html, html } from "./html.js";

/** One bar: how high it is, and what is read of it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Whether its label is written below the bar. */
  readonly marked: boolean;
}

const plotHeight = 120;
const chartWidth = 680;

/** A bar chart as plain SVG. `summary` is read in its place; each bar tells itself on hover. */
export function barChart(bars: readonly Bar[], summary: string): Html {
  const step = Math.min(48, Math.max(6, chartWidth / Math.max(1, bars.length)));
  const left = 28;
  const width = left + Math.max(step * bars.length, 120);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = (value: number) => (value / most) * plotHeight;
  const top = 12;
  const foot = top + plotHeight;
  const drawn = bars.map(({ label, value, marked }, i) => {
    const x = left + i * step;
    const tall = value === 0 ? 0 : Math.max(2, height(value));
    return html`<g><title>${label}: ${value}</title><rect x="${fixed(x)}" y="${top}" width="${fixed(step)}" height="${
      plotHeight
    }" fill="transparent"/><rect class="bar" x="${fixed(x + step * 0.12)}" y="${fixed(foot - tall)}" width="${fixed(
      step * 0.76,
    )}" height="${fixed(tall)}"/></g>${marked && html`<text class="quiet" x="${fixed(x)}" y="${foot + 16}">${label}</text>`}`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${summary}"><svg role="img" aria-label="${summary}" width="${fixed(
    width + 40,
  )}" height="${foot + 24}"><line class="grid" x1="${left}" y1="${foot}" x2="${fixed(width)}" y2="${
    foot
  }"/><line class="grid" x1="${left}" y1="${top}" x2="${fixed(width)}" y2="${top}"/><text class="quiet" x="${
    left - 6
  }" y="${top + 4}" text-anchor="end">${most}</text><text class="quiet" x="${left - 6}" y="${
    foot + 4
  }" text-anchor="end">0</text>${drawn}</svg></div>`;
}

/** A small chart of the same values for a line of a table; the line's own words tell what it shows. */
export function sparkline(values: readonly number[]): Html {
  const step = Math.min(10, Math.max(2, 160 / Math.max(1, values.length)));
  const most = Math.max(1, ...values);
  const bars = values.map((value, i) => {
    const tall = value === 0 ? 0 : Math.max(1.5, (value / most) * 18);
    return html`<rect class="bar" x="${fixed(i * step)}" y="${fixed(19 - tall)}" width="${fixed(
      Math.max(1, step - 1),
    )}" height="${fixed(tall)}"/>`;
  });
  const width = fixed(step * values.length);
  return html`<svg aria-hidden="true" width="${width}" height="20"><line class="grid" x1="0" y1="19.5" x2="${width}" y2="19.5"/>${bars}</svg>`;
}

/** A stretch of time in a row of its own. Days are `2022-01-10`. */
export interface TimelineRow {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Drawn as an outline: a post that is only called a former one has no days of its own. */
  readonly outlined?: boolean;
}

/** Stretches of time as bars, above them a dot for each event. */
export function timelineChart(
  rows: readonly TimelineRow[],
  events: readonly { readonly label: string; readonly day: string }[],
  summary: string,
): Html | undefined {
  const days = [...rows.flatMap(({ from, to }) => [from, to]), ...events.map(({ day }) => day)].sort();
  const [first] = days;
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const firstYear = Number(first.slice(0, 4));
  const years = Number(last.slice(0, 4)) - firstYear + 1;
  const start = time(`${firstYear}-01-01`);
  const end = time(`${firstYear + years}-01-01`);
  const x = (day: string) => 4 + ((time(day) - start) / (end - start)) * chartWidth;
  const rowHeight = 36;
  const top = events.length > 0 ? 44 : 22;
  const height = top + rows.length * rowHeight + 4;
  const every = Math.ceil(years / 14);
  const grid = Array.from({ length: years + 1 }, (_, i) => {
    const at = fixed(x(`${firstYear + i}-01-01`));
    const name = i < years && i % every === 0 && html`<text class="quiet" x="${at}" y="12">${firstYear + i}</text>`;
    return html`<line class="grid" x1="${at}" y1="16" x2="${at}" y2="${height}"/>${name}`;
  });
  const dots = events.map(
    ({ label, day }) =>
      html`<circle class="dot" cx="${fixed(x(day))}" cy="30" r="4.5"><title>${day} ${label}</title></circle>`,
  );
  const bars = rows.map(({ label, from, to, outlined }, i) => {
    const y = top + i * rowHeight;
    const wide = Math.max(6, x(to) - x(from));
    const shape = outlined ? "open" : "bar";
    return html`<g><title>${label}</title><text x="${8}" y="${y + 12}">${label}</text><rect class="${shape}" x="${fixed(
      x(from),
    )}" y="${y + 18}" width="${fixed(wide)}" height="9" rx="2"/></g>`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${summary}"><svg role="img" aria-label="${summary}" width="${
    chartWidth + 12
  }" height="${height}">${grid}${dots}${bars}</svg></div>`;
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
