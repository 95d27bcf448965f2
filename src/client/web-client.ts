import { Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { clientOptions, reportState } from "./client-options.js";
import type { ClientSetup } from "./language-server.js";

/** The DOM's types are left out: the rest of the project runs where there is none. */
declare const Worker: new (address: string) => object;

/** A client whose server is a web worker. */
export function createClient(setup: ClientSetup): LanguageClient {
  const module = Uri.joinPath(setup.extensionUri, "dist", "web", "server.js").toString(true);
  const client = new LanguageClient("tifa", "Tifa", async () => new Worker(module), clientOptions(setup));
  client.onDidChangeState(reportState(setup));
  return client;
}
