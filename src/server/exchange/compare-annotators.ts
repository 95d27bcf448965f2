import { type AnnotatedPair, agreementOf, type Difference } from "../../core/annotation/agreement.js";
import type { OwnClass } from "../../core/annotation/own-classes.js";
import type { Article } from "../../core/article/article.js";
import { exportDocument } from "../../core/export/build-document.js";
import { ExchangeText } from "../../core/export/exchange-text.js";
import type { ExportDocument } from "../../core/export/export-document.js";
import { type Exchanged, importFormatOf } from "../../core/export/import-files.js";
import { LineIndex } from "../../core/text/line-index.js";
import { hull, textSpan } from "../../core/text/spans.js";
import { pathWithin } from "../../core/text/uris.js";
import type { Place } from "../../protocol/corpus.js";
import type { AgreementParams, AgreementResult, DifferenceItem, DifferingMark } from "../../protocol/exchange.js";
import { className } from "../../service/annotation-messages.js";
import { pairUp } from "../../service/annotator-pairs.js";
import { type SideArticle, sideOfDocuments, sideOfFiles } from "../../service/annotator-side.js";
import { exchangeTextsFor } from "../../service/exchange-texts.js";
import { AnnotatedFolder } from "./annotated-folder.js";
import { type ExchangeHost, largestFile, type Progress } from "./exchange-host.js";

/** An article that is at hand, so that a difference can be gone to. */
interface ArticleAtHand {
  readonly uri: string;
  readonly source: string;
  readonly article: Article;
}

interface Side {
  readonly articles: readonly SideArticle[];
  readonly classes: readonly OwnClass[];
  /** By what the side calls them. */
  readonly atHand: ReadonlyMap<string, ArticleAtHand>;
}

/** Compares what two annotators marked. Both sides are read from the disk, each with its own lexicon and decisions. */
export async function compareAnnotators(
  host: ExchangeHost,
  params: AgreementParams,
  progress: Progress,
): Promise<AgreementResult> {
  const { exchange, locale } = host;
  const texts = exchangeTextsFor(locale);
  const [pathA, pathB] = [exchange.pathOf(params.a), exchange.pathOf(params.b)];
  const names = [pathA ?? params.a, pathB ?? params.b] as const;
  const problems: string[] = [];
  const refused = (message: string): AgreementResult => ({ ...nothing, names, done: false, message, problems });
  if (pathA === undefined || pathB === undefined) return refused(texts.needsDisk);
  const reader = new SideReader(host, params.settled, progress, (problem) => problems.push(problem));
  const [a, b] = [await reader.read(pathA), await reader.read(pathB)];
  if (progress.cancelled) return refused(texts.comparisonCancelled);
  const { pairs, problems: unpaired } = pairUp(a.articles, b.articles);
  problems.push(...unpaired.map((problem) => texts.pairProblem(problem, names)));
  if (pairs.length === 0) return refused(texts.nothingShared);
  const { classes, overall, differences } = agreementOf(pairs);
  const own = [...a.classes, ...b.classes];
  const byArticle = new Map(pairs.map((pair) => [pair.article, { pair, index: new LineIndex(pair.text) }]));
  const item = (difference: Difference): DifferenceItem[] => {
    const known = byArticle.get(difference.article);
    if (!known) return [];
    const { pair, index } = known;
    return [
      itemOf(
        difference,
        pair,
        index,
        (type) => className(type, own, locale),
        a.atHand.get(pair.article) ?? b.atHand.get(pair.article),
      ),
    ];
  };
  return {
    done: true,
    message: texts.agreementDone(pairs.length, differences.length),
    names,
    articles: pairs.length,
    classes: classes.map(({ type, ...figures }) => ({ name: className(type, own, locale), ...defined(figures) })),
    overall: defined(overall),
    differences: differences.flatMap(item),
    problems,
  };
}

const nothing = {
  articles: 0,
  classes: [],
  overall: { both: 0, onlyA: 0, onlyB: 0 },
  differences: [],
} satisfies Partial<AgreementResult>;

/** What JSON would write as nothing at all. */
function defined<T extends { readonly f1: number | undefined; readonly kappa: number | undefined }>({
  f1,
  kappa,
  ...rest
}: T) {
  return { ...rest, ...(f1 === undefined ? {} : { f1 }), ...(kappa === undefined ? {} : { kappa }) };
}

