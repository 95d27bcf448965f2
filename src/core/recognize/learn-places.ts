import type { PlaceEntry } from "../lexicon/entries.js";
import type { Lexicon } from "../lexicon/lexicon.js";
import { wordClass } from "../lexicon/word-table.js";
import { isHan, isHanAt } from "../text/characters.js";
import type { TextSpan } from "../text/spans.js";
import { occurrencesOf } from "./occurrences.js";
import { kindsOf, type Scan } from "./scan.js";

const marks = ["省", "自治州", "州", "市", "县", "区", "镇", "乡", "街道"];
const level: Readonly<Record<string, PlaceEntry["level"]>> = {
  省: "province",
  自治州: "prefecture",
  州: "prefecture",
  市: "prefecture",
};
const opensMark = new Uint8Array(0x10000);
for (const mark of marks) opensMark[mark.charCodeAt(0)] = 1;
const place = kindsOf("place");
const placeOrCountry = kindsOf("place", "country");

interface Sighting {
  readonly mark: string;
  count: number;
  clear: number;
}

/**
 * Adds to the scan the places that an article names more than once and no list holds: towns, districts,
 * zones. A place is learnt where it stands behind a mark, a preposition or another place.
 */
export function learnPlaces(text: string, spans: readonly TextSpan[], scan: Scan, lexicon: Lexicon): void {
  const seen = new Map<string, Sighting>();
  for (const span of spans) {
    for (let start = span.start; start < span.end; start++) {
      const stem = stemLength(text, start, span.end);
      if (stem === 0) continue;
      const mark = markAt(text, start + stem, span.end) ?? "";
      const end = start + stem + mark.length;
      note(text, start, end, mark);
      // Three characters are taken where they can be; a name of two is looked at as well.
      if (stem === 3) note(text, start + 1, end, mark);
      start = end - 1;
    }
  }
  for (const [name, { count, clear, mark }] of seen) {
    const stem = name.slice(0, -mark.length);
    if (count < 2 || clear < 2 || isWord(lexicon, stem, name)) continue;
    const entry: PlaceEntry = { name, short: stem, level: level[mark] ?? "county" };
    for (const at of occurrencesOf(text, spans, name))
      scan.add({ start: at, end: at + name.length, sense: { kind: "place", entry, form: "name" } });
    if (!level[mark]) continue;
    for (const at of occurrencesOf(text, spans, stem))
      scan.add({ start: at, end: at + stem.length, sense: { kind: "place", entry, form: "short" } });
  }

  function note(source: string, start: number, end: number, mark: string): void {
    if (
      scan.ends(end, place) &&
      scan.endingAt(end).some(({ sense }) => sense.kind === "place" && sense.form === "name")
    )
      return;
    for (let i = start; i < end; i++) if (lexicon.words.classesAt(source, i, i + 1) & wordClass.beforeOrgan) return;
    const name = source.slice(start, end);
    const sighting = seen.get(name) ?? { mark, count: 0, clear: 0 };
    seen.set(name, sighting);
    sighting.count++;
    if (isClearStart(source, start, scan, lexicon)) sighting.clear++;
  }
}

/** How many Han characters, three or two, stand between an offset and the mark of a place; 0 where none does. */
function stemLength(text: string, start: number, limit: number): 0 | 2 | 3 {
  const two = opensMark[text.charCodeAt(start + 2)] === 1;
  const three = opensMark[text.charCodeAt(start + 3)] === 1;
  if ((!two && !three) || !isHanAt(text, start) || !isHanAt(text, start + 1)) return 0;
  if (three && isHanAt(text, start + 2) && markAt(text, start + 3, limit)) return 3;
  return two && markAt(text, start + 2, limit) ? 2 : 0;
}

function markAt(text: string, offset: number, limit: number): string | undefined {
  return marks.find((mark) => text.startsWith(mark, offset) && offset + mark.length <= limit);
}

function isClearStart(text: string, start: number, scan: Scan, lexicon: Lexicon): boolean {
  const before = text.charCodeAt(start - 1);
  if (!isHan(before)) return true;
  if ("在到赴于和与及由从是向对".includes(text.charAt(start - 1))) return true;
  if (scan.ends(start, placeOrCountry)) return true;
  return (lexicon.words.classesAt(text, start - 2, start) & wordClass.beforeOrgan) !== 0;
}

function isWord(lexicon: Lexicon, stem: string, name: string): boolean {
  return (
    lexicon.isOrdinaryWord(stem) ||
    lexicon.isOrdinaryWord(name) ||
    /[各全该本我两省市县区镇乡]/.test(stem) ||
    lexicon.isGenericPrefix(stem) ||
    lexicon.trie.get(name).length > 0
  );
}
