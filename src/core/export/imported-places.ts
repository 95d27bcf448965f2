import { AnchorText } from "../annotation/anchors.js";
import { QuotedText, squeeze } from "../annotation/quoted-text.js";
import { type Span, type TextSpan, textSpan } from "../text/spans.js";
import { CodePoints } from "./code-points.js";
import { ExchangeText } from "./exchange-text.js";
import type { ImportedDocument, ImportedSpan } from "./imported.js";

/** Finds the spans that another program wrote in an article's visible text as it is now. */
export class ImportedPlaces {
  private readonly exchange: ExchangeText;
  private readonly anchors: AnchorText;
  private readonly quoted: QuotedText;
  /** The text that the imported offsets count: its own, else the article's as it is exported. */
  private readonly theirs: string;
  private readonly points: CodePoints;
  private readonly theirAnchors: AnchorText;
  private readonly theirQuoted: QuotedText;
  private readonly isSame: boolean;

  constructor(
    text: string,
    private readonly imported: ImportedDocument,
  ) {
    this.exchange = new ExchangeText(text);
    this.anchors = new AnchorText(text);
    this.quoted = new QuotedText(text);
    this.theirs = imported.text ?? this.exchange.text;
    this.points = new CodePoints(this.theirs);
    this.theirAnchors = new AnchorText(this.theirs);
    this.theirQuoted = new QuotedText(this.theirs);
    // Half surrogate pairs were replaced when the text was exported.
    this.isSame = this.theirQuoted.squeezed === squeeze(this.exchange.text);
  }

  /** The span, or undefined when its words do not stand there, or in no one place. */
  find(span: ImportedSpan): TextSpan | undefined {
    const place = this.placeOf(span);
    return place ? this.carry(place) : this.quote(span);
  }

  /** The span in their text, in UTF-16 offsets, if the words there are those quoted. */
  private placeOf({ start, end, exact }: ImportedSpan): Span | undefined {
    if (start === undefined || end === undefined || end <= start) return undefined;
    const units = { start, end };
    const points = { start: this.points.offset(start), end: this.points.offset(end) };
    const own = this.imported.unit === "utf-16" ? units : points;
    // Some programs have counted the other way, or changed it between versions: the quote tells.
    return [own, points, units].find(
      (place) =>
        place.end <= this.theirs.length &&
        (exact === undefined || squeeze(exact) === squeeze(this.theirs.slice(place.start, place.end))),
    );
  }

  /** Their span in the article: at the same words of the same text, or else by the quote. */
  private carry(place: Span): TextSpan | undefined {
    if (this.theirs === this.exchange.text) {
      const { start, end } = this.exchange.original(place);
      return textSpan(start, end);
    }
    if (this.isSame) {
      const [from, to] = [this.theirQuoted.indexOf(place.start), this.theirQuoted.indexOf(place.end)];
      return from < to ? this.quoted.spanOf(from, to) : undefined;
    }
    const anchor = this.theirAnchors.make(place);
    const found = anchor && this.anchors.find(anchor);
    return found && found.state !== "orphan" ? found.span : undefined;
  }

  /** The one place where the quote stands between what it says stands around it, or where an anchor would find it. */
  private quote({ exact, prefix = "", suffix = "" }: ImportedSpan): TextSpan | undefined {
    if (exact === undefined) return undefined;
    const [before, words, behind] = [squeeze(prefix), squeeze(exact), squeeze(suffix)];
    const hits = this.quoted
      .occurrences(before + words + behind)
      .map((hit) => this.quoted.spanOf(hit + before.length, hit + before.length + words.length));
    if (hits.length > 0) return hits.length === 1 ? hits[0] : undefined;
    const found = this.anchors.find({ exact, prefix, suffix, start: 0, end: 0 });
    return found.state === "orphan" ? undefined : found.span;
  }
}
