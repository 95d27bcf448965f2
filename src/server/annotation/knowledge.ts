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
  readonly rules: BroadRules;
  readonly classes: readonly OwnClass[];
  readonly words: OwnWords;
}

const noEntries: OwnEntries = { officials: [], agencies: [], slogans: [] };

/** What there is to know before anything of the workspace is read. */
export function plainKnowledge(lexicon: Lexicon): Knowledge {
  const rules = new BroadRules([], "workspace");
  return { lexicon, rules, classes: [], words: wordsOf(lexicon, noEntries, rules) };
}

/** The same lexicon, with the decisions as they are now: cheap, so that a decision shows at once. */
export function withRules(
  knowledge: Knowledge,
  lexicons: readonly WorkspaceLexicon[],
  records: readonly AnnotationRecord[],
): Knowledge {
  const rules = new BroadRules([...lexicons.flatMap(termsAsAdditions), ...records], "workspace");
  const words = wordsOf(knowledge.lexicon, ownEntries(lexicons, records), rules);
  return { ...knowledge, rules, classes: classesOf(lexicons), words };
}

/** With the lexicon made anew, which takes a tenth of a second, where anything in it has changed. */
export function withLexicon(
  knowledge: Knowledge,
  base: Lexicon,
  lexicons: readonly WorkspaceLexicon[],
  records: readonly AnnotationRecord[],
): Knowledge {
  const data = withWorkspace(base.data, ownEntries(lexicons, records));
  if (data.version === knowledge.lexicon.version) return knowledge;
  return { ...knowledge, lexicon: data === base.data ? base : new Lexicon(data) };
}

function wordsOf(lexicon: Lexicon, entries: OwnEntries, rules: BroadRules): OwnWords {
  return new OwnWords(entries, rules, (text) => lexicon.folding.fold(text));
}

/** Of two folders that declare the same class the first counts. */
function classesOf(lexicons: readonly WorkspaceLexicon[]): OwnClass[] {
  const byId = new Map<string, OwnClass>();
  for (const own of lexicons.flatMap(({ classes }) => classes)) if (!byId.has(own.id)) byId.set(own.id, own);
  return [...byId.values()];
}
