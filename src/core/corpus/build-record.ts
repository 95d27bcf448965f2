import type { Lexicon } from "../lexicon/lexicon.js";
import type { Analysis } from "../recognize/analysis.js";
import type { Mention, MentionType } from "../recognize/mention.js";
import { dependentName, fullAgencyName } from "./agency-name.js";
import type { ArticleRecord, RecordEntity } from "./article-record.js";
import { type Homes, homesOf, openingRank } from "./homes.js";
import { meetingsIn } from "./meetings.js";
import { type MentionRow, MentionTable } from "./mention-table.js";
import { dayOf } from "./periods.js";
import { type PostStatement, postsOf, type WordedOrgan } from "./posts.js";
import type { Actor } from "./skeleton.js";

/** What the index keeps of an analysis. The lexicon must be the one that the analysis was made with. */
export function buildRecord(analysis: Analysis, lexicon: Lexicon): ArticleRecord {
  const { article, mentions } = analysis;
  const agencies = mentions.filter((mention) => mention.type === "agency");
  const nameOf = namesIn(analysis, lexicon);
  const source = article.meta.source?.value ?? article.meta.author?.value;
  const text = article.text.slice(0, lastOffset(analysis));
  const wordings = mentions.flatMap((mention) =>
    mention.type === "agency" ? [plainText(mention)] : (mention.role?.split(/[、，,]/) ?? []),
  );
  const homes = homesOf({ text, wordings, ...(source ? { source } : {}) }, lexicon);
  const fullNames = new Map<string, string>();
  const fullName = (mention: Mention): string => {
    const name = nameOf(mention);
    if (mention.type !== "agency") return name;
    const full = fullNames.get(name) ?? fullAgencyName(name, homes, lexicon);
    fullNames.set(name, full);
    return full;
  };
  const entities = new Entities();
  const roles = new Map<string, number>();
  const rows = mentions.map((mention): MentionRow => {
    const role = mention.role ? (roles.get(mention.role) ?? roles.size) : undefined;
    if (mention.role && role !== undefined) roles.set(mention.role, role);
    return {
      entity: entities.index(mention.type, fullName(mention)),
      span: mention.span,
      parts: mention.parts,
      ...(role === undefined ? {} : { role }),
      ...(mention.candidate ? { candidate: true } : {}),
    };
  });
  const organs = wordedOrgans(agencies, fullName);
  const posts = postsByRow(analysis, organs, homes, lexicon);
  const day = dayOf(article.meta.date?.value);
  const date = article.meta.date?.value;
  return {
    uri: analysis.uri,
    form: article.form,
    title: detached(article.meta.title?.value ?? ""),
    ...(date ? { date: detached(date) } : {}),
    ...(day ? { day } : {}),
    ...(source ? { source: detached(source) } : {}),
    text: detached(text),
    entities: entities.list,
    mentions: MentionTable.of(rows),
    roles: [...roles.keys()].map(detached),
    posts: posts.map(detachedPost),
    meetings: meetingsIn({
      article,
      ...(day ? { day } : {}),
      actors: actorsOf(mentions),
      entityOf: (row) => entities.list[rows[row]?.entity ?? -1]?.id ?? "",
      organsOf: organsByRow(rows, posts),
      placeAt: (offset) => placeEnd(article.text, offset, lexicon),
    }),
    counts: countsOf(mentions),
  };
}

/** The name of a mention's entity as far as the article itself settles it. */
function namesIn({ article, entities, mentions }: Analysis, lexicon: Lexicon): (mention: Mention) => string {
  const names = new Map<Mention, string>();
  let last: Mention | undefined;
  for (const mention of mentions) {
    const known = entities.get(mention.entityId)?.name ?? mention.text;
    const wording = plainText(mention);
    // 省委: whose it is the article's homes say.
    const name = mention.type === "agency" && openingRank(wording) ? wording : known;
    const isNear =
      last &&
      mention.span.start - last.span.end <= 20 &&
      !/[。\n]/.test(article.text.slice(last.span.end, mention.span.start));
    names.set(
      mention,
      (isNear && last && name === wording && dependentName(name, names.get(last) ?? "", lexicon)) || name,
    );
    if (mention.type === "agency") last = mention;
  }
  return (mention) => names.get(mention) ?? mention.text;
}

