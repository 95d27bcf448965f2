import { escapeXml } from "./escape-xml.js";
import type { ExportAnswer, ExportDocument, ExportEntity, ExportMark, ExportNote } from "./export-document.js";
import { type Hands, made, write } from "./tei-attributes.js";

/** What TEI keeps beside the text: persons with their posts, organisations, relations, spans and notes. */
export function teiStandOff(document: ExportDocument, hands: Hands, isInline: (mark: ExportMark) => boolean): string[] {
  const entities = (types: readonly string[]) => document.entities.filter(({ type }) => types.includes(type));
  const people = entities(["official", "person", "byline"]).map(person);
  const organs = entities(["agency"]).map(
    (entity) => `<org xml:id="${entity.id}"${write({ type: entity.type })}>${names("orgName", entity)}</org>`,
  );
  const rest = document.entities
    .filter(({ type }) => !["official", "person", "byline", "agency"].includes(type))
    .map(item);
  const spans = document.marks.filter((mark) => !isInline(mark)).map((mark) => span(mark, hands));
  const relations = document.relations.map(({ id, type, from, to, by, at }) => {
    const name = type.replace(/\s+/g, "_");
    const attributes = { "xml:id": id, name, active: `#${from}`, passive: `#${to}`, resp: resp(by, hands) };
    return `<relation${write(attributes)}><desc><date${write({ when: at })}/>${name === type ? "" : escapeXml(type)}</desc></relation>`;
  });
  const parts = [
    ...list("listPerson", people),
    ...list("listOrg", organs),
    ...list("list", rest),
    ...list("listRelation", relations),
    ...list("spanGrp", spans),
    ...document.notes.map((entry) => note(entry, hands)),
  ];
  return parts.length > 0 ? ["<standOff>", ...parts, "</standOff>"] : [];
}

function list(tag: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`<${tag}>`, ...items, `</${tag}>`] : [];
}

function person(entity: ExportEntity): string {
  const posts = entity.posts.map((post) => `<occupation>${escapeXml(post)}</occupation>`).join("");
  return `<person xml:id="${entity.id}"${write({ role: entity.type })}>${names("persName", entity)}${posts}</person>`;
}

function names(tag: string, { name, aliases }: ExportEntity): string {
  return `<${tag}>${escapeXml(name)}</${tag}>${aliases.map((alias) => `<${tag} type="alias">${escapeXml(alias)}</${tag}>`).join("")}`;
}

function item(entity: ExportEntity): string {
  const alternatives = entity.aliases.map((alias) => `<term type="alias">${escapeXml(alias)}</term>`).join("");
  return `<item xml:id="${entity.id}"><term${write({ type: entity.type })}>${escapeXml(entity.name)}</term>${alternatives}</item>`;
}

function span(mark: ExportMark, hands: Hands): string {
  const { id, type, entity, role } = mark;
  const attributes = {
    "xml:id": id,
    type,
    subtype: mark.candidate ? "candidate" : undefined,
    from: `#${id}-from`,
    to: `#${id}-to`,
    ana: `#class-${type}`,
    corresp: entity ? `#${entity}` : undefined,
    ...made(mark, hands),
  };
  return `<span${write(attributes)}>${role ? escapeXml(role) : ""}</span>`;
}

function note(entry: ExportNote, hands: Hands): string {
  const attributes = {
    "xml:id": entry.id,
    type: "note",
    subtype: entry.resolved ? "resolved" : undefined,
    target: `#${entry.id}-from`,
    targetEnd: `#${entry.id}-to`,
    resp: resp(entry.by, hands),
  };
  const answers = entry.answers.map(
    (answer) => `<note${write({ type: "answer", resp: resp(answer.by, hands) })}>${content(answer)}</note>`,
  );
  return `<note${write(attributes)}>${content(entry)}${answers.join("")}</note>`;
}

/** The text of a note, a paragraph a line, its tags and its date. */
function content({ text, tags, at }: ExportAnswer): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .join("");
  const marks =
    tags.length > 0 ? `<list type="tags">${tags.map((tag) => `<item>${escapeXml(tag)}</item>`).join("")}</list>` : "";
  return `${lines}${marks}<date${write({ when: at })}/>`;
}

function resp(by: string | undefined, hands: Hands): string | undefined {
  const hand = by === undefined ? undefined : hands.get(by);
  return hand && `#${hand}`;
}
