import type { Span } from "../text/spans.js";
import { type DecidedAnalysis, decisionOn, mentionKey } from "./decided.js";
import type { MarkType } from "./records.js";

/** A mark of one annotator: a class on a span of UTF-16 offsets of the visible text. */
export interface AnnotatorMark {
  readonly type: MarkType;
  readonly span: Span;
  readonly entity?: string;
}

/** What two annotators marked in one article. */
export interface AnnotatedPair {
  /** What tells the article: its path. */
  readonly article: string;
  readonly text: string;
  readonly a: readonly AnnotatorMark[];
  readonly b: readonly AnnotatorMark[];
}

export interface ClassAgreement {
  readonly type: MarkType;
  /** Spans that both, only the first, and only the second marked with this class. */
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** 2·both ÷ (marks of the first + marks of the second), of exact spans; undefined when neither marked any. */
  readonly f1: number | undefined;
  /** Cohen's kappa over characters, in the class or not; undefined when neither or both marked everything. */
  readonly kappa: number | undefined;
}

/** `class`: same span, other class; `span`: same class, overlapping spans; `entity`: same mark, other name. */
export type DifferenceKind = "only-a" | "only-b" | "class" | "span" | "entity";

export interface Difference {
  readonly article: string;
  readonly kind: DifferenceKind;
  readonly a?: AnnotatorMark;
  readonly b?: AnnotatorMark;
}

export interface Agreement {
  /** In order of the class's name. */
  readonly classes: readonly ClassAgreement[];
  /** Over all classes: spans with their class for F1, for kappa each character's set of classes. */
  readonly overall: Omit<ClassAgreement, "type">;
  /** In order of article and place. */
  readonly differences: readonly Difference[];
}

/** The marks that one annotator's decisions leave standing; with `settledOnly`, without mere suggestions. */
export function marksOf(decided: DecidedAnalysis, settledOnly: boolean): AnnotatorMark[] {
  return [...decided.analysis.mentions, ...decided.own]
    .filter((mention) => !settledOnly || decisionOn(decided, mention) !== undefined)
    .map(({ type, span, entityId }) => ({ type, span, entity: entityId.slice(entityId.indexOf(":") + 1) }));
}

/** Compares two annotators over one or more articles. */
export function agreementOf(pairs: readonly AnnotatedPair[]): Agreement {
  const types = [...new Set(pairs.flatMap(({ a, b }) => [...a, ...b].map((mark) => mark.type)))].sort();
  return {
    classes: types.map((type) => ({
      type,
      ...measure(pairs.map((pair) => ({ ...pair, a: ofType(pair.a, type), b: ofType(pair.b, type) }))),
    })),
    overall: measure(pairs),
    differences: pairs.flatMap(differencesOf),
  };
}

function ofType(marks: readonly AnnotatorMark[], type: MarkType): AnnotatorMark[] {
  return marks.filter((mark) => mark.type === type);
}

function measure(pairs: readonly AnnotatedPair[]): Omit<ClassAgreement, "type"> {
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  const labels = new LabelCounts();
  for (const { text, a, b } of pairs) {
    const inA = new Set(a.map(mentionKey));
    const inB = new Set(b.map(mentionKey));
    for (const key of inA) if (inB.has(key)) both++;
    onlyA += inA.size - [...inA].filter((key) => inB.has(key)).length;
    onlyB += inB.size - [...inB].filter((key) => inA.has(key)).length;
    const [labelsA, labelsB] = [characterLabels(text.length, a), characterLabels(text.length, b)];
    for (let i = 0; i < text.length; i++) labels.add(labelsA[i] ?? "", labelsB[i] ?? "");
  }
  const marks = 2 * both + onlyA + onlyB;
  return { both, onlyA, onlyB, f1: marks === 0 ? undefined : (2 * both) / marks, kappa: labels.kappa() };
}

/** The classes that lie on each character, as one label. */
function characterLabels(length: number, marks: readonly AnnotatorMark[]): string[] {
  const labels = new Array<string>(length).fill("");
  for (const type of [...new Set(marks.map((mark) => mark.type))].sort()) {
    const covered = new Uint8Array(length);
    for (const { span } of ofType(marks, type)) covered.fill(1, span.start, span.end);
    for (let i = 0; i < length; i++) if (covered[i]) labels[i] += `${type} `;
  }
  return labels;
}

class LabelCounts {
  private readonly byA = new Map<string, number>();
  private readonly byB = new Map<string, number>();
  private same = 0;
  private total = 0;

  add(a: string, b: string): void {
    this.total++;
    if (a === b) this.same++;
    this.byA.set(a, (this.byA.get(a) ?? 0) + 1);
    this.byB.set(b, (this.byB.get(b) ?? 0) + 1);
  }

  /** (observed − expected) ÷ (1 − expected); undefined where chance alone explains everything. */
  kappa(): number | undefined {
    if (this.total === 0) return undefined;
    let expected = 0;
    for (const [label, count] of this.byA) expected += (count * (this.byB.get(label) ?? 0)) / this.total ** 2;
    return expected >= 1 ? undefined : (this.same / this.total - expected) / (1 - expected);
  }
}

function differencesOf({ article, a, b }: AnnotatedPair): Difference[] {
  const differences: Difference[] = [];
  const restA: AnnotatorMark[] = [];
  const restB = new Map(b.map((mark) => [mentionKey(mark), mark]));
  for (const mark of a) {
    const same = restB.get(mentionKey(mark));
    if (!same) {
      restA.push(mark);
      continue;
    }
    restB.delete(mentionKey(mark));
    if (mark.entity !== same.entity) differences.push({ article, kind: "entity", a: mark, b: same });
  }
  const pairUp = (kind: DifferenceKind, fits: (x: AnnotatorMark, y: AnnotatorMark) => boolean) => {
    for (const mark of [...restA]) {
      const other = [...restB.values()].find((candidate) => fits(mark, candidate));
      if (!other) continue;
      restA.splice(restA.indexOf(mark), 1);
      restB.delete(mentionKey(other));
      differences.push({ article, kind, a: mark, b: other });
    }
  };
  pairUp("class", (x, y) => x.span.start === y.span.start && x.span.end === y.span.end);
  pairUp("span", (x, y) => x.type === y.type && x.span.start < y.span.end && y.span.start < x.span.end);
  for (const mark of restA) differences.push({ article, kind: "only-a", a: mark });
  for (const mark of restB.values()) differences.push({ article, kind: "only-b", b: mark });
  return differences.sort((x, y) => startOf(x) - startOf(y));
}

function startOf({ a, b }: Difference): number {
  return Math.min(a?.span.start ?? Number.POSITIVE_INFINITY, b?.span.start ?? Number.POSITIVE_INFINITY);
}
