import type { Analysis } from "../core/recognize/analysis.js";
import type { Mention } from "../core/recognize/mention.js";
import { diagnostics } from "../service/diagnostics.js";
import { type HighlightClass, highlightClassOf } from "../service/highlights.js";
import type { Locale } from "../service/locale.js";
import { messagesFor } from "../service/messages.js";
import { printable } from "./printable.js";
import { formatSummary } from "./summary.js";
import { textsFor } from "./texts.js";

export interface TextOptions {
  readonly candidates: boolean;
  readonly color: boolean;
  readonly locale: Locale;
}

type Marked = Exclude<HighlightClass, "boilerplate">;

/** How each class looks: ANSI colours, or marks where there are none. */
const styles: Readonly<Record<Marked, { readonly ansi: string; readonly open: string; readonly close: string }>> = {
  official: { ansi: "1;31", open: "[", close: "]" },
  agency: { ansi: "34", open: "{", close: "}" },
  slogan: { ansi: "35", open: "<", close: ">" },
  candidate: { ansi: "4;35", open: "<?", close: ">" },
  byline: { ansi: "32", open: "(", close: ")" },
  person: { ansi: "36", open: "|", close: "|" },
};
const dim = "2";

/** One article to read: its text with the mentions marked, a legend, its problems and its entities. */
export function formatText(path: string, analysis: Analysis, options: TextOptions): string {
  const mentions = analysis.mentions.filter((mention) => options.candidates || !mention.candidate);
  const parts = [
    paint(`── ${printable(path)} `, dim, options.color),
    articleText(analysis, mentions, options.color),
    legend(mentions, options),
    ...diagnostics(analysis, options.locale).map(({ code, message }) => `${code}: ${message}`),
    formatSummary(analysis, mentions, options.locale),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n\n`;
}

/** The visible text line by line, without the furniture around the article. */
function articleText(analysis: Analysis, mentions: readonly Mention[], color: boolean): string {
  const { text, regions } = analysis.article;
  const lines: string[] = [];
  let end = 0;
  for (const region of regions) {
    if (region.kind === "boilerplate" || region.text.end <= region.text.start) continue;
    const between = text.slice(end, region.text.start);
    const shown = markUp(text, mentions, region.text.start, region.text.end, color);
    if (lines.length > 0 && !/[\r\n]/.test(between)) lines[lines.length - 1] += printable(between) + shown;
    else lines.push(shown);
    end = region.text.end;
  }
  return lines.join("\n");
}

function markUp(text: string, mentions: readonly Mention[], start: number, end: number, color: boolean): string {
  let shown = "";
  let at = start;
  for (const mention of mentions) {
    const { span } = mention;
    if (span.start < at || span.end > end) continue;
    const style = styles[classOf(mention)];
    const words = printable(mention.text);
    shown += printable(text.slice(at, span.start));
    shown += color ? paint(words, style.ansi, true) : `${style.open}${words}${style.close}`;
    at = span.end;
  }
  return shown + printable(text.slice(at, end));
}

function classOf(mention: Mention): Marked {
  const found = highlightClassOf(mention);
  return found === "boilerplate" ? "candidate" : found;
}

function legend(mentions: readonly Mention[], { color, locale }: TextOptions): string {
  const present = new Set(mentions.map(classOf));
  const words = messagesFor(locale).types;
  const samples = (Object.keys(styles) as Marked[])
    .filter((kind) => present.has(kind))
    .map((kind) => {
      const { ansi, open, close } = styles[kind];
      return color ? paint(words[kind], ansi, true) : `${open}${words[kind]}${close}`;
    });
  return samples.length === 0 ? "" : `${textsFor(locale).legend}: ${samples.join("  ")}`;
}

function paint(text: string, ansi: string, color: boolean): string {
  return color ? `\u001B[${ansi}m${text}\u001B[0m` : text;
}
