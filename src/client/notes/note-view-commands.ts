import { l10n, window } from "vscode";
import type { AnnotationAction } from "../../protocol/annotation.js";
import { shorten } from "../shorten.js";
import { filterNotes } from "./filter-notes.js";
import type { ArticleNode, NoteNode, NoteViewNode, OrphanNode, RelationNode } from "./note-items.js";
import type { NotesView } from "./notes-view.js";
import { openInBackground } from "./open-in-background.js";
import { moveAnnotations, type ReattachParts, reattach } from "./reattach.js";

type Run = (...args: never[]) => unknown;

export interface NotesViewParts extends ReattachParts {
  readonly notesView: NotesView;
}

/** The commands of the notes view: by id what they do with the node that they are called on. */
export function notesViewCommands(parts: NotesViewParts): Readonly<Record<string, Run>> {
  const { notes, notesView } = parts;
  const resolve = (node: NoteNode, resolved: boolean) =>
    act(parts, node, { kind: "resolveNote", note: node.note.id, resolved });
  return {
    "tifa.filterNotes": () => filterNotes(notes, notesView),
    "tifa.clearNoteFilter": () => notesView.setFilter([]),
    "tifa.resolveListedNote": (node: NoteNode) => resolve(node, true),
    "tifa.reopenListedNote": (node: NoteNode) => resolve(node, false),
    "tifa.deleteListed": (node: NoteNode | RelationNode) => deleteListed(parts, node),
    "tifa.deleteLost": (node: OrphanNode) => deleteLost(parts, node),
    "tifa.reattach": (node: OrphanNode) => reattach(parts, node),
    "tifa.moveAnnotations": (node: ArticleNode) => moveAnnotations(parts, node.article),
  };
}

async function deleteListed(parts: NotesViewParts, node: NoteNode | RelationNode): Promise<void> {
  const { id } = node.kind === "note" ? node.note : node.relation;
  const answers = node.kind === "note" ? node.note.answers : 0;
  const question = l10n.t("Delete this note with its answers ({0})?", answers);
  if (answers > 0 && !(await confirmed(question))) return;
  await act(parts, node, { kind: "remove", ids: [id] });
}

async function deleteLost(parts: NotesViewParts, node: OrphanNode): Promise<void> {
  const { quote, text, id } = node.orphan;
  const what = [quote === "" ? "" : `“${shorten(quote)}”`, shorten(text, 80)].filter(Boolean).join(" · ");
  if (await confirmed(l10n.t("Delete this lost annotation? {0}", what)))
    await act(parts, node, { kind: "remove", ids: [id] });
}

async function confirmed(question: string): Promise<boolean> {
  const remove = l10n.t("Delete");
  return (await window.showWarningMessage(question, { modal: true }, remove)) === remove;
}

async function act(parts: NotesViewParts, node: NoteViewNode, action: AnnotationAction): Promise<void> {
  const { uri } = articleOf(node);
  // To take something away no article is needed, and there may be none.
  if (action.kind !== "remove") await openInBackground(parts.detection, uri);
  await parts.notes.annotate(uri, action);
}

function articleOf(node: NoteViewNode) {
  return node.kind === "annotatedArticle" ? node.article : node.kind === "orphan" ? node.article : node.parent.article;
}
