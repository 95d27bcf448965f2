import { TextDocument } from "vscode-languageserver-textdocument";
import type { DecidedAnalysis } from "../../core/annotation/decided.js";
import { applyDecisions } from "../../core/annotation/decisions.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import type { BroadRules } from "../../core/annotation/workspace-rules.js";
import { parseArticle } from "../../core/article/parse-article.js";
import { analyze } from "../../core/recognize/analyze.js";
import { canonicalUri } from "../../core/text/uris.js";
import { type AnnotatedArticle, annotatedArticle, missingArticle } from "../../service/annotation-list.js";
import type { Locale } from "../../service/locale.js";
import type { WorkspaceFiles } from "../../service/ports.js";
import type { Analysed } from "../answers.js";
import type { Annotations } from "./annotations.js";

/** An article with what is annotated in it, and the text that its spans are of. */
export interface ListedArticle {
  readonly document: TextDocument;
  readonly listed: AnnotatedArticle;
}

interface Known extends ListedArticle {
  readonly records: readonly AnnotationRecord[];
  readonly rules: BroadRules;
  /** The visible text, and what of the workspace bears on it: words that stand in it, and names of classes. */
  readonly text: string;
  readonly bearing: string;
  /** Of an open document. */
  readonly decided?: DecidedAnalysis;
}

/** How long the list is worked on before requests are let through, in milliseconds. */
const slice = 5;

/** What every annotated article of the workspace has of notes, relations and lost annotations: kept until it changes. */
export class AnnotatedArticles {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly annotations: Annotations,
    private readonly files: WorkspaceFiles | undefined,
    private readonly analysed: (uri: string) => Analysed | undefined,
    private readonly locale: Locale,
    /** Larger files are not read, in bytes. */
    private readonly largest: () => number,
  ) {}

  /** Forgets what was read of files that may be others now. */
  forget(uris: readonly string[]): void {
    for (const uri of uris) this.#known.delete(uri);
  }

  async all(): Promise<ListedArticle[]> {
    const all: ListedArticle[] = [];
    const there = new Set<string>();
    let end = performance.now() + slice;
    for (const folder of this.annotations.folders) {
      for (const article of folder.articles) {
        const uri = this.annotations.uriOf({ folder, article });
        there.add(uri);
        all.push(await this.#article(uri, article));
        if (performance.now() < end) continue;
        await this.files?.pause();
        end = performance.now() + slice;
      }
    }
    for (const uri of this.#known.keys()) if (!there.has(uri)) this.#known.delete(uri);
    return all;
  }

  async #article(uri: string, path: string): Promise<ListedArticle> {
    const { rules, words, classes } = this.annotations.knowledge;
    const records = this.annotations.recordsOf(uri);
    const open = this.analysed(uri);
    const known = this.#known.get(uri);
    const bearingOn = (text: string) => `${words.touching(text)} ${JSON.stringify(classes)}`;
    if (known && known.records === records && known.decided === open?.decided) {
      if (known.rules === rules) return known;
      // Other rules than before, but none that bear on this article.
      if (known.bearing === bearingOn(known.text)) return this.#keep(uri, { ...known, rules });
    }
    const wording = { locale: this.locale, classes };
    const keep = (document: TextDocument, listed: AnnotatedArticle, text: string, decided?: DecidedAnalysis) =>
      this.#keep(uri, {
        document,
        listed,
        records,
        rules,
        text,
        bearing: bearingOn(text),
        ...(decided ? { decided } : {}),
      });
    if (open) {
      const { document, decided } = open;
      const listed = annotatedArticle(path, decided, records, wording);
      return keep(document, listed, decided.analysis.article.text, decided);
    }
    const source = (await this.files?.read(uri, this.largest()))?.text;
    const document = TextDocument.create(uri, "policy-article", 0, source ?? "");
    if (source === undefined) return keep(document, missingArticle(uri, path, records, wording), "");
    const decided = this.#decided(uri, source, records);
    return keep(document, annotatedArticle(path, decided, records, wording), decided.analysis.article.text);
  }

  #decided(uri: string, source: string, records: readonly AnnotationRecord[]): DecidedAnalysis {
    const { lexicon, rules } = this.annotations.knowledge;
    // Only relations ask what is recognised; all else hangs on the text alone.
    const analysis = records.some(({ kind }) => kind === "relation")
      ? analyze({ uri, version: 0, source }, lexicon)
      : { uri, version: 0, lexiconVersion: "", article: parseArticle(source), mentions: [], entities: new Map() };
    return applyDecisions(analysis, records, rules);
  }

  #keep(uri: string, known: Known): ListedArticle {
    this.#known.set(canonicalUri(uri), known);
    return known;
  }
}
