/** Control characters and marks that turn the order of what is shown: a terminal would obey them. */
const harmful = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** A file's words as a terminal can be given them: nothing in them moves the cursor or changes colours. */
export function printable(text: string): string {
  return text.replace(/[\r\n\t]/g, " ").replace(harmful, "\uFFFD");
}

/** How many columns a text takes on a terminal, where East Asian characters take two. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** The text filled up with spaces to a width in columns. */
export function padColumns(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}
