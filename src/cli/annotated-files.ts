import { join, relative, resolve, sep } from "node:path";
import type { DecidedAnalysis, Orphan } from "../core/annotation/decided.js";
import { applyDecisions } from "../core/annotation/decisions.js";
import { termsAsAdditions, withWorkspace } from "../core/annotation/lexicon-overlay.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import { lexiconPath, type StoreKey } from "../core/annotation/paths.js";
import { lexiconProblemText, orphanText, storeProblemText } from "../core/annotation/problem-texts.js";
import type { AnnotationRecord } from "../core/annotation/records.js";
import { emptyStore } from "../core/annotation/store.js";
import { parseWorkspaceLexicon } from "../core/annotation/workspace-lexicon.js";
import { BroadRules } from "../core/annotation/workspace-rules.js";
import { Lexicon } from "../core/lexicon/lexicon.js";
import type { Analysis } from "../core/recognize/analysis.js";
import { AnnotationFolder } from "../node/annotation-store.js";
import { findFiles, isFolder } from "../node/file-workspace.js";
import { annotatedFolder } from "../node/find-annotations.js";
import { StoreError, storeErrorText } from "../node/store-error.js";
import type { Segmenter } from "../service/ports.js";
import { FileAnalyser } from "./analyse-file.js";
import { annotationTextsFor, placeIn } from "./annotation-texts.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import type { Io } from "./io.js";
import { printable } from "./printable.js";
import { failureText, type Texts } from "./texts.js";

/** An article with its reader's decisions applied. */
export interface AnnotatedFile {
  /** Its path from the folder that its annotations lie in, with `/`. */
  readonly article: string;
  /** What was recognised, before the decisions. */
  readonly analysis: Analysis;
  readonly decided: DecidedAnalysis;
  readonly records: readonly AnnotationRecord[];
  readonly workspace: Workspace;
}

/** A folder of articles with what its `.tifa/` says of all of them. */
export interface Workspace {
  readonly folder: AnnotationFolder;
  readonly analyser: FileAnalyser;
  readonly classes: readonly OwnClass[];
  readonly broad: BroadRules;
}

/** Analyses articles with the decisions, notes and lexicon that lie beside them. */
export class AnnotatedFiles {
  readonly #host: Host;
  readonly #lexicon: Lexicon;
  readonly #workspaces = new Map<string, Promise<Workspace>>();

  constructor(
    host: Host,
    private readonly args: Arguments,
    private readonly io: Io,
    private readonly texts: Texts,
  ) {
    this.#host = sharingSegmenter(host);
    this.#lexicon = host.lexicon();
  }

  /** The same for every article of a folder; one that cannot be read teaches nothing, and is named when it is its turn. */
  async learnBelow(given: string): Promise<void> {
    if (!(await isFolder(given))) return;
    for await (const file of findFiles([given]))
      if (!("error" in file)) await this.learn(file.path, given).catch(() => undefined);
  }

  /** Learns the names that a file's article proves, as evidence in the others of its folder. */
  async learn(path: string, given: string): Promise<void> {
    const { analyser } = await this.workspaceOf(path, given);
    await analyser.learn(path);
  }

  /**
   * Reads one article. `given` is the path it was reached by, in which annotations belong where no `.tifa/`
   * is there yet. Rejects where the article or its annotations cannot be read.
   */
  async read(path: string, given: string): Promise<AnnotatedFile> {
    const workspace = await this.workspaceOf(path, given);
    const article = relative(workspace.folder.root, resolve(path)).split(sep).join("/");
    const { analysis } = await workspace.analyser.analyse(path);
    const { store } = this.args.decisions ? await workspace.folder.read({ article }) : { store: emptyStore };
    const records = [...store.records.values()];
    return { article, analysis, decided: applyDecisions(analysis, records, workspace.broad), records, workspace };
  }

  async workspaceOf(path: string, given: string): Promise<Workspace> {
    const nearest = await annotatedFolder(join(resolve(path), ".."));
    const root = nearest ?? (resolve(given) === resolve(path) ? join(resolve(path), "..") : resolve(given));
    return this.workspaceAt(root);
  }

  workspaceAt(root: string): Promise<Workspace> {
    const known = this.#workspaces.get(root) ?? this.load(root);
    this.#workspaces.set(root, known);
    return known;
  }

  /** Names the annotations that have no place in their article now. */
  async reportOrphans(path: string, orphans: readonly Orphan[]): Promise<void> {
    const { locale } = this.args;
    const texts = annotationTextsFor(locale);
    for (const { record, anchor, reason } of orphans) {
      const words = printable(anchor.exact);
      await this.say(texts.orphan(printable(path), words, texts.kinds[record.kind], orphanText(reason, locale)));
    }
  }

  /** Why a file could not be read, in one sentence. */
  failureOf(path: string, error: unknown): string {
    if (error instanceof StoreError) return printable(storeErrorText(error, this.args.locale));
    return this.texts.unreadable(printable(path), failureText(error, this.texts));
  }

  private async load(root: string): Promise<Workspace> {
    const folder = new AnnotationFolder(root);
    const lexicon = parseWorkspaceLexicon(await this.lexiconIn(folder));
    const records = this.args.decisions ? await this.recordsIn(folder) : [];
    const everywhere = records.filter(
      (record) => (record.kind === "decision" || record.kind === "addition") && record.scope === "workspace",
    );
    const base = this.#lexicon;
    const data = withWorkspace(base.data, lexicon, everywhere);
    const host: Host = { ...this.#host, lexicon: () => (data === base.data ? base : new Lexicon(data, base)) };
    return {
      folder,
      analyser: new FileAnalyser(host, this.args, this.io, this.texts),
      classes: lexicon.classes,
      broad: new BroadRules([...termsAsAdditions(lexicon), ...everywhere], "workspace"),
    };
  }

  private async lexiconIn(folder: AnnotationFolder): Promise<string> {
    if (!this.args.decisions) return "";
    const source = await folder.readLexicon();
    const path = printable(join(folder.root, ...lexiconPath.split("/")));
    for (const problem of parseWorkspaceLexicon(source).problems) {
      const text = printable(lexiconProblemText(problem, this.args.locale));
      await this.say(`${placeIn(path, source, problem.span.start)}: ${text}`);
    }
    return source;
  }

  /** Every record of a folder; an annotation file that cannot be read is named, and costs no other. */
  private async recordsIn(folder: AnnotationFolder): Promise<AnnotationRecord[]> {
    const keys: StoreKey[] = ["workspace", ...(await folder.articles()).map((article) => ({ article }))];
    const records: AnnotationRecord[] = [];
    for (const key of keys) {
      try {
        const { store, problems } = await folder.read(key);
        for (const record of store.records.values()) records.push(record);
        for (const problem of problems) {
          const text = printable(storeProblemText(problem, this.args.locale));
          await this.say(`${printable(folder.pathOf(key))}:${problem.line + 1}: ${text}`);
        }
      } catch (error) {
        await this.say(this.failureOf(folder.root, error));
      }
    }
    return records;
  }

  private async say(line: string): Promise<void> {
    await this.io.err.write(`${line}\n`);
  }
}

/** A host whose segmenter is loaded once, however many folders there are. */
function sharingSegmenter(host: Host): Host {
  let segmenter: Segmenter | undefined;
  return {
    ...host,
    segmenter: () => {
      segmenter ??= host.segmenter();
      return segmenter;
    },
  };
}
