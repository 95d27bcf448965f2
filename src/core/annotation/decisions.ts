import type { Analysis } from "../recognize/analysis.js";
import type { TextSpan } from "../text/spans.js";
import { type Anchor, AnchorText } from "./anchors.js";
import type { DecidedAnalysis, Orphan } from "./decided.js";
import { MentionBoard } from "./mention-board.js";
import { squeeze } from "./quoted-text.js";
import { type Addition, type AnnotationRecord, byAge, type Decision, isMentionType } from "./records.js";
import { BroadRules, wordsKey } from "./workspace-rules.js";

/**
 * Applies a reader's decisions to what was recognised: first those for every article, then those for this
 * one, then those on single mentions, each in the order in which they were made, so that the narrower and
 * then the later one has the last word. `decisions` are the records of this article's file, `workspace` those
 * of scope `workspace` from every file. Pure; records of other kinds are passed over.
 */
export function applyDecisions(
  analysis: Analysis,
  decisions: Iterable<AnnotationRecord>,
  workspace: BroadRules | Iterable<AnnotationRecord> = [],
): DecidedAnalysis {
  const own = [...decisions];
  const everywhere = workspace instanceof BroadRules ? workspace : new BroadRules(workspace, "workspace");
  return new Application(analysis).run(own, everywhere);
}

class Application {
  private readonly anchors: AnchorText;
  private readonly board: MentionBoard;
  private readonly orphans: Orphan[] = [];

  constructor(analysis: Analysis) {
    this.anchors = new AnchorText(analysis.article.text);
    this.board = new MentionBoard(analysis);
  }

  run(records: readonly AnnotationRecord[], workspace: BroadRules): DecidedAnalysis {
    this.applyBroad(workspace, true);
    this.applyBroad(new BroadRules(records, "article"), false);
    for (const record of [...records].sort(byAge)) {
      if (record.kind !== "decision" && record.kind !== "addition") continue;
      if (record.scope === "mention") this.applyPlaced(record);
      else if (record.kind === "addition" && record.scope === "article") this.reportIfGone(record);
    }
    return { ...this.board.result(), orphans: this.orphans };
  }

  private applyBroad(rules: BroadRules, everywhere: boolean): void {
    if (rules.decisions.size > 0) {
      for (const mention of this.board.all()) {
        const decision = rules.decisions.get(wordsKey(mention.type, mention.text));
        if (decision && this.board.has(mention.span, mention.type))
          this.apply(decision, mention.span, this.shifted(decision, mention.span));
      }
    }
    for (const addition of rules.additions) {
      for (const span of this.anchors.everywhere(addition.anchor.exact)) {
        if (everywhere && !this.isPlain(span, addition)) continue;
        if (this.board.isInside(span, addition.type)) continue;
        this.board.put(span, addition.type, addition, addition);
      }
    }
  }

  private applyPlaced(record: Decision | Addition): void {
    const found = this.anchors.find(record.anchor);
    if (found.state === "orphan") {
      this.orphan(record, record.anchor);
      return;
    }
    if (record.kind === "addition") {
      this.board.put(found.span, record.type, record, record);
      return;
    }
    const target = this.shifted(record, found.span) ?? this.foundTarget(record);
    if (record.to?.anchor && !target) this.orphan(record, record.to.anchor);
    else this.apply(record, found.span, target);
  }

  private apply(decision: Decision, span: TextSpan, target: TextSpan | undefined): void {
    const { type, verdict, to } = decision;
    if (verdict === "accept") this.board.accept(span, type, pick(to), decision);
    else if (verdict === "reject") this.board.reject(span, type, decision);
    else if (!to?.anchor || target)
      this.board.change(span, type, { span: target ?? span, type: to?.type ?? type, ...pick(to) }, decision);
  }

  /** Where the changed span lies in relation to `span`, if the words there are those that were meant. */
  private shifted(decision: Decision, span: TextSpan): TextSpan | undefined {
    const to = decision.to?.anchor;
    if (!to) return undefined;
    const words = squeeze(to.exact);
    return this.anchors
      .everywhere(to.exact)
      .find(
        (place) =>
          place.start - span.start === to.start - decision.anchor.start &&
          squeeze(this.anchors.text.slice(place.start, place.end)) === words,
      );
  }

  private foundTarget(decision: Decision): TextSpan | undefined {
    const found = decision.to?.anchor && this.anchors.find(decision.to.anchor);
    return found && found.state !== "orphan" ? found.span : undefined;
  }

  /**
   * Whether words of an addition for every article can be marked without a look at the sentence. Words of
   * one or two characters turn up inside others (央行 in 中央行动); of those, recognition is to judge, which
   * knows the addition from the lexicon.
   */
  private isPlain(span: TextSpan, addition: Addition): boolean {
    if (!isMentionType(addition.type) || squeeze(addition.anchor.exact).length > 2) return true;
    const { text } = this.anchors;
    return !/\p{L}/u.test(text.charAt(span.start - 1)) && !/\p{L}/u.test(text.charAt(span.end));
  }

  private reportIfGone(addition: Addition): void {
    if (this.anchors.everywhere(addition.anchor.exact).length === 0) this.orphan(addition, addition.anchor);
  }

  private orphan(record: Decision | Addition, anchor: Anchor): void {
    const found = this.anchors.find(anchor);
    if (found.state === "orphan")
      this.orphans.push({ record, anchor, reason: found.reason, candidates: found.candidates });
  }
}

function pick(to: Decision["to"]): { entity?: string; role?: string } {
  return {
    ...(to?.entity === undefined ? {} : { entity: to.entity }),
    ...(to?.role === undefined ? {} : { role: to.role }),
  };
}
