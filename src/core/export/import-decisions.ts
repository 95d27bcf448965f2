import { AnchorText } from "../annotation/anchors.js";
import { type DecidedAnalysis, decisionOn, mentionKey, type OwnMention } from "../annotation/decided.js";
import { Annotator, type Hand } from "../annotation/make-records.js";
import { placeNotes } from "../annotation/notes.js";
import { type AnnotationRecord, isMentionType, type Note } from "../annotation/records.js";
import { placeRelations } from "../annotation/relations.js";
import type { Mention } from "../recognize/mention.js";
import { overlaps, type TextSpan } from "../text/spans.js";
import type { ImportedDocument, ImportedMark, ImportedNote, ImportProblem } from "./imported.js";
import { ImportedPlaces } from "./imported-places.js";

/** Who made a record once, when, and under which id. */
interface Signature {
  readonly record?: string;
  readonly by?: string;
  readonly at?: string;
}

type Marked = Mention | OwnMention;

export interface ImportResult {
  /** The records to put into the article's annotation file; none where the import says what is there already. */
  readonly put: readonly AnnotationRecord[];
  readonly problems: readonly ImportProblem[];
}

export interface ImportOptions {
  readonly hand: Hand;
  /** Whether the import shows everything that was left standing: what it does not show is then rejected. */
  readonly complete?: boolean;
  /** Whether what went out as a suggestion and came back was looked at: it is then accepted. */
  readonly acceptSuggestions?: boolean;
}

/**
 * Turns what another program says of an article into decisions on it as it stands. What it marks as Tifa does
 * is accepted, what differs changed, what is new added. Of marks of Tifa's classes that overlap, the longer
 * is taken and the other reported.
 */
export function importDecisions(
  decided: DecidedAnalysis,
  records: Iterable<AnnotationRecord>,
  imported: ImportedDocument,
  options: ImportOptions,
): ImportResult {
  return new Importer(decided, [...records], imported, options).run();
}

class Importer {
  private readonly annotator: Annotator;
  private readonly anchors: AnchorText;
  private readonly places: ImportedPlaces;
  private readonly put: AnnotationRecord[] = [];
  private readonly problems: ImportProblem[];
  private readonly hand: Hand;
  private readonly ids: Set<string>;
  /** When the last decision was made that stands in the article already. */
  private readonly since: string;
  /** Where each imported mark lies, by its id. */
  private readonly placed = new Map<string, { readonly mark: ImportedMark; readonly span: TextSpan }>();

  constructor(
    private readonly decided: DecidedAnalysis,
    private readonly records: readonly AnnotationRecord[],
    private readonly imported: ImportedDocument,
    private readonly options: ImportOptions,
  ) {
    const { hand } = options;
    this.hand = hand;
    const { text } = decided.analysis.article;
    this.annotator = new Annotator(decided, hand);
    this.anchors = new AnchorText(text);
    this.places = new ImportedPlaces(text, imported);
    this.problems = [...imported.problems];
    this.ids = new Set(records.map((record) => record.id));
    this.since = records.reduce(
      (last, { kind, at }) => ((kind === "decision" || kind === "addition") && at > last ? at : last),
      "",
    );
  }

  run(): ImportResult {
    this.place();
    this.marks();
    this.notes();
    this.relations();
    return { put: this.put, problems: this.problems };
  }

