import { type MeetingParty, type MeetingView, meetingsAcross } from "../core/corpus/meeting-views.js";
import type { Arguments } from "./arguments.js";
import { csvTable } from "./csv-table.js";
import { dayRange } from "./day-range.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { printable } from "./printable.js";
import { type ReadCorpus, readCorpus } from "./read-corpus.js";
import type { Texts } from "./texts.js";

const formats = ["text", "jsonl", "csv"] as const;

/** `tifa meetings`: the meetings that the articles report, earliest first, each once however many report it. */
export async function meetings(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  if (args.paths.length === 0) throw new UsageError(texts.noFiles);
  const format = formats.find((one) => one === args.format);
  if (!format) throw new UsageError(texts.badFormat(args.format, formats));
  const range = dayRange(args, texts);
  const corpus = await readCorpus(args, io, host, texts);
  const found = meetingsAcross(corpus.index, { range });
  if (format === "csv") await io.out.write(asCsv(found, corpus));
  else
    for (const meeting of found)
      await io.out.write(format === "jsonl" ? asJson(meeting, corpus) : asText(meeting, corpus, texts));
  return corpus.exit;
}

/** One meeting as a line of JSON; `start` and `end` are UTF-16 offsets of the decoded file, half-open. */
function asJson(meeting: MeetingView, corpus: ReadCorpus): string {
  const party = ({ name, type, role, span }: MeetingParty) => ({ name, type, ...(role ? { role } : {}), ...span });
  const {
    cue,
    day = null,
    until,
    dayStated,
    place,
    hosts,
    guests,
    attendees,
    statements,
    agreements,
    reports,
  } = meeting;
  return `${JSON.stringify({
    day,
    ...(until ? { until } : {}),
    dayStated,
    cue,
    ...(place ? { place } : {}),
    hosts: hosts.map(party),
    guests: guests.map(party),
    attendees: attendees.map(party),
    statements: statements.map(({ kind, side, speakers, text, span }) => ({ kind, side, speakers, text, ...span })),
    agreements: agreements.map(({ title, parties, text, span }) => ({
      ...(title ? { title } : {}),
      parties: parties.map(party),
      text,
      ...span,
    })),
    reports: reports.map(({ uri, title, day: reported, span }) => ({
      path: uri,
      title,
      ...(reported ? { day: reported } : {}),
      ...corpus.placeAt(uri, span.start),
    })),
  })}\n`;
}

const csvColumns = [
  "day",
  "until",
  "day_stated",
  "meeting",
  "place",
  "hosts",
  "guests",
  "attendees",
  "asks",
  "answers",
  "agreements",
  "path",
  "line",
  "title",
  "reports",
] as const;

function asCsv(found: readonly MeetingView[], corpus: ReadCorpus): string {
  const rows = found.map((meeting) => {
    const said = (wanted: "ask" | "answer") =>
      meeting.statements
        .filter(({ kind }) => kind === wanted)
        .map(({ text }) => text)
        .join(" ");
    const [report] = meeting.reports;
    return [
      meeting.day ?? "",
      meeting.until ?? "",
      meeting.dayStated ? "yes" : "no",
      meeting.cue,
      meeting.place ?? "",
      named(meeting.hosts),
      named(meeting.guests),
      named(meeting.attendees),
      said("ask"),
      said("answer"),
      meeting.agreements.map(({ title, text }) => title ?? text).join("；"),
      report?.uri ?? "",
      report ? corpus.placeAt(report.uri, report.span.start).line : "",
      report?.title ?? "",
      meeting.reports.length,
    ];
  });
  return csvTable([[...csvColumns], ...rows]);
}

function asText(meeting: MeetingView, corpus: ReadCorpus, texts: Texts): string {
  const days = [meeting.day ?? texts.undated, meeting.until].filter(Boolean).join(" – ");
  const lines = [[days, meeting.cue, meeting.place].filter(Boolean).join(" · ")];
  const row = (label: string, value: string) => {
    if (value) lines.push(`  ${label}: ${value}`);
  };
  row(texts.sides.host, named(meeting.hosts));
  row(texts.sides.guest, named(meeting.guests));
  row(texts.attendees, named(meeting.attendees));
  for (const { kind, speakers, side, text } of meeting.statements)
    row(`${speakers.join("、") || texts.sides[side]} ${texts.statements[kind]}`, text);
  for (const { title, text } of meeting.agreements) row(texts.agreement, title ?? text);
  for (const { uri, span } of meeting.reports) {
    const { line, column } = corpus.placeAt(uri, span.start);
    lines.push(`  ${uri}:${line}:${column}`);
  }
  return `${lines.map(printable).join("\n")}\n\n`;
}

function named(parties: readonly MeetingParty[]): string {
  return parties.map(({ name, role }) => (role ? `${name}（${role}）` : name)).join("、");
}
