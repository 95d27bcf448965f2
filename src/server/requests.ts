import type { Connection, DocumentHighlight, FoldingRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type EntityTreeParams, type ExplainParams, entityTreeRequest, explainRequest } from "../protocol/protocol.js";
import {
  type Analysed,
  documentHighlightsAnswer,
  entityTreeAnswer,
  explainAnswer,
  foldingAnswer,
  hoverAnswer,
  semanticTokensAnswer,
  symbolsAnswer,
} from "./answers.js";
import type { CorpusAnswers } from "./corpus-answers.js";
import { lexiconHoverAnswer } from "./lexicon/lexicon-answers.js";
import type { Log } from "./log.js";

/** Answers the requests about one document. What fails is logged with the document and answered with nothing. */
export function answerRequests(
  connection: Connection,
  analysed: (uri: string) => Promise<Analysed | undefined>,
  log: Log,
  across: () => Promise<CorpusAnswers | undefined>,
  /** The open document at the address of a workspace's own lexicon. */
  lexiconAt: (uri: string) => TextDocument | undefined,
): void {
  async function answer<T>(request: string, uri: string, nothing: T, from: (analysed: Analysed) => T): Promise<T> {
    try {
      const found = await analysed(uri);
      return found ? from(found) : nothing;
    } catch (error) {
      log.error(`${request} ${uri}`, error);
      return nothing;
    }
  }
  connection.onHover(async ({ textDocument, position }) => {
    const corpus = await across();
    const lexicon = lexiconAt(textDocument.uri);
    if (lexicon) return corpus ? lexiconHoverAnswer(lexicon, position, corpus.locale) : null;
    return answer("hover", textDocument.uri, null, (found) =>
      hoverAnswer(found, position, corpus?.hoverAddition(textDocument.uri, position)),
    );
  });
  connection.onDocumentHighlight(({ textDocument, position }) =>
    // Nothing, unlike none, leaves it to the editor, which knows what to do in a file that is no article.
    answer<DocumentHighlight[] | null>("documentHighlight", textDocument.uri, null, (found) =>
      documentHighlightsAnswer(found, position),
    ),
  );
  connection.onDocumentSymbol(({ textDocument }) => answer("documentSymbol", textDocument.uri, [], symbolsAnswer));
  connection.onFoldingRanges(({ textDocument }) =>
    answer<FoldingRange[] | null>("foldingRange", textDocument.uri, null, foldingAnswer),
  );
  connection.languages.semanticTokens.on(({ textDocument }) =>
    answer("semanticTokens", textDocument.uri, { data: [] }, semanticTokensAnswer),
  );
  connection.onRequest(entityTreeRequest, ({ uri }: EntityTreeParams) =>
    answer("entityTree", uri, null, entityTreeAnswer),
  );
  connection.onRequest(explainRequest, ({ uri, position }: ExplainParams) =>
    answer("explain", uri, [], (found) => explainAnswer(found, position)),
  );
}
