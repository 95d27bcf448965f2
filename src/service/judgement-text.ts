import type { Addition, Decision } from "../core/annotation/records.js";
import { annotationMessagesFor } from "./annotation-messages.js";
import type { Locale } from "./locale.js";

/** Who settled a mention, how, how far it reaches, and on which day (UTC): one line of plain text. */
export function judgementText(record: Decision | Addition, locale: Locale): string {
  const { verdicts, scopes, by } = annotationMessagesFor(locale);
  const verdict = verdicts[record.kind === "addition" ? "add" : record.verdict];
  const who = record.by ? by(verdict, record.by) : verdict;
  return [who, scopes[record.scope], record.at.slice(0, 10)].filter(Boolean).join(" · ");
}
