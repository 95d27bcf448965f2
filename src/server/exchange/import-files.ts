import type { DecidedAnalysis } from "../../core/annotation/decided.js";
import { applyDecisions } from "../../core/annotation/decisions.js";
import { squeeze } from "../../core/annotation/quoted-text.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import { parseArticle } from "../../core/article/parse-article.js";
import { importDecisions } from "../../core/export/import-decisions.js";
import { articlesNamed, type Exchanged } from "../../core/export/import-files.js";
import { importProblemText } from "../../core/export/import-problem-texts.js";
import { analyze } from "../../core/recognize/analyze.js";
import type { ImportParams, ImportResult } from "../../protocol/exchange.js";
import { exchangeTextsFor } from "../../service/exchange-texts.js";
import type { FileEdit } from "../annotation/history.js";
import { type ExchangeHost, largestFile, type Progress } from "./exchange-host.js";
import { type ReadArticle, WorkspaceArticles } from "./workspace-articles.js";

/** Takes in what other programs wrote: one action for the reader, who can undo it. */
export async function importFiles(host: ExchangeHost, params: ImportParams, progress: Progress): Promise<ImportResult> {
  const texts = exchangeTextsFor(host.locale);
  const work = new Import(host, params, progress);
  await work.read();
  if (progress.cancelled) return { done: false, message: texts.importCancelled, articles: [], problems: [] };
  return work.write();
}

/** An article with what the import brings for it. */
interface Target extends ReadArticle {
  readonly put: Map<string, AnnotationRecord>;
}

class Import {
  readonly #articles: WorkspaceArticles;
  readonly #texts;
  /** The articles of the workspace by what an import may call them. */
  readonly #byPath = new Map<string, string[]>();
  readonly #targets = new Map<string, Target>();
  readonly #problems: string[] = [];

  constructor(
    private readonly host: ExchangeHost,
    private readonly params: ImportParams,
    private readonly progress: Progress,
  ) {
    this.#articles = new WorkspaceArticles(host);
    this.#texts = exchangeTextsFor(host.locale);
  }

  async read(): Promise<void> {
    for (const root of this.host.folders.all) {
      for (const uri of await this.#articles.below(root)) {
        const path = this.#articles.pathOf(uri);
        this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), uri]);
      }
    }
    const exchanged = await this.#exchanged();
    for (const [i, one] of exchanged.entries()) {
      if (this.progress.cancelled) return;
      this.progress.report(i, exchanged.length);
      await this.#take(one);
    }
  }

  /** Writes all of it as one action. What was written before a failure is kept and can be undone. */
  async write(): Promise<ImportResult> {
    const { annotations, actions, files, locale } = this.host;
    const edits: FileEdit[] = [];
    const articles: { uri: string; annotations: number }[] = [];
    for (const { uri, put } of this.#targets.values()) {
      const place = annotations.placeOf(uri);
      if (!place || put.size === 0) continue;
      edits.push({
        folder: place.folder,
        key: { article: place.article },
        edit: { put: [...put.values()], remove: [] },
      });
      articles.push({ uri, annotations: put.size });
    }
    const count = articles.reduce((sum, one) => sum + one.annotations, 0);
    const problems = this.#problems;
    try {
      if (edits.length > 0) await actions.history.make(this.#texts.importLabel(count), edits);
    } catch (error) {
      return { done: false, message: files.annotationFailure(error, locale), articles: [], problems };
    }
    const done = this.#targets.size > 0;
    const message = done
      ? this.#texts.importDone(count, articles.length, problems.length)
      : this.#texts.nothingImported(problems.length);
    return { done, message, articles, problems };
  }

  async #exchanged(): Promise<Exchanged[]> {
    const { exchange, locale } = this.host;
    const { format } = this.params;
    const all: Exchanged[] = [];
    for (const address of this.params.from) {
      const path = exchange.pathOf(address);
      if (path === undefined) {
        this.#problems.push(this.#texts.needsDisk);
        continue;
      }
      try {
        const files = await exchange.filesAt(path, format);
        if (files.length === 0) this.#problems.push(this.#texts.noneOfFormat(path, format));
        for (const file of files) {
          await this.host.files.pause();
          const { exchanged, problems } = await exchange.read(file, format);
          for (const problem of problems) this.#problems.push(`${file.path}: ${importProblemText(problem, locale)}`);
          all.push(...exchanged);
        }
      } catch (error) {
        this.#problems.push(this.#texts.notReadable(path, exchange.failureOf(error, locale).reason));
      }
    }
    return all;
  }

  async #take(one: Exchanged): Promise<void> {
    const { file, name = "", document } = one;
    const found = name === "" ? await this.#withSameText(one) : articlesNamed(name, [...this.#byPath.keys()]);
    const uris = found.flatMap((path) => this.#byPath.get(path) ?? []);
    const [uri] = uris;
    const target = uris.length === 1 && uri !== undefined ? await this.#target(uri) : undefined;
    if (!target) {
      const shown = name === "" ? "…" : name;
      this.#problems.push(
        uris.length > 1
          ? this.#texts.severalArticles(file, shown, found.join(", "))
          : this.#texts.noArticle(file, shown, this.#texts.theWorkspace),
      );
      return;
    }
    const { acceptSuggestions, complete } = this.params;
    // Two files may tell of one article: the second is judged by what the first has brought.
    const records = [
      ...new Map([...target.records, ...target.put.values()].map((record) => [record.id, record])).values(),
    ];
    const decided = target.put.size > 0 ? this.#decide(target, records) : target.decided;
    const hand = this.host.actions.hand();
    const { put, problems } = importDecisions(decided, records, document, { hand, acceptSuggestions, complete });
    for (const record of put) target.put.set(record.id, record);
    for (const problem of problems) this.#problems.push(`${file}: ${importProblemText(problem, this.host.locale)}`);
  }

  #decide({ uri, source }: ReadArticle, records: readonly AnnotationRecord[]): DecidedAnalysis {
    const { lexicon, rules } = this.host.annotations.knowledge;
    return applyDecisions(analyze({ uri, version: 0, source }, lexicon), records, rules);
  }

  async #target(uri: string): Promise<Target | undefined> {
    const known = this.#targets.get(uri);
    if (known) return known;
    const article = await this.#articles.read(uri);
    if (!article) return undefined;
    const target = { ...article, put: new Map() };
    this.#targets.set(uri, target);
    return target;
  }

  async #withSameText({ document }: Exchanged): Promise<string[]> {
    if (document.text === undefined) return [];
    const wanted = squeeze(document.text);
    const found: string[] = [];
    for (const [path, uris] of this.#byPath) {
      for (const uri of uris) {
        await this.host.files.pause();
        const file = await this.host.files.read(uri, largestFile(this.host));
        if (file && squeeze(parseArticle(file.text).text) === wanted) found.push(path);
      }
    }
    return [...new Set(found)];
  }
}
