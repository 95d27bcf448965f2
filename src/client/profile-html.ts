import type { ArticleItem, CompanionItem, HolderItem, PostItem, Profile, ProfileHead } from "../protocol/corpus.js";
import { timelineChart } from "./charts.js";
import { type Html, html } from "./html.js";
import type { Localizer } from "./localizer.js";
import { meetingDays, meetingsHtml } from "./meeting-html.js";
import type { PageLinks } from "./page-links.js";
import { sloganHtml } from "./slogan-html.js";

/** The page of an entity: what its articles together tell of it, every line a link to where they do. */
export function profileHtml(profile: Profile, links: PageLinks, l10n: Localizer): Html {
  return html`<div class="${profile.type}">${headHtml(profile, links, l10n)}${bodyHtml(profile, links, l10n)}${togetherHtml(
    profile,
    links,
    l10n,
  )}${articlesHtml(profile, links, l10n)}</div>`;
}

function bodyHtml(profile: Profile, links: PageLinks, l10n: Localizer): Html {
  switch (profile.type) {
    case "slogan":
      return sloganHtml(profile, links, l10n);
    case "agency":
      return html`${section(l10n.t("People"), profile.holders.length, holdersHtml(profile.holders, links, l10n))}${section(
        l10n.t("Meetings"),
        profile.meetings.length,
        meetingsHtml(profile.meetings, links, l10n),
      )}`;
    default:
      return html`${postsHtml(profile, links, l10n)}${section(
        l10n.t("Meetings"),
        profile.meetings.length,
        meetingsHtml(profile.meetings, links, l10n),
      )}`;
  }
}

/** A heading with its content; nothing where there is nothing to show. */
export function section(title: string, count: number, content: Html): Html | undefined {
  return count > 0 ? html`<section><h2>${title}</h2>${content}</section>` : undefined;
}

export function kindText(type: Profile["type"], l10n: Localizer): string {
  switch (type) {
    case "official":
      return l10n.t("Official");
    case "agency":
      return l10n.t("Agency");
    case "slogan":
      return l10n.t("Slogan (提法)");
    case "byline":
      return l10n.t("Byline");
    case "person":
      return l10n.t("Person");
  }
}

function headHtml(profile: Profile, links: PageLinks, l10n: Localizer): Html {
  const { name, aliases, articleCount, mentions, first, latest, namesake, unresolved } = profile;
  const facts: [string, string | number | undefined][] = [
    [l10n.t("Articles"), articleCount],
    [l10n.t("Mentions"), mentions],
    [l10n.t("First"), first],
    [l10n.t("Latest"), latest],
  ];
  const others = namesake?.others.map(
    (id, i) => html`${i > 0 && "、"}${links.to({ kind: "profile", id }, id.slice(id.indexOf("@") + 1))}`,
  );
  return html`<header><span class="kind ${profile.type}">${kindText(profile.type, l10n)}</span><h1 lang="zh-Hans">${name}${
    namesake && html` <span class="quiet">${namesake.seat}</span>`
  }</h1>${aliases.length > 0 && html`<p class="quiet" lang="zh-Hans">${aliases.join("、")}</p>`}<dl class="facts">${facts.map(
    ([label, value]) => value !== undefined && html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl>${namesake && html`<p class="note">${l10n.t("Several people bear this name. Others:")} ${others}</p>`}${
    unresolved && html`<p class="note">${l10n.t("A short form: several organs may stand behind it.")}</p>`
  }</header>`;
}

function postsHtml(profile: Extract<Profile, { posts: unknown }>, links: PageLinks, l10n: Localizer): Html {
  const { posts, meetings, name } = profile;
  const rows = posts.flatMap((post) => {
    const { from, to } = post;
    return from !== undefined && to !== undefined && !post.vague ? [{ label: postLabel(post, l10n), from, to }] : [];
  });
  const events = meetings.flatMap(({ cue, day, hosts, guests }) => {
    const others = [...hosts, ...guests].filter((party) => party.name !== name).map((party) => party.name);
    return day === undefined ? [] : [{ day, label: `${cue} ${others.join("、")}` }];
  });
  const chart = timelineChart(
    rows,
    events,
    l10n.t("Posts of {0} over time; dots are meetings. The same follows in words.", name),
  );
  const list = html`<ol lang="zh-Hans">${posts.map((post) => postHtml(post, links, l10n))}</ol>`;
  return html`${section(l10n.t("Posts over time"), posts.length + events.length, html`${chart}${list}`)}`;
}

