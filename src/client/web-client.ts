import { Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientOptions, reportState } from "./client-options.js";
import type { ClientSetup } from "./language-server.js";

/** The DOM's types are left out: the rest of the project runs where there is none. */
declare const Worker: new (address: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** A client whose server is a web worker. */
export function createClient(setup: ClientSetup): LanguageClient {
  const module = Uri.joinPath(setup.extensionUri, "dist", "web", "server.js").toString(true);
  // A browser's extension host has a `Worker` of its own making, which the client would not know for one.
  const start = async () => {
    const worker = new Worker(module);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const client = new LanguageClient("tifa", "Tifa", start, clientOptions(setup));
  client.onDidChangeState(reportState(setup));
  return client;
}
