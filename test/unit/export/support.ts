import fc from "fast-check";
import type { DecidedAnalysis } from "../../../src/core/annotation/decided.js";
import { applyDecisions } from "../../../src/core/annotation/decisions.js";
import { Annotator, type Hand } from "../../../src/core/annotation/make-records.js";
import type { AnnotationRecord } from "../../../src/core/annotation/records.js";
import { exportDocument } from "../../../src/core/export/build-document.js";
import type { ExportDocument, ExportOptions } from "../../../src/core/export/export-document.js";
import { importDecisions } from "../../../src/core/export/import-decisions.js";
import type { ImportedDocument } from "../../../src/core/export/imported.js";
import type { Analysis } from "../../../src/core/recognize/analysis.js";
import {
  analysisOf,
  analysisWith,
  hand,
  htmlArticle,
  nth,
  plainArticle,
  spansIn,
  text,
} from "../annotation/support.js";

export const options: ExportOptions = {
  path: "2024/03 澜江/推进会#1.txt",
  classes: [{ id: "target", name: { en: "Target", zh: "指标" }, color: "#aa3377", terms: [] }],
};

/** An article with what a reader has done in it. */
export interface Read {
  readonly analysis: Analysis;
  readonly records: readonly AnnotationRecord[];
}

export function documentOf({ analysis, records }: Read, settings: ExportOptions = options): ExportDocument {
  return exportDocument(applyDecisions(analysis, records), records, settings).document;
}

/** Collects what a reader does, step by step. */
export class Reader {
  records: AnnotationRecord[] = [];
  private readonly hand: Hand;

  constructor(
    readonly analysis: Analysis,
    by?: string,
  ) {
    this.hand = hand(by, 1);
  }

  get decided(): DecidedAnalysis {
    return applyDecisions(this.analysis, this.records);
  }

  do(
    step: (
      annotator: Annotator,
    ) => { readonly put: readonly AnnotationRecord[]; readonly remove: readonly string[] } | undefined,
  ): this {
    const edit = step(new Annotator(this.decided, this.hand));
    const gone = new Set([...(edit?.remove ?? []), ...(edit?.put ?? []).map(({ id }) => id)]);
    this.records = [...this.records.filter(({ id }) => !gone.has(id)), ...(edit?.put ?? [])];
    return this;
  }

  mention(words: string) {
    const { analysis, own } = this.decided;
    const found = [...analysis.mentions, ...own].find((one) => one.text === words);
    if (!found) throw new Error(`no mention ${words}`);
    return found;
  }
}

/** A sample with everything in it: markup, rare characters, overlapping classes, notes that look like formulas and markup. */
export function annotatedHtml(): Read {
  const reader = new Reader(
    analysisOf(htmlArticle, [
      { type: "official", words: "林望舒", role: "澜江省委书记" },
      { type: "agency", words: "澜江省委", name: "中共澜江省委员会" },
      { type: "agency", words: "省数据局", name: "澜江省数据局" },
      { type: "slogan", words: "一江三城", candidate: true },
      { type: "slogan", words: "高质量发展" },
      { type: "official", words: "𠮷野平", role: "省数据局局长" },
      { type: "official", words: "高远", nth: 1, name: "高远" },
      { type: "byline", words: "丁一" },
    ]),
    "陈 <一>",
  );
  const { text: shown } = reader.analysis.article;
  reader
    .do((a) => a.accept(reader.mention("林望舒")))
    .do((a) => a.reject(reader.mention("高远")))
    .do((a) => a.change(reader.mention("省数据局"), { entity: "澜江省大数据局", role: '牵头 "单位"' }))
    .do((a) => a.add(nth(shown, "沈知行"), "official", { role: "副局长" }))
    .do((a) => a.add(nth(shown, "AT&T模式"), "target"))
    .do((a) => a.add(nth(shown, "T模式的得失"), "target"))
    .do((a) => a.note(nth(shown, "一江三城"), '=HYPERLINK("x") <b>首次</b> & 出现\n第二行', ["复核", "a b"]))
    .do((a) => a.note({ start: shown.indexOf("推动高质量"), end: shown.indexOf("与省数据局") }, "跨行的批注"))
    .do((a) => a.relate(reader.mention("沈知行"), reader.mention("省数据局"), "任职 于"));
  const [first] = reader.records.filter((record) => record.kind === "note");
  if (first) reader.do((a) => a.answer(first, "'已核对"));
  return reader;
}