function postLabel({ words, years, qualifier }: PostItem, l10n: Localizer): string {
  const mark = qualifier === "acting" ? l10n.t("acting") : qualifier === "designate" ? l10n.t("designate") : "";
  return [words, years, mark].filter(Boolean).join(" · ");
}

function postHtml(post: PostItem, links: PageLinks, l10n: Localizer): Html {
  const { first, latest, former, organ, words } = post;
  const sources = [first, ...(latest.day === first.day && latest.uri === first.uri ? [] : [latest])];
  const quote = (source: typeof first, note?: string) =>
    html`<p class="row"><span class="day">${source.day}</span>${note && html`<span class="quiet">${note} </span>`}${links.to(
      { kind: "place", uri: source.uri, range: source.range },
      source.sentence || source.title || words,
    )}</p>`;
  return html`<li><h3>${postLabel(post, l10n)} <span class="quiet">${
    organ && !words.includes(organ) ? `${organ} · ` : ""
  }${l10n.t("articles: {0}", post.articles)}</span></h3>${sources.map((source) => quote(source))}${
    former && quote(former, l10n.t("former:"))
  }</li>`;
}

function holdersHtml(holders: readonly HolderItem[], links: PageLinks, l10n: Localizer): Html {
  return html`<ol lang="zh-Hans">${holders.map(({ id, name, title, from, to, former, articles, first }) => {
    const days = meetingDays({ ...(from ? { day: from } : {}), ...(to ? { until: to } : {}) });
    return html`<li class="row"><strong>${links.to({ kind: "profile", id }, name)}</strong> ${title} <span class="quiet">${[
      days,
      former && days === "" ? l10n.t("former") : "",
      l10n.t("articles: {0}", articles),
    ]
      .filter(Boolean)
      .join(" · ")}</span><br><span class="day">${first.day}</span>${links.to(
      { kind: "place", uri: first.uri, range: first.range },
      first.sentence || first.title,
    )}</li>`;
  })}</ol>`;
}

function togetherHtml({ people, agencies, slogans }: ProfileHead, links: PageLinks, l10n: Localizer): Html | undefined {
  const line = (label: string, items: readonly CompanionItem[]) =>
    items.length > 0 &&
    html`<h3>${label}</h3><ul class="chips" lang="zh-Hans">${items.map(
      ({ id, name, articles }) =>
        html`<li>${links.to({ kind: "profile", id }, name)} <span class="quiet">${articles}</span></li>`,
    )}</ul>`;
  return section(
    l10n.t("Named together with"),
    people.length + agencies.length + slogans.length,
    html`${line(l10n.t("Officials"), people)}${line(l10n.t("Agencies"), agencies)}${line(l10n.t("Slogans (提法)"), slogans)}`,
  );
}

function articlesHtml({ articles, namesake }: ProfileHead, links: PageLinks, l10n: Localizer): Html | undefined {
  const assumed = new Set(namesake?.assumed);
  const row = ({ uri, title, day, source, mentions, place }: ArticleItem) =>
    html`<li class="row"><span class="day">${day}</span>${links.to(
      { kind: "place", uri, ...(place ? { range: place.range } : {}) },
      title || uri.slice(uri.lastIndexOf("/") + 1),
    )} <span class="quiet">${[
      source ?? "",
      mentions ? l10n.t("mentions: {0}", mentions) : "",
      assumed.has(uri) ? l10n.t("likely this one") : "",
    ]
      .filter(Boolean)
      .join(" · ")}</span></li>`;
  return section(l10n.t("Articles"), articles.length, html`<ol lang="zh-Hans">${articles.map(row)}</ol>`);
}
