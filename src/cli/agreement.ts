import { type Agreement, type AnnotatedPair, agreementOf, type Difference } from "../core/annotation/agreement.js";
import { LineIndex } from "../core/text/line-index.js";
import { pairUp } from "../service/annotator-pairs.js";
import { messagesFor } from "../service/messages.js";
import { annotationTextsFor } from "./annotation-texts.js";
import { readSide } from "./annotator-side.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { columns, padColumns, printable } from "./printable.js";
import type { Texts } from "./texts.js";

/** `tifa agreement`: compares what two annotators marked, class by class, and lists what they differ in. */
export async function agreement(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  const own = annotationTextsFor(args.locale);
  const [pathA, pathB, ...others] = args.paths;
  if (pathA === undefined || pathB === undefined || others.length > 0) throw new UsageError(own.twoSides);
  if (args.format !== "text" && args.format !== "json")
    throw new UsageError(own.badChoice("--format", ["text", "json"], args.format));
  const a = await readSide(pathA, args, io, host, texts);
  const b = await readSide(pathB, args, io, host, texts);
  const { pairs, problems } = pairUp(a.articles, b.articles);
  for (const problem of problems) await io.err.write(`${printable(own.pairProblem(problem, [pathA, pathB]))}\n`);
  if (pairs.length === 0) {
    await io.err.write(`${own.nothingShared}\n`);
    return 1;
  }
  const result = agreementOf(pairs);
  await io.out.write(args.format === "json" ? formatJson(pairs, result) : formatText(pairs, result, args));
  return a.failed || b.failed ? 1 : 0;
}

function formatJson(pairs: readonly AnnotatedPair[], { classes, overall, differences }: Agreement): string {
  const texts = new Map(pairs.map(({ article, text }) => [article, text]));
  const shown = differences.map((difference) => {
    const text = texts.get(difference.article) ?? "";
    const side = (mark: Difference["a"]) =>
      mark && { type: mark.type, ...mark.span, text: text.slice(mark.span.start, mark.span.end), entity: mark.entity };
    return { article: difference.article, kind: difference.kind, a: side(difference.a), b: side(difference.b) };
  });
  const articles = pairs.map(({ article }) => article);
  return `${JSON.stringify({ articles, overall, classes, differences: shown }, undefined, 2)}\n`;
}

function formatText(pairs: readonly AnnotatedPair[], result: Agreement, { locale }: Arguments): string {
  const own = annotationTextsFor(locale);
  const names: Readonly<Record<string, string>> = messagesFor(locale).types;
  const nameOf = (type: string) => (Object.hasOwn(names, type) ? (names[type] ?? type) : type);
  const rows = [
    ...result.classes.map(({ type, ...rest }) => ({ name: nameOf(type), ...rest })),
    { name: own.overall, ...result.overall },
  ].map(({ name, both, onlyA, onlyB, f1, kappa }) => [name, both, onlyA, onlyB, share(f1), share(kappa)].map(String));
  const table = [[...own.columns], ...rows];
  const widths = own.columns.map((_, i) => Math.max(...table.map((row) => columns(row[i] ?? ""))));
  const lines = table.map((row) =>
    row
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        return i === 0 ? padColumns(cell, width) : " ".repeat(width - columns(cell)) + cell;
      })
      .join("  "),
  );
  const indexes = new Map(pairs.map(({ article, text }) => [article, { text, index: new LineIndex(text) }]));
  const differences = result.differences.map(({ article, kind, a, b }) => {
    const { text = "", index } = indexes.get(article) ?? {};
    const place = index?.placeAt(Math.min(a?.span.start ?? text.length, b?.span.start ?? text.length));
    const side = (letter: string, mark: Difference["a"]) => {
      if (!mark) return [];
      const words = printable(text.slice(mark.span.start, mark.span.end));
      const entity = kind === "entity" && mark.entity ? ` = ${printable(mark.entity)}` : "";
      return [`${letter} ${nameOf(mark.type)} “${words}”${entity}`];
    };
    const where = `${printable(article)}:${(place?.line ?? 0) + 1}:${(place?.column ?? 0) + 1}`;
    return `${where}  ${own.difference[kind]}: ${[...side("A", a), ...side("B", b)].join(" · ")}`;
  });
  const head = own.differences(differences.length);
  return `${[...lines, "", head, ...differences].join("\n")}\n`;
}

function share(figure: number | undefined): string {
  return figure === undefined ? "–" : figure.toFixed(3);
}
