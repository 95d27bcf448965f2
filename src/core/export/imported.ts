import { isFields } from "../annotation/read-record.js";
import { type MarkType, markTypePattern } from "../annotation/records.js";

/** A span as another program wrote it: a place, a quote, or both. */
export interface ImportedSpan {
  /** Half-open, in the document's `unit`. */
  readonly start?: number;
  readonly end?: number;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface ImportedMark {
  /** What relations of the same document call it. */
  readonly id: string;
  readonly type: MarkType;
  readonly span: ImportedSpan;
  readonly name?: string;
  readonly role?: string;
  /** `suggested` only where Tifa exported it so; another program's marks are its annotator's judgement. */
  readonly status: "accepted" | "suggested";
  /** The id of the record it was exported from. */
  readonly record?: string;
  readonly by?: string;
  readonly at?: string;
}

export interface ImportedAnswer {
  readonly record?: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly by?: string;
  readonly at?: string;
}

export interface ImportedNote extends ImportedAnswer {
  readonly span: ImportedSpan;
  readonly resolved?: boolean;
  readonly answers: readonly ImportedAnswer[];
}

export interface ImportedRelation {
  readonly record?: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly at?: string;
}

export type ImportProblemCode =
  | "unreadable"
  | "unknown-line"
  | "unknown-class"
  | "split-span"
  | "missing-end"
  | "not-found"
  | "overlap";

/** Something that an import left out. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  /** Zero-based line of the imported file, where it is read by lines. */
  readonly line?: number;
  readonly detail: string;
}

/** What a file of another program says of one article. */
export interface ImportedDocument {
  /** The article's path, where the file gives one. */
  readonly path?: string;
  /** The text that the offsets count, where the file gives it. */
  readonly text?: string;
  readonly unit: "code-points" | "utf-16";
  readonly marks: readonly ImportedMark[];
  readonly notes: readonly ImportedNote[];
  readonly relations: readonly ImportedRelation[];
  readonly problems: readonly ImportProblem[];
}

/** Classes of other programs by Tifa's names for them: `PER` → `official`. */
export type ClassNames = Readonly<Record<string, MarkType>>;

/** Tifa's name for another program's class, or undefined where none can be made of it. */
export function classNamed(label: string, names: ClassNames): MarkType | undefined {
  const given = Object.hasOwn(names, label) ? names[label] : undefined;
  const type = given ?? label.toLowerCase().replace(/[_\s]+/g, "-");
  return markTypePattern.test(type) ? type : undefined;
}

/** The fields of an object that are there and of the right kind, for what came along from an earlier export. */
export class Loose {
  private readonly fields: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    this.fields = isFields(value) ? value : {};
  }

  text<K extends string>(name: K): { [P in K]?: string } {
    const value = this.fields[name];
    return (typeof value === "string" && value !== "" ? { [name]: value } : {}) as { [P in K]?: string };
  }

  flag<K extends string>(name: K): { [P in K]?: true } {
    return (this.fields[name] === true ? { [name]: true } : {}) as { [P in K]?: true };
  }

  texts(name: string): string[] {
    return this.list(name).filter((item) => typeof item === "string");
  }

  list(name: string): unknown[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value : [];
  }

  number(name: string): number | undefined {
    const value = this.fields[name];
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  }

  get(name: string): unknown {
    return this.fields[name];
  }

  status(): "accepted" | "suggested" {
    return this.fields.status === "suggested" ? "suggested" : "accepted";
  }

  answers(): ImportedAnswer[] {
    return this.list("answers").flatMap((item) => {
      const answer = new Loose(item);
      const { text } = answer.text("text");
      return text === undefined ? [] : [{ ...answer.signed(), text, tags: answer.texts("tags") }];
    });
  }

  signed(): { record?: string; by?: string; at?: string } {
    return { ...this.text("record"), ...this.text("by"), ...this.text("at") };
  }
}
