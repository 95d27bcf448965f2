import type { MarkType, Scope } from "../core/annotation/records.js";
import type * as listed from "../service/annotation-list.js";
import type { Position, Range } from "./protocol.js";

export type { MarkType, Scope };

/**
 * What the reader decides, marks and notes: asked and told of open documents, whose positions are those of
 * the version that is open, and of the annotations of every folder. Nothing here writes to an article.
 */

/** A class of the reader's own, as `.tifa/lexicon.yaml` declares it. */
export interface OwnClassInfo {
  readonly id: string;
  /** In the language of the display. */
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** What tells a mention of an open document: its class and its range from the first to the last part. */
export interface MentionRef {
  readonly range: Range;
  readonly type: MarkType;
}

/** `suggested` is what nobody has decided on. */
export type MentionStatus = "suggested" | "accepted" | "changed" | "added" | "rejected";

export interface MentionState extends MentionRef {
  readonly text: string;
  readonly candidate: boolean;
  /** The canonical name of what is mentioned. */
  readonly entity: string;
  readonly role?: string;
  readonly status: MentionStatus;
  /** Of the decision: how far it reaches, who made it and when. */
  readonly scope?: Scope;
  readonly by?: string;
  readonly at?: string;
}

/** Client → server: the mentions that a range of an open document touches, rejected ones last. */
export interface MentionsAtParams {
  readonly uri: string;
  readonly range: Range;
}
export const mentionsAtRequest = "tifa/mentionsAt";

/** Client → server: the mentions of an open document that wait for a judgement, in order of place. */
export interface SuggestionsParams {
  readonly uri: string;
}
export const suggestionsRequest = "tifa/suggestions";

/** Client → server: the names of one class that are known, of this article first: what a mention may be said to name. */
export interface KnownNamesParams {
  readonly uri: string;
  readonly type: MarkType;
}
export const knownNamesRequest = "tifa/knownNames";

/** Client → server: the classes of the reader's own. */
export const ownClassesRequest = "tifa/ownClasses";

export type AnnotationAction =
  | { readonly kind: "accept" | "reject"; readonly mention: MentionRef; readonly scope: Scope }
  /** Accepts all of them at once: one step for undo. */
  | { readonly kind: "acceptAll"; readonly mentions: readonly MentionRef[] }
  | {
      readonly kind: "change";
      readonly mention: MentionRef;
      readonly scope: Scope;
      readonly to: {
        readonly type?: MarkType;
        readonly entity?: string;
        readonly role?: string;
        readonly range?: Range;
      };
    }
  | {
      readonly kind: "mark";
      readonly range: Range;
      readonly type: MarkType;
      readonly scope: Scope;
      readonly entity?: string;
      readonly role?: string;
    }
  /** Words behind `#` in the text of a note are its tags. */
  | { readonly kind: "note"; readonly range: Range; readonly text: string }
  | { readonly kind: "answer"; readonly note: string; readonly text: string }
  | { readonly kind: "editNote"; readonly note: string; readonly text: string }
  | { readonly kind: "resolveNote"; readonly note: string; readonly resolved: boolean }
  | { readonly kind: "relate"; readonly from: MentionRef; readonly to: MentionRef; readonly type: string }
  /** Takes records away; with a first note goes its thread. */
  | { readonly kind: "remove"; readonly ids: readonly string[] }
  /** Takes a record that has lost its words, or the end of one that is lost, to other words. */
  | { readonly kind: "attach"; readonly id: string; readonly range: Range; readonly end?: "from" | "to" };

/** Client → server: what the reader does. */
export interface AnnotateParams {
  readonly uri: string;
  readonly action: AnnotationAction;
}
/** Server → client: what became of an action. */
export interface AnnotateResult {
  readonly done: boolean;
  /** In one sentence what was done, or why it was not and what to do. */
  readonly message: string;
}
export const annotateRequest = "tifa/annotate";

/** Client → server: takes back the last action of this session, or does again what was taken back. */
export interface UndoParams {
  readonly redo: boolean;
}
export const undoRequest = "tifa/undoAnnotation";

export interface NoteInfo {
  readonly id: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly by?: string;
  /** An ISO 8601 instant in UTC. */
  readonly at: string;
}

/** Client → server: the threads of notes of one open document, in order of place. */
export interface NotesParams {
  readonly uri: string;
}
export interface NoteThreadInfo {
  readonly first: NoteInfo;
  readonly answers: readonly NoteInfo[];
  readonly resolved: boolean;
  readonly range: Range;
}
export const notesRequest = "tifa/notes";

/** Client → server: all notes, relations and lost annotations of the workspace, by article. */
export interface AnnotationListParams {
  /** Only threads that bear every one of these tags; relations and lost annotations then stay out. */
  readonly tags?: readonly string[];
}
/** The articles that have anything to list, by path. */
export interface AnnotationList extends Omit<listed.AnnotationList, "articles"> {
  readonly articles: readonly AnnotatedArticle[];
}
export interface AnnotatedArticle extends Omit<listed.AnnotatedArticle, "notes" | "relations" | "orphans"> {
  readonly notes: readonly NoteItem[];
  readonly relations: readonly RelationItem[];
  readonly orphans: readonly OrphanItem[];
}
export interface NoteItem extends NoteInfo {
  readonly answers: number;
  readonly resolved: boolean;
  /** The words it stands on. */
  readonly quote: string;
  readonly range: Range;
}
export interface RelationItem {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** Of the mention it starts from. */
  readonly range: Range;
  readonly by?: string;
  readonly at: string;
}
/** A record that has no place in its article now. */
export interface OrphanItem extends Omit<listed.ListedOrphan, "candidates"> {
  /** Where the same words stand, the likeliest first, with the line they stand in. */
  readonly candidates: readonly { readonly range: Range; readonly line: string }[];
}
export const annotationListRequest = "tifa/annotationList";

/** Client → server: takes the annotations of an article that is gone to the article it has become. */
export interface MoveAnnotationsParams {
  readonly from: string;
  readonly to: string;
}
export const moveAnnotationsRequest = "tifa/moveAnnotations";

/** Of a workspace's own lexicon, from its folder. */
export const lexiconFile = ".tifa/lexicon.yaml";

/**
 * Client → server: the lexicon of an article's folder with one more class of the reader's own. Null where it
 * cannot be added, of which the reader has been told. The client saves it.
 */
export interface LexiconWithClassParams {
  /** Of an article. */
  readonly uri: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}
export interface EditedLexicon {
  /** Of the lexicon, which need not be there yet. */
  readonly uri: string;
  /** Its whole text; as it is where the entry is there already. */
  readonly source: string;
  /** Of the entry. */
  readonly range: Range;
}
export interface LexiconWithClassResult extends EditedLexicon {
  /** Of the class. */
  readonly id: string;
}
export const lexiconWithClassRequest = "tifa/lexiconWithClass";

/** Client → server: the same with the entity that is mentioned at a position, under its name and the forms the article has. */
export interface LexiconWithEntityParams {
  readonly uri: string;
  readonly position: Position;
}
export const lexiconWithEntityRequest = "tifa/lexiconWithEntity";

/** Server → client: annotations, or the workspace's lexicon, are other than before. */
export interface AnnotationsChangedParams {
  /** Annotations of open documents whose places may be others; absent: any. */
  readonly uris?: readonly string[];
}
export const annotationsChangedNotification = "tifa/annotationsChanged";

/**
 * What commands of the client are called with by the server's code actions: `tifa.annotate` with
 * `AnnotateParams`, those that ask the reader for more with this.
 */
export interface CommandTarget {
  readonly uri: string;
  readonly mention?: MentionRef;
  readonly range?: Range;
}
export const annotateCommand = "tifa.annotate";
export const changeCommand = "tifa.changeMention";
export const markCommand = "tifa.markSelection";
export const noteCommand = "tifa.addNote";
