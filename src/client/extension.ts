import { Uri } from "vscode";
import { entryFor } from "./activate.js";

/** The entry in the extension host of a desktop or a remote machine. */
export const { activate, deactivate } = entryFor({
  lexicon: (extensionUri) => Uri.joinPath(extensionUri, "dist", "lexicon.json").fsPath,
  storage: (folder) => folder.fsPath,
  createClient: async (setup) => (await import("./node-client.js")).createClient(setup),
});
