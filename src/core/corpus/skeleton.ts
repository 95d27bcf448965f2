import { type TextSpan, textSpan } from "../text/spans.js";

/** Stand for a person with the post before it, and for an agency, in a skeleton. */
export const personAtom = "\uE000";
export const agencyAtom = "\uE001";

/** A mention as rules about sentences see it. */
export interface Actor {
  /** The row of the mention. */
  readonly row: number;
  readonly kind: "person" | "agency";
  /** UTF-16 offsets of the visible text. */
  readonly start: number;
  readonly end: number;
  readonly role?: string;
}

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  ";": "；",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};

/**
 * A paragraph in which each person, together with the post before the name, and each agency is one
 * character, and marks are full-width: what is left is the sentence's frame, which rules can match.
 */
export class Skeleton {
  private constructor(
    readonly text: string,
    private readonly offsets: readonly number[],
    private readonly rows: ReadonlyMap<number, number>,
  ) {}

  /** `actors` are in order of place; those outside `span` are passed over. */
  static of(text: string, span: TextSpan, actors: readonly Actor[]): Skeleton {
    const chunks: string[] = [];
    const offsets: number[] = [];
    const rows = new Map<number, number>();
    let at = span.start;
    const literal = (until: number) => {
      if (at < until) chunks.push(text.slice(at, until).replace(/[,:;!?()]/g, (mark) => fullWidth[mark] ?? mark));
      for (; at < until; at++) offsets.push(at);
    };
    for (const actor of atomsOf(text, span, actors)) {
      literal(actor.start);
      rows.set(offsets.length, actor.row);
      offsets.push(actor.start);
      chunks.push(actor.kind === "person" ? personAtom : agencyAtom);
      at = actor.end;
    }
    literal(span.end);
    offsets.push(span.end);
    return new Skeleton(chunks.join(""), offsets, rows);
  }

  /** The row of the atom at an index of the frame. */
  row(index: number): number | undefined {
    return this.rows.get(index);
  }

  /** The rows of the atoms from `start` to `end`, of one kind or both. */
  rowsIn(start: number, end: number, kind?: "person" | "agency"): number[] {
    const found: number[] = [];
    for (let i = start; i < end; i++) {
      const row = this.rows.get(i);
      if (row === undefined) continue;
      if (kind === undefined || (this.text[i] === personAtom) === (kind === "person")) found.push(row);
    }
    return found;
  }

  /** The stretch of the visible text from one index of the frame to another. */
  span(start: number, end: number): TextSpan {
    const last = this.offsets[this.offsets.length - 1] ?? 0;
    return textSpan(this.offsets[start] ?? last, this.offsets[end] ?? last);
  }

  /** The sentences as half-open index pairs, closing quotation marks included. */
  sentences(): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    for (const match of this.text.matchAll(/[^。！？]*(?:[。！？]+[”’」』）]*|$)/g)) {
      if (match[0].trim() !== "") found.push([match.index, match.index + match[0].length]);
    }
    return found;
  }
}

/** The actors in a span with the posts they bear, none inside another. */
function atomsOf(text: string, span: TextSpan, actors: readonly Actor[]): Actor[] {
  const found: Actor[] = [];
  for (const actor of actors) {
    if (actor.start < span.start || actor.end > span.end) continue;
    const grown = actor.kind === "person" ? withRole(text, span, actor) : actor;
    while (found.length > 0 && (found[found.length - 1] as Actor).end > grown.start) {
      if ((found[found.length - 1] as Actor).kind === "person") break;
      found.pop();
    }
    const last = found[found.length - 1];
    if (last && last.end > grown.start) {
      if (actor.start >= last.end) found.push(actor);
      continue;
    }
    found.push(grown);
  }
  return found;
}

/** The name with its post (before or behind it), a gloss in brackets and 同志. */
function withRole(text: string, span: TextSpan, actor: Actor): Actor {
  let start = actor.start;
  let end = actor.end;
  if (actor.role) {
    const before = backwards(text, actor.start, actor.role);
    if (before !== undefined) start = Math.max(before, span.start);
    else if (text.startsWith(actor.role, actor.end)) end += actor.role.length;
  }
  const rest =
    /^(?:[（(][^（）()\n]{1,12}[）)])?(?:同志)?/.exec(text.slice(end, Math.min(end + 20, span.end)))?.[0].length ?? 0;
  return { ...actor, start, end: end + rest };
}

/** The offset where `words` begins if it ends at `end`, spaces aside. */
function backwards(text: string, end: number, words: string): number | undefined {
  let at = end;
  for (let i = words.length - 1; i >= 0; i--) {
    at--;
    while (at >= 0 && /[\s\u3000]/.test(text.charAt(at))) at--;
    if (text.charAt(at) !== words.charAt(i)) return undefined;
  }
  return at;
}