export function annotatedPlain(): Read {
  const reader = new Reader(
    analysisOf(plainArticle, [
      { type: "official", words: "陆怀远", role: "省长" },
      { type: "official", words: "秦岭" },
      { type: "agency", words: "省发展改革委" },
    ]),
  );
  return reader
    .do((a) => a.add(nth(plainArticle, "项目为王"), "slogan"))
    .do((a) => a.add(nth(plainArticle, "投产😀"), "target"))
    .do((a) => a.note(nth(plainArticle, "乔木"), "新任"))
    .do((a) => a.accept(reader.mention("秦岭")));
}

/** Random articles with random marks, decisions, notes and relations. */
export const anyRead: fc.Arbitrary<Read> = text
  .chain((source) =>
    fc.tuple(
      fc.constant(source),
      spansIn(source),
      fc.array(
        fc.record({
          act: fc.nat(6),
          a: fc.nat(),
          b: fc.nat(),
          words: fc.string({
            unit: fc.constantFrom("批", "注", "<", "&", '"', "'", "=", "+", ",", "\n", "\t", " ", "\\", "𠮷", "|", ";"),
            maxLength: 10,
          }),
        }),
        { maxLength: 10 },
      ),
    ),
  )
  .map(([source, spans, steps]) => {
    const types = ["official", "agency", "slogan", "byline", "person"] as const;
    const reader = new Reader(
      analysisWith(
        source,
        spans.map((span, i) => ({
          type: types[i % 5] ?? "official",
          span,
          ...(i % 3 === 0 ? { role: "省长", name: `名 称${i}` } : {}),
        })),
      ),
      "陈一",
    );
    for (const { act, a, b, words } of steps) {
      const { analysis, own } = reader.decided;
      const marked = [...analysis.mentions, ...own];
      const [one, other] = [marked[a % Math.max(1, marked.length)], marked[b % Math.max(1, marked.length)]];
      const place = { start: a % source.length, end: Math.min(source.length, (a % source.length) + 1 + (b % 6)) };
      reader.do((annotator) => {
        if (act === 0) return one && annotator.accept(one);
        if (act === 1) return one && annotator.reject(one);
        if (act === 2)
          return (
            one &&
            annotator.change(one, { type: types[b % 5] ?? "person", ...(b % 2 === 0 ? { entity: "别 名" } : {}) })
          );
        if (act === 3) return annotator.add(place, b % 2 === 0 ? "target" : "promise");
        if (act === 4)
          return source.slice(place.start, place.end).includes("\n") ? undefined : annotator.add(place, "agency");
        if (act === 5) return annotator.note(place, `言${words}`, [`t${b % 3}`]);
        return one && other && annotator.relate(one, other, words.trim() || "相关");
      });
    }
    return reader;
  });

/** What an export has to bring back: marks with what they name, notes and relations, in order of place. */
export function essence(document: ExportDocument) {
  const place = (id: string) => {
    const mark = document.marks.find((candidate) => candidate.id === id);
    return mark && `${mark.type} ${mark.span.start}-${mark.span.end}`;
  };
  return {
    marks: document.marks.map(({ type, span, text: shown, name, role, status, by, at }) => ({
      type,
      span,
      text: shown,
      name,
      role,
      status,
      by,
      at,
    })),
    notes: document.notes.map(({ span, text: said, tags, by, at, resolved, answers }) => ({
      span,
      said,
      tags,
      by,
      at,
      resolved,
      answers: answers.map(({ record: _, ...rest }) => rest),
    })),
    relations: document.relations.map(({ type, from, to, by, at }) => ({
      type,
      from: place(from),
      to: place(to),
      by,
      at,
    })),
  };
}

/** The document that another reader gets who takes the import into an article nobody has annotated. */
export function reimported(
  read: Read,
  imported: ImportedDocument,
): {
  readonly document: ExportDocument;
  readonly problems: readonly unknown[];
  readonly records: readonly AnnotationRecord[];
} {
  const fresh = applyDecisions(read.analysis, []);
  const { put, problems } = importDecisions(fresh, [], imported, { hand: hand("另一人", 500), complete: true });
  return { document: documentOf({ analysis: read.analysis, records: put }), problems, records: put };
}

/** What an import into the article that was exported makes: nothing, if the import is the same. */
export function imported(read: Read, document: ImportedDocument): readonly AnnotationRecord[] {
  return importDecisions(applyDecisions(read.analysis, read.records), read.records, document, {
    hand: hand("另一人", 500),
    complete: true,
  }).put;
}
