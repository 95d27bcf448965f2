import { l10n, type QuickPickItem, window } from "vscode";
import type { Notes } from "./notes.js";
import type { NotesView } from "./notes-view.js";

interface TagLine extends QuickPickItem {
  readonly tag: string;
}

/** Asks for the tags that notes have to bear to be shown; none of them shows all notes. */
export async function filterNotes(notes: Notes, view: NotesView): Promise<void> {
  const tags = (await notes.list())?.tags ?? [];
  if (tags.length === 0) {
    void window.showInformationMessage(l10n.t("No note has a tag so far: write words behind # into a note."));
    return;
  }
  const lines = tags.map(
    ({ tag, count }): TagLine => ({
      tag,
      label: `#${tag}`,
      description: String(count),
      picked: view.filter.includes(tag),
    }),
  );
  const chosen = await window.showQuickPick(lines, {
    title: l10n.t("Filter Notes by Tag"),
    placeHolder: l10n.t("Notes that bear all of the chosen tags are shown"),
    canPickMany: true,
  });
  if (chosen) view.setFilter(chosen.map(({ tag }) => tag));
}
