import { importFormatOf } from "../core/export/import-files.js";
import { exportedAt, readExchange } from "../node/exchange-files.js";
import { type SideArticle, sideOfDocuments, sideOfFiles } from "../service/annotator-side.js";
import { annotationTextsFor } from "./annotation-texts.js";
import type { Arguments } from "./arguments.js";
import { gather } from "./export.js";
import type { Host } from "./host.js";
import type { Io } from "./io.js";
import { printable } from "./printable.js";
import { failureText, type Texts } from "./texts.js";

export interface Side {
  readonly articles: readonly SideArticle[];
  readonly failed: boolean;
}

/** Reads one annotator's work: a folder of articles with their annotations, or exported files. */
export async function readSide(path: string, args: Arguments, io: Io, host: Host, texts: Texts): Promise<Side> {
  const exported = await exportedAt(path);
  if (exported.length === 0) {
    const { documents, failed } = await gather({ ...args, paths: [path] }, io, host, texts);
    return { failed, articles: sideOfDocuments(documents) };
  }
  const articles: SideArticle[] = [];
  let failed = false;
  const say = async (line: string) => {
    failed = true;
    await io.err.write(`${line}\n`);
  };
  const own = annotationTextsFor(args.locale);
  for (const file of exported) {
    const format = importFormatOf(file.path);
    if (!format) {
      await say(own.unknownEnding(printable(file.path)));
      continue;
    }
    try {
      articles.push(...sideOfFiles((await readExchange(file, format)).exchanged, args.settled));
    } catch (error) {
      await say(own.notReadable(printable(file.path), failureText(error, texts)));
    }
  }
  return { articles, failed };
}
