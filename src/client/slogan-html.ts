import type { KwicItem, LexiconNote, SloganProfile } from "../protocol/corpus.js";
import { barChart } from "./charts.js";
import { type Html, html } from "./html.js";
import type { Localizer } from "./localizer.js";
import type { PageLinks } from "./page-links.js";
import { choiceHtml, markedPeriods, unitTexts } from "./periods-html.js";

/** What a slogan's page shows of it alone: its meaning, its frequency and its contexts. */
export function sloganHtml(profile: SloganProfile, links: PageLinks, l10n: Localizer): Html {
  const { entry, points, concordance } = profile;
  return html`${entry && entryHtml(entry, l10n)}${points.length > 0 && frequencyHtml(profile, links, l10n)}${
    concordance.length > 0 &&
    html`<section><h2>${l10n.t("Contexts")}</h2>${concordanceHtml(concordance, links)}</section>`
  }`;
}

function entryHtml({ expansion, meaning, english, since, source }: LexiconNote, l10n: Localizer): Html {
  const origin = [since === undefined ? "" : l10n.t("since {0}", since), source ?? ""].filter(Boolean).join(" · ");
  return html`<section>${expansion && html`<p lang="zh-Hans">${expansion}</p>`}<p>${meaning}</p>${
    english !== meaning && html`<p lang="en">${english}</p>`
  }${origin && html`<p class="quiet">${origin}</p>`}</section>`;
}

function frequencyHtml({ points, unit, name }: SloganProfile, links: PageLinks, l10n: Localizer): Html {
  const most = points.reduce((best, point) => (point.articles > best.articles ? point : best));
  const total = points.reduce((sum, point) => sum + point.articles, 0);
  const summary = l10n.t(
    "Articles that mention {0}, by period: {1} in all, at most {2} in {3}.",
    name,
    total,
    most.articles,
    most.period,
  );
  const marked = markedPeriods(points.map(({ period }) => period));
  const bars = points.map(({ period, articles }) => ({ label: period, value: articles, marked: marked.has(period) }));
  const rows = points
    .filter(({ articles }) => articles > 0)
    .map(
      ({ period, articles, mentions }) =>
        html`<tr><th scope="row">${period}</th><td class="number">${articles}</td><td class="number">${mentions}</td></tr>`,
    );
  return html`<section><h2>${l10n.t("Frequency")}</h2><div class="choices">${choiceHtml(
    l10n.t("Period"),
    "unit",
    unitTexts(l10n),
    unit,
    links,
  )}</div>${barChart(bars, summary)}<details><summary>${l10n.t("The figures")}</summary><table><thead><tr><th scope="col">${l10n.t(
    "Period",
  )}</th><th scope="col" class="number">${l10n.t("Articles")}</th><th scope="col" class="number">${l10n.t(
    "Mentions",
  )}</th></tr></thead><tbody>${rows}</tbody></table></details></section>`;
}

/** Keywords in context, one below the other. */
function concordanceHtml(lines: readonly KwicItem[], links: PageLinks): Html {
  return html`<ol class="kwic" lang="zh-Hans">${lines.map(
    ({ uri, range, title, day, left, keyword, right }) =>
      html`<li title="${title}"><span class="day">${day}</span><span class="left"><span>${left}</span></span>${links.to(
        { kind: "place", uri, range },
        keyword,
      )}<span class="right">${right}</span></li>`,
  )}</ol>`;
}
