import type { AgreementItem, MeetingItem, PartyItem, StatementItem } from "../protocol/corpus.js";
import { type Html, html } from "./html.js";
import type { Localizer } from "./localizer.js";
import type { PageLinks } from "./page-links.js";

/** Meetings as a list: who met whom, when and where, what was asked, answered and signed. */
export function meetingsHtml(meetings: readonly MeetingItem[], links: PageLinks, l10n: Localizer): Html {
  return html`<ol lang="zh-Hans">${meetings.map((meeting) => meetingHtml(meeting, links, l10n))}</ol>`;
}

/** The days of a meeting: one, or two with a dash. */
export function meetingDays({ day, until }: Pick<MeetingItem, "day" | "until">): string {
  return day === undefined ? "" : until === undefined || until === day ? day : `${day} – ${until}`;
}

function meetingHtml(meeting: MeetingItem, links: PageLinks, l10n: Localizer): Html {
  const [report, ...others] = meeting.reports;
  const cue = report ? links.to({ kind: "place", ...report }, meeting.cue) : meeting.cue;
  const days = meetingDays(meeting);
  return html`<li class="meeting"><h3><span class="day">${days}</span>${partiesHtml(
    meeting.hosts,
    links,
  )} ${cue} ${partiesHtml(meeting.guests, links)}</h3>${
    meeting.place && html`<p class="said"><span class="quiet">${l10n.t("Place")}</span> ${meeting.place}</p>`
  }${meeting.statements.map((one) => statementHtml(one, links, l10n))}${meeting.agreements.map((one) =>
    agreementHtml(one, links, l10n),
  )}${
    meeting.attendees.length > 0 &&
    html`<p class="said"><span class="quiet">${l10n.t("Present")}</span> ${partiesHtml(meeting.attendees, links)}</p>`
  }${
    report &&
    html`<p class="said"><span class="quiet">${l10n.t("Reported in")}</span> ${[report, ...others].map(
      (one, i) => html`${i > 0 && "、"}${links.to({ kind: "place", ...one }, one.title || one.uri)}`,
    )}</p>`
  }</li>`;
}

function partiesHtml(parties: readonly PartyItem[], links: PageLinks): Html {
  return html`${parties.map(
    ({ id, name, role }, i) =>
      html`${i > 0 && "、"}${role && html`<span class="quiet">${role}</span>`}${links.to({ kind: "profile", id }, name)}`,
  )}`;
}

function statementHtml({ kind, speakers, text, uri, range }: StatementItem, links: PageLinks, l10n: Localizer): Html {
  const label = kind === "ask" ? l10n.t("Asked") : l10n.t("Answered");
  const who = speakers.length > 0 && html`${speakers.join("、")} `;
  return html`<p class="said"><span class="quiet">${label}</span> ${who}${links.to({ kind: "place", uri, range }, text)}</p>`;
}

function agreementHtml({ title, parties, text, uri, range }: AgreementItem, links: PageLinks, l10n: Localizer): Html {
  const signers = parties.length > 0 && html`${partiesHtml(parties, links)} `;
  return html`<p class="said"><span class="quiet">${l10n.t("Signed")}</span> ${signers}${links.to(
    { kind: "place", uri, range },
    title ?? text,
  )}</p>`;
}
