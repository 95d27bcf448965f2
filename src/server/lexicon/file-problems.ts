import { type Connection, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseWorkspaceLexicon } from "../../core/annotation/workspace-lexicon.js";
import type { LexiconProblem } from "../../core/annotation/yaml-fields.js";
import { canonicalUri } from "../../core/text/uris.js";
import { lexiconDiagnostics } from "../../service/lexicon-file.js";
import type { Locale } from "../../service/locale.js";
import { storeDiagnostics } from "../../service/store-diagnostics.js";
import { type Annotations, storeUri } from "../annotation/annotations.js";
import { source } from "../answers.js";
import type { OpenDocuments } from "../articles.js";
import { Delays } from "../delays.js";
import { toRange } from "../positions.js";
import { isLexicon, lexiconUri } from "./lexicon-documents.js";

const idle = 150;
const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Reports what is wrong with the files of `.tifa/`: a lexicon that is open as it is typed, all else as it is on the disk. */
export class FileProblems {
  readonly #delays = new Delays(idle);
  /** What was sent of each file on the disk that has problems. */
  readonly #sent = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly annotations: Annotations,
    private readonly locale: Locale,
  ) {}

  /** Looks at the files on the disk, as far as they are known, and at the lexicons that are open. */
  refresh(): void {
    const found = new Map<string, Diagnostic[]>();
    for (const folder of this.annotations.folders) {
      const { lexicon, lexiconText } = folder;
      const document = TextDocument.create("", "yaml", 0, lexiconText);
      found.set(lexiconUri(folder), this.#ofLexicon(document, lexicon.problems));
      for (const { key, problems } of folder.problems()) {
        const all = storeDiagnostics(problems, this.locale);
        found.set(
          storeUri(folder, key),
          all.map(({ line, length, severity, code, message }) => ({
            range: { start: { line, character: 0 }, end: { line, character: length } },
            severity: severities[severity],
            source,
            code,
            message,
          })),
        );
      }
    }
    const open = this.documents.all().filter(({ uri }) => isLexicon(uri));
    for (const { uri } of open) found.delete(canonicalUri(uri));
    for (const uri of new Set([...this.#sent.keys(), ...found.keys()])) this.#send(uri, found.get(uri) ?? []);
    for (const document of open) this.#sendOpen(document);
  }

  opened(document: TextDocument): void {
    this.#send(canonicalUri(document.uri), []);
    this.#sendOpen(document);
  }

  changed({ uri }: TextDocument): void {
    this.#delays.schedule(uri, () => {
      const document = this.documents.get(uri);
      if (document) this.#sendOpen(document);
    });
  }

  closed({ uri }: TextDocument): void {
    this.#delays.cancel(uri);
    this.refresh();
  }

  dispose(): void {
    this.#delays.cancelAll();
  }

  #sendOpen(document: TextDocument): void {
    const { uri, version } = document;
    const { problems } = parseWorkspaceLexicon(document.getText());
    void this.connection.sendDiagnostics({ uri, version, diagnostics: this.#ofLexicon(document, problems) });
  }

  #ofLexicon(document: TextDocument, problems: readonly LexiconProblem[]): Diagnostic[] {
    return lexiconDiagnostics(problems, this.locale).map(({ code, span, severity, message }) => ({
      range: toRange(document, span),
      severity: severities[severity],
      source,
      code,
      message,
    }));
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    const told = JSON.stringify(diagnostics);
    if ((this.#sent.get(uri) ?? "[]") === told) return;
    if (diagnostics.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, told);
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }
}
