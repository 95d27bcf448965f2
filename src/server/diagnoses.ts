import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { PostHolders } from "../core/corpus/post-holders.js";
import { canonicalUri } from "../core/text/uris.js";
import type { Finding } from "../service/checks/check.js";
import { findingText } from "../service/checks/check-texts.js";
import { findingsIn } from "../service/checks/run-checks.js";
import type { CheckLevel } from "../service/settings.js";
import { type Analysed, diagnosticsAnswer, source } from "./answers.js";
import type { Articles, OpenDocuments } from "./articles.js";
import type { Corpus } from "./corpus.js";
import { Delays } from "./delays.js";
import { toRange } from "./positions.js";
import type { WorkspaceIndex } from "./workspace-index.js";

/** How long other articles must have been at rest before open ones are checked against them anew, in milliseconds. */
const rest = 1000;

/** How many articles are taken up for the checks before requests are let through. */
const slice = 100;

const severities: Readonly<Record<Exclude<CheckLevel, "off">, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
};

interface Checked {
  /** What was checked: another version, other decisions or another index have to be checked anew. */
  readonly decided: Analysed["decided"];
  readonly revision: number;
  readonly findings: readonly Finding[];
}

/** Tells what is wrong with open articles, and what is doubtful in them, once their highlights are out. */
export class Diagnoses {
  readonly #soon = new Delays(0);
  readonly #later = new Delays(rest);
  readonly #checked = new Map<string, Checked>();
  readonly #holders: PostHolders;

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly articles: Articles,
    private readonly index: WorkspaceIndex,
    /** Whether the client shows places that a diagnostic refers to. */
    private readonly refers: boolean,
    private readonly failed: (about: string, error: unknown) => void,
  ) {
    this.#holders = new PostHolders(index.corpus.index);
  }

  /** Takes up an analysis that has been sent. */
  analysed(uri: string): void {
    this.#soon.schedule(uri, () => this.#tell([uri]));
  }

  /** Checks open articles against the others as they are now, when these have come to rest. */
  indexed(): void {
    if (this.articles.settings.checks === "off") return;
    this.#later.schedule("", () => {
      const { revision } = this.index.corpus.index;
      const open = this.documents.all().map(({ uri }) => uri);
      this.#tell(open.filter((uri) => this.#checked.get(uri)?.revision !== revision));
    });
  }

  closed(uri: string): void {
    this.#soon.cancel(uri);
    this.#checked.delete(uri);
  }

  dispose(): void {
    this.#soon.cancelAll();
    this.#later.cancelAll();
  }

  /** Takes up what the index has learned, in slices; without it the next question would wait for all of that. */
  async prepare(): Promise<void> {
    if (this.articles.settings.checks === "off") return;
    while (!this.#holders.catchUp(slice)) await new Promise((resolve) => setTimeout(resolve));
  }

  /** What is doubtful in an article as it is now; nothing where the reader does not want to know. */
  findings({ document, decided, lexicon }: Analysed): readonly Finding[] {
    if (this.articles.settings.checks === "off") return [];
    const record = this.index.current(document.uri);
    const { index } = this.index.corpus;
    const known = this.#checked.get(document.uri);
    if (known?.decided === decided && known.revision === index.revision) return known.findings;
    const findings = record ? findingsIn({ record, decided }, { index, holders: this.#holders, lexicon }) : [];
    this.#checked.set(document.uri, { decided, revision: index.revision, findings });
    return findings;
  }

  #tell(uris: readonly string[]): void {
    const told = this.prepare().then(async () => {
      for (const uri of uris) await this.#send(uri);
    });
    told.catch((error: unknown) => this.failed("diagnostics", error));
  }

  async #send(uri: string): Promise<void> {
    const analysed = this.articles.analysed(uri);
    if (!analysed) return;
    const { version } = analysed.analysis;
    const problems = this.articles.settings.problems ? diagnosticsAnswer(analysed) : [];
    await this.connection.sendDiagnostics({ uri, version, diagnostics: [...problems, ...this.#doubts(analysed)] });
  }

  #doubts(analysed: Analysed): Diagnostic[] {
    const { checks } = this.articles.settings;
    if (checks === "off") return [];
    try {
      return this.findings(analysed).map((finding) => ({
        ...findingDiagnostic(analysed, finding),
        severity: severities[checks],
        ...(this.refers ? { relatedInformation: relatedTo(finding, this.index.corpus) } : {}),
      }));
    } catch (error) {
      this.failed(`checks of ${analysed.document.uri}`, error);
      return [];
    }
  }
}

/** A finding as it is told, without its severity. */
export function findingDiagnostic({ document, locale }: Analysed, finding: Finding): Diagnostic {
  return {
    range: toRange(document, finding.span),
    source,
    code: finding.code,
    message: findingText(finding, locale),
  };
}

function relatedTo({ sources }: Finding, corpus: Corpus): NonNullable<Diagnostic["relatedInformation"]> {
  return sources.map(({ uri, span, sentence, day }) => ({
    location: corpus.place(canonicalUri(uri), span),
    message: day ? `${day}  ${sentence}` : sentence,
  }));
}
