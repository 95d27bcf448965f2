import { isMap, type Node, type YAMLMap } from "yaml";
import {
  type AgencyEntry,
  agencyTypes,
  levels,
  type OfficialEntry,
  type OfficialPost,
  type SloganEntry,
} from "../lexicon/entries.js";
import type { FileSpan } from "../text/spans.js";
import { bilingualFields, lexiconSections, postFields, type SectionName } from "./lexicon-fields.js";
import { classColors, colorPattern, isClassId, type OwnClass } from "./own-classes.js";
import { lexiconPath } from "./paths.js";
import { isNull, type YamlReader } from "./yaml-fields.js";

/** Gathers the entries of a lexicon; what is wrong with one is told to the reader of the nodes. */
export class EntryReader {
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

  readSection(section: SectionName, node: Node | undefined): void {
    for (const item of this.reader.list(node, section)) {
      // A bare name is an entry that says no more.
      const bare = lexiconSections[section].bare ? this.reader.text(item) : undefined;
      if (bare !== undefined) this.addBare(section, bare, item);
      else if (isMap(item)) this.readEntry(section, item);
      else this.reader.report("wrong-value", item, section, fieldNames(section).join(", "));
    }
  }

  private readEntry(section: SectionName, map: YAMLMap): void {
    if (section === "officials") this.official(map);
    else if (section === "agencies") this.agency(map);
    else if (section === "slogans") this.slogan(map);
    else this.ownClass(map);
  }

  private addBare(section: SectionName, name: string, node: Node): void {
    if (section === "officials" && this.isNew("official", name, node))
      this.officials.push({ name, source: lexiconPath });
    if (section === "agencies" && this.isNew("agency", name, node))
      this.agencies.push({ name, ...agencyDefaults, source: lexiconPath });
    if (section === "slogans" && this.isNew("slogan", name, node))
      this.slogans.push({ term: name, ...sloganDefaults, source: lexiconPath });
  }

  private official(map: YAMLMap): void {
    const fields = this.reader.fields(map, fieldNames("officials"));
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
      this.reader.report("wrong-value", item, "posts", Object.keys(postFields).join(", "));
      return undefined;
    }
    const fields = this.reader.fields(item, Object.keys(postFields));
    const named = fields.required("title");
    const years = { since: fields.year("since"), until: fields.year("until") };
    return named === undefined ? undefined : { title: named, ...present(years) };
  }

  private agency(map: YAMLMap): void {
    const fields = this.reader.fields(map, fieldNames("agencies"));
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
    const fields = this.reader.fields(map, fieldNames("slogans"));
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
    const fields = this.reader.fields(map, fieldNames("classes"));
    const id =
      fields.required("id") && fields.check("id", (text) => (isClassId(text) ? text : undefined), "a-z, 0-9, -");
    const name = this.bilingual(fields.node("name"), "name");
    const color = fields.check("color", (text) => (colorPattern.test(text) ? text : undefined), "#rrggbb");
    const terms = fields.texts("terms");
    // For those who read the file; only whether it is text matters here.
    fields.text("note");
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
    const fields = this.reader.fields(node, Object.keys(bilingualFields));
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

function fieldNames(section: SectionName): string[] {
  return Object.keys(lexiconSections[section].fields);
}

const agencyDefaults = { type: "state", level: "none" } as const;
const sloganDefaults = { meaning: { en: "", zh: "" }, english: "", category: "workspace" };

/** An entry without the fields that were not given. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
