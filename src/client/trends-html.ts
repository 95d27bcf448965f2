import type { Trends, TrendsParams } from "../protocol/corpus.js";
import { sparkline } from "./charts.js";
import { type Html, html } from "./html.js";
import type { Localizer } from "./localizer.js";
import type { PageLinks } from "./page-links.js";
import { type Choice, choiceHtml, type Unit, unitTexts } from "./periods-html.js";

/** What the reader of a trends page has chosen. */
export interface TrendChoices {
  readonly unit: Unit;
  readonly type: NonNullable<TrendsParams["type"]>;
  /** The two periods that are compared. */
  readonly before?: string;
  readonly after?: string;
}

type Shift = NonNullable<Trends["change"]>["appeared"][number];

/** How many came, went, rose and fell are listed. */
const shiftLimit = 40;

/** The page of frequencies over time: what came and went between two periods, then every course. */
export function trendsHtml(trends: Trends, choices: TrendChoices, links: PageLinks, l10n: Localizer): Html {
  const { table } = trends;
  const periods = table.periods.map((period): Choice => [period, period]);
  const types: Choice[] = [
    ["slogan", l10n.t("Slogans (提法)")],
    ["official", l10n.t("Officials")],
    ["agency", l10n.t("Agencies")],
  ];
  const all = table.articles.reduce((sum, count) => sum + count, 0);
  return html`<div class="${choices.type}"><header><h1>${l10n.t("Trends")}</h1><p class="quiet">${l10n.t(
    "Dated articles: {0}. Without a date: {1}.",
    all,
    table.undated,
  )}</p><div class="choices">${choiceHtml(l10n.t("Of"), "type", types, choices.type, links)}${choiceHtml(
    l10n.t("Period"),
    "unit",
    unitTexts(l10n),
    choices.unit,
    links,
  )}</div></header>${
    periods.length > 1 &&
    html`<section><h2>${l10n.t("Between two periods")}</h2><div class="choices">${choiceHtml(
      l10n.t("Earlier"),
      "before",
      periods,
      choices.before,
      links,
    )}${choiceHtml(l10n.t("Later"), "after", periods, choices.after, links)}</div>${
      trends.change && changeHtml(trends.change, links, l10n)
    }</section>`
  }${tableHtml(table, links, l10n)}</div>`;
}

function changeHtml(change: NonNullable<Trends["change"]>, links: PageLinks, l10n: Localizer): Html {
  const { before, after } = change.articles;
  const share = ({ articles }: { readonly articles: number }, all: number) => articles / Math.max(1, all);
  const rise = (shift: Shift) => share(shift.after, after) - share(shift.before, before);
  const risen = change.stayed.filter((shift) => rise(shift) > 0);
  const fallen = change.stayed.filter((shift) => rise(shift) < 0).reverse();
  const list = (title: string, sign: string, shifts: readonly Shift[]) =>
    html`<div><h3>${title} <span class="quiet">${shifts.length}</span></h3>${
      shifts.length === 0 ? html`<p class="quiet">${l10n.t("None")}</p>` : ""
    }<ul lang="zh-Hans">${shifts
      .slice(0, shiftLimit)
      .map(
        (shift) =>
          html`<li><span class="mark" aria-hidden="true">${sign}</span>${links.to(
            { kind: "profile", id: shift.id },
            shift.name,
          )} <span class="quiet">${shift.before.articles}/${before} → ${shift.after.articles}/${after}</span></li>`,
      )}</ul></div>`;
  return html`<p class="quiet">${l10n.t("Articles: {0} and {1}; behind each name, how many of them mention it.", before, after)}</p><div class="sides">${list(
    l10n.t("New"),
    "+",
    change.appeared,
  )}${list(l10n.t("Vanished"), "−", change.vanished)}${list(l10n.t("More frequent"), "↑", risen)}${list(
    l10n.t("Less frequent"),
    "↓",
    fallen,
  )}</div>`;
}

function tableHtml({ trends, periods }: Trends["table"], links: PageLinks, l10n: Localizer): Html {
  if (trends.length === 0) return html`<p>${l10n.t("No article mentions any.")}</p>`;
  const rows = trends.map(
    ({ id, name, articles, mentions, first, latest, points }) =>
      html`<tr><td lang="zh-Hans">${links.to({ kind: "profile", id }, name)}</td><td class="number">${
        articles
      }</td><td class="number">${mentions}</td><td class="number">${first}</td><td class="number">${
        latest
      }</td><td class="spark">${sparkline(points.map((point) => point.articles))}</td></tr>`,
  );
  const span = periods.length > 1 ? `${periods[0]} – ${periods[periods.length - 1]}` : periods[0];
  return html`<section><h2>${l10n.t("Over time")}</h2><div class="scroll"><table><thead><tr><th scope="col">${l10n.t(
    "Name",
  )}</th><th scope="col" class="number">${l10n.t("Articles")}</th><th scope="col" class="number">${l10n.t(
    "Mentions",
  )}</th><th scope="col" class="number">${l10n.t("First")}</th><th scope="col" class="number">${l10n.t(
    "Latest",
  )}</th><th scope="col">${span}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
