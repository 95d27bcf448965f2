import { LineIndex } from "../core/text/line-index.js";
import { type Explanation, explain as explainPlace } from "../service/explain.js";
import type { Locale } from "../service/locale.js";
import { messagesFor } from "../service/messages.js";
import { ruleText } from "../service/rule-texts.js";
import { FileAnalyser } from "./analyse-file.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { printable } from "./printable.js";
import { failureText, type Texts } from "./texts.js";

/** `tifa explain`: prints which rule and evidence marked, refused or overruled what stands at a place. */
export async function explain(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  const [path, ...others] = args.paths;
  if (path === undefined || others.length > 0) throw new UsageError(texts.oneFile);
  if (args.at === undefined) throw new UsageError(texts.placeNeeded);
  const place = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(args.at);
  if (!place) throw new UsageError(texts.badPlace(args.at));
  const line = Number(place[1]) - 1;
  const analyser = new FileAnalyser(host, args, io, texts);
  try {
    const { source, analysis, words } = await analyser.analyse(path);
    const index = new LineIndex(source);
    const offset = index.offsetAt({ line, column: Number(place[2]) - 1 });
    if (index.placeAt(offset).line !== line) {
      await io.err.write(`${texts.noSuchPlace(printable(path), args.at)}\n`);
      return 1;
    }
    const found = explainPlace(analysis, analyser.lexicon, offset, words);
    const shown = found.map((explanation) => formatExplanation(explanation, index, args.locale, texts));
    await io.out.write(`${shown.length > 0 ? shown.join("\n\n") : texts.nothingHere}\n`);
    return 0;
  } catch (error) {
    await io.err.write(`${texts.unreadable(printable(path), failureText(error, texts))}\n`);
    return 1;
  }
}

function formatExplanation(explanation: Explanation, index: LineIndex, locale: Locale, texts: Texts): string {
  const { line, column } = index.placeAt(explanation.span.start);
  const type = messagesFor(locale).types[explanation.type];
  // An overruled rule is told as `loser < winner`.
  const rules = explanation.rule.split(" < ").map((rule) => `${rule} (${ruleText(rule, locale)})`);
  const lines = [
    `${line + 1}:${column + 1} ${printable(explanation.text)} · ${type} · ${texts.outcome[explanation.outcome]}`,
    `  ${texts.rule}: ${rules.join(" < ")}`,
  ];
  if (explanation.score !== undefined) lines.push(`  ${texts.score}: ${explanation.score.toFixed(2)}`);
  if (explanation.cue) lines.push(`  ${texts.cue}: ${printable(explanation.cue)}`);
  return lines.join("\n");
}
