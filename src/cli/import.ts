import { relative, resolve, sep } from "node:path";
import { applyDecisions } from "../core/annotation/decisions.js";
import type { Hand } from "../core/annotation/make-records.js";
import { squeeze } from "../core/annotation/quoted-text.js";
import { withRecords } from "../core/annotation/store.js";
import { parseArticle } from "../core/article/parse-article.js";
import { importDecisions } from "../core/export/import-decisions.js";
import { articlesNamed, type Exchanged, type ImportFormat, importFormats } from "../core/export/import-files.js";
import { importProblemText } from "../core/export/import-problem-texts.js";
import type { ImportProblem } from "../core/export/imported.js";
import { exchangeFilesAt, readExchange } from "../node/exchange-files.js";
import { findFiles, isFolder, readText } from "../node/file-workspace.js";
import { AnnotatedFiles } from "./annotated-files.js";
import { annotationTextsFor } from "./annotation-texts.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { printable } from "./printable.js";
import type { Texts } from "./texts.js";

/** `tifa import`: turns what other programs exported into decisions and notes beside the articles. */
export async function importFiles(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  const own = annotationTextsFor(args.locale);
  const format = importFormats.find((known) => known === args.format);
  if (args.paths.length === 0) throw new UsageError(texts.noFiles);
  if (!format) throw new UsageError(own.badChoice("--format", importFormats, args.format));
  if (args.into === undefined) throw new UsageError(own.intoNeeded);
  if (!(await isFolder(args.into))) {
    await io.err.write(`${own.noFolder(printable(args.into))}\n`);
    return 1;
  }
  const importer = new Importer(args, args.into, io, host, texts);
  await importer.learn();
  for (const given of args.paths) await importer.importAt(given, format);
  return importer.complete ? 0 : 1;
}

class Importer {
  /** Whether nothing was left out so far. */
  complete = true;
  private readonly annotated: AnnotatedFiles;
  private readonly own;
  /** The paths of the articles by what annotations call them. */
  private readonly articles = new Map<string, string>();

  constructor(
    private readonly args: Arguments,
    private readonly into: string,
    private readonly io: Io,
    host: Host,
    texts: Texts,
  ) {
    this.annotated = new AnnotatedFiles(host, { ...args, decisions: true }, io, texts);
    this.own = annotationTextsFor(args.locale);
  }

  async learn(): Promise<void> {
    for await (const file of findFiles([this.into])) {
      if ("error" in file) continue;
      await this.annotated.learn(file.path, this.into).catch(() => undefined);
      const { folder } = await this.annotated.workspaceOf(file.path, this.into);
      this.articles.set(relative(folder.root, resolve(file.path)).split(sep).join("/"), file.path);
    }
  }

  async importAt(given: string, format: ImportFormat): Promise<void> {
    const files = await exchangeFilesAt(given, format);
    if (files.length === 0) await this.say(this.own.notReadable(printable(given), printable(`no ${format}`)));
    for (const file of files) {
      try {
        const { exchanged, problems } = await readExchange(file, format);
        for (const problem of problems) await this.report(file.path, problem);
        for (const one of exchanged) await this.importOne(one);
      } catch (error) {
        if (error instanceof SyntaxError) await this.say(this.own.notReadable(printable(file.path), error.message));
        else await this.say(this.annotated.failureOf(file.path, error));
      }
    }
  }

  private async importOne(one: Exchanged): Promise<void> {
    const { file, name = "" } = one;
    const found = name === "" ? await this.withSameText(one) : articlesNamed(name, [...this.articles.keys()]);
    const shown = printable(name === "" ? "…" : name);
    const path = found.length === 1 ? this.articles.get(found[0] ?? "") : undefined;
    if (path === undefined) {
      const text =
        found.length === 0
          ? this.own.noArticle(printable(file), shown, printable(this.into))
          : this.own.severalArticles(printable(file), shown, printable(found.join(", ")));
      await this.say(text);
      return;
    }
    await this.take(path, one);
  }

  /** Decides on what is in the annotation file at the moment of writing: nobody's work is overruled unseen. */
  private async take(path: string, { file, document }: Exchanged): Promise<void> {
    const { article, analysis, workspace } = await this.annotated.read(path, this.into);
    let count = 0;
    let problems: readonly ImportProblem[] = [];
    await workspace.folder.update({ article }, (store) => {
      const records = [...store.records.values()];
      const now = applyDecisions(analysis, records, workspace.broad);
      const { accept: acceptSuggestions, complete } = this.args;
      const result = importDecisions(now, records, document, { hand: this.hand(), acceptSuggestions, complete });
      count = result.put.length;
      problems = result.problems;
      return withRecords(store, result.put);
    });
    await this.io.out.write(`${this.own.imported(printable(path), count)}\n`);
    for (const problem of problems) await this.report(file, problem);
  }

  private async withSameText({ document }: Exchanged): Promise<string[]> {
    if (document.text === undefined) return [];
    const wanted = squeeze(document.text);
    const found: string[] = [];
    for (const [article, path] of this.articles) {
      const source = await readText(path).catch(() => undefined);
      if (source !== undefined && squeeze(parseArticle(source).text) === wanted) found.push(article);
    }
    return found;
  }

  private hand(): Hand {
    const { annotator } = this.args;
    return { ...(annotator ? { by: annotator } : {}), at: new Date().toISOString(), random: Math.random };
  }

  private report(file: string, problem: ImportProblem): Promise<void> {
    return this.say(`${printable(file)}: ${printable(importProblemText(problem, this.args.locale))}`);
  }

  private async say(line: string): Promise<void> {
    this.complete = false;
    await this.io.err.write(`${line}\n`);
  }
}