function itemOf(
  { article, kind, a, b }: Difference,
  { text }: AnnotatedPair,
  index: LineIndex,
  nameOf: (type: string) => string,
  atHand: ArticleAtHand | undefined,
): DifferenceItem {
  const mark = (one: Difference["a"]): DifferingMark | undefined =>
    one && {
      type: nameOf(one.type),
      text: text.slice(one.span.start, one.span.end),
      ...(kind === "entity" && one.entity ? { entity: one.entity } : {}),
    };
  const [inA, inB] = [mark(a), mark(b)];
  const spans = [a, b].flatMap((one) => (one ? [one.span] : []));
  const span = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  const place = atHand && placeOf(span, text, atHand);
  return {
    kind,
    article,
    line: index.placeAt(span.start).line,
    ...(place ? { place } : {}),
    ...(inA ? { a: inA } : {}),
    ...(inB ? { b: inB } : {}),
  };
}

/** Where a span of the text that was compared stands in the article's file. */
function placeOf(
  span: { readonly start: number; readonly end: number },
  text: string,
  { uri, source, article }: ArticleAtHand,
): Place | undefined {
  const exchange = new ExchangeText(article.text);
  if (exchange.text !== text) return undefined;
  const { start, end } = exchange.original(span);
  const parts = article.map.toFile(textSpan(start, end));
  if (parts.length === 0) return undefined;
  const whole = hull(parts);
  const index = new LineIndex(source);
  const position = (offset: number) => {
    const { line, column } = index.placeAt(offset);
    return { line, character: column };
  };
  return { uri, range: { start: position(whole.start), end: position(whole.end) } };
}

/** Reads an annotator's work: a folder of articles with their annotations, or exported files. */
class SideReader {
  readonly #texts;

  constructor(
    private readonly host: ExchangeHost,
    private readonly settled: boolean,
    private readonly progress: Progress,
    private readonly report: (problem: string) => void,
  ) {
    this.#texts = exchangeTextsFor(host.locale);
  }

  async read(path: string): Promise<Side> {
    const { exchange, locale } = this.host;
    try {
      const exported = await exchange.exportedAt(path);
      return exported.length > 0 ? await this.#files(exported) : await this.#folder(path);
    } catch (error) {
      this.report(this.#texts.notReadable(path, exchange.failureOf(error, locale).reason));
      return { articles: [], classes: [], atHand: new Map() };
    }
  }

  async #files(files: Awaited<ReturnType<ExchangeHost["exchange"]["exportedAt"]>>): Promise<Side> {
    const { exchange, locale } = this.host;
    const exchanged: Exchanged[] = [];
    for (const file of files) {
      await this.host.files.pause();
      const format = importFormatOf(file.path);
      if (!format) {
        this.report(this.#texts.unknownEnding(file.path));
        continue;
      }
      try {
        exchanged.push(...(await exchange.read(file, format)).exchanged);
      } catch (error) {
        this.report(this.#texts.notReadable(file.path, exchange.failureOf(error, locale).reason));
      }
    }
    return { articles: sideOfFiles(exchanged, this.settled), classes: [], atHand: new Map() };
  }

  async #folder(path: string): Promise<Side> {
    const { exchange, files } = this.host;
    const root = exchange.uriOf((await exchange.annotatedFolder(path)) ?? path);
    const annotations = files.openAnnotations(root);
    const uris: string[] = [];
    for await (const uri of files.find(exchange.uriOf(path), () => false)) uris.push(uri);
    const folder = annotations && (await AnnotatedFolder.open(annotations, this.host.annotations.base));
    const documents: ExportDocument[] = [];
    const atHand = new Map<string, ArticleAtHand>();
    for (const [i, uri] of uris.entries()) {
      if (this.progress.cancelled || !folder) break;
      this.progress.report(i, uris.length);
      await files.pause();
      const file = await files.read(uri, largestFile(this.host));
      if (!file) continue;
      const name = pathWithin(uri, root);
      const { decided, records } = await folder.decide(uri, name, file.text);
      if (decided.analysis.article.form === "other") continue;
      const include = this.settled ? "settled" : "all";
      documents.push(exportDocument(decided, records, { path: name, include, classes: folder.classes }).document);
      atHand.set(name, { uri, source: file.text, article: decided.analysis.article });
    }
    return { articles: sideOfDocuments(documents), classes: folder?.classes ?? [], atHand };
  }
}
