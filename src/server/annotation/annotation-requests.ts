import type { Connection } from "vscode-languageserver";
import { canonicalUri } from "../../core/text/uris.js";
import * as protocol from "../../protocol/annotation.js";
import { annotationMessagesFor } from "../../service/annotation-messages.js";
import type { Locale } from "../../service/locale.js";
import type { Analysed } from "../answers.js";
import type { Log } from "../log.js";
import type { Ready } from "../ready.js";
import {
  annotationListAnswer,
  knownNamesAnswer,
  mentionsAtAnswer,
  notesAnswer,
  ownClassesAnswer,
  suggestionsAnswer,
} from "./annotation-answers.js";

const nothingListed: protocol.AnnotationList = { tags: [], relationTypes: [], articles: [] };

/** Answers the requests about annotations. What fails is logged and answered with nothing. */
export function answerAnnotationRequests(
  connection: Connection,
  ready: () => Promise<Ready | undefined>,
  locale: () => Locale,
  log: Log,
): void {
  const failed = (): protocol.AnnotateResult => ({ done: false, message: annotationMessagesFor(locale()).failed });
  async function answer<T>(request: string, nothing: T, from: (made: Ready) => T | Promise<T>): Promise<T> {
    try {
      const made = await ready();
      return made ? await from(made) : nothing;
    } catch (error) {
      log.error(request, error);
      return nothing;
    }
  }
  const ofArticle = <T>(request: string, uri: string, nothing: T, from: (found: Analysed, made: Ready) => T) =>
    answer(`${request} ${uri}`, nothing, (made) => {
      const found = made.articles.analysed(uri);
      return found ? from(found, made) : nothing;
    });
  connection.onRequest(protocol.mentionsAtRequest, (params: protocol.MentionsAtParams) =>
    ofArticle<protocol.MentionState[]>(protocol.mentionsAtRequest, params.uri, [], (found) =>
      mentionsAtAnswer(found, params),
    ),
  );
  connection.onRequest(protocol.suggestionsRequest, ({ uri }: protocol.SuggestionsParams) =>
    ofArticle<protocol.MentionState[]>(protocol.suggestionsRequest, uri, [], suggestionsAnswer),
  );
  connection.onRequest(protocol.knownNamesRequest, (params: protocol.KnownNamesParams) =>
    ofArticle<string[]>(protocol.knownNamesRequest, params.uri, [], (found, { answers }) =>
      knownNamesAnswer(found, params, answers.corpus.entities),
    ),
  );
  connection.onRequest(protocol.ownClassesRequest, () =>
    answer<protocol.OwnClassInfo[]>(protocol.ownClassesRequest, [], ({ annotations, answers }) =>
      ownClassesAnswer({ classes: annotations.knowledge.classes, locale: answers.locale }),
    ),
  );
  connection.onRequest(protocol.annotateRequest, (params: protocol.AnnotateParams) =>
    answer(protocol.annotateRequest, failed(), ({ actions, articles }) =>
      actions.annotate(params, articles.analysed(params.uri)),
    ),
  );
  connection.onRequest(protocol.undoRequest, ({ redo }: protocol.UndoParams) =>
    answer(protocol.undoRequest, failed(), ({ actions }) => actions.undo(redo)),
  );
  connection.onRequest(protocol.notesRequest, ({ uri }: protocol.NotesParams) =>
    ofArticle<protocol.NoteThreadInfo[]>(protocol.notesRequest, uri, [], notesAnswer),
  );
  connection.onRequest(protocol.annotationListRequest, ({ tags = [] }: protocol.AnnotationListParams) =>
    answer(protocol.annotationListRequest, nothingListed, async ({ annotated }) =>
      annotationListAnswer(await annotated.all(), tags),
    ),
  );
  connection.onRequest(protocol.moveAnnotationsRequest, ({ from, to }: protocol.MoveAnnotationsParams) =>
    answer(protocol.moveAnnotationsRequest, failed(), ({ actions }) =>
      actions.move(canonicalUri(from), canonicalUri(to)),
    ),
  );
}
