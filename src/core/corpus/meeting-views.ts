import type { MentionType } from "../recognize/mention.js";
import type { FileSpan, TextSpan } from "../text/spans.js";
import { type ArticleRecord, mentionOf, roleIn } from "./article-record.js";
import { type CorpusIndex, compareText } from "./corpus-index.js";
import type { CorpusEntity } from "./entities.js";
import type { Meeting, MeetingSide, StatementKind } from "./meeting.js";
import { type DayRange, dayNumber, inRange } from "./periods.js";
import { oneLine } from "./sentences.js";

/** Somebody at a meeting, or an agency that took part or signed. */
export interface MeetingParty {
  /** The entity's id in the articles' mentions. */
  readonly id: string;
  readonly type: MentionType;
  readonly name: string;
  /** The posts in which the article shows the person. */
  readonly role?: string;
  readonly span: FileSpan;
}

export interface StatementView {
  readonly kind: StatementKind;
  readonly side: MeetingSide;
  readonly speakers: readonly string[];
  readonly text: string;
  readonly textSpan: TextSpan;
  readonly span: FileSpan;
}

export interface AgreementView {
  readonly title?: string;
  /** Without parties of its own an agreement is between the two sides. */
  readonly parties: readonly MeetingParty[];
  readonly text: string;
  readonly textSpan: TextSpan;
  readonly span: FileSpan;
}

/** An article that reports a meeting, with the place where it says that they met. */
export interface MeetingReport {
  readonly uri: string;
  readonly title: string;
  readonly day?: string;
  readonly span: FileSpan;
}

/** A meeting as it is shown and exported: plain data, nothing to look up. */
export interface MeetingView {
  /** 会谈, 会见, 座谈 … as the article says. */
  readonly cue: string;
  readonly day?: string;
  readonly until?: string;
  /** Whether the article states the day; its own date stands in otherwise. */
  readonly dayStated: boolean;
  readonly place?: string;
  readonly hosts: readonly MeetingParty[];
  readonly guests: readonly MeetingParty[];
  readonly attendees: readonly MeetingParty[];
  readonly statements: readonly StatementView[];
  readonly agreements: readonly AgreementView[];
  /** The article that this view was read from comes first. */
  readonly reports: readonly MeetingReport[];
}

/** The meetings that one article reports, in order of place. */
export function meetingsOf(record: ArticleRecord): MeetingView[] {
  return record.meetings.map((meeting) => viewOf(record, meeting));
}

export interface MeetingFilter {
  /** Only meetings at which this entity, or somebody in a post of it, was host, guest or party. */
  readonly entity?: CorpusEntity;
  readonly range?: DayRange;
}

/**
 * The meetings that the folder's articles report, earliest first. Reports of one meeting by several
 * articles are one: same people on both sides, on the same days; the fullest report is shown.
 */
export function meetingsAcross(index: CorpusIndex, filter: MeetingFilter = {}): MeetingView[] {
  const { entity, range = {} } = filter;
  const found: MeetingView[] = [];
  for (const record of entity ? articlesFor(index, entity) : index.articles()) {
    for (const meeting of record.meetings) {
      if (!inRange(meeting.day, range)) continue;
      if (entity && !takesPart(record, meeting, entity)) continue;
      found.push(viewOf(record, meeting));
    }
  }
  return joined(found.sort((a, b) => compareText(a.day ?? "9999", b.day ?? "9999")));
}

/** An agency's people meet without its name being mentioned: its meetings are looked for everywhere. */
function articlesFor(index: CorpusIndex, entity: CorpusEntity): readonly ArticleRecord[] {
  return entity.type === "agency" ? index.articles() : entity.articles;
}

function takesPart(record: ArticleRecord, meeting: Meeting, entity: CorpusEntity): boolean {
  const rows = [
    ...meeting.hosts,
    ...meeting.guests,
    ...meeting.attendees,
    ...meeting.agreements.flatMap(({ parties }) => parties),
  ];
  const indexes = new Set(rows.map((row) => record.mentions.entity(row)));
  for (const i of indexes) if (record.entities[i]?.id === entity.mentionId) return true;
  if (entity.type !== "agency") return false;
  const sides = new Set([...meeting.hosts, ...meeting.guests].map((row) => record.mentions.entity(row)));
  return record.posts.some((post) => post.organ === entity.name && sides.has(record.mentions.entity(post.row)));
}

