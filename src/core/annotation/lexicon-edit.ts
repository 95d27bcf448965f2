import type { FileSpan } from "../text/spans.js";
import { insertItem } from "./lexicon-insert.js";
import { classIdFor } from "./own-classes.js";
import { parseWorkspaceLexicon, type WorkspaceLexicon } from "./workspace-lexicon.js";

/** A lexicon with an entry that was asked for: whatever else it held is as it was, character for character. */
export interface EditedLexicon {
  readonly source: string;
  /** Of the entry, which may have been there before. */
  readonly place: FileSpan;
}

/** Why nothing can be added: the YAML is broken at an offset, or it is of a form that has no place for it. */
export interface EditRefused {
  readonly refused: "broken" | "no-place";
  /** UTF-16, in the file; where the entry would have to go by hand. */
  readonly at: number;
}

export type EntryKind = "official" | "agency" | "slogan";

export interface NewEntry {
  readonly kind: EntryKind;
  readonly name: string;
  /** Other forms of the name. */
  readonly aliases: readonly string[];
}

/** Adds a class of the reader's own under an id that no other has. */
export function withClass(
  source: string,
  { name, color }: { readonly name: string; readonly color: string },
): (EditedLexicon & { readonly id: string }) | EditRefused {
  const id = classIdFor(
    name,
    parseWorkspaceLexicon(source).classes.map((known) => known.id),
  );
  const edited = withItem(source, "classes", `class:${id}`, { id, name, color });
  return "refused" in edited ? edited : { ...edited, id };
}

/** Adds an official, an agency or a slogan; one of that name that is there already stays as it is. */
export function withEntry(source: string, { kind, name, aliases }: NewEntry): EditedLexicon | EditRefused {
  const others = [...new Set(aliases)].filter((form) => form !== name && form.trim() !== "");
  return withItem(source, sectionOf[kind], `${kind}:${name}`, fieldsOf[kind](name, others));
}

const sectionOf = { official: "officials", agency: "agencies", slogan: "slogans" } as const;

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Short forms of organisations that are this short mean others elsewhere: 省委, 该局. */
const shortForm = 3;

const fieldsOf: Record<EntryKind, (name: string, others: readonly string[]) => Fields> = {
  official: (name, aliases) => ({ name, aliases }),
  agency: (name, others) => ({
    name,
    aliases: others.filter((form) => [...form].length > shortForm),
    weak: others.filter((form) => [...form].length <= shortForm),
  }),
  slogan: (term, variants) => ({ term, variants }),
};

type Section = "officials" | "agencies" | "slogans" | "classes";

function withItem(source: string, section: Section, key: string, fields: Fields): EditedLexicon | EditRefused {
  const before = parseWorkspaceLexicon(source);
  const broken = before.problems.find(({ code }) => code === "invalid-yaml");
  // What is never closed is missed only behind the last line.
  if (broken) return { refused: "broken", at: Math.min(broken.span.start, source.trimEnd().length) };
  const known = before.places.get(key);
  if (known) return { source, place: known };
  const given = Object.entries(fields).filter(([, value]) => value.length > 0);
  const edited = insertItem(source, section, Object.fromEntries(given));
  const after = edited === undefined ? undefined : parseWorkspaceLexicon(edited);
  const place = after?.places.get(key);
  // YAML has more forms than an insertion can know of: what it made is read before anyone relies on it.
  if (edited === undefined || !after || !place || !differsInOne(before, after, section))
    return { refused: "no-place", at: source.length };
  return { source: edited, place };
}

/** Whether a lexicon is another one with one more entry at the end of a section. */
function differsInOne(before: WorkspaceLexicon, after: WorkspaceLexicon, section: Section): boolean {
  const shown = ({ officials, agencies, slogans, classes, problems }: WorkspaceLexicon, last?: Section) =>
    JSON.stringify([
      ...Object.entries({ officials, agencies, slogans, classes }).map(([name, entries]) =>
        name === last ? entries.slice(0, -1) : entries,
      ),
      problems.map(({ code, detail }) => [code, detail]),
    ]);
  return after[section].length === before[section].length + 1 && shown(before) === shown(after, section);
}
