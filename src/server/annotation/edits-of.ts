import { Annotator, type Edit, type Hand } from "../../core/annotation/make-records.js";
import { readTags, threadIds } from "../../core/annotation/notes.js";
import {
  type AnnotationRecord,
  isMentionType,
  type MarkType,
  type Note,
  type Scope,
} from "../../core/annotation/records.js";
import { fileSpan, type TextSpan } from "../../core/text/spans.js";
import type { AnnotationAction } from "../../protocol/annotation.js";
import type { Range } from "../../protocol/protocol.js";
import { annotationMessagesFor, className } from "../../service/annotation-messages.js";
import type { Locale } from "../../service/locale.js";
import { shortened } from "../../service/shortened.js";
import type { Analysed } from "../answers.js";
import { findMention, type Marked, toSpan } from "./find-mention.js";

/** What an action comes to: the records to write and what to tell, or why it cannot be done. */
export type Outcome = { readonly edit: Edit; readonly label: string } | { readonly refusal: string };

/** Turns what a reader does in an open article into records. Pure: nothing is written. */
export function editsOf(action: AnnotationAction, found: Analysed, hand: Hand): Outcome {
  return new Maker(found, hand).outcome(action);
}

/** Takes records away, a thread with its first note: of an article that need not be open, or there at all. */
export function removalOf(ids: readonly string[], records: readonly AnnotationRecord[], locale: Locale): Outcome {
  const words = annotationMessagesFor(locale);
  const all = ids.flatMap((id) => {
    const record = records.find((one) => one.id === id);
    return record?.kind === "note" ? threadIds(record, records) : record ? [id] : [];
  });
  const remove = [...new Set(all)];
  return remove.length > 0
    ? { edit: { put: [], remove }, label: words.removed(remove.length) }
    : { refusal: words.noRecord };
}

class Maker {
  private readonly annotator: Annotator;
  private readonly words;

  constructor(
    private readonly found: Analysed,
    private readonly hand: Hand,
  ) {
    this.annotator = new Annotator(found.decided, hand);
    this.words = annotationMessagesFor(found.locale);
  }

  outcome(action: AnnotationAction): Outcome {
    const { words, annotator } = this;
    switch (action.kind) {
      case "accept":
      case "reject":
      case "change": {
        const mention = findMention(this.found, action.mention);
        if (!mention) return { refusal: words.noMention };
        return action.kind === "change" ? this.change(action, mention) : this.decide(action, mention);
      }
      case "acceptAll": {
        const edits = action.mentions.flatMap((ref) => {
          const mention = findMention(this.found, ref);
          return mention ? [annotator.accept(mention)] : [];
        });
        const put = edits.flatMap((edit) => edit.put);
        return put.length > 0
          ? { edit: { put, remove: [] }, label: words.acceptedAll(put.length) }
          : { refusal: words.noMention };
      }
      case "mark":
        return this.mark(action);
      case "relate":
        return this.relate(action);
      case "attach":
        return this.attach(action);
      case "remove":
        return removalOf(action.ids, this.found.records, this.found.locale);
      default:
        return this.note(action);
    }
  }

  private decide({ kind, scope }: Extract<AnnotationAction, { kind: "accept" | "reject" }>, mention: Marked): Outcome {
    const { words, annotator } = this;
    const [quote, type] = [shortened(mention.text), this.className(mention.type)];
    return kind === "accept"
      ? this.told(annotator.accept(mention, scope), words.accepted(quote, type), scope)
      : this.told(annotator.reject(mention, scope), words.rejected(quote, type), scope);
  }

  private change({ to, scope }: Extract<AnnotationAction, { kind: "change" }>, mention: Marked): Outcome {
    const { words } = this;
    const { range, ...rest } = to;
    const span = range && this.textSpan(range);
    if (range && !span) return { refusal: words.noWords };
    if (rest.type !== undefined && !this.isClass(rest.type)) return { refusal: words.unknownClass(rest.type) };
    if (!span && Object.keys(rest).length === 0) return { refusal: words.nothingToChange };
    const edit = this.annotator.change(mention, { ...rest, ...(span ? { span } : {}) }, scope);
    return this.told(edit, words.changed(shortened(mention.text)), scope);
  }

