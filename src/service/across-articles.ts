import type { CorpusEntities } from "../core/corpus/entities.js";
import { cardOf, type EntityCard } from "../core/corpus/profile.js";
import type { Locale } from "./locale.js";
import { escapeMarkdown } from "./markdown.js";
import { type Messages, messagesFor } from "./messages.js";

/** The latest posts are the ones looked for. */
const mostPosts = 4;

/**
 * What a card adds of an entity that other articles mention too: posts over time, articles, first and latest
 * appearance, the people named with it. Markdown without links; empty where one article is all there is.
 */
export function acrossArticles(entities: CorpusEntities, mentionId: string, uri: string, locale: Locale): string {
  const card = cardOf(entities, mentionId, uri);
  if (!card || card.articles < 2) return "";
  const words = messagesFor(locale);
  const rows: readonly (readonly [string, string])[] = [
    [words.postsOverTime, postsOf(card, words)],
    [words.inArticles, [words.articles(card.articles), daysOf(card)].filter(Boolean).join(words.comma)],
    [words.namedWith, card.people.join(words.semicolon)],
    [words.oneOfSeveral, card.namesake?.seat ?? ""],
  ];
  const list = rows.flatMap(([label, value]) => (value ? [`- ${label}${words.colon}${escapeMarkdown(value)}`] : []));
  return [...list, ...(card.unresolved ? [`- ${words.unresolved}`] : [])].join("\n");
}

function postsOf({ posts }: EntityCard, words: Messages): string {
  const told = posts.slice(-mostPosts).map(({ words: post, years, former }) => {
    const notes = [years, former ? words.former : ""].filter(Boolean).join(words.comma);
    return notes ? `${post} (${notes})` : post;
  });
  return [...(posts.length > mostPosts ? ["…"] : []), ...told].join(words.semicolon);
}

function daysOf({ first, latest }: EntityCard): string {
  if (!first || !latest || first === latest) return first ?? "";
  return `${first} – ${latest}`;
}
