import type { Article } from "../article/article.js";
import { linesOf } from "../article/lines.js";
import { type TextSpan, textSpan } from "../text/spans.js";
import { type MeetingCue, meetingCues } from "./meeting-cues.js";
import { type Actor, Skeleton } from "./skeleton.js";

/** What the rules for meetings go by, besides the article itself. */
export interface MeetingInput {
  readonly article: Article;
  /** The day of publication. */
  readonly day?: string;
  /** The people and agencies of the article, in order of place. */
  readonly actors: readonly Actor[];
  /** The entity of a row: two rows with one name are the same person. */
  entityOf(row: number): string;
  /** The agencies in whose posts the person of a row appears, as entities. */
  organsOf(row: number): readonly string[];
  /** The end of the place that starts at an offset of the visible text, where one does. */
  placeAt(offset: number): number | undefined;
}

/** A paragraph of the body: its skeleton, and its place in order. */
export interface Paragraph {
  readonly index: number;
  readonly span: TextSpan;
  readonly skeleton: Skeleton;
}

/** A cue with where it stands. */
export interface Report extends MeetingCue {
  readonly paragraph: Paragraph;
  /** The sentence that holds the cue. */
  readonly from: number;
  readonly to: number;
}

/** The paragraphs of the body. */
export function paragraphsOf({ article, actors }: MeetingInput): Paragraph[] {
  const spans = article.regions
    .filter((region) => region.kind === "body")
    .flatMap(({ text }) =>
      linesOf(article.text.slice(text.start, text.end)).map((line) =>
        textSpan(line.span.start + text.start, line.span.end + text.start),
      ),
    );
  return spans.map((span, index) => ({ index, span, skeleton: Skeleton.of(article.text, span, actors) }));
}

/** What an article reports of each of its meetings, in order of place. */
export function reportsByMeeting(input: MeetingInput, paragraphs: readonly Paragraph[]): Report[][] {
  return groupsOf(input, withoutSummaries(input, reportsIn(paragraphs)));
}

function reportsIn(paragraphs: readonly Paragraph[]): Report[] {
  let hosts: readonly number[] = [];
  const reports: Report[] = [];
  for (const paragraph of paragraphs) {
    for (const [from, to] of paragraph.skeleton.sentences()) {
      for (const cue of meetingCues(paragraph.skeleton, from, to)) {
        const known = cue.hosts.length > 0 ? cue.hosts : hosts;
        if (known.length === 0) continue;
        hosts = known;
        reports.push({ ...cue, hosts: known, paragraph, from, to });
      }
    }
  }
  return reports;
}

/** A list of the agencies visited is a summary where the meetings with their people follow. */
function withoutSummaries(input: MeetingInput, reports: readonly Report[]): Report[] {
  const actors = new Map(input.actors.map((actor) => [actor.row, actor]));
  const isPerson = (row: number) => actors.get(row)?.kind === "person";
  const people = reports.filter((report) => report.guests.some(isPerson));
  const met = new Set(people.flatMap(({ guests }) => guests.flatMap((row) => [...input.organsOf(row)])));
  const agencies = new Set<string>();
  return reports.flatMap((report) => {
    if (people.includes(report)) return [report];
    const guests = report.guests.filter((row) => !met.has(input.entityOf(row)) && !agencies.has(input.entityOf(row)));
    for (const row of guests) agencies.add(input.entityOf(row));
    return guests.length > 0 ? [{ ...report, guests }] : [];
  });
}

/** Reports of one meeting: the lead and the paragraph that goes into it name the same guests, and a host again. */
function groupsOf(input: MeetingInput, reports: readonly Report[]): Report[][] {
  const groups: Report[][] = [];
  const people = (rows: readonly number[]) => new Set(rows.map((row) => input.entityOf(row)));
  for (const report of reports) {
    const [hosts, guests] = [people(report.hosts), people(report.guests)];
    const group = groups.find(([first]) => {
      if (!first) return false;
      const [otherHosts, otherGuests] = [people(first.hosts), people(first.guests)];
      return isEqual(guests, otherGuests) && shares(hosts, otherHosts);
    });
    // 甲会见乙 and then 乙与甲会谈 are one meeting, as first told.
    const turned = groups.some(
      ([first]) => first && isEqual(hosts, people(first.guests)) && shares(guests, people(first.hosts)),
    );
    if (group) group.push(report);
    else if (!turned) groups.push([report]);
  }
  return groups;
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}
