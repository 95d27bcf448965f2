import type { AgreementFigures, AgreementResult, DifferenceItem, DifferingMark } from "../../protocol/exchange.js";
import { type Html, html } from "../html.js";
import type { Localizer } from "../localizer.js";
import type { PageLinks } from "../page-links.js";
import { choiceHtml } from "../periods-html.js";

export interface AgreementChoices {
  /** Whether suggestions are left out. */
  readonly settled: boolean;
  /** How often the two were compared before. */
  readonly run: number;
}

/** More than anybody settles at a sitting would make the page slow. */
const differenceLimit = 1000;

/** The page of two annotators' agreement: figures by class, then what they differ in, article by article. */
export function agreementHtml(
  agreement: AgreementResult,
  { settled, run }: AgreementChoices,
  links: PageLinks,
  l10n: Localizer,
): Html {
  const { names, message, differences, problems } = agreement;
  const marks = choiceHtml(
    l10n.t("Marks"),
    "marks",
    [
      ["all", l10n.t("With suggestions")],
      ["settled", l10n.t("Decided only")],
    ],
    settled ? "settled" : "all",
    links,
  );
  const again = links.to({ kind: "choice", name: "run", value: String(run + 1) }, l10n.t("Compare again"));
  return html`<header><h1>${l10n.t("Agreement of two annotators")}</h1><p><strong>A</strong> ${names[0]}</p><p><strong>B</strong> ${
    names[1]
  }</p><p class="quiet">${message}</p><div class="choices">${marks}<span>${again}</span></div></header>${figuresHtml(
    agreement,
    l10n,
  )}${differencesHtml(differences, links, l10n)}${
    problems.length > 0 &&
    html`<section><h2>${l10n.t("Not compared")} <span class="quiet">${problems.length}</span></h2><ul>${problems
      .slice(0, differenceLimit)
      .map((problem) => html`<li class="row">${problem}</li>`)}</ul></section>`
  }`;
}

function figuresHtml({ classes, overall }: AgreementResult, l10n: Localizer): Html {
  const row = (name: string, { both, onlyA, onlyB, f1, kappa }: AgreementFigures) =>
    html`<tr><th scope="row">${name}</th>${[both, onlyA, onlyB, share(f1), share(kappa)].map(
      (figure) => html`<td class="number">${figure}</td>`,
    )}</tr>`;
  const heads = [l10n.t("Both"), l10n.t("Only A"), l10n.t("Only B"), "F1", l10n.t("Kappa")];
  return html`<section><h2>${l10n.t("By class")}</h2><div class="scroll"><table><thead><tr><th scope="col">${l10n.t(
    "Class",
  )}</th>${heads.map((head) => html`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${classes.map(
    (one) => row(one.name, one),
  )}${row(l10n.t("All"), overall)}</tbody></table></div><p class="quiet">${l10n.t(
    "F1 counts marks with the same words and class, Cohen's kappa characters in or outside the class.",
  )}</p></section>`;
}

function share(figure: number | undefined): string {
  return figure === undefined ? "–" : figure.toFixed(3);
}

function differencesHtml(differences: readonly DifferenceItem[], links: PageLinks, l10n: Localizer): Html {
  const byArticle = new Map<string, DifferenceItem[]>();
  for (const one of differences.slice(0, differenceLimit))
    byArticle.set(one.article, [...(byArticle.get(one.article) ?? []), one]);
  const more = differences.length - differenceLimit;
  return html`<section><h2>${l10n.t("Differences")} <span class="quiet">${differences.length}</span></h2>${
    differences.length === 0 && html`<p class="quiet">${l10n.t("None")}</p>`
  }${[...byArticle].map(
    ([article, items]) =>
      html`<h3>${article} <span class="quiet">${items.length}</span></h3><ul>${items.map((item) =>
        differenceHtml(item, links, l10n),
      )}</ul>`,
  )}${more > 0 && html`<p class="quiet">${l10n.t("{0} more are not shown.", more)}</p>`}</section>`;
}

function differenceHtml({ kind, line, place, a, b }: DifferenceItem, links: PageLinks, l10n: Localizer): Html {
  const shown = l10n.t("Line {0}", (place?.range.start.line ?? line) + 1);
  const where = place ? links.to({ kind: "place", ...place }, shown) : html`<span class="quiet">${shown}</span>`;
  return html`<li class="row">${where} · ${kindText(kind, l10n)}: ${[
    a && sideHtml("A", a),
    a && b && " – ",
    b && sideHtml("B", b),
  ]}</li>`;
}

function sideHtml(letter: string, { type, text, entity }: DifferingMark): Html {
  return html`<strong>${letter}</strong> ${type} <span lang="zh-Hans">“${text}”</span>${
    entity !== undefined && html` = <span lang="zh-Hans">${entity}</span>`
  }`;
}

function kindText(kind: DifferenceItem["kind"], l10n: Localizer): string {
  switch (kind) {
    case "only-a":
      return l10n.t("only A");
    case "only-b":
      return l10n.t("only B");
    case "class":
      return l10n.t("another class");
    case "span":
      return l10n.t("other words");
    case "entity":
      return l10n.t("names another");
  }
}