  private mark({ range, type, scope, entity, role }: Extract<AnnotationAction, { kind: "mark" }>): Outcome {
    const { words } = this;
    if (!this.isClass(type)) return { refusal: words.unknownClass(type) };
    const span = this.textSpan(range);
    const options = { scope, ...(entity ? { entity } : {}), ...(role ? { role } : {}) };
    const edit = span && this.annotator.add(span, type, options);
    const quote = edit?.put[0]?.kind === "addition" ? shortened(edit.put[0].anchor.exact) : "";
    return edit ? this.told(edit, words.marked(quote, this.className(type)), scope) : { refusal: words.noWords };
  }

  private relate({ from, to, type }: Extract<AnnotationAction, { kind: "relate" }>): Outcome {
    const { words } = this;
    const [a, b] = [findMention(this.found, from), findMention(this.found, to)];
    if (!a || !b) return { refusal: words.noMention };
    if (a === b) return { refusal: words.sameMention };
    const edit = this.annotator.relate(a, b, type.trim());
    return edit ? { edit, label: words.related(shortened(a.text), shortened(b.text)) } : { refusal: words.noWords };
  }

  private note(action: Extract<AnnotationAction, { kind: "note" | "answer" | "editNote" | "resolveNote" }>): Outcome {
    const { words, annotator } = this;
    if (action.kind !== "resolveNote" && action.text.trim() === "") return { refusal: words.emptyNote };
    if (action.kind === "note") {
      const span = this.textSpan(action.range);
      const edit = span && annotator.note(span, action.text.trim(), tagsIn(action.text));
      return edit ? { edit, label: words.noted } : { refusal: words.noWords };
    }
    const note = this.record(action.note);
    if (note?.kind !== "note") return { refusal: words.noRecord };
    if (action.kind === "answer") {
      const edit = annotator.answer(note, action.text.trim());
      const put = edit.put.map((one) => (one.kind === "note" ? { ...one, tags: tagsIn(action.text) } : one));
      return { edit: { ...edit, put }, label: words.answered };
    }
    const { at } = this.hand;
    if (action.kind === "resolveNote")
      return { edit: put(resolved(note, action.resolved, at)), label: words.noteResolved(action.resolved) };
    return {
      edit: put({ ...note, text: action.text.trim(), tags: tagsIn(action.text), at }),
      label: words.noteChanged,
    };
  }

  private attach({ id, range, end }: Extract<AnnotationAction, { kind: "attach" }>): Outcome {
    const { words, annotator } = this;
    const record = this.record(id);
    const span = this.textSpan(range);
    if (!record) return { refusal: words.noRecord };
    if (!span) return { refusal: words.noWords };
    const quote = shortened(this.found.analysis.article.text.slice(span.start, span.end));
    if (record.kind !== "relation") {
      const isTarget = record.kind === "decision" && end === "to";
      const edit = isTarget ? annotator.attachTarget(record, span) : annotator.attach(record, span);
      return edit ? { edit, label: words.attached(quote) } : { refusal: words.noWords };
    }
    const side = end ?? "from";
    const edit = annotator.attachEnd(record, side, { type: record[side].type, span });
    return edit ? { edit, label: words.attached(quote) } : { refusal: words.noWords };
  }

  private told(edit: Edit, said: string, scope: Scope): Outcome {
    if (edit.put.length + edit.remove.length === 0) return { refusal: this.words.nothingToChange };
    const where = this.words.scopes[scope];
    return { edit, label: where ? `${said} (${where})` : said };
  }

  private record(id: string): AnnotationRecord | undefined {
    return this.found.records.find((record) => record.id === id);
  }

  private textSpan(range: Range): TextSpan | undefined {
    const { start, end } = toSpan(this.found, range);
    return this.found.analysis.article.map.toTextSpan(fileSpan(start, end));
  }

  private isClass(type: MarkType): boolean {
    return isMentionType(type) || this.found.classes.some(({ id }) => id === type);
  }

  private className(type: MarkType): string {
    return className(type, this.found.classes, this.found.locale);
  }
}

function put(record: AnnotationRecord): Edit {
  return { put: [record], remove: [] };
}

function resolved({ resolved: _, ...note }: Note, now: boolean, at: string): Note {
  return { ...note, ...(now ? { resolved: true } : {}), at };
}

/** The words behind a `#` of either width. */
export function tagsIn(text: string): string[] {
  return readTags((text.match(/[#＃][^\s#＃,，、;；.。!！?？:：()（）]+/gu) ?? []).join(" "));
}
