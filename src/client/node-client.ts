import { Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions, reportState } from "./client-options.js";
import type { ClientSetup } from "./language-server.js";

/** A client whose server is a process of its own. */
export function createClient(setup: ClientSetup): LanguageClient {
  const module = Uri.joinPath(setup.extensionUri, "dist", "server.js").fsPath;
  const client = new LanguageClient(
    "tifa",
    "Tifa",
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
    },
    clientOptions(setup),
  );
  client.onDidChangeState(reportState(setup));
  return client;
}
