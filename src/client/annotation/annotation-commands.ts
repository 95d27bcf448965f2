import { type AnnotateParams, annotateCommand, changeCommand, markCommand } from "../../protocol/annotation.js";
import { acceptAllSuggestions } from "./accept-all.js";
import type { Annotations } from "./annotations.js";
import { changeMention } from "./change-mention.js";
import { decide } from "./decide.js";
import { decideByPick } from "./decide-pick.js";
import { markSelection } from "./mark-selection.js";
import type { Reviewing } from "./reviewing.js";
import type { Subject } from "./subject.js";

type Run = (...args: never[]) => unknown;

/** The commands of decisions: by id what they do, apart those that are about a place of an article. */
export function annotationCommands(
  annotations: Annotations,
  reviewing: Reviewing,
): {
  readonly anywhere: Readonly<Record<string, Run>>;
  readonly about: Readonly<Record<string, (subject: Subject) => unknown>>;
} {
  return {
    anywhere: {
      [annotateCommand]: ({ uri, action }: AnnotateParams) => annotations.annotate(uri, action),
      "tifa.undoAnnotation": () => annotations.undo(false),
      "tifa.redoAnnotation": () => annotations.undo(true),
      ...reviewing.keys,
    },
    about: {
      "tifa.acceptMention": (subject) => decide(annotations, subject, "accept", "mention"),
      "tifa.acceptInArticle": (subject) => decide(annotations, subject, "accept", "article"),
      "tifa.acceptEverywhere": (subject) => decide(annotations, subject, "accept", "workspace"),
      "tifa.rejectMention": (subject) => decide(annotations, subject, "reject", "mention"),
      "tifa.rejectInArticle": (subject) => decide(annotations, subject, "reject", "article"),
      "tifa.rejectEverywhere": (subject) => decide(annotations, subject, "reject", "workspace"),
      [changeCommand]: (subject) => changeMention(annotations, subject),
      [markCommand]: (subject) => markSelection(annotations, subject),
      "tifa.decide": (subject) => decideByPick(annotations, subject),
      "tifa.acceptAllSuggestions": (subject) => acceptAllSuggestions(annotations, subject),
      "tifa.reviewSuggestions": (subject) => reviewing.start(subject),
      "tifa.reviewNextArticle": ({ uri }) => reviewing.startNext(uri),
    },
  };
}