/** A mention's words without the stray spaces that scraping leaves inside them. */
function plainText({ text }: Mention): string {
  return text.replace(/[\s\u3000]+/g, "");
}

/** Numbers entities in order of their first mention. */
class Entities {
  readonly list: RecordEntity[] = [];
  private readonly indexes = new Map<string, number>();

  index(type: MentionType, name: string): number {
    const id = `${type}:${name}`;
    let index = this.indexes.get(id);
    if (index === undefined) {
      index = this.list.push({ id: detached(id), type, name: detached(name) }) - 1;
      this.indexes.set(id, index);
    }
    return index;
  }
}

function wordedOrgans(agencies: readonly Mention[], fullName: (mention: Mention) => string): WordedOrgan[] {
  const organs = new Map<string, string>();
  for (const agency of agencies) organs.set(agency.text.replace(/[\s\u3000]+/g, ""), fullName(agency));
  return [...organs].map(([wording, name]) => ({ wording, name }));
}

function postsByRow(
  { article, mentions }: Analysis,
  organs: readonly WordedOrgan[],
  homes: Homes,
  lexicon: Lexicon,
): PostStatement[] {
  const posts: PostStatement[] = [];
  let last: { post: PostStatement; end: number } | undefined;
  mentions.forEach((mention, row) => {
    if (!mention.role) return;
    const between = last && article.text.slice(last.end, mention.span.start);
    const previous = between === `、${mention.role}` ? last?.post : undefined;
    const found = postsOf(mention.role, row, organs, homes, lexicon, previous);
    posts.push(...found);
    const post = found[found.length - 1];
    last = post && { post, end: mention.span.end };
  });
  return posts;
}

function actorsOf(mentions: readonly Mention[]): Actor[] {
  return mentions.flatMap((mention, row): Actor[] => {
    const { start, end } = mention.span;
    if (mention.type === "agency") return [{ row, kind: "agency", start, end }];
    if (mention.type !== "official" && mention.type !== "person") return [];
    return [{ row, kind: "person", start, end, ...(mention.role ? { role: mention.role } : {}) }];
  });
}

/** The organs of all posts that the article gives the person of a row, as entity ids. */
function organsByRow(rows: readonly MentionRow[], posts: readonly PostStatement[]): (row: number) => readonly string[] {
  const organs = new Map<number, string[]>();
  for (const post of posts) {
    const entity = rows[post.row]?.entity;
    if (entity === undefined || !post.organ) continue;
    organs.set(entity, [...(organs.get(entity) ?? []), `agency:${post.organ}`]);
  }
  return (row) => organs.get(rows[row]?.entity ?? -1) ?? [];
}

function placeEnd(text: string, offset: number, lexicon: Lexicon): number | undefined {
  let found: number | undefined;
  lexicon.trie.matchesAt(text, offset, (end, senses) => {
    if (senses.some((sense) => sense.kind === "place" || sense.kind === "country")) found = end;
  });
  return found;
}

/** Where the text that is kept ends: with the last sentence or mention; a site's legal notices are let go. */
function lastOffset({ article, mentions }: Analysis): number {
  const regions = article.regions.filter((region) => region.kind === "headline" || region.kind === "body");
  return Math.max(0, ...regions.map((region) => region.text.end), mentions[mentions.length - 1]?.span.end ?? 0);
}

function countsOf(mentions: readonly Mention[]): Record<MentionType, number> {
  const counts: Record<MentionType, number> = { official: 0, agency: 0, slogan: 0, byline: 0, person: 0 };
  for (const mention of mentions) counts[mention.type]++;
  return counts;
}

function detachedPost(post: PostStatement): PostStatement {
  return {
    ...post,
    title: detached(post.title),
    words: detached(post.words),
    ...(post.organ ? { organ: detached(post.organ) } : {}),
    ...(post.territory ? { territory: detached(post.territory) } : {}),
  };
}

/**
 * A copy of a string that shares no memory with another. A slice of a file's text otherwise keeps the whole
 * file alive for as long as the record lives.
 */
function detached(text: string): string {
  return text.length < 13 ? text : [text.slice(0, 12), text.slice(12)].join("");
}
