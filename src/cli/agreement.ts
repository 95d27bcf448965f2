import { type Agreement, type AnnotatedPair, agreementOf, type Difference } from "../core/annotation/agreement.js";
import { squeeze } from "../core/annotation/quoted-text.js";
import { LineIndex } from "../core/text/line-index.js";
import { messagesFor } from "../service/messages.js";
import { annotationTextsFor } from "./annotation-texts.js";
import { readSide, type Side, type SideArticle } from "./annotator-side.js";
import type { Arguments } from "./arguments.js";
import { articlesNamed } from "./exchange-files.js";
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
  const { pairs, messages } = pairUp(a, b, [printable(pathA), printable(pathB)], args);
  for (const message of messages) await io.err.write(`${message}\n`);
  if (pairs.length === 0) {
    await io.err.write(`${own.nothingShared}\n`);
    return 1;
  }
  const result = agreementOf(pairs);
  await io.out.write(args.format === "json" ? formatJson(pairs, result) : formatText(pairs, result, args));
  return a.failed || b.failed ? 1 : 0;
}

/** Joins the two annotators' work on each article; messages name what could not be compared. */
function pairUp(
  a: Side,
  b: Side,
  paths: readonly [string, string],
  { locale }: Arguments,
): { readonly pairs: AnnotatedPair[]; readonly messages: string[] } {
  const own = annotationTextsFor(locale);
  const rest = new Set(b.articles);
  const pairs: AnnotatedPair[] = [];
  const messages: string[] = [];
  for (const mine of a.articles) {
    const theirs = counterpart(mine, [...rest]);
    const article = printable(mine.name ?? theirs?.name ?? `#${a.articles.indexOf(mine) + 1}`);
    const text = mine.text ?? theirs?.text;
    if (!theirs) messages.push(own.onlyIn(article, paths[0]));
    else if (text === undefined) messages.push(own.noText(paths[0]));
    else {
      const [inA, inB] = [mine.marksIn(text), theirs.marksIn(text)];
      for (const words of inA.lost) messages.push(own.notPlaced(article, printable(words), paths[0]));
      for (const words of inB.lost) messages.push(own.notPlaced(article, printable(words), paths[1]));
      pairs.push({ article, text, a: inA.marks, b: inB.marks });
    }
    if (theirs) rest.delete(theirs);
  }
  for (const theirs of rest) messages.push(own.onlyIn(printable(theirs.name ?? "…"), paths[1]));
  return { pairs, messages };
}

/** The other's work on the same article: by its name, else by its text. */
function counterpart({ name, text }: SideArticle, others: readonly SideArticle[]): SideArticle | undefined {
  const withSameText = () =>
    text === undefined
      ? undefined
      : others.find((other) => other.text !== undefined && squeeze(other.text) === squeeze(text));
  if (name === undefined) return withSameText();
  const names = others.flatMap((other) => other.name ?? []);
  const forms = [name, name.replace(/(?<=[^/])\.[^./]*$/, "")];
  const found = forms.map((form) => articlesNamed(form, names)).find((some) => some.length === 1)?.[0];
  return found === undefined ? withSameText() : others.find((other) => other.name === found);
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
    const where = `${article}:${(place?.line ?? 0) + 1}:${(place?.column ?? 0) + 1}`;
    return `${where}  ${own.difference[kind]}: ${[...side("A", a), ...side("B", b)].join(" · ")}`;
  });
  const head = own.differences(differences.length);
  return `${[...lines, "", head, ...differences].join("\n")}\n`;
}

function share(figure: number | undefined): string {
  return figure === undefined ? "–" : figure.toFixed(3);
}
