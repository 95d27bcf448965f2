import { parseArgs } from "node:util";
import { type Locale, localeOf } from "../service/locale.js";
import type { Io } from "./io.js";

export interface Arguments {
  readonly command: string | undefined;
  readonly paths: readonly string[];
  readonly format: string;
  readonly at: string | undefined;
  /** The unit and the two ends of what `trends` counts, as given. */
  readonly by: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Where `export` writes and `import` finds the articles, as given. */
  readonly out: string | undefined;
  readonly into: string | undefined;
  /** Who is named as having made what is imported. */
  readonly annotator: string | undefined;
  readonly force: boolean;
  readonly accept: boolean;
  readonly complete: boolean;
  readonly settled: boolean;
  /** Whether what lies in `.tifa/` counts. */
  readonly decisions: boolean;
  readonly candidates: boolean;
  readonly color: boolean | undefined;
  readonly segmenter: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly locale: Locale;
}

/** Reads the arguments behind the program's name. Throws, in Node's words, on an option that there is not. */
export function readArguments(argv: readonly string[], env: Io["env"]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: "string", default: "text" },
      at: { type: "string" },
      by: { type: "string", default: "month" },
      from: { type: "string" },
      to: { type: "string" },
      out: { type: "string" },
      into: { type: "string" },
      annotator: { type: "string" },
      force: { type: "boolean", default: false },
      accept: { type: "boolean", default: false },
      complete: { type: "boolean", default: false },
      settled: { type: "boolean", default: false },
      "no-decisions": { type: "boolean", default: false },
      lang: { type: "string" },
      candidates: { type: "boolean", default: false },
      color: { type: "boolean" },
      "no-color": { type: "boolean" },
      "no-segmenter": { type: "boolean", default: false },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
      version: { type: "boolean", short: "v", default: false },
    },
  });
  const [command, ...paths] = positionals;
  return {
    command,
    paths,
    format: values.format,
    at: values.at,
    by: values.by,
    from: values.from,
    to: values.to,
    out: values.out,
    into: values.into,
    annotator: values.annotator,
    force: values.force,
    accept: values.accept,
    complete: values.complete,
    settled: values.settled,
    decisions: !values["no-decisions"],
    candidates: values.candidates,
    color: values["no-color"] ? false : values.color,
    segmenter: !values["no-segmenter"],
    verbose: values.verbose,
    help: values.help,
    version: values.version,
    locale: localeOf(values.lang ?? localeOfEnvironment(env)),
  };
}

export function localeOfEnvironment(env: Io["env"]): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG;
}
