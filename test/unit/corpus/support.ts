import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArticleRecord, RecordEntity } from "../../../src/core/corpus/article-record.js";
import { buildRecord } from "../../../src/core/corpus/build-record.js";
import { CorpusIndex } from "../../../src/core/corpus/corpus-index.js";
import { MentionTable } from "../../../src/core/corpus/mention-table.js";
import type { PostStatement } from "../../../src/core/corpus/posts.js";
import { analyze } from "../../../src/core/recognize/analyze.js";
import { type MentionType, mentionTypes } from "../../../src/core/recognize/mention.js";
import { fileSpan, textSpan } from "../../../src/core/text/spans.js";
import { realLexicon } from "../support/real-lexicon.js";

/** A plain article's file. */
export function plainArticle({
  title,
  day,
  source = "澜江日报",
  body,
}: {
  title: string;
  day: string;
  source?: string;
  body: readonly string[];
}): string {
  return `${title}\n${day} 09:30:00 来源:${source} 责编:闻笛\n\n${body.map((paragraph) => `  ${paragraph}`).join("\n\n")}\n`;
}

export function recordOf(source: string, uri = "file:///a.txt"): ArticleRecord {
  return buildRecord(analyze({ uri, version: 1, source }, realLexicon()), realLexicon());
}

export function indexOf(records: readonly ArticleRecord[]): CorpusIndex {
  const index = new CorpusIndex();
  for (const record of records) index.set(record);
  return index;
}

export interface MadeMention {
  readonly type: MentionType;
  readonly name: string;
  readonly wording?: string;
  readonly candidate?: boolean;
  /** Posts given to the mention, as they would be read from a role. */
  readonly posts?: readonly Omit<PostStatement, "row">[];
}

/** A record made by hand: its text is the mentions' wordings one after another. */
export function madeRecord(given: {
  readonly uri: string;
  readonly day?: string;
  readonly source?: string;
  readonly title?: string;
  readonly mentions: readonly MadeMention[];
}): ArticleRecord {
  const entities: RecordEntity[] = [];
  const posts: PostStatement[] = [];
  const counts = Object.fromEntries(mentionTypes.map((type) => [type, 0])) as Record<MentionType, number>;
  let text = "";
  const rows = given.mentions.map(({ type, name, wording = name, candidate = false, posts: held = [] }, row) => {
    const id = `${type}:${name}`;
    let entity = entities.findIndex((known) => known.id === id);
    if (entity < 0) entity = entities.push({ id, type, name }) - 1;
    const start = text.length;
    text += `${wording}，`;
    counts[type]++;
    posts.push(...held.map((post) => ({ ...post, row })));
    return {
      entity,
      span: textSpan(start, start + wording.length),
      parts: [fileSpan(start, start + wording.length)],
      candidate,
    };
  });
  return {
    uri: given.uri,
    form: "plain",
    title: given.title ?? given.uri,
    ...(given.day ? { day: given.day, date: given.day } : {}),
    ...(given.source ? { source: given.source } : {}),
    text,
    entities,
    mentions: MentionTable.of(rows),
    roles: [],
    posts,
    meetings: [],
    counts,
  };
}

const seedFolder = join(import.meta.dirname, "../../../../shared/seeds");
export const haveSeeds = existsSync(seedFolder);

/** The seed articles' files in order of name; none where the folder is absent. */
export function seedSources(): string[] {
  if (!haveSeeds) return [];
  const names = readdirSync(seedFolder).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => readFileSync(join(seedFolder, name), "utf8"));
}

/** The seed articles by the number that opens their file's name; none where the folder is absent. */
export function seedRecords(): ReadonlyMap<string, ArticleRecord> {
  if (!haveSeeds) return new Map();
  const names = readdirSync(seedFolder).filter((name) => name.endsWith(".txt"));
  return new Map(
    names.map((name) => [
      name.slice(0, 3),
      recordOf(readFileSync(join(seedFolder, name), "utf8"), `file:///${name.slice(0, 3)}`),
    ]),
  );
}
