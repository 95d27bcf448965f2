import { Trie } from "../lexicon/trie.js";
import { fingerprint } from "../text/fingerprint.js";
import type { OwnEntries } from "./lexicon-overlay.js";
import { squeeze } from "./quoted-text.js";
import type { BroadRules } from "./workspace-rules.js";

/**
 * The words that a workspace itself brings to recognition: of its lexicon, and of decisions for every article.
 * Only an article in which some of them stand can come out otherwise than without them.
 */
export class OwnWords {
  private readonly trie = new Trie<string>();
  private readonly none: boolean;

  /** `fold` is the lexicon's folding. */
  constructor(
    { officials, agencies, slogans }: OwnEntries,
    rules: BroadRules,
    private readonly fold: (text: string) => string,
  ) {
    let count = 0;
    const add = (forms: readonly (string | undefined)[], what: unknown) => {
      const print = fingerprint(JSON.stringify(what));
      for (const form of new Set(forms)) if (form) this.trie.add(this.plain(form), print);
      count++;
    };
    for (const entry of officials) add([entry.name, ...(entry.aliases ?? [])], entry);
    for (const entry of agencies) {
      const former = (entry.former ?? []).map(({ name }) => name);
      add([entry.name, ...(entry.aliases ?? []), ...(entry.weak ?? []), ...former], entry);
    }
    for (const entry of slogans) add([entry.term, ...(entry.variants ?? []), entry.expansion], entry);
    for (const rule of [...rules.decisions.values(), ...rules.additions]) add([rule.anchor.exact], rule);
    this.none = count === 0;
  }

  /** What tells which of them, and in which version, stand in a visible text; empty where none does. */
  touching(text: string): string {
    if (this.none) return "";
    const words = this.plain(text);
    const found = new Set<string>();
    for (let i = 0; i < words.length; i++) {
      this.trie.matchesAt(words, i, (_, prints) => {
        for (const print of prints) found.add(print);
      });
    }
    return found.size === 0 ? "" : fingerprint([...found].sort().join());
  }

  private plain(text: string): string {
    return squeeze(this.fold(text));
  }
}
