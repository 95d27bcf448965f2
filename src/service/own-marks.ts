import type { DecidedAnalysis, OwnMention } from "../core/annotation/decided.js";
import type { OwnClass } from "../core/annotation/own-classes.js";

/** What an article has of one class of the reader's own. */
export interface OwnMarks {
  readonly own: OwnClass;
  /** In order of place. */
  readonly mentions: readonly OwnMention[];
}

/** A class that is marked but no longer declared shows in this colour, under its id. */
const undeclared = "#808080";

/** The marks of the reader's own classes, in the order of their declaration; a class without any is left out. */
export function ownMarks({ own }: DecidedAnalysis, classes: readonly OwnClass[]): OwnMarks[] {
  const byClass = new Map<string, OwnMention[]>(classes.map(({ id }) => [id, []]));
  for (const mention of own) byClass.set(mention.type, [...(byClass.get(mention.type) ?? []), mention]);
  return [...byClass].flatMap(([id, mentions]) => {
    if (mentions.length === 0) return [];
    const declared = classes.find((one) => one.id === id);
    return [{ own: declared ?? { id, name: { en: id, zh: id }, color: undeclared, terms: [] }, mentions }];
  });
}
