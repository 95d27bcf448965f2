/** Where annotations lie, relative to the folder of the workspace, with `/`. */
export const annotationsFolder = ".tifa/annotations";
/** Decisions and additions for every article: the same format as an article's file. */
export const workspaceStorePath = ".tifa/workspace.jsonl";
/** The workspace's own lexicon, which its entries name as their source. */
export const lexiconPath = ".tifa/lexicon.yaml";
const extension = ".jsonl";

/** Records are whole lines in any order: git may take both sides' lines, and never needs to ask. */
export const gitAttributesPath = ".tifa/.gitattributes";
export const gitAttributes = "*.jsonl text eol=lf merge=union\n";

/** The annotation file of an article; both paths are relative to the workspace's folder. */
export function storePathOf(articlePath: string): string {
  return `${annotationsFolder}/${articlePath}${extension}`;
}

/** The article of an annotation file, or undefined for any other file. */
export function articlePathOf(storePath: string): string | undefined {
  const start = `${annotationsFolder}/`;
  if (!storePath.startsWith(start) || !storePath.endsWith(extension)) return undefined;
  return storePath.slice(start.length, -extension.length) || undefined;
}

/** What tells an annotation file of a folder: the path of its article from the folder, with `/`, or the folder's own. */
export type StoreKey = { readonly article: string } | "workspace";
