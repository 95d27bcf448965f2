import type { Subject } from "../annotation/subject.js";
import type { EntityTrees } from "../entity-trees.js";
import { noteCommands, startNote } from "./note-commands.js";
import type { NoteComments } from "./note-comments.js";
import { type NotesViewParts, notesViewCommands } from "./note-view-commands.js";
import { relateMentions } from "./relate.js";

export interface NotesParts extends NotesViewParts {
  readonly noteComments: NoteComments;
  readonly trees: EntityTrees;
}

/** The commands of notes and relations: by id what they do, apart those about words of an open article. */
export function notesCommands(parts: NotesParts): {
  readonly anywhere: Readonly<Record<string, (...args: never[]) => unknown>>;
  readonly about: Readonly<Record<string, (subject: Subject) => unknown>>;
} {
  const { notes, noteComments, trees } = parts;
  return {
    anywhere: { ...noteCommands(notes, noteComments), ...notesViewCommands(parts) },
    about: {
      "tifa.addNote": (subject) => startNote(notes, noteComments, subject),
      "tifa.relateMentions": (subject) => relateMentions(notes, trees, subject),
    },
  };
}
