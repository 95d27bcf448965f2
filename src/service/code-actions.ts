import { type DecidedAnalysis, decisionOn, type OwnMention } from "../core/annotation/decided.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import type { Addition, Decision, MarkType } from "../core/annotation/records.js";
import type { Article } from "../core/article/article.js";
import type { Mention } from "../core/recognize/mention.js";
import { type FileSpan, hull, type TextSpan, textSpan } from "../core/text/spans.js";
import { className } from "./annotation-messages.js";
import { type CodeActionTexts, codeActionTexts } from "./code-action-texts.js";
import type { Locale } from "./locale.js";
import type { CodeAction, PlacedMention } from "./placed-actions.js";
import { shortened } from "./shortened.js";

type Marked = Mention | OwnMention;

/** Longer selections are no mention of anything, in characters; notes may stand on them. */
const longestMention = 120;
const organEnding = /(?:部|委|会|厅|局|院|署|办|室|公司|集团|银行|大学|中心)$/;

/**
 * What a reader can do at a place of the file: judge the mention there, or mark the selection. Nothing at a
 * place without a mention where nothing is selected.
 */
export function codeActions(
  decided: DecidedAnalysis,
  classes: readonly OwnClass[],
  span: FileSpan,
  locale: Locale,
): CodeAction[] {
  const offered = new Offered(decided, classes, locale);
  const touched = marksAt(decided, span);
  if (span.start === span.end) return touched.flatMap((mark) => offered.atMention(mark));
  const selected = trimmed(decided.analysis.article, span);
  if (!selected) return [];
  const exact = touched.filter((mark) => sameSpan(mark.span, selected));
  return exact.length > 0 ? exact.flatMap((mark) => offered.atMention(mark)) : offered.atSelection(selected, touched);
}

class Offered {
  private readonly texts: CodeActionTexts;

  constructor(
    private readonly decided: DecidedAnalysis,
    private readonly classes: readonly OwnClass[],
    private readonly locale: Locale,
  ) {
    this.texts = codeActionTexts(locale);
  }

  atMention(mark: Marked): CodeAction[] {
    const { texts } = this;
    const mention = placed(mark);
    const [words, type] = [shortened(mark.text), this.className(mark.type)];
    const rejection = this.decided.rejected.find((one) => one.mention === mark)?.by;
    const by = rejection ?? decisionOn(this.decided, mark);
    const accept: CodeAction = {
      title: texts.accept(words, type, "mention"),
      effect: { does: { kind: "accept", mention, scope: "mention" } },
    };
    const reject = (["mention", "article", "workspace"] as const).map(
      (scope): CodeAction => ({
        title: texts.reject(words, type, scope),
        effect: { does: { kind: "reject", mention, scope } },
      }),
    );
    const change: CodeAction = { title: texts.change(words), effect: { asks: "change", span: mention.span, mention } };
    const note: CodeAction = { title: texts.note(words), effect: { asks: "note", span: mention.span } };
    if (rejection) return [this.takeBack(mention, words, rejection, "rejection"), accept, note];
    if (by) return [...reject.slice(0, 1), this.takeBack(mention, words, by, "decision"), change, note];
    return [accept, ...reject, change, note];
  }

  /** What was decided for every article does not lie with this one: it is decided otherwise instead. */
  private takeBack(
    mention: PlacedMention,
    words: string,
    by: Decision | Addition,
    what: "rejection" | "decision",
  ): CodeAction {
    const { texts } = this;
    if (by.scope !== "workspace")
      return { title: texts.takeBack(words, what), effect: { does: { kind: "remove", ids: [by.id] } } };
    const kind = what === "rejection" ? "accept" : "reject";
    const title = texts[kind](words, this.className(mention.type), "workspace");
    return { title, effect: { does: { kind, mention, scope: "workspace" } } };
  }

  atSelection(selected: TextSpan, touched: readonly Marked[]): CodeAction[] {
    const { texts } = this;
    const { article } = this.decided.analysis;
    const text = article.text.slice(selected.start, selected.end);
    const words = shortened(text);
    const span = hull(article.map.toFile(selected));
    const note: CodeAction = { title: texts.note(words), effect: { asks: "note", span } };
    if (text.length > longestMention || text.includes("\n")) return [note];
    const standing = touched.filter((mark) => !this.decided.rejected.some(({ mention }) => mention === mark));
    const [only, ...others] = standing;
    const extent: CodeAction[] =
      only && others.length === 0
        ? [
            {
              title: texts.setSpan(shortened(only.text), words),
              effect: { does: { kind: "change", mention: placed(only), scope: "mention", to: { span } } },
            },
          ]
        : [];
    const marks = ["official", "agency", "slogan", ...this.classes.map(({ id }) => id)].map(
      (type): CodeAction => ({
        title: texts.mark(words, this.className(type)),
        effect: { does: { kind: "mark", span, type, scope: "mention" } },
      }),
    );
    const type = only?.type ?? likelyType(text);
    const everywhere: CodeAction = {
      title: texts.markEverywhere(words, this.className(type)),
      effect: { does: { kind: "mark", span, type, scope: "workspace" } },
    };
    const asked: CodeAction = { title: texts.markAs(words), effect: { asks: "mark", span } };
    return [...extent, ...marks, everywhere, asked, note];
  }

  private className(type: MarkType): string {
    return className(type, this.classes, this.locale);
  }
}

/** The marks that a span touches, rejected ones last; an empty span touches what it stands behind, too. */
function marksAt({ analysis, own, rejected }: DecidedAnalysis, span: FileSpan): Marked[] {
  const all: Marked[] = [...analysis.mentions, ...own, ...rejected.map(({ mention }) => mention)];
  const touched = (touches: (part: FileSpan) => boolean) => all.filter(({ parts }) => parts.some(touches));
  if (span.start < span.end) return touched((part) => part.start < span.end && span.start < part.end);
  const inside = touched((part) => part.start <= span.start && span.start < part.end);
  return inside.length > 0 ? inside : touched((part) => part.end === span.start);
}

/** The words of a selection, without the white space at its ends; undefined where it shows none. */
function trimmed({ text, map }: Article, span: FileSpan): TextSpan | undefined {
  const { start, end } = map.toTextSpan(span) ?? { start: 0, end: 0 };
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? textSpan(from, to) : undefined;
}

function placed({ parts, type }: Marked): PlacedMention {
  return { span: hull(parts), type };
}

function sameSpan(a: TextSpan, b: TextSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

/** What words that are to be marked everywhere most likely are. */
function likelyType(words: string): MarkType {
  if (organEnding.test(words)) return "agency";
  return /^\p{Script=Han}{2,3}$/u.test(words) ? "official" : "slogan";
}
