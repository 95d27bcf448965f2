import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkupKind,
  type SemanticTokens,
  SemanticTokensBuilder,
  SymbolKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DecidedAnalysis } from "../core/annotation/decided.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import type { AnnotationRecord } from "../core/annotation/records.js";
import type { Lexicon } from "../core/lexicon/lexicon.js";
import type { Analysis } from "../core/recognize/analysis.js";
import type { EntityTree, Explanation, HighlightsParams, Position, Range } from "../protocol/protocol.js";
import { diagnostics } from "../service/diagnostics.js";
import { documentHighlights } from "../service/document-highlights.js";
import { type EntityBranch, entityTree, ownBranches } from "../service/entity-tree.js";
import { explain } from "../service/explain.js";
import { folding } from "../service/folding.js";
import { highlights } from "../service/highlights.js";
import { hover } from "../service/hover.js";
import type { Locale } from "../service/locale.js";
import { ownMarks } from "../service/own-marks.js";
import type { Word } from "../service/ports.js";
import { semanticTokens, tokenTypes } from "../service/semantic-tokens.js";
import { type SymbolKind as OutlineKind, type OutlineSymbol, symbols } from "../service/symbols.js";
import { toLineRanges, toOffset, toRange } from "./positions.js";

/** An open document with the analysis of just this version, and what answers about it need. */
export interface Analysed {
  readonly document: TextDocument;
  /** As the reader's decisions leave it. */
  readonly analysis: Analysis;
  readonly decided: DecidedAnalysis;
  /** Of this article's annotation file. */
  readonly records: readonly AnnotationRecord[];
  readonly classes: readonly OwnClass[];
  readonly lexicon: Lexicon;
  readonly locale: Locale;
  /** The segmentation that the analysis leans on. */
  readonly words?: readonly Word[];
}

export const source = "tifa";

export function highlightsAnswer({ document, analysis, decided, classes, locale }: Analysed): HighlightsParams {
  const ranges: Record<string, Range[]> = {};
  for (const [kind, spans] of Object.entries(highlights(analysis))) {
    ranges[kind] = spans.map((span) => toRange(document, span));
  }
  const own = ownMarks(decided, classes).map(({ own: { id, name, color }, mentions }) => ({
    id,
    name: name[locale],
    color,
    ranges: mentions.flatMap(({ parts }) => parts.map((part) => toRange(document, part))),
  }));
  return { uri: analysis.uri, version: analysis.version, ranges, ...(own.length > 0 ? { own } : {}) };
}

/** The card of a mention, with what is told of it across articles. */
export function hoverAnswer(
  { document, analysis, decided, classes, records, lexicon, locale }: Analysed,
  position: Position,
  across = "",
): Hover | null {
  const card = hover(analysis, lexicon, toOffset(document, position), locale, { decided, classes, records });
  if (!card) return null;
  const value = across ? `${card.markdown}\n\n${across}` : card.markdown;
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document, card.span) };
}

export function documentHighlightsAnswer({ document, analysis }: Analysed, position: Position): DocumentHighlight[] {
  return documentHighlights(analysis, toOffset(document, position)).map((span) => ({
    range: toRange(document, span),
    kind: DocumentHighlightKind.Text,
  }));
}

const symbolKinds: Readonly<Record<OutlineKind, SymbolKind>> = {
  headline: SymbolKind.Module,
  metadata: SymbolKind.Property,
  section: SymbolKind.Namespace,
  paragraph: SymbolKind.String,
};

export function symbolsAnswer({ document, analysis, locale }: Analysed): DocumentSymbol[] {
  const toSymbol = (symbol: OutlineSymbol): DocumentSymbol => ({
    name: symbol.name,
    ...(symbol.detail ? { detail: symbol.detail } : {}),
    kind: symbolKinds[symbol.kind],
    range: toRange(document, symbol.span),
    selectionRange: toRange(document, symbol.selection),
    children: symbol.children.map(toSymbol),
  });
  return symbols(analysis, locale).map(toSymbol);
}

export function foldingAnswer({ document, analysis }: Analysed): FoldingRange[] {
  return folding(analysis).flatMap(({ span, kind }) => {
    const { start, end } = toRange(document, span);
    // A stretch that ends with a line break ends on the line before it.
    const endLine = end.character === 0 ? end.line - 1 : end.line;
    return endLine > start.line ? [{ startLine: start.line, endLine, kind }] : [];
  });
}

export function semanticTokensAnswer({ document, analysis }: Analysed): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, candidate } of semanticTokens(analysis)) {
    for (const { start, end } of toLineRanges(document, span)) {
      builder.push(
        start.line,
        start.character,
        end.character - start.character,
        tokenTypes.indexOf(type),
        candidate ? 1 : 0,
      );
    }
  }
  return builder.build();
}

export function diagnosticsAnswer({ document, analysis, locale }: Analysed): Diagnostic[] {
  return diagnostics(analysis, locale).map(({ code, span, severity, message }) => ({
    range: toRange(document, span),
    severity: severity === "hint" ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information,
    source,
    code,
    message,
  }));
}

export function entityTreeAnswer({ document, analysis, decided, classes, lexicon, locale }: Analysed): EntityTree {
  const { groups, ...head } = entityTree(analysis, lexicon, locale);
  const nodes = (branches: readonly EntityBranch[]) =>
    branches.map((entity) => ({
      ...entity,
      mentions: entity.mentions.map(({ span, ...words }) => ({ range: toRange(document, span), ...words })),
    }));
  const own = ownMarks(decided, classes).map(({ own: { id, name, color }, mentions }) => ({
    id,
    name: name[locale],
    color,
    entities: nodes(ownBranches(analysis, mentions)),
  }));
  return {
    uri: analysis.uri,
    version: analysis.version,
    ...head,
    groups: groups.map(({ type, entities }) => ({ type, entities: nodes(entities) })),
    ...(own.length > 0 ? { own } : {}),
  };
}

export function explainAnswer({ document, analysis, lexicon, words }: Analysed, position: Position): Explanation[] {
  return explain(analysis, lexicon, toOffset(document, position), words).map(({ span, ...told }) => ({
    range: toRange(document, span),
    ...told,
  }));
}
