import { localeOf } from "../service/locale.js";
import { agreement } from "./agreement.js";
import { annotate } from "./annotate.js";
import { type Arguments, localeOfEnvironment, readArguments } from "./arguments.js";
import { compare } from "./compare.js";
import { explain } from "./explain.js";
import { exportArticles } from "./export.js";
import type { Host } from "./host.js";
import { importFiles } from "./import.js";
import { type ExitCode, type Io, UsageError } from "./io.js";
import { meetings } from "./meetings.js";
import { type Texts, textsFor } from "./texts.js";
import { trends } from "./trends.js";

/** Runs one command. `argv` is what stands behind the program's name. Resolves to the exit code. */
export async function main(argv: readonly string[], io: Io, host: Host): Promise<ExitCode> {
  let args: Arguments;
  try {
    args = readArguments(argv, io.env);
  } catch (error) {
    const texts = textsFor(localeOf(localeOfEnvironment(io.env)));
    // Node adds a hint on arguments that start with a dash: the help says what there is.
    const message = (error instanceof Error ? error.message : String(error)).split(". ", 1)[0] ?? "";
    return usage(io, texts, texts.badArguments(message));
  }
  const texts = textsFor(args.locale);
  if (args.version) {
    await io.out.write(`${host.version}\n`);
    return 0;
  }
  if (args.help) {
    await io.out.write(texts.help);
    return 0;
  }
  try {
    switch (args.command) {
      case "annotate":
        return await annotate(args, io, host, texts);
      case "explain":
        return await explain(args, io, host, texts);
      case "meetings":
        return await meetings(args, io, host, texts);
      case "compare":
        return await compare(args, io, host, texts);
      case "trends":
        return await trends(args, io, host, texts);
      case "export":
        return await exportArticles(args, io, host, texts);
      case "import":
        return await importFiles(args, io, host, texts);
      case "agreement":
        return await agreement(args, io, host, texts);
      default:
        return usage(io, texts, args.command === undefined ? "" : texts.noCommand(args.command));
    }
  } catch (error) {
    if (error instanceof UsageError) return usage(io, texts, error.message);
    throw error;
  }
}

async function usage(io: Io, texts: Texts, message: string): Promise<ExitCode> {
  await io.err.write(`${message === "" ? "" : `${message}\n\n`}${texts.help}`);
  return 2;
}
