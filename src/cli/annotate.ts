import { type Found, findFiles } from "../node/file-workspace.js";
import { AnnotatedFiles } from "./annotated-files.js";
import type { Arguments } from "./arguments.js";
import type { Host } from "./host.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { formatJson } from "./json-format.js";
import { formatOwnMarks } from "./own-marks-format.js";
import { printable } from "./printable.js";
import { progressOn } from "./progress.js";
import { formatText } from "./text-format.js";
import type { Texts } from "./texts.js";

/**
 * `tifa annotate`: prints every article that the paths lead to; what cannot be read is named on stderr. A
 * folder is read twice: the names that its articles prove are evidence in the others. What lies in `.tifa/`
 * beside them counts.
 */
export async function annotate(args: Arguments, io: Io, host: Host, texts: Texts): Promise<ExitCode> {
  if (args.paths.length === 0) throw new UsageError(texts.noFiles);
  if (args.format !== "text" && args.format !== "jsonl") throw new UsageError(texts.badFormat(args.format));
  const annotated = new AnnotatedFiles(host, args, io, texts);
  const progress = progressOn(io);
  const color = args.color ?? (io.out.isTerminal && !io.env.NO_COLOR);
  const options = { candidates: args.candidates, color, locale: args.locale };
  const format = async (file: Found, given: string): Promise<string> => {
    if ("error" in file) throw file.error;
    const { decided, workspace } = await annotated.read(file.path, given);
    const { analysis, own, orphans } = decided;
    await annotated.reportOrphans(file.path, orphans);
    return args.format === "jsonl"
      ? formatJson(file.path, analysis, { ...options, decided })
      : formatText(file.path, analysis, options) + formatOwnMarks(own, workspace.classes, args.locale);
  };
  let exit: ExitCode = 0;
  let done = 0;
  for (const given of args.paths) {
    let found = 0;
    await annotated.learnBelow(given);
    for await (const file of findFiles([given])) {
      found++;
      await progress(`${++done} ${printable(file.path)}`);
      const shown = await format(file, given).catch(
        (error: unknown) => new Error(annotated.failureOf(file.path, error)),
      );
      await progress("");
      if (shown instanceof Error) {
        exit = 1;
        await io.err.write(`${shown.message}\n`);
      } else await io.out.write(shown);
    }
    if (found === 0) await io.err.write(`${texts.nothingFound(printable(given))}\n`);
  }
  return exit;
}
