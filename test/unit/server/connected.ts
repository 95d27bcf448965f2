import { PassThrough } from "node:stream";
import { createConnection, createProtocolConnection, type ProtocolConnection } from "vscode-languageserver/node";
import {
  type HighlightsParams,
  highlightsNotification,
  type SegmenterStatusParams,
  segmenterStatusNotification,
} from "../../../src/protocol/protocol.js";
import { type ServerHost, startServer } from "../../../src/server/start-server.js";
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
}

export const absent: Segmenter = { segment: () => Promise.reject(new Error("nodejieba cannot be loaded (not here)")) };

export async function connect({
  host,
  initializationOptions,
  locale,
  configuration,
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
  if (configuration) client.onRequest("workspace/configuration", () => [configuration()]);
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    locale,
    initializationOptions,
    capabilities: configuration ? { workspace: { configuration: true } } : {},
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
