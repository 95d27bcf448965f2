import type { Localizer } from "../../../src/client/localizer.js";
import type { MeetingItem, PartyItem, ProfileHead, SourcePlace } from "../../../src/protocol/corpus.js";

/** Texts as they are in the code, with their values put in. */
export const english: Localizer = {
  t: (message, ...values) => message.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? "")),
};

export const range = { start: { line: 3, character: 1 }, end: { line: 3, character: 4 } };

export function source(day: string, sentence: string, uri = "file:///a/1.txt"): SourcePlace {
  return { uri, range, title: "陆启明会见齐远岫", day, sentence };
}

export function party(name: string, role?: string): PartyItem {
  return { uri: "file:///a/1.txt", range, id: `official:${name}`, type: "official", name, ...(role ? { role } : {}) };
}

export const meeting: MeetingItem = {
  cue: "会见",
  day: "2023-06-13",
  dayStated: true,
  place: "北京",
  hosts: [party("陆启明", "省委书记")],
  guests: [party("齐远岫", "国家能源局副局长")],
  attendees: [party("葛砚秋")],
  statements: [
    { uri: "file:///a/1.txt", range, kind: "ask", side: "host", speakers: ["陆启明"], text: "希望给予指导" },
    { uri: "file:///a/1.txt", range, kind: "answer", side: "guest", speakers: ["齐远岫"], text: "将统筹研究" },
  ],
  agreements: [{ uri: "file:///a/1.txt", range, title: "战略合作协议", parties: [], text: "双方签署战略合作协议" }],
  reports: [{ uri: "file:///a/1.txt", range, title: "陆启明会见齐远岫", day: "2023-06-14" }],
};

export function head(name: string): ProfileHead {
  const counts = { official: 3, agency: 1, slogan: 2, byline: 0, person: 0 };
  return {
    id: `id of ${name}`,
    name,
    aliases: ["别称"],
    articleCount: 2,
    mentions: 5,
    first: "2021-10-18",
    latest: "2023-06-13",
    articles: [
      { uri: "file:///a/1.txt", title: "陆启明会见齐远岫", day: "2023-06-14", source: "澜江日报", counts, mentions: 4 },
    ],
    people: [{ id: "official:葛砚秋", name: "葛砚秋", articles: 2 }],
    agencies: [],
    slogans: [],
  };
}

/** The text that a reader sees: without markup, references resolved. */
export function visibleText(html: string): string {
  const references: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`", amp: "&" };
  return html
    .replace(/<(style|script|title)\b[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|#96|amp);/g, (_, name: string) => references[name] ?? "");
}
