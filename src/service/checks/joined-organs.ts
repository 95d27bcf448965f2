import { decisionOn } from "../../core/annotation/decided.js";
import { type FileSpan, hull, overlaps, textSpan } from "../../core/text/spans.js";
import type { CheckedArticle, CheckKnowledge } from "./check.js";
import { isEstablished, isOrganName } from "./known-organs.js";

/** How far an organ's name reaches to either side of its joiner, in characters. */
const reach = 16;
const leastLength = 6;
/** What the names of organs end in. */
const ending = /[部委会厅局署院室办社所处司团校]/;

interface JoinedOrgan {
  readonly words: string;
  readonly span: FileSpan;
  readonly known: string;
}

/**
 * Words around 与 or 及 that are the name of an organ with 和 in its place. Recognition, to which such a name is
 * none, sees in it the end of another or nothing: 改革委员会 in 国家发展与改革委员会.
 */
export function joinedOrgans({ record, decided }: CheckedArticle, knowledge: CheckKnowledge): JoinedOrgan[] {
  const { article } = decided.analysis;
  const text = knowledge.lexicon.folding.fold(record.text);
  const judged = decided.analysis.mentions.filter((mention) => decisionOn(decided, mention));
  const found: JoinedOrgan[] = [];
  for (const { index } of text.matchAll(/[与及]/g)) {
    const name = longestAround(text, index, record.uri, knowledge);
    if (!name) continue;
    const span = textSpan(name.start, name.start + name.known.length);
    if (judged.some((mention) => overlaps(mention.span, span))) continue;
    const words = article.text.slice(span.start, span.end);
    found.push({ words, span: hull(article.map.toFile(span)), known: name.known });
  }
  return found;
}

function longestAround(
  text: string,
  joiner: number,
  uri: string,
  knowledge: CheckKnowledge,
): { readonly start: number; readonly known: string } | undefined {
  const from = Math.max(0, joiner - reach);
  const window = `${text.slice(from, joiner)}和${text.slice(joiner + 1, joiner + 1 + reach)}`;
  const middle = joiner - from;
  for (let start = 0; start < middle; start++) {
    const least = Math.max(middle + 2, start + leastLength);
    let listed = 0;
    knowledge.lexicon.trie.matchesAt(window, start, (end, senses) => {
      if (end >= least && senses.some(isOrganName)) listed = end;
    });
    for (let end = window.length; end >= Math.max(least, listed); end--) {
      const known = window.slice(start, end);
      const isOrgan = end === listed || (ending.test(known.slice(-1)) && isEstablished(known, uri, knowledge));
      if (isOrgan) return { start: from + start, known };
    }
  }
  return undefined;
}
