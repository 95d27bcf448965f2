import { type OwnEntries, ownEntries, termsAsAdditions, withWorkspace } from "../../core/annotation/lexicon-overlay.js";
import type { OwnClass } from "../../core/annotation/own-classes.js";
import { OwnWords } from "../../core/annotation/own-words.js";
import type { AnnotationRecord } from "../../core/annotation/records.js";
import type { WorkspaceLexicon } from "../../core/annotation/workspace-lexicon.js";
import { BroadRules } from "../../core/annotation/workspace-rules.js";
import { Lexicon } from "../../core/lexicon/lexicon.js";

/** What recognition in this workspace goes by: the shipped lexicon with the workspace's own, and broad decisions. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  /** What the lexicon has of the workspace's own. */
  readonly entries: OwnEntries;
  readonly rules: BroadRules;
  readonly classes: readonly OwnClass[];
  /** Of those entries and these rules. */
  readonly words: OwnWords;
}

const noEntries: OwnEntries = { officials: [], agencies: [], slogans: [] };

/** What there is to know before anything of the workspace is read. */
export function plainKnowledge(lexicon: Lexicon): Knowledge {
  return withWords({ lexicon, entries: noEntries, rules: new BroadRules([], "workspace"), classes: [] });
}

/** The same lexicon, with the decisions as they are now: cheap, so that a decision shows at once. */
export function withRules(
  knowledge: Knowledge,
  lexicons: readonly WorkspaceLexicon[],
  records: readonly AnnotationRecord[],
): Knowledge {
  const rules = new BroadRules([...lexicons.flatMap(termsAsAdditions), ...records], "workspace");
  return withWords({ ...knowledge, rules, classes: classesOf(lexicons) });
}

/** With the lexicon made anew, which takes a tenth of a second, where anything in it has changed. */
export function withLexicon(
  knowledge: Knowledge,
  base: Lexicon,
  lexicons: readonly WorkspaceLexicon[],
  records: readonly AnnotationRecord[],
): Knowledge {
  const entries = ownEntries(lexicons, records);
  const data = withWorkspace(base.data, entries);
  if (data.version === knowledge.lexicon.version) return knowledge;
  return withWords({ ...knowledge, lexicon: data === base.data ? base : new Lexicon(data, base), entries });
}

function withWords(knowledge: Omit<Knowledge, "words">): Knowledge {
  const { lexicon, entries, rules } = knowledge;
  return { ...knowledge, words: new OwnWords(entries, rules, (text) => lexicon.folding.fold(text)) };
}

/** Of two folders that declare the same class the first counts. */
function classesOf(lexicons: readonly WorkspaceLexicon[]): OwnClass[] {
  const byId = new Map<string, OwnClass>();
  for (const own of lexicons.flatMap(({ classes }) => classes)) if (!byId.has(own.id)) byId.set(own.id, own);
  return [...byId.values()];
}