function viewOf(record: ArticleRecord, meeting: Meeting): MeetingView {
  const text = (span: TextSpan) => oneLine(record.text.slice(span.start, span.end));
  const parties = (rows: readonly number[]) => rows.flatMap((row) => partyOf(record, row) ?? []);
  return {
    cue: meeting.cue,
    ...(meeting.day ? { day: meeting.day } : {}),
    ...(meeting.until ? { until: meeting.until } : {}),
    dayStated: meeting.dayStated,
    ...(meeting.place ? { place: text(meeting.place.text) } : {}),
    hosts: parties(meeting.hosts),
    guests: parties(meeting.guests),
    attendees: parties(meeting.attendees),
    statements: meeting.statements.map(({ kind, side, speakers, text: span, file }) => ({
      kind,
      side,
      speakers: parties(speakers).map(({ name }) => name),
      text: text(span),
      textSpan: span,
      span: file,
    })),
    agreements: meeting.agreements.map(({ title, parties: rows, text: span, file }) => ({
      ...(title ? { title: text(title.text) } : {}),
      parties: parties(rows),
      text: text(span),
      textSpan: span,
      span: file,
    })),
    reports: [
      { uri: record.uri, title: record.title, ...(record.day ? { day: record.day } : {}), span: meeting.at.file },
    ],
  };
}

function partyOf(record: ArticleRecord, row: number): MeetingParty | undefined {
  const mention = mentionOf(record, row);
  if (!mention) return undefined;
  const { entity, file } = mention;
  const role = entity.type === "agency" ? undefined : (mention.role ?? roleIn(record, record.mentions.entity(row)));
  return { id: entity.id, type: entity.type, name: entity.name, ...(role ? { role } : {}), span: file };
}

/** How many days apart two reports of one meeting may lie when one gives only its own date. */
const tolerance = 3;

function joined(meetings: readonly MeetingView[]): MeetingView[] {
  const groups: MeetingView[][] = [];
  const byGuest = new Map<string, MeetingView[][]>();
  for (const meeting of meetings) {
    const people = [...meeting.guests, ...meeting.hosts].map(({ id }) => id);
    const known = people
      .flatMap((id) => byGuest.get(id) ?? [])
      .find((group) => isSame(group[0] as MeetingView, meeting));
    if (known) {
      known.push(meeting);
      continue;
    }
    const group = [meeting];
    groups.push(group);
    for (const id of people) {
      // Only the latest meetings of somebody can be this one: they come in order of day.
      byGuest.set(id, [...(byGuest.get(id) ?? []).slice(-8), group]);
    }
  }
  return groups.map((group) => {
    const fullest = [...group].sort((a, b) => weight(b) - weight(a))[0] as MeetingView;
    return {
      ...fullest,
      reports: [fullest, ...group.filter((other) => other !== fullest)].flatMap(({ reports }) => reports),
    };
  });
}

function weight(meeting: MeetingView): number {
  return (
    meeting.statements.length * 3 +
    meeting.agreements.length * 2 +
    meeting.attendees.length +
    (meeting.dayStated ? 1 : 0)
  );
}

/** Two reports of one meeting: other articles, the same days, somebody in common on each side. */
function isSame(a: MeetingView, b: MeetingView): boolean {
  if (a.reports[0]?.uri === b.reports[0]?.uri || !a.day || !b.day) return false;
  const apart = a.dayStated && b.dayStated ? 0 : tolerance;
  if (dayNumber(b.day) - dayNumber(a.until ?? a.day) > apart || dayNumber(a.day) - dayNumber(b.until ?? b.day) > apart)
    return false;
  const share = (x: readonly MeetingParty[], y: readonly MeetingParty[]) =>
    x.some(({ id }) => y.some((other) => other.id === id));
  return (
    (share(a.guests, b.guests) && share(a.hosts, b.hosts)) || (share(a.guests, b.hosts) && share(a.hosts, b.guests))
  );
}
