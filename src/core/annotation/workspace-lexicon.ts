import { type Document, isMap, isScalar, type Node, parseDocument, type YAMLMap } from "yaml";
import {
  type AgencyEntry,
  agencyTypes,
  levels,
  type OfficialEntry,
  type OfficialPost,
  type SloganEntry,
} from "../lexicon/entries.js";
import { type FileSpan, fileSpan } from "../text/spans.js";
import { classColors, colorPattern, isClassId, type OwnClass } from "./own-classes.js";
import { lexiconPath } from "./paths.js";
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

const sections = ["officials", "agencies", "slogans", "classes"] as const;
type Section = (typeof sections)[number];
const fieldNames = {
  officials: ["name", "aliases", "posts", "common", "country", "note"],
  agencies: ["name", "aliases", "weak", "en", "type", "level", "since", "note"],
  slogans: ["term", "variants", "expansion", "meaning", "english", "since", "quoted", "category", "note"],
  classes: ["id", "name", "color", "terms", "note"],
} as const;

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
    if (contents !== null && !broken) reader.report("wrong-value", contents as Node, "", sections.join(", "));
    return;
  }
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : "";
    const section = sections.find((known) => known === name);
    if (section) entries.readSection(section, reader.resolve(value));
    else reader.report("unknown-section", isScalar(key) ? key : undefined, name, sections.join(", "));
  }
}

class EntryReader {
  private readonly officials: OfficialEntry[] = [];
  private readonly agencies: AgencyEntry[] = [];
  private readonly slogans: SloganEntry[] = [];
  private readonly classes: OwnClass[] = [];
  private readonly places = new Map<string, FileSpan>();

  constructor(private readonly reader: YamlReader) {}

  result() {
    const { officials, agencies, slogans, classes, places } = this;
    return { officials, agencies, slogans, classes, places };
  }

  readSection(section: Section, node: Node | undefined): void {
    for (const item of this.reader.list(node, section)) {
      // A bare name is an entry that says no more.
      const bare = section === "classes" ? undefined : this.reader.text(item);
      if (bare !== undefined) this.addBare(section, bare, item);
      else if (isMap(item)) this.readEntry(section, item);
      else this.reader.report("wrong-value", item, section, fieldNames[section].join(", "));
    }
  }

  private readEntry(section: Section, map: YAMLMap): void {
    if (section === "officials") this.official(map);
    else if (section === "agencies") this.agency(map);
    else if (section === "slogans") this.slogan(map);
    else this.ownClass(map);
  }

  private addBare(section: Section, name: string, node: Node): void {
    if (section === "officials" && this.isNew("official", name, node))
      this.officials.push({ name, source: lexiconPath });
    if (section === "agencies" && this.isNew("agency", name, node))
      this.agencies.push({ name, ...agencyDefaults, source: lexiconPath });
    if (section === "slogans" && this.isNew("slogan", name, node))
      this.slogans.push({ term: name, ...sloganDefaults, source: lexiconPath });
  }

  private official(map: YAMLMap): void {
    const fields = this.reader.fields(map, fieldNames.officials);
    const name = fields.required("name");
    const posts = this.reader.list(fields.node("posts"), "posts").flatMap((item) => this.post(item) ?? []);
    const entry = {
      aliases: fields.texts("aliases"),
      posts,
      common: fields.flag("common"),
      country: fields.text("country"),
      source: fields.text("note") ?? lexiconPath,
    };
    if (name && this.isNew("official", name, map)) this.officials.push({ name, ...present(entry) });
  }

  private post(item: Node): OfficialPost | undefined {
    const title = this.reader.text(item);
    if (title !== undefined) return { title };
    if (!isMap(item)) {
      this.reader.report("wrong-value", item, "posts", "title, since, until");
      return undefined;
    }
    const fields = this.reader.fields(item, ["title", "since", "until"]);
    const named = fields.required("title");
    const years = { since: fields.year("since"), until: fields.year("until") };
    return named === undefined ? undefined : { title: named, ...present(years) };
  }

  private agency(map: YAMLMap): void {
    const fields = this.reader.fields(map, fieldNames.agencies);
    const name = fields.required("name");
    const entry = {
      en: fields.text("en"),
      type: fields.oneOf("type", agencyTypes) ?? agencyDefaults.type,
      level: fields.oneOf("level", levels) ?? agencyDefaults.level,
      aliases: fields.texts("aliases"),
      weak: fields.texts("weak"),
      since: fields.year("since"),
      source: fields.text("note") ?? lexiconPath,
    };
    const { type, level, ...rest } = entry;
    if (name && this.isNew("agency", name, map)) this.agencies.push({ name, type, level, ...present(rest) });
  }

  private slogan(map: YAMLMap): void {
    const fields = this.reader.fields(map, fieldNames.slogans);
    const term = fields.required("term");
    const meaning = this.bilingual(fields.node("meaning"), "meaning") ?? sloganDefaults.meaning;
    const entry = {
      variants: fields.texts("variants"),
      expansion: fields.text("expansion"),
      since: fields.year("since"),
      quoted: fields.flag("quoted"),
      source: fields.text("note") ?? lexiconPath,
    };
    const english = fields.text("english") ?? "";
    const category = fields.text("category") ?? sloganDefaults.category;
    if (term && this.isNew("slogan", term, map))
      this.slogans.push({ term, meaning, english, category, ...present(entry) });
  }

  private ownClass(map: YAMLMap): void {
    const fields = this.reader.fields(map, fieldNames.classes);
    const id =
      fields.required("id") && fields.check("id", (text) => (isClassId(text) ? text : undefined), "a-z, 0-9, -");
    const name = this.bilingual(fields.node("name"), "name");
    const color = fields.check("color", (text) => (colorPattern.test(text) ? text : undefined), "#rrggbb");
    const terms = fields.texts("terms");
    if (!id || !this.isNew("class", id, map)) return;
    this.classes.push({
      id,
      name: name ?? { en: id, zh: id },
      color: color ?? classColors[this.classes.length % classColors.length] ?? classColors[0],
      terms,
    });
  }

  /** Text in one language, which then serves both, or `en` and `zh`. */
  private bilingual(node: Node | undefined, name: string): { en: string; zh: string } | undefined {
    const text = this.reader.text(node);
    if (text !== undefined) return { en: text, zh: text };
    if (!isMap(node)) {
      if (!isNull(node)) this.reader.report("wrong-value", node, name, "text; en, zh");
      return undefined;
    }
    const fields = this.reader.fields(node, ["en", "zh"]);
    const [en, zh] = [fields.text("en"), fields.text("zh")];
    const one = en ?? zh;
    return one === undefined ? undefined : { en: en ?? one, zh: zh ?? one };
  }

  private isNew(kind: string, name: string, node: Node): boolean {
    const key = `${kind}:${name}`;
    if (this.places.has(key)) {
      this.reader.report("duplicate-entry", node, name);
      return false;
    }
    this.places.set(key, this.reader.spanOf(node));
    return true;
  }
}

const agencyDefaults = { type: "state", level: "none" } as const;
const sloganDefaults = { meaning: { en: "", zh: "" }, english: "", category: "workspace" };

/** An entry without the fields that were not given. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
