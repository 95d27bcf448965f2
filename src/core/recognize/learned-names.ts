import { Trie } from "../lexicon/trie.js";
import type { Mention } from "./mention.js";
import type { Draft, Reading } from "./reading.js";

/** A name that other articles have proved: an official with the post that proved it, or an organisation. */
export interface LearnedName {
  readonly type: "official" | "agency";
  readonly name: string;
  readonly role?: string;
}

/** Rules whose marks prove a name beyond the article that they stand in. */
const provingOfficial = new Set(["after-title", "title-list", "appointment", "post-in-brackets", "dotted-name"]);
const provingAgency = /^ending-|^short-name-given$/;
const surely = 0.85;
const shortestAgency = 4;

/** The names that the articles of a folder have established, as evidence in the others. */
export class LearnedNames {
  private readonly trie = new Trie<LearnedName>();
  private readonly known = new Set<string>();

  get size(): number {
    return this.known.size;
  }

  /** Learns from one article's mentions. */
  learn(mentions: readonly Mention[]): void {
    for (const mention of mentions) {
      const name = learnedFrom(mention);
      if (!name || this.known.has(`${name.type}:${name.name}`)) continue;
      this.known.add(`${name.type}:${name.name}`);
      this.trie.add(name.name, name);
    }
  }

  /** Proposes the learned names where a text holds them between clear boundaries. */
  propose(reading: Reading): Draft[] {
    const drafts: Draft[] = [];
    if (this.size === 0) return drafts;
    for (const span of reading.spans) {
      for (let start = span.start; start < span.end; start++) {
        this.trie.matchesAt(reading.text, start, (end, names) => {
          if (end > span.end || !standsFree(reading, start, end)) return;
          for (const { type, role } of names) {
            drafts.push({ type, start, end, rule: "learned-name", score: 0.75, ...(role ? { cue: role } : {}) });
          }
        });
      }
    }
    return drafts;
  }
}

function learnedFrom({ type, text, role, evidence }: Mention): LearnedName | undefined {
  if (evidence.score < surely || /\s/.test(text)) return undefined;
  if (type === "official" && role && provingOfficial.has(evidence.rule)) return { type, name: text, role };
  if (type === "agency" && text.length >= shortestAgency && provingAgency.test(evidence.rule))
    return { type, name: text };
  return undefined;
}

/** A name from another article needs signs on both sides; a short one, or one that is a word, the clearest. */
function standsFree(reading: Reading, start: number, end: number): boolean {
  const { boundaries, words } = reading;
  const before = boundaries.before(start);
  const after = boundaries.after(end);
  if (end - start >= 3 && !words.isNameLike(start, end)) return before > 0 && after > 0;
  return before === 2 && after > 0 && !words.isNameLike(start, end);
}
