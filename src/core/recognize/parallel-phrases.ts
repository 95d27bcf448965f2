import { isHan } from "../text/characters.js";
import type { Draft, Reading } from "./reading.js";

/** Fewer clauses in a row are ordinary prose. */
const leastClauses = 3;
const shortest = 3;
const longest = 8;

interface Clause {
  readonly start: number;
  readonly text: string;
}

/**
 * Runs of clauses of one length that share a character in its place (转型数字化、服务智能化、社会共享化):
 * the shape of a formulation. Offered as candidates, since only use tells whether it is one.
 */
export function proposeParallelPhrases(reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const span of reading.spans) {
    let run: Clause[] = [];
    for (const clause of clausesOf(reading.text, span.start, span.end)) {
      if (run.length > 0 && !continues(run, clause)) {
        drafts.push(...candidate(run));
        run = [];
      }
      if (clause.text.length >= shortest && clause.text.length <= longest) run.push(clause);
    }
    drafts.push(...candidate(run));
  }
  return drafts;
}

/** The stretches of Han characters between marks; a clause that no 、 or ， joins to the last one starts a new run. */
function clausesOf(text: string, start: number, end: number): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && isHan(text.charCodeAt(i))) continue;
    if (i > from) clauses.push({ start: from, text: text.slice(from, i) });
    from = i + 1;
  }
  return clauses;
}

function continues(run: readonly Clause[], clause: Clause): boolean {
  const last = run[run.length - 1] as Clause;
  const joined = clause.start === last.start + last.text.length + 1;
  return joined && clause.text.length === last.text.length && sharedPlaces([...run, clause]) > 0;
}

function sharedPlaces(clauses: readonly Clause[]): number {
  const first = clauses[0]?.text ?? "";
  return [...first].filter((char, i) => clauses.every((clause) => clause.text[i] === char)).length;
}

function candidate(run: readonly Clause[]): Draft[] {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last || run.length < leastClauses) return [];
  const cue = [...first.text].filter((char, i) => run.every((clause) => clause.text[i] === char)).join("");
  return [
    {
      type: "slogan",
      start: first.start,
      end: last.start + last.text.length,
      rule: "parallel-phrases",
      score: 0.4,
      cue,
      candidate: true,
    },
  ];
}
