import type { Mention } from "../recognize/mention.js";
import type { Span } from "../text/spans.js";
import { AnchorText } from "./anchors.js";
import { type DecidedAnalysis, decisionOn, type OwnMention } from "./decided.js";
import {
  type Addition,
  type AnnotationRecord,
  type Change,
  type Decision,
  type MarkType,
  type Note,
  newRecordId,
  type Relation,
  type Scope,
} from "./records.js";

/** Who annotates, when, and where ids come from: what a pure function cannot know by itself. */
export interface Hand {
  /** The annotator's name, where it is known. */
  readonly by?: string;
  /** The present instant in ISO 8601, UTC. */
  readonly at: string;
  /** Numbers from 0 up to, not including, 1. */
  random(): number;
}

/** What to change in an annotation file: records to put in, and the ids of those they take the place of. */
export interface Edit {
  readonly put: readonly AnnotationRecord[];
  readonly remove: readonly string[];
}

export interface ChangeTo {
  readonly type?: MarkType;
  readonly entity?: string;
  readonly role?: string;
  /** The span of the visible text that the mention should have. */
  readonly span?: Span;
}

/** A mention as a relation needs it. */
export interface RelationEnd {
  readonly type: MarkType;
  readonly span: Span;
}

/** Makes the records of one article from what a reader does in it. */
export class Annotator {
  private readonly anchors: AnchorText;

  constructor(
    private readonly decided: DecidedAnalysis,
    private readonly hand: Hand,
  ) {
    this.anchors = new AnchorText(decided.analysis.article.text);
  }

  accept(mention: Mention | OwnMention, scope: Scope = "mention"): Edit {
    const { role, entityId } = mention;
    const entity = this.decided.analysis.entities.get(entityId)?.name;
    return this.decide(mention, "accept", scope, { ...(entity ? { entity } : {}), ...(role ? { role } : {}) });
  }

  /** Rejecting what the reader added alone takes the addition back. */
  reject(mention: Mention | OwnMention, scope: Scope = "mention"): Edit {
    const by = decisionOn(this.decided, mention);
    if (by?.kind === "addition" && scope === "mention" && by.scope === "mention") return { put: [], remove: [by.id] };
    return this.decide(mention, "reject", scope);
  }

  change(mention: Mention | OwnMention, to: ChangeTo, scope: Scope = "mention"): Edit {
    const anchor = to.span && this.anchors.make(to.span);
    const { span: _, ...rest } = to;
    return this.decide(mention, "change", scope, { ...rest, ...(anchor ? { anchor } : {}) });
  }

  /** Marks a selection; undefined when it shows nothing. */
  add(
    span: Span,
    type: MarkType,
    options: { readonly scope?: Scope; readonly entity?: string; readonly role?: string } = {},
  ): Edit | undefined {
    const anchor = this.anchors.make(span);
    if (!anchor) return undefined;
    const { scope = "mention", entity, role } = options;
    const addition: Addition = {
      ...this.base("addition"),
      kind: "addition",
      scope,
      type,
      anchor,
      ...(entity ? { entity } : {}),
      ...(role ? { role } : {}),
    };
    return { put: [addition], remove: [] };
  }

  note(span: Span, text: string, tags: readonly string[] = []): Edit | undefined {
    const anchor = this.anchors.make(span);
    if (!anchor) return undefined;
    const note: Note = { ...this.base("note"), kind: "note", anchor, text, tags };
    return { put: [note], remove: [] };
  }

  answer(first: Note, text: string): Edit {
    const note: Note = { ...this.base("note"), kind: "note", replyTo: first.replyTo ?? first.id, text, tags: [] };
    return { put: [note], remove: [] };
  }

  relate(from: RelationEnd, to: RelationEnd, type: string): Edit | undefined {
    const [a, b] = [this.anchors.make(from.span), this.anchors.make(to.span)];
    if (!a || !b) return undefined;
    const relation: Relation = {
      ...this.base("relation"),
      kind: "relation",
      type,
      from: { type: from.type, anchor: a },
      to: { type: to.type, anchor: b },
    };
    return { put: [relation], remove: [] };
  }

  /** Takes an orphan's record to another place: one of its candidates, or words the reader has selected. */
  attach(record: Decision | Addition | Note, span: Span): Edit | undefined {
    const anchor = this.anchors.make(span);
    return anchor && { put: [{ ...record, anchor, at: this.hand.at }], remove: [] };
  }

  /** The same where it is the words that a change led to that have no place. */
  attachTarget(decision: Decision, span: Span): Edit | undefined {
    const anchor = this.anchors.make(span);
    return anchor && { put: [{ ...decision, to: { ...decision.to, anchor }, at: this.hand.at }], remove: [] };
  }

  /** Takes one end of a relation to another mention. */
  attachEnd(relation: Relation, end: "from" | "to", mention: RelationEnd): Edit | undefined {
    const anchor = this.anchors.make(mention.span);
    return (
      anchor && {
        put: [{ ...relation, [end]: { ...relation[end], type: mention.type, anchor }, at: this.hand.at }],
        remove: [],
      }
    );
  }

  private decide(mention: Mention | OwnMention, verdict: Decision["verdict"], scope: Scope, to?: Change): Edit {
    const before = decisionOn(this.decided, mention);
    const again = before?.kind === "decision" && this.isSecondThought(before, scope) ? before : undefined;
    const anchor = again?.anchor ?? this.anchors.make(mention.span);
    if (!anchor) return { put: [], remove: [] };
    const { to: _, ...kept } = again ?? {};
    const decision: Decision = {
      ...kept,
      ...this.base("decision"),
      ...(again ? { id: again.id } : {}),
      kind: "decision",
      verdict,
      scope,
      type: mention.type,
      anchor,
      ...(to ? { to } : {}),
    };
    return { put: [decision], remove: [] };
  }

  /** One's second thought on a mention takes the place of the first; another person's judgement stays. */
  private isSecondThought(before: Decision, scope: Scope): boolean {
    return before.scope === scope && before.by === this.hand.by && before.verdict !== "change";
  }

  private base(kind: AnnotationRecord["kind"]): { id: string; by?: string; at: string } {
    const { by, at } = this.hand;
    return { id: newRecordId(kind, this.hand.random), ...(by ? { by } : {}), at };
  }
}
