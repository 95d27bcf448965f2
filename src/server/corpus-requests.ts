import { type Connection, type Location, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { MentionType } from "../core/recognize/mention.js";
import * as protocol from "../protocol/corpus.js";
import { entityDefinition } from "../service/entity-definition.js";
import { entityReferences } from "../service/entity-references.js";
import { workspaceSymbols } from "../service/workspace-symbols.js";
import type { CorpusAnswers } from "./corpus-answers.js";
import type { Log } from "./log.js";

const symbolKinds: Readonly<Record<MentionType, SymbolKind>> = {
  official: SymbolKind.Class,
  person: SymbolKind.Class,
  byline: SymbolKind.Class,
  agency: SymbolKind.Module,
  slogan: SymbolKind.String,
};

/** Answers the requests across articles. What fails is logged and answered with nothing. */
export function answerCorpusRequests(
  connection: Connection,
  ready: () => Promise<CorpusAnswers | undefined>,
  log: Log,
): void {
  async function answer<T>(request: string, nothing: T, from: (answers: CorpusAnswers) => T): Promise<T> {
    try {
      const answers = await ready();
      return answers ? from(answers) : nothing;
    } catch (error) {
      log.error(request, error);
      return nothing;
    }
  }
  connection.onReferences(({ textDocument, position }) =>
    answer("references", [] as Location[], (answers) => {
      const { corpus } = answers;
      const found = answers.mentionAt(textDocument.uri, position);
      if (!found) return [];
      const references = entityReferences(corpus.entities, found.mention.entity.id, found.record.uri);
      return references.map(({ uri, span }) => corpus.place(uri, span));
    }),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer("definition", null as Location | null, (answers) => {
      const { corpus } = answers;
      const found = answers.mentionAt(textDocument.uri, position);
      const source = found && entityDefinition(corpus.entities, found.mention.entity.id, found.record.uri);
      return source ? corpus.place(source.uri, source.span) : null;
    }),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    answer("workspaceSymbol", [] as SymbolInformation[], ({ corpus, locale }) =>
      workspaceSymbols(corpus.entities, query, locale).map(({ name, type, detail, uri, span }) => ({
        name,
        kind: symbolKinds[type],
        containerName: detail,
        location: corpus.place(uri, span),
      })),
    ),
  );
  connection.onRequest(protocol.articlesRequest, (params: protocol.ArticlesParams) =>
    answer(protocol.articlesRequest, [], (answers) => answers.articles(params)),
  );
  connection.onRequest(protocol.entitiesRequest, (params: protocol.EntitiesParams) =>
    answer(protocol.entitiesRequest, [], (answers) => answers.entities(params)),
  );
  connection.onRequest(protocol.entityAtRequest, (params: protocol.EntityAtParams) =>
    answer(protocol.entityAtRequest, null, (answers) => answers.entityAt(params)),
  );
  connection.onRequest(protocol.articleWithEntityRequest, (params: protocol.ArticleWithEntityParams) =>
    answer(protocol.articleWithEntityRequest, null, (answers) => answers.articleWithEntity(params)),
  );
  connection.onRequest(protocol.meetingsRequest, (params: protocol.MeetingsParams) =>
    answer(protocol.meetingsRequest, [], (answers) => answers.meetings(params)),
  );
  connection.onRequest(protocol.profileRequest, (params: protocol.ProfileParams) =>
    answer(protocol.profileRequest, null, (answers) => answers.profile(params)),
  );
  connection.onRequest(protocol.compareRequest, (params: protocol.CompareParams) =>
    answer(protocol.compareRequest, null, (answers) => answers.compare(params)),
  );
  connection.onRequest(protocol.trendsRequest, (params: protocol.TrendsParams) =>
    answer(protocol.trendsRequest, null, (answers) => answers.trends(params)),
  );
}
