import { agencyTypes, levels } from "../lexicon/entries.js";
import {
  type Bilingual,
  bilingualFields,
  type FieldKind,
  type LexiconField,
  type LexiconFields,
  type LexiconSection,
  lexiconSections,
  postFields,
} from "./lexicon-fields.js";
import { reservedClassIds } from "./own-classes.js";
import { markTypePattern } from "./records.js";

type Schema = Readonly<Record<string, unknown>>;

/** The JSON schema of `.tifa/lexicon.yaml`, for editors that know YAML; `media/schemas` holds it as a file. */
export function lexiconSchema(): Schema {
  const sections = Object.entries<LexiconSection>(lexiconSections);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Tifa workspace lexicon · 提法工作区词库",
    description: told({
      en: "Officials, agencies, slogans and classes of your own, for all articles of this folder.",
      zh: "本文件夹所有文章共用的人物、机构、提法与自定义类别。",
    }),
    type: ["object", "null"],
    additionalProperties: false,
    properties: Object.fromEntries(
      sections.map(([name, { about, bare, fields }]) => [
        name,
        {
          description: told(about),
          type: ["array", "null"],
          items: bare ? { anyOf: [text, entry(fields)] } : entry(fields),
        },
      ]),
    ),
    definitions,
  };
}

function entry(fields: LexiconFields): Schema {
  const all = Object.entries<LexiconField>(fields);
  const required = all.flatMap(([name, field]) => (field.required ? [name] : []));
  return {
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(
      all.map(([name, { kind, about, required: needed }]) => [
        name,
        { description: told(about), allOf: [needed ? neededValue(kind) : optionalValue(kind)] },
      ]),
    ),
  };
}

/** Beside `$ref` draft 7 lets nothing else count, so that what refers stands in an `allOf`. */
function refTo(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

const text = refTo("text");

function neededValue(kind: FieldKind): Schema {
  return kind === "id" ? refTo("id") : text;
}

function optionalValue(kind: FieldKind): Schema {
  switch (kind) {
    case "text":
      return refTo("optionalText");
    case agencyTypes:
      return refTo("agencyType");
    case levels:
      return refTo("level");
    default:
      return typeof kind === "string" ? refTo(kind) : { enum: [...kind, null] };
  }
}

const scalar = ["string", "number", "boolean"];
const definitions: Schema = {
  // A plain 2023 or true is meant as written.
  text: { type: scalar, pattern: "\\S" },
  optionalText: { type: [...scalar, "null"], pattern: "\\S" },
  texts: { anyOf: [refTo("optionalText"), { type: "array", items: text }] },
  year: {
    anyOf: [
      { type: ["integer", "null"], minimum: 1000, maximum: 9999 },
      { type: "string", pattern: "^\\d{4}$" },
    ],
  },
  flag: { enum: [true, false, null, "true", "false"] },
  // A plain true is the word.
  id: { type: ["string", "boolean"], pattern: markTypePattern.source, not: { enum: [...reservedClassIds] } },
  color: { type: ["string", "null"], pattern: "^#[0-9a-fA-F]{6}$" },
  agencyType: { enum: [...agencyTypes, null] },
  level: { enum: [...levels, null] },
  bilingual: { anyOf: [refTo("optionalText"), entry(bilingualFields)] },
  posts: { type: ["array", "null"], items: { anyOf: [text, entry(postFields)] } },
};

function told({ en, zh }: Bilingual): string {
  return `${en} ${zh}`;
}
