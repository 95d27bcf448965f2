import { Uri } from "vscode";
import { entryFor } from "./activate.js";

/** The entry in the extension host of a browser. */
export const { activate, deactivate } = entryFor({
  lexicon: (extensionUri) => Uri.joinPath(extensionUri, "dist", "lexicon.json").toString(true),
  createClient: async (setup) => (await import("./web-client.js")).createClient(setup),
});
