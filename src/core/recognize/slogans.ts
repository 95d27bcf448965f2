import { textSpan } from "../text/spans.js";
import { occurrencesOf } from "./occurrences.js";
import { judgeQuote } from "./quoted-slogans.js";
import { quotesOf } from "./quotes.js";
import type { Draft, Reading } from "./reading.js";

/** Formulations that the lexicon knows, terms coined in quotes, and their repetitions without quotes. */
export function proposeSlogans(reading: Reading): Draft[] {
  const quotes = quotesOf(reading);
  const inQuotes = new Set(quotes.map((quote) => `${quote.start}-${quote.end}`));
  const drafts: Draft[] = [];
  const coined = new Set<string>();
  for (const token of reading.scan.all("slogan")) {
    const { entry } = token.sense;
    const whole = inQuotes.has(`${token.start}-${token.end}`);
    if (entry.quoted && !whole) continue;
    drafts.push({
      type: "slogan",
      start: token.start,
      end: token.end,
      rule: whole ? "lexicon-quoted" : "lexicon",
      score: 0.9,
      entityName: entry.term,
      candidate: entry.general && (!whole || entry.quoted),
    });
  }
  for (const quote of quotes) {
    const { start, end } = quote;
    if (drafts.some((draft) => draft.start === start && draft.end === end)) continue;
    const { verdict, rule, cue } = judgeQuote(reading, quote);
    if (verdict === "none") {
      reading.refuse({ type: "slogan", span: textSpan(start, end), rule });
      continue;
    }
    if (verdict === "slogan" && isRepeatable(quote.text)) coined.add(quote.text);
    drafts.push({
      type: "slogan",
      start,
      end,
      rule,
      cue,
      score: verdict === "slogan" ? 0.85 : 0.5,
      candidate: verdict === "candidate",
    });
  }
  for (const term of coined) {
    for (const start of occurrencesOf(reading.text, reading.spans, term)) {
      drafts.push({
        type: "slogan",
        start,
        end: start + term.length,
        rule: "coined-earlier",
        score: 0.8,
        entityName: term,
      });
    }
  }
  return drafts;
}

/** A coined term that is long enough, or a number formula, to be the same formulation without its quotes. */
function isRepeatable(term: string): boolean {
  return term.length >= 4 && !/[、，]/.test(term);
}
