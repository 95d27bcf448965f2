import type { Orphan } from "../core/annotation/decided.js";
import type { OwnClass } from "../core/annotation/own-classes.js";
import { orphanText } from "../core/annotation/problem-texts.js";
import type { AnnotationRecord, Decision, MarkType } from "../core/annotation/records.js";
import { className } from "./annotation-messages.js";
import type { Locale } from "./locale.js";
import { messagesFor } from "./messages.js";

/** What is said of annotations without a place, in one language, with the reader's own classes by their names. */
export class LostTexts {
  constructor(
    private readonly locale: Locale,
    private readonly classes: readonly OwnClass[],
  ) {}

  /** What a record says: a note's text, a relation's name, the class and what was decided on it. */
  textOf(record: AnnotationRecord): string {
    switch (record.kind) {
      case "note":
        return record.text;
      case "relation":
        return record.type;
      case "addition":
        return this.className(record.type);
      case "decision":
        return `${verdicts[record.verdict][this.locale]}${messagesFor(this.locale).colon}${this.decidedClass(record)}`;
    }
  }

  /** Why an annotation has no place in its article. */
  why({ record, reason, candidates }: Orphan): string {
    // The words of a relation's end are there, and only nothing is marked on them.
    const unmarked = record.kind === "relation" && reason === "gone" && candidates.length > 0;
    return unmarked ? whys.unmarked[this.locale] : orphanText(reason, this.locale);
  }

  /** Why an answer has no place: the note that it answers is gone. */
  get whyLoose(): string {
    return whys.loose[this.locale];
  }

  /** Why nothing of an article has a place: the article is gone. */
  get whyMissing(): string {
    return whys.missing[this.locale];
  }

  private decidedClass({ type, verdict, to }: Decision): string {
    const before = this.className(type);
    return verdict === "change" && to?.type && to.type !== type ? `${before} → ${this.className(to.type)}` : before;
  }

  private className(type: MarkType): string {
    return className(type, this.classes, this.locale);
  }
}

const verdicts: Readonly<Record<Decision["verdict"], Readonly<Record<Locale, string>>>> = {
  accept: { en: "accepted", zh: "确认" },
  reject: { en: "rejected", zh: "否决" },
  change: { en: "changed", zh: "修改" },
};

const whys = {
  unmarked: {
    en: "The words are there, but nothing is marked on them any more: mark them again, or choose another mention.",
    zh: "文字仍在，但其上已没有标注：请重新标注，或另选一处。",
  },
  loose: {
    en: "The note that this answers is gone: attach the answer to words of its own, or delete it.",
    zh: "所回复的批注已不存在：请将回复附到文中某处，或将其删除。",
  },
  missing: {
    en: "The article is not where it was: bring it back, or move its annotations to the article it has become.",
    zh: "文章已不在原处：请恢复该文章，或将其标注移到对应的新文章。",
  },
} satisfies Record<string, Record<Locale, string>>;
