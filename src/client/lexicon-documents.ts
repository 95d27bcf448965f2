import { extensions, type TextDocument } from "vscode";
import { lexiconFile } from "../protocol/annotation.js";

/** The documents, beside articles, that the language server is told of. */
export const lexiconSelector = { scheme: "file", language: "yaml", pattern: `**/${lexiconFile}` };

export function isLexicon({ uri, languageId }: TextDocument): boolean {
  return uri.scheme === "file" && languageId === "yaml" && uri.path.endsWith(`/${lexiconFile}`);
}

/** Whether another extension completes and explains YAML by the schema that the manifest names. */
export function yamlIsExplained(): boolean {
  return extensions.getExtension("redhat.vscode-yaml") !== undefined;
}
