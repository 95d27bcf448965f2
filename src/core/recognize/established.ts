import { textSpan } from "../text/spans.js";
import { occurrencesOf } from "./occurrences.js";
import type { Draft, Reading } from "./reading.js";

/** A name is established by a rule this sure: its bare repetitions are then marked. */
const sure = 0.6;

/**
 * The repetitions of names that the article has established: bare in the body, run together in a headline.
 * A name that holds another (张国 and 张国清) is looked for first.
 */
export function proposeRepetitions(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const names = new Map<string, Draft>();
  for (const draft of drafts) {
    if ((draft.type !== "official" && draft.type !== "person") || draft.score < sure) continue;
    const name = reading.text.slice(draft.start, draft.end).replace(/[\s\u3000]+/g, "");
    for (const form of [name, ...partsOf(name)]) {
      const known = names.get(form);
      if (!known || draft.score > known.score || (known.type === "person" && draft.type === "official")) {
        names.set(form, form === name ? draft : { ...draft, entityName: name });
      }
    }
  }
  const repetitions: Draft[] = [];
  const longestFirst = [...names].sort((a, b) => b[0].length - a[0].length);
  for (const [name, draft] of longestFirst) {
    for (const start of occurrencesOf(reading.text, reading.spans, name)) {
      if (!standsForName(reading, start, name, names)) {
        reading.refuse({
          type: draft.type,
          span: textSpan(start, start + name.length),
          rule: "established-name",
        });
        continue;
      }
      repetitions.push({
        type: draft.type,
        start,
        end: start + name.length,
        rule: "established-name",
        score: 0.85,
        cue: name,
        role: draft.role,
        entityName: draft.entityName,
      });
    }
  }
  return repetitions;
}

/** The parts under which a dotted name goes on: 托卡耶夫 of 卡瑟姆若马尔特·托卡耶夫. */
function partsOf(name: string): string[] {
  const parts = name.split(/[·・•‧･]/);
  return parts.length < 2 ? [] : parts.filter((part) => part.length >= 3);
}

/** Whether a repetition of an established name is the name, and not a word or a longer name around it. */
function standsForName(reading: Reading, start: number, name: string, names: ReadonlyMap<string, Draft>): boolean {
  const { text, boundaries, lexicon } = reading;
  const end = start + name.length;
  if (name.length >= 3 && !lexicon.isNameLikeWord(name)) return true;
  const after = boundaries.after(end);
  const before = boundaries.before(start);
  for (let length = name.length + 1; length <= 4; length++) {
    if (lexicon.isOrdinaryWord(text.slice(start, start + length)) && (length === 4 || after < 2)) return false;
  }
  // A name that is also a word needs signs on both sides.
  if (lexicon.isNameLikeWord(name)) {
    return (
      ((boundaries.isTight(end) && !/^[在也还就从向]/.test(text.charAt(end))) || nextNameStarts(text, end, names)) &&
      (before > 0 || previousNameEnds(text, start, names))
    );
  }
  if (after > 0 || nextNameStarts(text, end, names)) return true;
  const crossing = text.slice(end - 1, end + 1);
  const inside = text.slice(start - 1, start + 1);
  if (lexicon.isOrdinaryWord(crossing) || lexicon.isOrdinaryWord(text.slice(end - 1, end + 2))) return false;
  if (lexicon.isOrdinaryWord(inside)) return false;
  return before > 0;
}

function previousNameEnds(text: string, offset: number, names: ReadonlyMap<string, Draft>): boolean {
  for (let length = 2; length <= 4; length++) if (names.has(text.slice(offset - length, offset))) return true;
  return false;
}

function nextNameStarts(text: string, offset: number, names: ReadonlyMap<string, Draft>): boolean {
  for (let length = 2; length <= 4; length++) if (names.has(text.slice(offset, offset + length))) return true;
  return false;
}
