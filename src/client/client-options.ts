import {
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type StateChangeEvent,
} from "vscode-languageclient";
import { languageId } from "./language.js";
import type { ClientSetup } from "./language-server.js";
import { isLexicon, lexiconSelector, yamlIsExplained } from "./lexicon-documents.js";

const crashLimit = 4;
const crashWindow = 180_000;

/** What both hosts tell their language client, on top of what the setup says. */
export function clientOptions(setup: ClientSetup): LanguageClientOptions {
  const crashes: number[] = [];
  return {
    ...setup.options,
    documentSelector: [{ language: languageId }, lexiconSelector],
    middleware: {
      provideCompletionItem: (document, position, context, token, next) =>
        isLexicon(document) && yamlIsExplained() ? undefined : next(document, position, context, token),
      provideHover: (document, position, token, next) =>
        isLexicon(document) && yamlIsExplained() ? undefined : next(document, position, token),
    },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportThemeIcons: true },
    errorHandler: {
      error: (_error, _message, count) => ({
        action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed() {
        const now = Date.now();
        crashes.push(now);
        const recent = crashes.filter((time) => now - time < crashWindow).length;
        if (recent < crashLimit) return { action: CloseAction.Restart, handled: true };
        setup.onGivenUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    initializationFailedHandler: () => false,
  };
}

/** Passes on the states that matter to a reader. */
export function reportState(setup: ClientSetup): (event: StateChangeEvent) => void {
  return ({ newState }) => {
    if (newState === State.Starting) setup.onState("starting");
    else if (newState === State.Running) setup.onState("running");
  };
}