  private place(): void {
    const found: { mark: ImportedMark; span: TextSpan }[] = [];
    for (const mark of this.imported.marks) {
      const span = this.places.find(mark.span);
      if (span) found.push({ mark, span });
      else this.problems.push({ code: "not-found", detail: mark.span.exact ?? mark.id });
    }
    const taken: TextSpan[] = [];
    for (const { mark, span } of found.sort(
      (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || a.span.start - b.span.start,
    )) {
      if (isMentionType(mark.type)) {
        if (taken.some((other) => overlaps(other, span))) {
          this.problems.push({ code: "overlap", detail: this.anchors.text.slice(span.start, span.end) });
          continue;
        }
        taken.push(span);
      }
      this.placed.set(mark.id, { mark, span });
    }
  }

  private marks(): void {
    const standing = [...this.decided.analysis.mentions, ...this.decided.own];
    const rest = new Map(standing.map((mention) => [mentionKey(mention), mention]));
    const open: { mark: ImportedMark; span: TextSpan }[] = [];
    for (const placed of this.placed.values()) {
      const key = mentionKey({ type: placed.mark.type, span: placed.span });
      const same = rest.get(key);
      if (!same) open.push(placed);
      else {
        rest.delete(key);
        this.confirm(same, placed.mark);
      }
    }
    for (const { mark, span } of open) {
      const other =
        [...rest].find(([, mention]) => mention.span.start === span.start && mention.span.end === span.end) ??
        [...rest].find(
          ([, mention]) => isMentionType(mention.type) && mention.type === mark.type && overlaps(mention.span, span),
        );
      if (other) {
        rest.delete(other[0]);
        this.correct(other[1], mark, span);
      } else this.add(mark, span);
    }
    if (!this.options.complete) return;
    for (const mention of rest.values()) this.take(this.annotator.reject(mention).put, {});
  }

  /** The same mark: worth a decision where it was not settled yet, or names something else. */
  private confirm(mention: Marked, mark: ImportedMark): void {
    const { name, role = name === undefined ? mention.role : "" } = mark;
    if ((name ?? this.nameOf(mention)) !== this.nameOf(mention) || (role ?? "") !== (mention.role ?? ""))
      this.take(this.annotator.change(mention, named(mark)).put, mark);
    else if ((mark.status === "accepted" || this.options.acceptSuggestions) && !decisionOn(this.decided, mention))
      this.take(this.annotator.accept(mention).put, mark);
  }

  private correct(mention: Marked, mark: ImportedMark, span: TextSpan): void {
    const { start, end } = mention.span;
    const to = {
      ...(mark.type === mention.type ? {} : { type: mark.type }),
      ...(span.start === start && span.end === end ? {} : { span }),
      ...named(mark),
    };
    this.take(this.annotator.change(mention, to).put, mark);
  }

  private add(mark: ImportedMark, span: TextSpan): void {
    const { name, role } = mark;
    const edit = this.annotator.add(span, mark.type, { ...(name ? { entity: name } : {}), ...(role ? { role } : {}) });
    if (edit) this.take(edit.put, mark);
  }

  private notes(): void {
    const { threads } = placeNotes(this.anchors, this.records);
    const known = new Set(threads.map(({ first, span }) => noteKey(span, first.text)));
    for (const note of this.imported.notes) {
      const span = this.places.find(note.span);
      if (!span) this.problems.push({ code: "not-found", detail: note.span.exact ?? note.text });
      else if (!known.has(noteKey(span, note.text))) this.note(note, span);
      else this.answers(note, threads.find(({ first }) => first.text === note.text)?.first);
    }
  }

  private note(note: ImportedNote, span: TextSpan): void {
    const made = this.annotator.note(span, note.text, note.tags)?.put[0];
    if (made?.kind !== "note") return;
    const [first] = this.take([{ ...made, ...(note.resolved ? { resolved: true } : {}) }], note);
    if (first?.kind === "note") this.answers(note, first);
  }

  private answers(note: ImportedNote, first: Note | undefined): void {
    if (!first) return;
    const said = new Set(
      this.records.flatMap((record) => (record.kind === "note" && record.replyTo === first.id ? [record.text] : [])),
    );
    for (const answer of note.answers) {
      const made = this.annotator.answer(first, answer.text).put[0];
      if (made?.kind === "note" && !said.has(answer.text)) this.take([{ ...made, tags: answer.tags }], answer);
    }
  }

  private relations(): void {
    const known = new Set(
      placeRelations(this.decided, this.records).relations.map(({ relation, from, to }) =>
        relationKey(relation.type, from.span, to.span),
      ),
    );
    for (const relation of this.imported.relations) {
      const [from, to] = [this.placed.get(relation.from), this.placed.get(relation.to)];
      if (!from || !to) {
        this.problems.push({ code: "missing-end", detail: relation.type });
        continue;
      }
      if (known.has(relationKey(relation.type, from.span, to.span))) continue;
      const edit = this.annotator.relate(
        { type: from.mark.type, span: from.span },
        { type: to.mark.type, span: to.span },
        relation.type,
      );
      if (edit) this.take(edit.put, relation);
    }
  }

  /** Takes records in as those that were exported once: under their ids, signed and dated as they were. */
  private take(made: readonly AnnotationRecord[], from: Signature): AnnotationRecord[] {
    const taken = made.map((record): AnnotationRecord => {
      const id = from.record !== undefined && !this.ids.has(from.record) ? from.record : record.id;
      this.ids.add(id);
      // What was made at a known time was signed then, or left unsigned.
      const by = from.at === undefined ? this.hand.by : from.by;
      const decides = record.kind === "decision" || record.kind === "addition";
      // A decision from before the last one here would be overruled by it.
      const at = from.at !== undefined && (!decides || from.at >= this.since) ? from.at : record.at;
      const { by: _, ...unsigned } = record;
      return { ...unsigned, id, ...(by ? { by } : {}), at };
    });
    this.put.push(...taken);
    return taken;
  }

  private nameOf({ entityId }: Marked): string {
    return this.decided.analysis.entities.get(entityId)?.name ?? entityId.slice(entityId.indexOf(":") + 1);
  }
}

/** A mark that says what it names and no role has none; one that says neither leaves both as they are. */
function named({ name, role }: ImportedMark): { entity?: string; role?: string } {
  if (name === undefined) return role ? { role } : {};
  return { entity: name, role: role ?? "" };
}

function noteKey(span: TextSpan, text: string): string {
  return `${span.start}-${span.end}-${text}`;
}

function relationKey(type: string, from: TextSpan, to: TextSpan): string {
  return `${from.start}-${from.end} ${to.start}-${to.end} ${type}`;
}
