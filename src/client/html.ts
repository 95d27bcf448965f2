/** Text that may stand in a page as it is: everything in it that came from elsewhere is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | undefined | false;

/** A template whose values are escaped, in text and in quoted attributes; `undefined` and `false` are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.map((part, i) => part + (i < values.length ? written(values[i]) : "")).join(""));
}

export function escapeHtml(text: string): string {
  // A control character is no character of HTML; a parser could take it for something else.
  return text.replace(/[^\P{Cc}\t\n\r]/gu, "").replace(/[&<>"'`]/g, (one) => references[one] ?? one);
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

function written(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(written).join("");
  return escapeHtml(String(value));
}
