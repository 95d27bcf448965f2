import { escapeXml } from "./escape-xml.js";
import type { ExportDocument } from "./export-document.js";
import { type Hands, write } from "./tei-attributes.js";

/** What TEI says of the article itself: title, author, source, date, categories, annotators and classes. */
export function teiHeader(document: ExportDocument, hands: Hands): string[] {
  const { meta, path } = document;
  const author = meta.author ? [`<author>${escapeXml(meta.author)}</author>`] : [];
  const date = meta.date ? [`<date${write({ when: whenOf(meta.date) })}>${escapeXml(meta.date)}</date>`] : [];
  const publisher = meta.source ? [`<publisher>${escapeXml(meta.source)}</publisher>`] : [];
  const named = (tag: string, type: string, names: readonly string[]) =>
    names.map((name) => `<${tag} role="${type}">${escapeXml(name)}</${tag}>`);
  return [
    "<teiHeader>",
    "<fileDesc>",
    `<titleStmt><title>${escapeXml(meta.title ?? path)}</title>${author.join("")}${statements(hands)}</titleStmt>`,
    "<publicationStmt><p>Annotations of the article named in sourceDesc</p></publicationStmt>",
    "<sourceDesc><bibl>",
    ...(meta.title ? [`<title>${escapeXml(meta.title)}</title>`] : []),
    ...author,
    ...named("editor", "reporter", meta.reporters),
    ...named("editor", "editor", meta.editors),
    ...publisher,
    ...date,
    `<idno type="path">${escapeXml(path)}</idno>`,
    "</bibl></sourceDesc>",
    "</fileDesc>",
    ...classes(document),
    ...(meta.categories.length > 0
      ? [
          `<profileDesc><textClass><keywords>${meta.categories.map((term) => `<term>${escapeXml(term)}</term>`).join("")}</keywords></textClass></profileDesc>`,
        ]
      : []),
    "</teiHeader>",
  ];
}

/** A date as TEI takes it: one that the calendar has, its time with seconds. */
function whenOf(date: string): string | undefined {
  const day = date.slice(0, 10);
  const real = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) return undefined;
  return date.replace(/T\d{2}:\d{2}$/, "$&:00");
}

function statements(hands: Hands): string {
  return [...hands]
    .map(([name, id]) => `<respStmt xml:id="${id}"><resp>annotation</resp><name>${escapeXml(name)}</name></respStmt>`)
    .join("");
}

/** The classes that spans in `standOff` point to, named as their readers named them. */
function classes({ marks, classes: declared }: ExportDocument): string[] {
  const types = [...new Set([...marks.map((mark) => mark.type), ...declared.map(({ id }) => id)])];
  if (types.length === 0) return [];
  const described = (type: string) => {
    const own = declared.find(({ id }) => id === type);
    return own
      ? `<catDesc xml:lang="en">${escapeXml(own.name.en)}</catDesc><catDesc xml:lang="zh">${escapeXml(own.name.zh)}</catDesc>`
      : `<catDesc xml:lang="en">${escapeXml(type)}</catDesc>`;
  };
  return [
    "<encodingDesc><classDecl><taxonomy>",
    ...types.map((type) => `<category xml:id="class-${type}">${described(type)}</category>`),
    "</taxonomy></classDecl></encodingDesc>",
  ];
}
