import { type Document, isMap, isScalar, type Node, parseDocument } from "yaml";
import type { AgencyEntry, OfficialEntry, SloganEntry } from "../lexicon/entries.js";
import { type FileSpan, fileSpan } from "../text/spans.js";
import { EntryReader } from "./lexicon-entry-reader.js";
import { isSectionName, lexiconSections } from "./lexicon-fields.js";
import type { OwnClass } from "./own-classes.js";
import { isNull, type LexiconProblem, YamlReader } from "./yaml-fields.js";

/** What a workspace's own lexicon, `.tifa/lexicon.yaml`, adds. */
export interface WorkspaceLexicon {
  readonly officials: readonly OfficialEntry[];
  readonly agencies: readonly AgencyEntry[];
  readonly slogans: readonly SloganEntry[];
  readonly classes: readonly OwnClass[];
  /** Where each entry stands in the file, by `official:name`, `agency:name`, `slogan:term` and `class:id`. */
  readonly places: ReadonlyMap<string, FileSpan>;
  readonly problems: readonly LexiconProblem[];
}

const sections = Object.keys(lexiconSections).join(", ");

/**
 * Reads a workspace's lexicon. Never throws: what is wrong is reported at its UTF-16 offsets in `source`,
 * and every entry that is right counts.
 */
export function parseWorkspaceLexicon(source: string): WorkspaceLexicon {
  let document: Document;
  try {
    document = parseDocument(source, { logLevel: "silent", prettyErrors: false });
  } catch (error) {
    // Nesting deeper than the stack.
    const problem: LexiconProblem = { code: "invalid-yaml", span: fileSpan(0, source.length), detail: String(error) };
    return { ...new EntryReader(new YamlReader(parseDocument(""), "")).result(), problems: [problem] };
  }
  const reader = new YamlReader(document, source);
  const entries = new EntryReader(reader);
  const invalid = document.errors.map(({ pos, message }): LexiconProblem => {
    const start = Math.min(pos[0], source.length);
    return {
      code: "invalid-yaml",
      span: fileSpan(start, Math.min(Math.max(start + 1, pos[1]), source.length)),
      detail: message,
    };
  });
  readSections(document, reader, entries, invalid.length > 0);
  return {
    ...entries.result(),
    problems: [...invalid, ...reader.problems].sort((a, b) => a.span.start - b.span.start),
  };
}

function readSections({ contents }: Document, reader: YamlReader, entries: EntryReader, broken: boolean): void {
  if (!isMap(contents)) {
    if (!isNull(contents ?? undefined) && !broken) reader.report("wrong-value", contents as Node, "", sections);
    return;
  }
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (isSectionName(name)) entries.readSection(name, reader.resolve(value));
    else reader.report("unknown-section", isScalar(key) ? key : undefined, name, sections);
  }
}
