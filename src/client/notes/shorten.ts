/** A text in one line, cut behind so many characters. */
export function shorten(text: string, longest = 40): string {
  const characters = [...text.replace(/[\s\u3000]+/g, " ").trim()];
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : characters.join("");
}
