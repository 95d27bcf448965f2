import { type CompletionItem, CompletionItemKind, type Hover, InsertTextMode, MarkupKind } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type EditedLexicon as Edited,
  type EditRefused,
  withClass,
  withEntry,
} from "../../core/annotation/lexicon-edit.js";
import { squeeze } from "../../core/annotation/quoted-text.js";
import { canonicalUri } from "../../core/text/uris.js";
import type {
  EditedLexicon,
  LexiconWithClassParams,
  LexiconWithClassResult,
  LexiconWithEntityParams,
} from "../../protocol/annotation.js";
import type { Position } from "../../protocol/protocol.js";
import { lexiconCompletion, lexiconHover } from "../../service/lexicon-completion.js";
import { lexiconRefusals } from "../../service/lexicon-file.js";
import type { Locale } from "../../service/locale.js";
import { mentionAt, mentionsOf } from "../../service/mention-at.js";
import type { Annotations } from "../annotation/annotations.js";
import type { Analysed } from "../answers.js";
import type { OpenDocuments } from "../articles.js";
import { toOffset, toRange } from "../positions.js";
import { lexiconUri } from "./lexicon-documents.js";

/** Says in one sentence what is to be told to the reader. */
export class RefusedError extends Error {}

const kinds = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  color: CompletionItemKind.Color,
};

export function lexiconCompletionAnswer(document: TextDocument, position: Position, locale: Locale): CompletionItem[] {
  const found = lexiconCompletion(document.getText(), toOffset(document, position), locale);
  return found.map(({ label, kind, detail, text, replaces }, i) => ({
    label,
    kind: kinds[kind],
    detail,
    // Of a colour the editor shows a patch.
    ...(kind === "color" ? { documentation: label } : {}),
    sortText: String(i).padStart(3, "0"),
    // A colour may have been begun with its quotation mark.
    filterText: kind === "color" ? text : label,
    textEdit: { range: toRange(document, replaces), newText: text },
    insertTextMode: InsertTextMode.asIs,
  }));
}

export function lexiconHoverAnswer(document: TextDocument, position: Position, locale: Locale): Hover | null {
  const found = lexiconHover(document.getText(), toOffset(document, position), locale);
  return (
    (found && {
      contents: { kind: MarkupKind.Markdown, value: found.markdown },
      range: toRange(document, found.span),
    }) ||
    null
  );
}

/** What a lexicon is made from. */
export interface LexiconParts {
  readonly annotations: Annotations;
  readonly documents: OpenDocuments;
  readonly locale: Locale;
}

/** Rejects with `RefusedError` where nothing can be added. */
export async function lexiconWithClassAnswer(
  parts: LexiconParts,
  { uri, name, color }: LexiconWithClassParams,
): Promise<LexiconWithClassResult> {
  return edit(
    parts,
    uri,
    (source) => withClass(source, { name, color }),
    ({ id }) => ({ id }),
  );
}

/** Rejects with `RefusedError` where nothing can be added. */
export async function lexiconWithEntityAnswer(
  parts: LexiconParts,
  { uri, position }: LexiconWithEntityParams,
  found: Analysed | undefined,
): Promise<EditedLexicon> {
  const mention = found && mentionAt(found.analysis, toOffset(found.document, position))?.mention;
  const entity = mention && found.analysis.entities.get(mention.entityId);
  const kind = mention?.type;
  if (!entity || (kind !== "official" && kind !== "agency" && kind !== "slogan"))
    throw new RefusedError(lexiconRefusals(parts.locale).noEntity);
  const aliases = mentionsOf(found.analysis, entity.id).map(({ text }) => squeeze(text));
  return edit(
    parts,
    uri,
    (source) => withEntry(source, { kind, name: entity.name, aliases }),
    () => ({}),
  );
}

async function edit<T extends Edited, R>(
  { annotations, documents, locale }: LexiconParts,
  article: string,
  change: (source: string) => T | EditRefused,
  more: (edited: T) => R,
): Promise<EditedLexicon & R> {
  const texts = lexiconRefusals(locale);
  const folder = annotations.placeOf(article)?.folder;
  if (!folder) throw new RefusedError(texts.noFolder);
  const canonical = lexiconUri(folder);
  const open = documents.all().find((one) => canonicalUri(one.uri) === canonical);
  // What is typed there counts before what is saved.
  const source =
    open?.getText() ??
    (await folder.files.readLexicon().catch((error: unknown) => {
      throw new RefusedError(texts.unreadable(error instanceof Error ? error.message : String(error)));
    }));
  const edited = change(source);
  if ("refused" in edited) throw new RefusedError(texts.edit(edited, source));
  const uri = open?.uri ?? canonical;
  const range = toRange(TextDocument.create(uri, "yaml", 0, edited.source), edited.place);
  return { uri, source: edited.source, range, ...more(edited) };
}
