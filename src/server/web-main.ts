import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { LexiconData } from "../core/lexicon/entries.js";
import { IntlSegmenter } from "../web/intl-segmenter.js";
import { startServer } from "./start-server.js";

declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly location: { readonly href: string };
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  readLexicon: async (address) => {
    const url = address ?? new URL("lexicon.json", self.location.href).href;
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answers with ${answer.status}.`);
    return (await answer.json()) as LexiconData;
  },
  createSegmenter: () => new IntlSegmenter(),
});
