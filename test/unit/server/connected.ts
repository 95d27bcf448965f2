import { PassThrough } from "node:stream";
import { createConnection, createProtocolConnection, type ProtocolConnection } from "vscode-languageserver/node";
import { type IndexStatusParams, indexStatusNotification } from "../../../src/protocol/corpus.js";
import {
  type HighlightsParams,
  highlightsNotification,
  type SegmenterStatusParams,
  segmenterStatusNotification,
} from "../../../src/protocol/protocol.js";
import type { ServerHost } from "../../../src/server/host.js";
import { startServer } from "../../../src/server/start-server.js";
import type { Segmenter } from "../../../src/service/ports.js";
import { realLexicon } from "../support/real-lexicon.js";

interface Diagnostics {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly { readonly code?: string; readonly severity?: number; readonly message: string }[];
}

/** A server and a client on two streams of this process, with what the server sent by itself. */
export interface Connected {
  readonly client: ProtocolConnection;
  readonly highlights: HighlightsParams[];
  readonly diagnostics: Diagnostics[];
  readonly statuses: SegmenterStatusParams[];
  readonly logged: string[];
  readonly messages: string[];
  readonly index: IndexStatusParams[];
  /** The kinds of what was told of progress: begin, report, end. */
  readonly progress: string[];
  readonly progressTokens: string[];
  readonly registered: string[];
  open(uri: string, text: string, version?: number): void;
  /** Replaces the characters between two places of a line. */
  edit(uri: string, version: number, line: number, from: number, to: number, text: string): void;
  close(uri: string): void;
}

export interface Setting {
  readonly host?: Partial<ServerHost>;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** What the client answers to `workspace/configuration`; undefined: it does not know the request. */
  readonly configuration?: () => unknown;
  /** Addresses of the workspace's folders. */
  readonly folders?: readonly string[];
  /** What the client answers when asked for `files.exclude`. */
  readonly exclude?: () => unknown;
}

export const absent: Segmenter = { segment: () => Promise.reject(new Error("nodejieba cannot be loaded (not here)")) };

export async function connect({
  host,
  initializationOptions,
  locale,
  configuration,
  folders,
  exclude,
}: Setting = {}): Promise<Connected> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(toServer, toClient), {
    readLexicon: async () => realLexicon().data,
    createSegmenter: () => absent,
    ...host,
  });
  const client = createProtocolConnection(toClient, toServer);
  const connected: Connected = {
    client,
    highlights: [],
    diagnostics: [],
    statuses: [],
    logged: [],
    messages: [],
    index: [],
    progress: [],
    progressTokens: [],
    registered: [],
    open: (uri, text, version = 1) =>
      void client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "policy-article", version, text },
      }),
    edit: (uri, version, line, from, to, text) =>
      void client.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
      }),
    close: (uri) => void client.sendNotification("textDocument/didClose", { textDocument: { uri } }),
  };
  client.onNotification(highlightsNotification, (params: HighlightsParams) => void connected.highlights.push(params));
  client.onNotification(
    segmenterStatusNotification,
    (params: SegmenterStatusParams) => void connected.statuses.push(params),
  );
  client.onNotification(
    "textDocument/publishDiagnostics",
    (params: Diagnostics) => void connected.diagnostics.push(params),
  );
  client.onNotification("window/logMessage", ({ message }: { message: string }) => void connected.logged.push(message));
  client.onNotification(
    "window/showMessage",
    ({ message }: { message: string }) => void connected.messages.push(message),
  );
  client.onRequest("window/showMessageRequest", ({ message }: { message: string }) => {
    connected.messages.push(message);
    return null;
  });
  const answers = configuration !== undefined || exclude !== undefined;
  if (answers)
    client.onRequest("workspace/configuration", ({ items }: { items: readonly { readonly section?: string }[] }) =>
      items.map(({ section }) => (section === "files.exclude" ? (exclude?.() ?? {}) : (configuration?.() ?? {}))),
    );
  client.onNotification(indexStatusNotification, (params: IndexStatusParams) => void connected.index.push(params));
  client.onRequest("window/workDoneProgress/create", ({ token }: { token: string }) => {
    connected.progressTokens.push(token);
    return null;
  });
  client.onNotification("$/progress", ({ value }: { value: { readonly kind: string } }) => {
    connected.progress.push(value.kind);
  });
  client.onRequest(
    "client/registerCapability",
    ({ registrations }: { registrations: readonly { method: string }[] }) => {
      connected.registered.push(...registrations.map(({ method }) => method));
      return null;
    },
  );
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    locale,
    initializationOptions,
    ...(folders ? { workspaceFolders: folders.map((uri) => ({ uri, name: "folder" })) } : {}),
    capabilities: {
      ...(answers || folders
        ? {
            workspace: {
              ...(answers ? { configuration: true } : {}),
              ...(folders ? { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } : {}),
            },
            window: { workDoneProgress: true },
          }
        : {}),
    },
  });
  await client.sendNotification("initialized", {});
  return connected;
}

/** Waits until something holds; fails with what it waited for. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
