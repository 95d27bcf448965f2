import { isHanAt } from "../text/characters.js";
import { occurrencesOf } from "./occurrences.js";
import type { Draft, Reading } from "./reading.js";

const explicit = /[（(](?:以下)?(?:简称|下称|又称)[：:]?[“"「]?([^）)”"」]{2,14})[”"」]?[）)]/y;
const legalTail = /(?:控股|投资|实业|科技)?(?:集团)?(?:股份)?(?:有限责任公司|有限公司|公司|集团)$/;

/**
 * The short names that an article gives its organisations: （以下简称“…”）, and the core of a company's
 * full name where the article repeats it.
 */
export function proposeShortNames(reading: Reading, organisations: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (const organisation of organisations) {
    const full = reading.text.slice(organisation.start, organisation.end);
    if (seen.has(full)) continue;
    seen.add(full);
    explicit.lastIndex = organisation.end;
    const given = explicit.exec(reading.text)?.[1];
    if (given) drafts.push(...occurrences(reading, given, full, "short-name-given", 0.9));
    if (!legalTail.test(full) || organisation.rule === "lexicon-alias") continue;
    for (const short of coresOf(reading, organisation, full)) {
      const found = occurrences(reading, short, full, "short-name-core", 0.75);
      if (found.length > 0) {
        drafts.push(...found);
        break;
      }
    }
  }
  return drafts;
}

/** What is left of a full name without its place and legal form, longest first: 长春希达电子技术有限公司 → 希达电子. */
function coresOf(reading: Reading, organisation: Draft, full: string): string[] {
  const { scan, text } = reading;
  let from = organisation.start;
  for (;;) {
    const place = scan.longestAt(from, "place") ?? scan.longestAt(from, "country");
    if (!place || place.end >= organisation.end) break;
    from = place.end;
  }
  const core = text
    .slice(from, organisation.end)
    .replace(/[（(][^）)]*[）)]/g, "")
    .replace(legalTail, "");
  if (core.length < 2 || !full.includes(core)) return [];
  const brand = core.slice(0, 2);
  const ordinary = (word: string) => reading.lexicon.isOrdinaryWord(word) || reading.lexicon.isGenericPrefix(word);
  const cores = [`${core}集团`, `${core}公司`, core, core.slice(0, 4), `${brand}集团`, `${brand}公司`, `${brand}股份`];
  if (!ordinary(brand)) cores.push(brand);
  return [...new Set(cores)].filter((word) => word.length >= 2 && word !== full && !ordinary(word) && isHanAt(word, 0));
}

function occurrences(reading: Reading, short: string, full: string, rule: string, score: number): Draft[] {
  const drafts: Draft[] = [];
  const { text, boundaries } = reading;
  for (const at of occurrencesOf(text, reading.spans, short)) {
    const end = at + short.length;
    if (short.length <= 3 && boundaries.after(end) + boundaries.before(at) === 0) continue;
    drafts.push({ type: "agency", start: at, end, rule, score, entityName: full });
  }
  return drafts;
}
