import type { CorpusEntities } from "../core/corpus/entities.js";
import { definitionOf } from "../core/corpus/navigation.js";
import { searchEntities } from "../core/corpus/search.js";
import type { MentionType } from "../core/recognize/mention.js";
import type { FileSpan } from "../core/text/spans.js";
import type { Locale } from "./locale.js";
import { messagesFor } from "./messages.js";

/** An entity of the folder as a list of symbols shows it. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly type: MentionType;
  /** Its class and in how many articles it is. */
  readonly detail: string;
  readonly uri: string;
  readonly span: FileSpan;
}

/** The entities whose names match what is typed, best first; those of most articles where nothing is typed. */
export function workspaceSymbols(entities: CorpusEntities, query: string, locale: Locale): WorkspaceSymbol[] {
  const words = messagesFor(locale);
  return searchEntities(entities, query).flatMap((entity) => {
    const place = definitionOf(entity);
    if (!place) return [];
    const seat = entity.namesake?.seat;
    const detail = `${words.types[entity.type]}${words.comma}${words.articles(entity.articles.length)}`;
    const name = seat ? `${entity.name} (${seat})` : entity.name;
    return [{ name, type: entity.type, detail, uri: place.uri, span: place.span }];
  });
}
