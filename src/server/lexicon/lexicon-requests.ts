import { CompletionRequest, type Connection } from "vscode-languageserver";
import * as protocol from "../../protocol/annotation.js";
import type { OpenDocuments } from "../articles.js";
import type { Log } from "../log.js";
import type { Ready } from "../ready.js";
import {
  lexiconCompletionAnswer,
  lexiconWithClassAnswer,
  lexiconWithEntityAnswer,
  RefusedError,
} from "./lexicon-answers.js";
import { isLexicon } from "./lexicon-documents.js";

/** A blank follows a dash and the colon of a name. */
export const completionTriggers = [" "];

/** Answers the requests about a workspace's own lexicon. What is refused is told to the reader, what fails is logged. */
export function answerLexiconRequests(
  connection: Connection,
  ready: () => Promise<Ready | undefined>,
  documents: OpenDocuments,
  log: Log,
): void {
  async function answer<T>(request: string, uri: string, from: (made: Ready) => T | Promise<T>): Promise<T | null> {
    try {
      const made = await ready();
      return made ? await from(made) : null;
    } catch (error) {
      if (error instanceof RefusedError) void connection.window.showWarningMessage(error.message);
      else log.error(`${request} ${uri}`, error);
      return null;
    }
  }
  const parts = ({ annotations, answers: { locale } }: Ready) => ({ annotations, documents, locale });
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    answer("completion", uri, ({ answers: { locale } }) => {
      const document = isLexicon(uri) ? documents.get(uri) : undefined;
      return document ? lexiconCompletionAnswer(document, position, locale) : null;
    }),
  );
  connection.onRequest(protocol.lexiconWithClassRequest, (params: protocol.LexiconWithClassParams) =>
    answer(protocol.lexiconWithClassRequest, params.uri, (made) => lexiconWithClassAnswer(parts(made), params)),
  );
  connection.onRequest(protocol.lexiconWithEntityRequest, (params: protocol.LexiconWithEntityParams) =>
    answer(protocol.lexiconWithEntityRequest, params.uri, (made) =>
      lexiconWithEntityAnswer(parts(made), params, made.articles.analysed(params.uri)),
    ),
  );
}

/** Offers completion in lexicons alone, where the client lets the server say so: articles are then not asked about. */
export function registerLexiconCompletion(connection: Connection, log: Log): void {
  connection.client
    .register(CompletionRequest.type, {
      documentSelector: [{ pattern: `**/${protocol.lexiconFile}` }],
      triggerCharacters: completionTriggers,
    })
    .catch((error: unknown) => log.error("completion", error));
}
