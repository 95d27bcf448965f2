import { composedName } from "../../core/corpus/agency-name.js";
import { alikesOf } from "../../core/corpus/alike-characters.js";
import { mentionOf, type RecordMention } from "../../core/corpus/article-record.js";
import { openingLength, openingRank } from "../../core/corpus/homes.js";
import { isCompany } from "../../core/corpus/posts.js";
import { leadingPlace } from "../../core/corpus/territory.js";
import type { Lexicon } from "../../core/lexicon/lexicon.js";
import type { FileSpan } from "../../core/text/spans.js";
import type { CheckedArticle, CheckKnowledge, Finding, OrganSpelling } from "./check.js";
import { isOpen } from "./check.js";
import { joinedOrgans } from "./joined-organs.js";
import { isEstablished, isListed } from "./known-organs.js";

/** In shorter names one character makes another organ. */
const leastLength = 6;
/** Longer names are not compared, in characters. */
const longest = 40;

/**
 * Organs under a second spelling: 与 or 及 where their name has 和, a 的 too many or too few, or one character
 * that is mistaken for another. Only where the lexicon or other articles know the other spelling and not this
 * one. Short forms (省发展改革委) are no spellings.
 */
export function organSpellings(article: CheckedArticle, knowledge: CheckKnowledge): Finding[] {
  const { record, decided } = article;
  const findings = new Map<string, OrganSpelling>();
  const right = new Set<string>();
  for (let row = 0; row < record.mentions.length; row++) {
    const mention = mentionOf(record, row);
    if (mention?.entity.type !== "agency" || !isOpen(decided, mention)) continue;
    const key = `${mention.text} ${mention.entity.name}`;
    if (right.has(key) || findings.has(mention.text)) continue;
    const known = knownSpelling(mention, record.uri, knowledge);
    if (!known) right.add(key);
    else findings.set(mention.text, findingOf(mention.text, mention.file, known, true));
  }
  for (const { words, span, known } of joinedOrgans(article, knowledge))
    if (!findings.has(words)) findings.set(words, findingOf(words, span, known, false));
  return [...findings.values()];
}

function findingOf(words: string, span: FileSpan, known: string, marked: boolean): OrganSpelling {
  return {
    code: "organ-spelling",
    span,
    words,
    place: { span, type: "agency", marked },
    known,
    fixes: [
      { kind: "take-as", entity: known, scope: "article" },
      { kind: "keep", scope: "article" },
    ],
    sources: [],
  };
}

/** The spelling that is known of what a mention names under another. */
function knownSpelling({ text, entity }: RecordMention, uri: string, knowledge: CheckKnowledge): string | undefined {
  const { lexicon } = knowledge;
  const { name } = entity;
  const words = lexicon.folding.fold(text);
  if (words.length > longest || isSpelledOut(words, name, lexicon)) return undefined;
  if (name !== words) return regular(words).some((other) => other === name || isPartOf(name, other)) ? name : undefined;
  const others = words.length < leastLength || isCompany(words) ? [] : mistaken(words, lexicon);
  return [...regular(words), ...others].find((other) => isKnown(other, uri, knowledge));
}

/** The regular spellings of what may be a second one: another joiner, without or with a 的. */
function regular(words: string): string[] {
  const spellings = new Set([words.replace(/[与及]/g, "和"), words.replaceAll("的", "")]);
  for (let i = 1; i < words.length; i++) {
    if (/[和与及]/.test(words.charAt(i)))
      for (const joiner of "和与及") spellings.add(words.slice(0, i) + joiner + words.slice(i + 1));
    if (words.length >= leastLength) spellings.add(`${words.slice(0, i)}的${words.slice(i)}`);
  }
  spellings.delete(words);
  return [...spellings];
}

/** The name with one character that is mistaken for another, behind its place: 陕西 is not 山西 misspelt. */
function mistaken(words: string, lexicon: Lexicon): string[] {
  const start = leadingPlace(words, openingLength(words), lexicon)?.end ?? openingLength(words);
  return [...words].flatMap((character, i) =>
    i < start ? [] : alikesOf(character).map((alike) => words.slice(0, i) + alike + words.slice(i + 1)),
  );
}

/** Whether words are an organ's name as it is spelled: listed, in full, or behind 省 or 市 for its place. */
function isSpelledOut(words: string, name: string, lexicon: Lexicon): boolean {
  return isListed(words, lexicon) || composedName(words, lexicon) === words || isPartOf(name, words);
}

function isPartOf(name: string, words: string): boolean {
  return name !== words && openingRank(words) !== undefined && name.endsWith(words);
}

function isKnown(name: string, uri: string, knowledge: CheckKnowledge): boolean {
  const { lexicon } = knowledge;
  return isListed(name, lexicon) || composedName(name, lexicon) === name || isEstablished(name, uri, knowledge);
}
