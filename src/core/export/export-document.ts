import type { OwnClass } from "../annotation/own-classes.js";
import type { MarkType } from "../annotation/records.js";
import type { Span } from "../text/spans.js";

/** One article with all that is marked in it, as every format of export takes it. Spans are UTF-16 offsets of `text`. */
export interface ExportDocument {
  /** The article's path in its workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly meta: ExportMeta;
  /** In order of place, the longer first; `id`s run `m1`, `m2` … */
  readonly marks: readonly ExportMark[];
  /** What the marks name, in order of first mention; `e1`, `e2` … */
  readonly entities: readonly ExportEntity[];
  /** In order of place; `n1`, `n2` … */
  readonly notes: readonly ExportNote[];
  /** In order of place; `r1`, `r2` … */
  readonly relations: readonly ExportRelation[];
  readonly classes: readonly OwnClass[];
}

export interface ExportMeta {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly author?: string;
  readonly reporters: readonly string[];
  readonly editors: readonly string[];
  readonly categories: readonly string[];
}

export interface ExportMark {
  readonly id: string;
  readonly type: MarkType;
  readonly span: Span;
  readonly text: string;
  /** The `id` of what it names, in the document's entities. */
  readonly entity: string;
  /** The entity's canonical name. */
  readonly name: string;
  readonly role?: string;
  /** `accepted` is what a reader has decided on or added, `suggested` what was recognised. */
  readonly status: "accepted" | "suggested";
  readonly candidate?: boolean;
  readonly rule?: string;
  readonly score?: number;
  /** The decision on this mark alone, if there is one. */
  readonly record?: string;
  readonly by?: string;
  readonly at?: string;
}

export interface ExportEntity {
  readonly id: string;
  readonly type: MarkType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly posts: readonly string[];
}

export interface ExportNote {
  readonly id: string;
  readonly record: string;
  readonly span: Span;
  readonly text: string;
  readonly tags: readonly string[];
  readonly resolved?: boolean;
  readonly by?: string;
  readonly at: string;
  readonly answers: readonly ExportAnswer[];
}

export interface ExportAnswer {
  readonly record: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly by?: string;
  readonly at: string;
}

export interface ExportRelation {
  readonly id: string;
  readonly record: string;
  readonly type: string;
  /** The `id`s of the marks it joins. */
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly at: string;
}

export interface ExportOptions {
  readonly path: string;
  /** `settled` leaves out what nobody has decided on, but for the ends of relations. */
  readonly include?: "all" | "settled";
  readonly classes?: readonly OwnClass[];
}
