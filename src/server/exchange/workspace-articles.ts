import type { DecidedAnalysis } from "../../core/annotation/decided.js";
import { applyDecisions } from "../../core/annotation/decisions.js";
import type { OwnClass } from "../../core/annotation/own-classes.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import { analyze } from "../../core/recognize/analyze.js";
import { canonicalUri, pathWithin } from "../../core/text/uris.js";
import { type ExchangeHost, largestFile } from "./exchange-host.js";

/** An article as it is now, open or not, with what its reader has decided. */
export interface ReadArticle {
  /** Canonical. */
  readonly uri: string;
  /** From its folder, with `/`; its name where it lies in none. */
  readonly path: string;
  /** The text that the analysis counts in. */
  readonly source: string;
  readonly decided: DecidedAnalysis;
  readonly records: readonly AnnotationRecord[];
  readonly classes: readonly OwnClass[];
}

/** The articles of the workspace's folders, for work on many of them. */
export class WorkspaceArticles {
  constructor(private readonly host: ExchangeHost) {}

  /** The addresses of the files below a folder that may be articles, or of the article itself. */
  async below(uri: string): Promise<string[]> {
    const canonical = canonicalUri(uri);
    if (this.host.articles.analysedAt(canonical)) return [canonical];
    const found: string[] = [];
    for await (const one of this.host.files.find(canonical, (other) => this.host.folders.isExcluded(other)))
      found.push(one);
    return found;
  }

  /** Undefined where it cannot be read or is no article. Lets requests through before it starts. */
  async read(uri: string): Promise<ReadArticle | undefined> {
    await this.host.files.pause();
    const canonical = canonicalUri(uri);
    const { knowledge } = this.host.annotations;
    const common = { uri: canonical, path: this.pathOf(canonical), classes: knowledge.classes };
    const records = this.host.annotations.recordsOf(canonical);
    const open = this.host.articles.analysedAt(canonical);
    if (open) {
      if (open.analysis.article.form === "other") return undefined;
      return { ...common, source: open.document.getText(), decided: open.decided, records };
    }
    const file = await this.host.files.read(canonical, largestFile(this.host));
    if (!file) return undefined;
    const analysis = analyze({ uri: canonical, version: 0, source: file.text }, knowledge.lexicon);
    if (analysis.article.form === "other") return undefined;
    return { ...common, source: file.text, decided: applyDecisions(analysis, records, knowledge.rules), records };
  }

  pathOf(uri: string): string {
    const folder = this.host.folders.folderOf(uri);
    return folder === undefined ? pathWithin(uri, uri.slice(0, uri.lastIndexOf("/"))) : pathWithin(uri, folder);
  }
}
