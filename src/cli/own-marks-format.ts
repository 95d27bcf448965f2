import type { OwnMention } from "../core/annotation/decided.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import type { Locale } from "../service/locale.js";
import { annotationTextsFor } from "./annotation-texts.js";
import { printable } from "./printable.js";

/** The marks of the reader's own classes: how often each words, by class. These may overlap, so they stand apart. */
export function formatOwnMarks(own: readonly OwnMention[], classes: readonly OwnClass[], locale: Locale): string {
  const counts = new Map<string, Map<string, number>>();
  for (const { type, text } of own) {
    const words = counts.get(type) ?? new Map<string, number>();
    words.set(text, (words.get(text) ?? 0) + 1);
    counts.set(type, words);
  }
  const tables = [...counts].map(([type, words]) => {
    const name = classes.find(({ id }) => id === type)?.name[locale] ?? type;
    const rows = [...words].map(([text, count]) => `${String(count).padStart(4)}  ${printable(text)}`);
    return `${printable(name)} · ${annotationTextsFor(locale).ownMarks} (${words.size})\n${rows.join("\n")}\n\n`;
  });
  return tables.join("");
}
