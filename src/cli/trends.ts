import { periodUnits } from "../core/corpus/periods.js";
import { type TrendTable, trendsOf } from "../core/corpus/trends.js";
import type { Arguments } from "./arguments.js";
import { csvTable } from "./csv-table.js";
import { dayRange } from "./day-range.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { columns, padColumns, printable } from "./printable.js";
import { readCorpus } from "./read-corpus.js";
import type { Texts } from "./texts.js";

const formats = ["text", "json", "csv"] as const;
/** Longer names do not push the numbers of all others to the right, in columns. */
const widestName = 32;

/** `tifa trends`: in how many articles of each period every formulation is used, the most frequent first. */
export async function trends(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  if (args.paths.length === 0) throw new UsageError(texts.noFiles);
  const format = formats.find((one) => one === args.format);
  if (!format) throw new UsageError(texts.badFormat(args.format, formats));
  const unit = periodUnits.find((one) => one === args.by);
  if (!unit) throw new UsageError(texts.badUnit(args.by));
  const range = dayRange(args, texts);
  const { index, exit } = await readCorpus(args, io, host, texts);
  const table = trendsOf(index, { unit, range, candidates: args.candidates });
  if (format === "json") await io.out.write(`${JSON.stringify(table, undefined, 2)}\n`);
  else await io.out.write(format === "csv" ? asCsv(table) : asText(table, texts));
  return exit;
}

/** One row for each formulation and period in which it is used. */
function asCsv({ trends: found }: TrendTable): string {
  const rows = found.flatMap(({ name, points }) =>
    points
      .filter(({ articles }) => articles > 0)
      .map(({ period, articles, mentions }) => [name, period, articles, mentions]),
  );
  return csvTable([["slogan", "period", "articles", "mentions"], ...rows]);
}

function asText({ periods, articles, trends: found, undated }: TrendTable, texts: Texts): string {
  const rows = [
    { name: "", cells: [...periods] },
    { name: texts.articlesInPeriod, cells: articles.map(String) },
    ...found.map(({ name, points }) => ({
      name: printable(name),
      cells: points.map(({ articles: count }) => (count > 0 ? String(count) : "·")),
    })),
  ];
  const width = Math.min(widestName, Math.max(...rows.map(({ name }) => columns(name))));
  const lines = rows.map(({ name, cells }) =>
    [padColumns(name, width), ...cells.map((cell, i) => cell.padStart(periods[i]?.length ?? 0))].join("  ").trimEnd(),
  );
  return `${[...lines, ...(undated > 0 ? [texts.articlesUndated(undated)] : [])].join("\n")}\n`;
}
