import { type LexiconField, lexiconSections } from "../core/annotation/lexicon-fields.js";
import { classColors } from "../core/annotation/own-classes.js";
import type { FileSpan } from "../core/text/spans.js";
import { fieldAt, fieldsAt, type LexiconPlace, lexiconPlace, sectionNamed } from "./lexicon-place.js";
import type { Locale } from "./locale.js";
import { messagesFor } from "./messages.js";

/** Something that may be typed at a place of a workspace's lexicon. */
export interface LexiconSuggestion {
  readonly label: string;
  readonly kind: "section" | "field" | "value" | "color";
  /** In a few words what it is for; empty for what needs none. */
  readonly detail: string;
  /** Its lines are indented as they have to be. */
  readonly text: string;
  readonly replaces: FileSpan;
}

/** What may stand at an offset of `.tifa/lexicon.yaml`: sections, fields, values. Empty where anything may. */
export function lexiconCompletion(source: string, offset: number, locale: Locale): LexiconSuggestion[] {
  const place = lexiconPlace(source, offset);
  if (!place) return [];
  return place.kind === "name" ? names(place, locale) : values(place, locale);
}

function names(place: LexiconPlace, locale: Locale): LexiconSuggestion[] {
  const { path, beside, word: replaces } = place;
  if (path.length === 0) {
    return Object.entries(lexiconSections)
      .filter(([name]) => !beside.has(name))
      .map(([name, { about, fields }]) => {
        const first = `\n${" ".repeat(place.column + 2)}- ${Object.keys(fields)[0]}: `;
        return { label: name, kind: "section", detail: about[locale], text: `${name}:${first}`, replaces };
      });
  }
  const fields = Object.entries<LexiconField>(fieldsAt(path) ?? {});
  const isList = path.length === 1 || fieldAt(path)?.kind === "posts";
  // A list takes fields behind a dash.
  if (isList && !place.inItem) {
    return fields.slice(0, 1).map(([name, { about }]) => {
      return { label: `- ${name}`, kind: "field", detail: about[locale], text: `- ${name}: `, replaces };
    });
  }
  return fields
    .filter(([name]) => !beside.has(name))
    .map(([name, field]) => {
      return { label: name, kind: "field", detail: field.about[locale], text: start(name, field, place), replaces };
    });
}

/** A name with what has to be typed before its value. */
function start(name: string, { kind }: LexiconField, { inFlow, column }: LexiconPlace): string {
  const below = `${name}:\n${" ".repeat(column + 2)}- `;
  if (inFlow) return kind === "texts" || kind === "posts" ? `${name}: [` : `${name}: `;
  return kind === "texts" ? below : kind === "posts" ? `${below}title: ` : `${name}: `;
}

function values({ path, word: replaces }: LexiconPlace, locale: Locale): LexiconSuggestion[] {
  return valuesAt(path).map((value) => {
    const isColor = value.startsWith("#");
    return {
      label: value,
      kind: isColor ? "color" : "value",
      detail: valueText(path, value, locale) ?? "",
      // Outside quotation marks it would begin a comment.
      text: isColor ? `"${value}"` : value,
      replaces,
    };
  });
}

function valuesAt(path: readonly string[]): readonly string[] {
  const kind = fieldAt(path)?.kind;
  if (kind === "flag") return ["true", "false"];
  if (kind === "color") return classColors;
  return typeof kind === "object" ? kind : [];
}

function valueText(path: readonly string[], value: string, locale: Locale): string | undefined {
  const { agencyTypes, levels } = messagesFor(locale);
  const texts: Readonly<Record<string, string>> =
    path.at(-1) === "type" ? agencyTypes : path.at(-1) === "level" ? levels : {};
  return texts[value];
}

/** What the name or the value at an offset means, as Markdown. */
export function lexiconHover(
  source: string,
  offset: number,
  locale: Locale,
): { readonly markdown: string; readonly span: FileSpan } | undefined {
  const rest = /^[\w-]*/.exec(source.slice(offset))?.[0].length ?? 0;
  const place = lexiconPlace(source, offset + rest);
  if (!place || place.word.start === place.word.end || offset < place.word.start) return undefined;
  const word = source.slice(place.word.start, place.word.end);
  if (place.kind === "value") {
    const text = valuesAt(place.path).includes(word) ? valueText(place.path, word, locale) : undefined;
    return text ? { markdown: `\`${word}\` · ${text}`, span: place.word } : undefined;
  }
  const path = [...place.path, word];
  const about = path.length === 1 ? sectionNamed(word)?.about : fieldAt(path)?.about;
  if (!about) return undefined;
  const listed = valuesAt(path).map((value) => `\`${value}\``);
  const markdown = [`\`${word}\` · ${about[locale]}`, listed.join(messagesFor(locale).comma)].filter(Boolean);
  return { markdown: markdown.join("\n\n"), span: place.word };
}
