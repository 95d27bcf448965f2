import type { InitializeParams } from "vscode-languageserver";
import { type Locale, localeOf } from "../service/locale.js";

/** What the client asks for at the start, with sense made of what another editor leaves out. */
export interface ServerOptions {
  readonly locale: Locale;
  /** Undefined: the lexicon beside the server. */
  readonly lexicon: string | undefined;
  readonly segmenter: boolean;
  /** Whether the client answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Whether the client lets the server ask to be told of changed settings. */
  readonly watchConfiguration: boolean;
  readonly refreshTokens: boolean;
  /** Whether the client shows the places that a diagnostic refers to. */
  readonly refersFromDiagnostics: boolean;
  /** The folders of the workspace. */
  readonly folders: readonly string[];
  /** A folder, by its path, for the index's cache. */
  readonly storage: string | undefined;
  /** Whether the client tells of changed files, of changed folders, and shows the server's progress. */
  readonly watchFiles: boolean;
  readonly watchFolders: boolean;
  readonly showProgress: boolean;
  /** Whether the client lets the server say in which documents it completes. */
  readonly registerCompletion: boolean;
}

export function optionsOf(params: InitializeParams): ServerOptions {
  const { initializationOptions, capabilities, locale, workspaceFolders, rootUri } = params;
  const given = (
    typeof initializationOptions === "object" && initializationOptions !== null ? initializationOptions : {}
  ) as Record<string, unknown>;
  return {
    locale: localeOf(typeof given.locale === "string" ? given.locale : locale),
    lexicon: typeof given.lexicon === "string" && given.lexicon !== "" ? given.lexicon : undefined,
    segmenter: given.segmenter !== false,
    configuration: capabilities.workspace?.configuration === true,
    watchConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshTokens: capabilities.workspace?.semanticTokens?.refreshSupport === true,
    refersFromDiagnostics: capabilities.textDocument?.publishDiagnostics?.relatedInformation === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []),
    storage: typeof given.storage === "string" && given.storage !== "" ? given.storage : undefined,
    watchFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchFolders: capabilities.workspace?.workspaceFolders === true,
    showProgress: capabilities.window?.workDoneProgress === true,
    registerCompletion: capabilities.textDocument?.completion?.dynamicRegistration === true,
  };
}
