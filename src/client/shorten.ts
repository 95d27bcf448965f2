import type { Range, TextDocument } from "vscode";

/** A text in one line, cut behind so many characters. */
export function shorten(text: string, longest = 40): string {
  const characters = [...text.replace(/[\s\u3000]+/g, " ").trim()];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
}

/** The words of a range without the markup between them, as far as a label shows them. */
export function wordsAt(document: TextDocument, range: Range): string {
  return shorten(document.getText(range).replace(/<[^<>]*>/g, ""));
}
