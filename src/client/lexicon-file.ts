import { FileSystemError, l10n, Range, Uri, WorkspaceEdit, type WorkspaceFolder, window, workspace } from "vscode";
import {
  type EditedLexicon,
  type LexiconWithEntityParams,
  lexiconFile,
  lexiconWithEntityRequest,
} from "../protocol/annotation.js";
import type { EntityViewNode } from "./entity-items.js";
import { isPolicyArticle } from "./language.js";
import type { LanguageServer } from "./language-server.js";
import { toEditorRange, toRange } from "./ranges.js";

/** Opens the lexicon of a folder, made from the template where there is none yet. */
export async function openLexicon(extensionUri: Uri): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const uri = Uri.joinPath(folder.uri, lexiconFile);
  if (!(await exists(uri))) {
    const template = await workspace.fs.readFile(Uri.joinPath(extensionUri, "media", "lexicon-template.yaml"));
    try {
      await workspace.fs.writeFile(uri, template);
    } catch (error) {
      if (!(error instanceof FileSystemError)) throw error;
      void window.showErrorMessage(l10n.t("{0} cannot be made: {1}", lexiconFile, error.message));
      return;
    }
  }
  await window.showTextDocument(await workspace.openTextDocument(uri));
}

/** Adds what is mentioned under the cursor, or what a node of the entities view stands for, to the lexicon of its folder, and shows the entry. */
export async function addToLexicon(server: LanguageServer, target: unknown): Promise<void> {
  const params = placeOf(target);
  if (!params) {
    void window.showInformationMessage(l10n.t("Put the cursor on a name in a policy article first."));
    return;
  }
  const edited = await server.request<EditedLexicon | null>(lexiconWithEntityRequest, params);
  // Why nothing came, the server has said.
  if (!edited) return;
  const lexicon = Uri.parse(edited.uri);
  if (!(await saveLexicon(lexicon, edited.source))) {
    void window.showErrorMessage(l10n.t("{0} cannot be written, so nothing was added.", lexiconFile));
    return;
  }
  const selection = toEditorRange(edited.range);
  await window.showTextDocument(await workspace.openTextDocument(lexicon), { selection, preview: false });
}

/** Through the editor, so that a lexicon that is open keeps its history; then saved. Resolves to whether it could be. */
export async function saveLexicon(uri: Uri, source: string): Promise<boolean> {
  const edit = new WorkspaceEdit();
  if (await exists(uri)) {
    const document = await workspace.openTextDocument(uri);
    if (document.getText() === source) return true;
    edit.replace(uri, document.validateRange(new Range(0, 0, document.lineCount, 0)), source);
  } else edit.createFile(uri, { contents: new TextEncoder().encode(source) });
  if (!(await workspace.applyEdit(edit))) return false;
  return (await workspace.openTextDocument(uri)).save();
}

function placeOf(target: unknown): LexiconWithEntityParams | undefined {
  const node = target as EntityViewNode | { readonly kind: undefined } | undefined;
  const mention =
    node?.kind === "entity" ? node.entity.mentions[0] : node?.kind === "mention" ? node.mention : undefined;
  if (node?.kind && mention) return { uri: node.uri, position: mention.range.start };
  const editor = window.activeTextEditor;
  return editor && isPolicyArticle(editor.document)
    ? { uri: editor.document.uri.toString(), position: toRange(editor.selection).start }
    : undefined;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The folder whose lexicon is meant: of several the reader chooses, the article's own first. */
async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const all = workspace.workspaceFolders ?? [];
  const folders = all.filter(({ uri }) => uri.scheme === "file");
  if (folders.length === 0) {
    void window.showInformationMessage(
      all.length === 0
        ? l10n.t("The lexicon lies in a folder with articles: open one first.")
        : l10n.t("The lexicon needs a folder on a disk; this one is virtual."),
    );
    return undefined;
  }
  const document = window.activeTextEditor?.document;
  const own = document && isPolicyArticle(document) ? workspace.getWorkspaceFolder(document.uri) : undefined;
  const ordered = [...folders].sort((a, b) => Number(b === own) - Number(a === own));
  if (ordered.length === 1) return ordered[0];
  const items = ordered.map((folder) => ({ label: folder.name, description: folder.uri.fsPath, folder }));
  return (await window.showQuickPick(items, { title: l10n.t("The lexicon of which folder?") }))?.folder;
}
