import type { DecidedAnalysis } from "../../core/annotation/decided.js";
import { applyDecisions } from "../../core/annotation/decisions.js";
import { ownEntries, termsAsAdditions, withWorkspace } from "../../core/annotation/lexicon-overlay.js";
import type { OwnClass } from "../../core/annotation/own-classes.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import { parseWorkspaceLexicon } from "../../core/annotation/workspace-lexicon.js";
import { BroadRules } from "../../core/annotation/workspace-rules.js";
import { Lexicon } from "../../core/lexicon/lexicon.js";
import { analyze } from "../../core/recognize/analyze.js";
import type { AnnotationFiles } from "../../service/ports.js";

/** What an annotator's own folder says of its articles, whether it belongs to the workspace or not. */
export class AnnotatedFolder {
  private constructor(
    private readonly files: AnnotationFiles,
    private readonly lexicon: Lexicon,
    private readonly rules: BroadRules,
    readonly classes: readonly OwnClass[],
  ) {}

  /** Reads what lies in `.tifa/`. Rejects where any of it cannot be read: to leave it out would be to compare wrongly. */
  static async open(files: AnnotationFiles, base: Lexicon): Promise<AnnotatedFolder> {
    const lexicon = parseWorkspaceLexicon(await files.readLexicon());
    const broad: AnnotationRecord[] = [];
    for (const key of ["workspace" as const, ...(await files.articles()).map((article) => ({ article }))]) {
      const { store } = await files.read(key);
      for (const record of store.records.values())
        if ((record.kind === "decision" || record.kind === "addition") && record.scope === "workspace")
          broad.push(record);
    }
    const data = withWorkspace(base.data, ownEntries([lexicon], broad));
    return new AnnotatedFolder(
      files,
      data === base.data ? base : new Lexicon(data, base),
      new BroadRules([...termsAsAdditions(lexicon), ...broad], "workspace"),
      lexicon.classes,
    );
  }

  /** `path` is the article's, from the folder, with `/`. Rejects where its annotations cannot be read. */
  async decide(
    uri: string,
    path: string,
    source: string,
  ): Promise<{ readonly decided: DecidedAnalysis; readonly records: readonly AnnotationRecord[] }> {
    const { store } = await this.files.read({ article: path });
    const records = [...store.records.values()];
    const analysis = analyze({ uri, version: 0, source }, this.lexicon);
    return { decided: applyDecisions(analysis, records, this.rules), records };
  }
}
