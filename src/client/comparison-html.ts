import type { ComparedArticle, ComparedItem, ComparedPerson, Comparison, ItemDifference } from "../protocol/corpus.js";
import { type Html, type HtmlValue, html } from "./html.js";
import type { Localizer } from "./localizer.js";
import type { PageLinks } from "./page-links.js";

/** The page of two articles side by side: formulations, people and agencies of one and not the other. */
export function comparisonHtml(comparison: Comparison, links: PageLinks, l10n: Localizer): Html {
  const { before, after, slogans, people, agencies } = comparison;
  return html`<header><h1>${l10n.t("Two articles compared")}</h1><div class="sides">${articleHtml(
    l10n.t("Earlier"),
    before,
    links,
  )}${articleHtml(l10n.t("Later"), after, links)}</div></header><section class="slogan"><h2>${l10n.t(
    "Slogans (提法)",
  )}</h2>${rewordedHtml(slogans.reworded, links, l10n)}${differenceHtml(slogans, links, l10n)}</section>${
    people.length > 0 &&
    html`<section class="official"><h2>${l10n.t("Officials")}</h2>${peopleHtml(people, links, l10n)}</section>`
  }<section class="agency"><h2>${l10n.t("Agencies")}</h2>${differenceHtml(agencies, links, l10n)}</section>`;
}

/** Where two wordings part: how much they share at the start, and how much at the end. */
export function commonEnds(a: string, b: string): { readonly start: number; readonly end: number } {
  const [x, y] = [[...a], [...b]];
  const shortest = Math.min(x.length, y.length);
  let start = 0;
  while (start < shortest && x[start] === y[start]) start++;
  let end = 0;
  while (end < shortest - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++;
  return { start: x.slice(0, start).join("").length, end: x.slice(x.length - end).join("").length };
}

function articleHtml(label: string, { uri, title, day, source }: ComparedArticle, links: PageLinks): Html {
  const origin = [day ?? "", source ?? ""].filter(Boolean).join(" · ");
  return html`<div><p class="quiet">${label}${origin && ` · ${origin}`}</p><p lang="zh-Hans">${links.to(
    { kind: "place", uri },
    title || uri.slice(uri.lastIndexOf("/") + 1),
  )}</p></div>`;
}

function rewordedHtml(
  reworded: Comparison["slogans"]["reworded"],
  links: PageLinks,
  l10n: Localizer,
): Html | undefined {
  if (reworded.length === 0) return undefined;
  const rows = reworded.map(({ before, after }) => {
    const { start, end } = commonEnds(before.wording, after.wording);
    const marked = (item: ComparedItem, mark: (changed: string) => Html) =>
      placeHtml(
        item,
        html`${item.wording.slice(0, start)}${mark(item.wording.slice(start, item.wording.length - end))}${item.wording.slice(
          item.wording.length - end,
        )}`,
        links,
      );
    return html`<li class="row">${marked(before, (one) => html`<del>${one}</del>`)} → ${marked(
      after,
      (one) => html`<ins>${one}</ins>`,
    )}</li>`;
  });
  return html`<h3>${l10n.t("Worded otherwise")}</h3><ol lang="zh-Hans">${rows}</ol>`;
}

function differenceHtml({ onlyBefore, onlyAfter, both }: ItemDifference, links: PageLinks, l10n: Localizer): Html {
  const list = (title: string, sign: string, items: readonly ComparedItem[]) =>
    html`<div><h3>${title} <span class="quiet">${items.length}</span></h3>${
      items.length === 0 && html`<p class="quiet">${l10n.t("None")}</p>`
    }<ul lang="zh-Hans">${items.map(
      (item) =>
        html`<li><span class="mark" aria-hidden="true">${sign}</span>${placeHtml(item, item.wording, links)}${timesHtml(item.mentions)}</li>`,
    )}</ul></div>`;
  const shared =
    both.length > 0 &&
    html`<h3>${l10n.t("In both")} <span class="quiet">${both.length}</span></h3><ul class="chips" lang="zh-Hans">${both.map(
      ([x, y]) =>
        html`<li>${placeHtml(y, y.wording, links)} <span class="quiet">${x.mentions} → ${y.mentions}</span></li>`,
    )}</ul>`;
  return html`<div class="sides">${list(l10n.t("Only in the earlier"), "−", onlyBefore)}${list(
    l10n.t("Only in the later"),
    "+",
    onlyAfter,
  )}</div>${shared}`;
}

function timesHtml(mentions: number): Html | undefined {
  return mentions > 1 ? html` <span class="quiet">× ${mentions}</span>` : undefined;
}

function placeHtml({ uri, range }: ComparedItem, content: HtmlValue, links: PageLinks): Html {
  return links.to({ kind: "place", uri, range }, content);
}

function peopleHtml(people: readonly ComparedPerson[], links: PageLinks, l10n: Localizer): Html {
  const rows = people.map((person) => {
    const { id, name, before, after, moved, roleBefore, roleAfter, placeBefore, placeAfter } = person;
    const role = (text: string | undefined, place: typeof placeBefore) =>
      place && links.to({ kind: "place", ...place }, text ?? "–", `${name} ${text ?? ""}`);
    const change =
      before === undefined ? l10n.t("new") : after === undefined ? l10n.t("gone") : moved ? l10n.t("moved") : "";
    return html`<tr><td class="number">${before ?? "–"}</td><td class="number">${after ?? "–"}</td><td>${links.to(
      { kind: "profile", id },
      name,
    )}</td><td>${role(roleBefore, placeBefore)}</td><td>${role(roleAfter, placeAfter)}</td><td>${change}</td></tr>`;
  });
  return html`<div class="scroll"><table lang="zh-Hans"><thead><tr><th scope="col" class="number">${l10n.t(
    "Place before",
  )}</th><th scope="col" class="number">${l10n.t("Place after")}</th><th scope="col">${l10n.t("Name")}</th><th scope="col">${l10n.t(
    "In the earlier",
  )}</th><th scope="col">${l10n.t("In the later")}</th><th scope="col">${l10n.t("Change")}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
