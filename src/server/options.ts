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
}

export function optionsOf({ initializationOptions, capabilities, locale }: InitializeParams): ServerOptions {
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
  };
}
