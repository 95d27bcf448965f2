import type { Article } from "../article/article.js";
import { hull, type TextSpan, textSpan } from "../text/spans.js";
import type { Meeting, MeetingSide, MeetingStatement, Stretch } from "./meeting.js";
import { type StatedDays, statedDays } from "./meeting-day.js";
import { placeOfMeeting } from "./meeting-place.js";
import { type MeetingInput, type Paragraph, paragraphsOf, type Report, reportsByMeeting } from "./meeting-reports.js";
import { agreementsIn, type Sides, statementsIn } from "./meeting-statements.js";
import type { Skeleton } from "./skeleton.js";

/** The stretches that report one meeting: half-open index pairs of paragraphs' skeletons. */
interface Scope {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

/** Most articles report no meeting: they are told without looking at their sentences. */
const meetingWords = /会谈|会晤|会面|会见|座谈|洽谈|磋商|会商|接见|拜会|拜访|约见/;

/** The meetings that an article's body reports, in order of place. Pure, and never throws. */
export function meetingsIn(input: MeetingInput): Meeting[] {
  if (!meetingWords.test(input.article.text)) return [];
  const paragraphs = paragraphsOf(input);
  const groups = reportsByMeeting(input, paragraphs);
  const reports = groups.flat();
  const lead = paragraphs.slice(0, 3);
  return groups.map((group) => meetingOf(input, group, reports, paragraphs, lead));
}

function meetingOf(
  input: MeetingInput,
  group: readonly Report[],
  reports: readonly Report[],
  paragraphs: readonly Paragraph[],
  lead: readonly Paragraph[],
): Meeting {
  const first = group[0] as Report;
  const hosts = distinct(
    input,
    group.flatMap((report) => report.hosts),
  );
  const guests = distinct(
    input,
    group.flatMap((report) => report.guests),
  );
  const sides = sidesOf(input, hosts, guests);
  const scopes = group.flatMap((report) => scopeOf(report, group, reports, paragraphs, sides));
  const statements = scopes.flatMap(({ paragraph, start, end }) => {
    const report = group.find((one) => one.paragraph === paragraph && one.from <= start && start < one.to);
    const begin = report ? afterCue(report, start) : start;
    return statementsIn(paragraph.skeleton, begin, end, sides, report?.hosts ?? hosts);
  });
  const stretch = (span: TextSpan): Stretch => stretchOf(input.article, span);
  const agreements = scopes.flatMap(({ paragraph, start, end }) => agreementsIn(paragraph.skeleton, start, end));
  const days = daysOf(input, group, lead);
  const place = placeOfMeeting(
    input,
    group.map((report) => report.paragraph.skeleton.span(report.from, report.end)),
    lead.map(({ span }) => span),
  );
  const from = Math.min(...scopes.map(({ paragraph, start }) => paragraph.skeleton.span(start, start).start));
  const to = Math.max(...scopes.map(({ paragraph, end }) => paragraph.skeleton.span(end, end).start));
  const day = days?.day ?? input.day;
  return {
    ...stretch(textSpan(from, to)),
    cue: first.word,
    at: stretch(first.paragraph.skeleton.span(first.start, first.end)),
    ...(day ? { day } : {}),
    ...(days?.until ? { until: days.until } : {}),
    dayStated: days !== undefined,
    ...(place ? { place: stretch(place) } : {}),
    hosts,
    guests,
    attendees: attendeesOf(input, group, paragraphs, [...hosts, ...guests]),
    statements: unique(statements).map(({ span, ...rest }): MeetingStatement => ({ ...rest, ...stretch(span) })),
    agreements: agreements.map(({ span, title, parties }) => ({
      ...stretch(span),
      ...(title ? { title: stretch(title) } : {}),
      parties,
    })),
  };
}

/** Each entity by its first row. */
function distinct(input: MeetingInput, rows: readonly number[]): number[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const entity = input.entityOf(row);
    return seen.has(entity) ? false : seen.add(entity);
  });
}

function unique<T extends { readonly span: TextSpan }>(found: readonly T[]): T[] {
  const seen = new Set<number>();
  return found.filter(({ span }) => (seen.has(span.start) ? false : seen.add(span.start)));
}

