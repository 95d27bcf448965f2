/** How much of one text of a file a card shows, in characters. */
const longestText = 160;

/** Control characters, and marks that make a reader see another order than the text has. */
const unseen = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * A text as Markdown that shows exactly it: no markup, HTML, link, address or icon can arise from a file's
 * words. Every ASCII mark of punctuation is escaped, so that an address is not made a link either.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(unseen, "").trim();
  const characters = [...line];
  const shown = characters.length > longestText ? `${characters.slice(0, longestText).join("")}…` : line;
  // Icons are found in the rendered text, where a backslash is gone.
  return shown.replace(/[!-#%-/:-@[-`{-~]/g, "\\$&").replace(/\$/g, "&#36;");
}
