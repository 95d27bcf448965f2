import { fileURLToPath, pathToFileURL } from "node:url";
import { canonicalUri } from "../core/text/uris.js";
import type { ExchangeFiles } from "../service/ports.js";
import {
  ExportError,
  exchangeFilesAt,
  exportedAt,
  exportFailure,
  inTheWay,
  readExchange,
  writeExport,
} from "./exchange-files.js";
import { ReadError, readFailureTexts } from "./file-workspace.js";
import { annotatedFolder } from "./find-annotations.js";

/** The files of this machine's disk. */
export const exchangeOnDisk: ExchangeFiles = {
  pathOf(uri) {
    try {
      return fileURLToPath(uri);
    } catch {
      return undefined;
    }
  },
  uriOf: (path) => canonicalUri(pathToFileURL(path).href),
  filesAt: exchangeFilesAt,
  exportedAt,
  annotatedFolder,
  read: readExchange,
  inTheWay,
  write: writeExport,
  failureOf(error, locale) {
    if (error instanceof ExportError) return { path: error.path, reason: exportFailure(error, locale) };
    if (error instanceof ReadError && error.failure !== "other")
      return { reason: readFailureTexts[locale][error.failure] };
    return { reason: (error instanceof Error ? error.message : String(error)).replace(/[.。]$/, "") };
  },
};
