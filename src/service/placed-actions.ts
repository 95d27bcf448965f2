import type { MarkType, Scope } from "../core/annotation/records.js";
import type { FileSpan } from "../core/text/spans.js";

/** What tells a mention of an article: its class, and its stretch from the first to the last part. */
export interface PlacedMention {
  readonly span: FileSpan;
  readonly type: MarkType;
}

/** An action on annotations that can be done at once, its places as stretches of the file. */
export type PlacedAction =
  | { readonly kind: "accept" | "reject"; readonly mention: PlacedMention; readonly scope: Scope }
  | {
      readonly kind: "change";
      readonly mention: PlacedMention;
      readonly scope: Scope;
      readonly to: { readonly entity?: string; readonly role?: string; readonly span?: FileSpan };
    }
  | {
      readonly kind: "mark";
      readonly span: FileSpan;
      readonly type: MarkType;
      readonly scope: Scope;
      readonly entity?: string;
    }
  | { readonly kind: "remove"; readonly ids: readonly string[] };

/** What a code action does: something at once, or ask the reader for more. */
export type CodeActionEffect =
  | { readonly does: PlacedAction }
  | { readonly asks: "change" | "mark" | "note"; readonly span: FileSpan; readonly mention?: PlacedMention };

export interface CodeAction {
  readonly title: string;
  readonly effect: CodeActionEffect;
}
