import { type ComparedItem, type ComparedPerson, type Comparison, compareArticles } from "../core/corpus/compare.js";
import { messagesFor } from "../service/messages.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { printable } from "./printable.js";
import { readCorpus } from "./read-corpus.js";
import type { Texts } from "./texts.js";

const formats = ["text", "json"] as const;

/** `tifa compare`: what sets two articles apart; the first is taken as the earlier one. */
export async function compare(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  const format = formats.find((one) => one === args.format);
  const [before, after, ...others] = args.paths;
  if (before === undefined || after === undefined || others.length > 0) throw new UsageError(texts.twoFiles);
  if (!format) throw new UsageError(texts.badFormat(args.format, formats));
  const { index, exit } = await readCorpus(args, io, host, texts);
  const [a, b] = [index.article(before), index.article(after)];
  if (!a || !b) {
    if (exit === 0) await io.err.write(`${texts.noArticles}\n`);
    return 1;
  }
  const found = compareArticles(a, b);
  await io.out.write(format === "json" ? asJson(found) : asText(found, args, texts));
  return exit;
}

/** Spans are UTF-16 offsets of the decoded files, half-open; addresses are the paths as given. */
function asJson({ before, after, ...rest }: Comparison): string {
  const article = ({ uri, ...head }: Comparison["before"]) => ({ path: uri, ...head });
  return `${JSON.stringify({ before: article(before), after: article(after), ...rest }, undefined, 2)}\n`;
}

function asText({ before, after, slogans, people, agencies }: Comparison, args: Arguments, texts: Texts): string {
  const types = messagesFor(args.locale).types;
  const head = (which: string, { uri, title, day }: Comparison["before"]) =>
    [which, day ?? texts.undated, title, uri].filter(Boolean).join("  ");
  const shown = (item: ComparedItem) => (item.candidate ? `${item.wording} (${types.candidate})` : item.wording);
  const chosen = (items: readonly ComparedItem[]) =>
    items.filter(({ candidate }) => args.candidates || !candidate).map(shown);
  const reworded = slogans.reworded
    .filter((pair) => args.candidates || !pair.before.candidate || !pair.after.candidate)
    .map((pair) => `${pair.before.wording} → ${pair.after.wording}`);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [`${texts.onlyIn("A")} · ${types.slogan}`, chosen(slogans.onlyBefore)],
    [`${texts.onlyIn("B")} · ${types.slogan}`, chosen(slogans.onlyAfter)],
    [texts.reworded, reworded],
    [`${texts.inBoth} · ${types.slogan}`, chosen(slogans.both.map(([, item]) => item))],
    [texts.people, people.map((person) => personLine(person, texts))],
    [`${texts.onlyIn("A")} · ${types.agency}`, chosen(agencies.onlyBefore)],
    [`${texts.onlyIn("B")} · ${types.agency}`, chosen(agencies.onlyAfter)],
  ];
  const body = sections.flatMap(([title, lines]) =>
    lines.length > 0 ? ["", title, ...lines.map((line) => `  ${line}`)] : [],
  );
  return `${[head("A", before), head("B", after), ...body].map(printable).join("\n")}\n`;
}

/** `2 → 1  景俊海  省长 → 书记`: places in the order of first mentions, a dash for an article without them. */
function personLine({ name, before, after, roleBefore, roleAfter, moved }: ComparedPerson, texts: Texts): string {
  const roles =
    roleBefore && roleAfter && roleBefore !== roleAfter ? `${roleBefore} → ${roleAfter}` : (roleAfter ?? roleBefore);
  const places = `${before ?? "–"} → ${after ?? "–"}`;
  return [places, name, roles ?? "", moved ? `(${texts.moved})` : ""].filter(Boolean).join("  ");
}
