import type { PlaceEntry } from "../lexicon/entries.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import type { TextSpan } from "../text/spans.js";
import type { Scan } from "./scan.js";

const marked = /(\p{Script=Han}{2,3})(省|自治州|州|市|县|区|镇|乡|街道)/gu;
const level: Readonly<Record<string, PlaceEntry["level"]>> = { 省: "province", 自治州: "prefecture", 州: "prefecture", 市: "prefecture" };

/**
 * Adds to the scan the places that an article names more than once and no list holds: towns, districts,
 * zones. A place is learnt where it stands behind a mark, a preposition or another place.
 */
export function learnPlaces(text: string, spans: readonly TextSpan[], scan: Scan, lexicon: Lexicon): void {
  const seen = new Map<string, { count: number; clear: number; mark: string }>();
  for (const span of spans) {
    const stretch = text.slice(span.start, span.end);
    for (const match of stretch.matchAll(marked)) {
      const at = span.start + match.index;
      // The regular expression takes three characters where it can; a name of two is looked at as well.
      for (const start of match[1]?.length === 3 ? [at, at + 1] : [at]) {
        const end = at + match[0].length;
        const name = text.slice(start, end);
        if (scan.endingAt(end).some((token) => token.sense.kind === "place" && token.sense.form === "name")) continue;
        if ([...name].some((char) => lexicon.isCue("before-organ", char))) continue;
        const entry = seen.get(name) ?? { count: 0, clear: 0, mark: match[2] as string };
        entry.count++;
        if (isClearStart(text, start, scan, lexicon)) entry.clear++;
        seen.set(name, entry);
      }
    }
  }
  for (const [name, { count, clear, mark }] of seen) {
    const stem = name.slice(0, -mark.length);
    if (count < 2 || clear < 2 || isWord(lexicon, stem, name)) continue;
    const entry: PlaceEntry = { name, short: stem, level: level[mark] ?? "county" };
    addAll(text, spans, name, (start, end) => scan.add({ start, end, sense: { kind: "place", entry, form: "name" } }));
    if (level[mark]) addAll(text, spans, stem, (start, end) => scan.add({ start, end, sense: { kind: "place", entry, form: "short" } }));
  }
}

function isClearStart(text: string, start: number, scan: Scan, lexicon: Lexicon): boolean {
  const before = text.charAt(start - 1);
  if (before === "" || !/\p{Script=Han}/u.test(before)) return true;
  if (/[在到赴于和与及由从是向对]/.test(before)) return true;
  if (scan.endingAt(start).some((token) => token.sense.kind === "place" || token.sense.kind === "country")) return true;
  return lexicon.isCue("before-organ", text.slice(start - 2, start));
}

function isWord(lexicon: Lexicon, stem: string, name: string): boolean {
  return lexicon.isOrdinaryWord(stem) || lexicon.isOrdinaryWord(name) || /[各全该本我两省市县区镇乡]/.test(stem) || lexicon.isGenericPrefix(stem) || lexicon.trie.get(name).length > 0;
}

function addAll(text: string, spans: readonly TextSpan[], term: string, add: (start: number, end: number) => void): void {
  for (const span of spans) {
    for (let at = text.indexOf(term, span.start); at >= 0 && at + term.length <= span.end; at = text.indexOf(term, at + 1)) add(at, at + term.length);
  }
}
