import { Hover, type HoverProvider, l10n, MarkdownString } from "vscode";
import type { Corpus } from "./corpus.js";

const command = "tifa.openProfile";

/**
 * Adds to a mention's card the way to its profile page. The card itself comes from the server and may hold no
 * commands, since it shows text from files; this part holds no such text, and may run that one command.
 */
export function profileHover(corpus: Corpus): HoverProvider {
  return {
    async provideHover(document, position) {
      const entity = await corpus.entityAt({ uri: document.uri.toString(), position });
      if (!entity) return undefined;
      const target = encodeURIComponent(JSON.stringify([entity.entityId]));
      const more = new MarkdownString(`[${l10n.t("More: open the profile")}](command:${command}?${target})`);
      more.isTrusted = { enabledCommands: [command] };
      return new Hover(more);
    },
  };
}
