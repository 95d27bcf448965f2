import { lexiconPath } from "../../core/annotation/paths.js";
import { canonicalUri } from "../../core/text/uris.js";
import type { FolderAnnotations } from "../annotation/folder-annotations.js";
import type { OpenDocuments } from "../articles.js";

/** Whether an address is that of a workspace's own lexicon, which is no article whatever its language is called. */
export function isLexicon(uri: string): boolean {
  return canonicalUri(uri).endsWith(`/${lexiconPath}`);
}

export function lexiconUri({ root }: Pick<FolderAnnotations, "root">): string {
  return canonicalUri(`${root}/${lexiconPath}`);
}

/** The open documents without the lexicons among them. */
export function articlesAmong(documents: OpenDocuments): OpenDocuments {
  return {
    get: (uri) => (isLexicon(uri) ? undefined : documents.get(uri)),
    all: () => documents.all().filter(({ uri }) => !isLexicon(uri)),
  };
}
