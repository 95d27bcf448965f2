/** A value that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r']/;

/**
 * Rows as CSV: RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the system's code page.
 * Words that a spreadsheet would run as a formula get an apostrophe in front.
 */
export function csvTable(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: string | number): string {
  const text = typeof value === "string" && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
