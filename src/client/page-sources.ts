import { l10n } from "vscode";
import type { Profile, ProfileParams, TrendsParams } from "../protocol/corpus.js";
import { comparisonHtml } from "./comparison-html.js";
import type { Corpus } from "./corpus.js";
import type { PageSource } from "./pages.js";
import { daysOf, type Unit } from "./periods-html.js";
import { profileHtml } from "./profile-html.js";
import { type TrendChoices, trendsHtml } from "./trends-html.js";

/** The page of an entity. */
export function profilePage(corpus: Corpus, entityId: string): PageSource {
  return {
    key: `profile ${entityId}`,
    async write(links, choices) {
      const unit = unitOf(choices.get("unit"));
      const params: ProfileParams = { entityId, ...(unit ? { unit } : {}) };
      const profile = await corpus.profile(params);
      return profile && { title: titleOf(profile), body: profileHtml(profile, links, l10n) };
    },
  };
}

/** The page that sets two articles side by side, the earlier first. */
export function comparisonPage(corpus: Corpus, before: string, after: string): PageSource {
  return {
    key: `comparison ${before} ${after}`,
    async write(links) {
      const comparison = await corpus.comparison({ before, after });
      if (!comparison) return undefined;
      const title = l10n.t(
        "Comparison: {0} – {1}",
        shortened(comparison.before.title),
        shortened(comparison.after.title),
      );
      return { title, body: comparisonHtml(comparison, links, l10n) };
    },
  };
}

/** The page of frequencies over time. */
export function trendsPage(corpus: Corpus): PageSource {
  return {
    key: "trends",
    async write(links, choices) {
      const unit = unitOf(choices.get("unit")) ?? "month";
      const type = typeOf(choices.get("type"));
      // What came and went is asked of periods that only the table tells.
      const first = await corpus.trends({ unit, type, limit: trendLimit });
      if (!first) return undefined;
      const { periods, articles } = first.table;
      const filled = periods.filter((_, i) => (articles[i] ?? 0) > 0);
      const chosen = (name: string, fallback: string | undefined) =>
        periods.find((period) => period === choices.get(name)) ?? fallback;
      const before = chosen("before", filled[filled.length - 2]);
      const after = chosen("after", filled[filled.length - 1]);
      const change =
        before !== undefined && after !== undefined
          ? (await corpus.trends({ unit, type, limit: 1, before: daysOf(before), after: daysOf(after) }))?.change
          : undefined;
      const shown: TrendChoices = { unit, type, ...(before ? { before } : {}), ...(after ? { after } : {}) };
      const trends = { table: first.table, ...(change ? { change } : {}) };
      return { title: l10n.t("Trends"), body: trendsHtml(trends, shown, links, l10n) };
    },
  };
}

/** How many formulations a page lists. */
const trendLimit = 200;

function titleOf({ name, namesake }: Profile): string {
  return namesake ? `${name} · ${namesake.seat}` : name;
}

/** Tabs are narrow. */
function shortened(title: string): string {
  const characters = [...title];
  return characters.length > 12 ? `${characters.slice(0, 11).join("")}…` : title;
}

function unitOf(value: string | undefined): Unit | undefined {
  return value === "month" || value === "quarter" || value === "year" ? value : undefined;
}

function typeOf(value: string | undefined): NonNullable<TrendsParams["type"]> {
  return value === "official" || value === "agency" ? value : "slogan";
}