function sidesOf(input: MeetingInput, hosts: readonly number[], guests: readonly number[]): Sides {
  const sides = new Map<string, MeetingSide>();
  const organs = new Map<string, MeetingSide>();
  for (const [rows, side] of [
    [hosts, "host"],
    [guests, "guest"],
  ] as const) {
    for (const row of rows) {
      sides.set(input.entityOf(row), side);
      for (const organ of input.organsOf(row)) organs.set(organ, side);
    }
  }
  const sideOf = (row: number): MeetingSide | undefined => {
    const own = sides.get(input.entityOf(row)) ?? organs.get(input.entityOf(row));
    if (own) return own;
    const shared = input.organsOf(row).find((organ) => organs.has(organ));
    return shared === undefined ? undefined : organs.get(shared);
  };
  return { hosts, guests, sideOf };
}

const goesOn = /^[\s\u3000]*(?:他|她|双方|会谈|会见|会上|座谈|席间|随后|期间|其间|会后)/;

/** A report runs to the next one, or to the paragraph's end and on through paragraphs that go on with it. */
function scopeOf(
  report: Report,
  group: readonly Report[],
  reports: readonly Report[],
  paragraphs: readonly Paragraph[],
  sides: Sides,
): Scope[] {
  const rival = (paragraph: Paragraph, after: number) =>
    reports.find((other) => !group.includes(other) && other.paragraph === paragraph && other.from > after);
  const own = rival(report.paragraph, report.from);
  const scopes: Scope[] = [
    { paragraph: report.paragraph, start: report.from, end: own?.from ?? report.paragraph.skeleton.text.length },
  ];
  if (own) return scopes;
  for (let i = report.paragraph.index + 1; i < paragraphs.length; i++) {
    const next = paragraphs[i] as Paragraph;
    if (reports.some((other) => other.paragraph === next) || !continues(next.skeleton, sides)) break;
    scopes.push({ paragraph: next, start: 0, end: next.skeleton.text.length });
  }
  return scopes;
}

function continues(skeleton: Skeleton, sides: Sides): boolean {
  if (goesOn.test(skeleton.text)) return true;
  const sentence = skeleton.sentences()[0];
  if (!sentence || isAttendance(skeleton, sentence[0], sentence[1])) return false;
  // 调研中，韩俊…: who opens a paragraph behind something else is at something else.
  const [opening] = skeleton.rowsIn(sentence[0], sentence[0] + 1, "person");
  return opening !== undefined && sides.sideOf(opening) !== undefined;
}

/** 在与X会谈时，Y希望…: the cue itself is no statement. */
function afterCue(report: Report, start: number): number {
  return Math.max(start, report.end);
}

function daysOf(input: MeetingInput, group: readonly Report[], lead: readonly Paragraph[]): StatedDays | undefined {
  const { text } = input.article;
  const dates = (from: number, to: number) => statedDays(text.slice(from, to), input.day);
  for (const report of group) {
    const { paragraph } = report;
    const at = paragraph.skeleton.span(report.from, report.start);
    const own = dates(at.start, at.end).at(-1) ?? dates(paragraph.span.start, at.start).at(-1);
    if (own) return own;
  }
  for (const { span } of lead) {
    const found = dates(span.start, span.end);
    // 今天 beside a stated day is the day of the report.
    const stated =
      found.find((days) => /月/.test(text.slice(span.start + days.start, span.start + days.end))) ?? found[0];
    if (stated) return stated;
  }
  return undefined;
}

const attending =
  /^(?:[^\uE000\uE001。]{0,14}[\uE000\uE001])+[^\uE000\uE001。]{0,14}(?:参加|陪同|在座|出席(?=会|座谈|活动|有关|上述))/;

function isAttendance(skeleton: Skeleton, from: number, to: number): boolean {
  return attending.test(skeleton.text.slice(from, to));
}

/** Those who the article says took part: right behind the report, or at its end for all meetings. */
function attendeesOf(
  input: MeetingInput,
  group: readonly Report[],
  paragraphs: readonly Paragraph[],
  present: readonly number[],
): number[] {
  const first = (group[0] as Report).paragraph.index;
  const known = new Set(present.map((row) => input.entityOf(row)));
  for (const paragraph of paragraphs.slice(first)) {
    for (const [from, to] of paragraph.skeleton.sentences()) {
      const match = attending.exec(paragraph.skeleton.text.slice(from, to));
      if (!match) continue;
      const rows = paragraph.skeleton
        .rowsIn(from, from + match[0].length, "person")
        .filter((row) => !known.has(input.entityOf(row)));
      if (rows.length > 0) return distinct(input, rows);
    }
  }
  return [];
}

function stretchOf(article: Article, span: TextSpan): Stretch {
  return { text: span, file: hull(article.map.toFile(span)) };
}
