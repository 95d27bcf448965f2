import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { exchangeOnDisk } from "../node/exchange-port.js";
import { JiebaSegmenter } from "../node/jieba-segmenter.js";
import { loadCompiledLexicon } from "../node/lexicon-files.js";
import { diskFiles } from "../node/workspace-files.js";
import { startServer } from "./start-server.js";

const here = typeof __filename === "string" ? __filename : fileURLToPath(import.meta.url);
// An editor that starts the server without a word on how to talk to it means its standard streams.
const told = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument));

startServer(
  told ? createConnection(ProposedFeatures.all) : createConnection(ProposedFeatures.all, process.stdin, process.stdout),
  {
    readLexicon: async (address) => loadCompiledLexicon(address ?? join(dirname(here), "lexicon.json")),
    createSegmenter: () => new JiebaSegmenter(),
    files: diskFiles,
    exchange: exchangeOnDisk,
  },
);
