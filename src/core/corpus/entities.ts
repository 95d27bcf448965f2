import type { MentionType } from "../recognize/mention.js";
import { isBareAgency } from "./agency-name.js";
import { type ArticleRecord, type RecordEntity, rowsOf, wordingOf } from "./article-record.js";
import { type CorpusIndex, compareText, type Posting } from "./corpus-index.js";
import { type Bearer, bearersOf } from "./namesakes.js";

/** An entity across all articles of the folder. */
export interface CorpusEntity {
  /** The articles' own id; for one of several people of one name it ends in `@` and what tells them apart. */
  readonly id: string;
  /** The id under which the articles mention it. */
  readonly mentionId: string;
  readonly type: MentionType;
  readonly name: string;
  /** Oldest first. */
  readonly articles: readonly ArticleRecord[];
  /** The number of mentions in all articles. */
  readonly mentions: number;
  /** The days of the first and the latest article with a date. */
  readonly first?: string;
  readonly latest?: string;
  /** Set where the folder holds several people of this name. */
  readonly namesake?: Namesake;
  /** A short form whose organ no article settles (县委): several organs may stand behind it. */
  readonly unresolved?: boolean;
}

export interface Namesake {
  /** The place or organ that tells this one from the others. */
  readonly seat: string;
  /** The ids of the others. */
  readonly others: readonly string[];
  /** Articles that give no post and are only likely to mean this one. */
  readonly assumed: readonly string[];
}

/** An entity as lists show it. */
export type EntityRow = Pick<
  CorpusEntity,
  "id" | "mentionId" | "type" | "name" | "mentions" | "first" | "latest" | "namesake" | "unresolved"
> & {
  /** The number of articles that mention it. */
  readonly articles: number;
};

/** How many entities are kept: those asked for lately, not the folder's tens of thousands. */
const mostKept = 2000;

/** The entities of an index, put together on demand and kept until their articles change. */
export class CorpusEntities {
  private readonly known = new Map<string, { revision: number; posting: Posting; entities: readonly CorpusEntity[] }>();

  constructor(readonly index: CorpusIndex) {}

  /** The entity of an id; of a name that several people bear, the one most mentioned. */
  entity(id: string): CorpusEntity | undefined {
    const found = this.named(mentionIdOf(id));
    return found.find((entity) => entity.id === id) ?? [...found].sort((a, b) => b.mentions - a.mentions)[0];
  }

  /** The entity that one article means by an id of its mentions. */
  entityIn(uri: string, mentionId: string): CorpusEntity | undefined {
    const found = this.named(mentionId);
    return found.length < 2 ? found[0] : found.find(({ articles }) => articles.some((article) => article.uri === uri));
  }

  /** All entities under one id of mentions: one, or several people of one name. */
  named(mentionId: string): readonly CorpusEntity[] {
    const posting = this.index.posting(mentionId);
    if (!posting) {
      this.known.delete(mentionId);
      return [];
    }
    const known = this.known.get(mentionId);
    if (known && known.posting === posting && known.revision === posting.revision) return known.entities;
    const entities = entitiesOf(posting, this.index.articlesWith(mentionId));
    if (this.known.size >= mostKept) this.known.clear();
    this.known.set(mentionId, { revision: posting.revision, posting, entities });
    return entities;
  }

  /** All entities of a class, most articles first. Costs no more memory than the list itself. */
  rows(type: MentionType): EntityRow[] {
    const rows = this.index
      .postings(type)
      .flatMap((posting) => (type === "official" ? this.people(posting) : [plainRow(posting)]));
    return rows.sort((a, b) => b.articles - a.articles || b.mentions - a.mentions || compareText(a.id, b.id));
  }

  private people(posting: Posting): EntityRow[] {
    if (!isParted(posting)) return [plainRow(posting)];
    return this.named(posting.entity.id).map(({ articles, ...row }) => ({ ...row, articles: articles.length }));
  }
}

/** Whether a name is worth looking at for several bearers: articles seat it in more than one place or organ. */
function isParted({ entity, articles }: Posting): boolean {
  let seen: string | undefined;
  for (const article of articles.keys()) {
    for (const post of article.posts) {
      if (article.entities[article.mentions.entity(post.row)]?.id !== entity.id) continue;
      const seat = post.territory ?? post.organ;
      if (seat === undefined) continue;
      if (seen !== undefined && seen !== seat) return true;
      seen = seat;
    }
  }
  return false;
}

function plainRow({ entity, articles }: Posting): EntityRow {
  let mentions = 0;
  let first: string | undefined;
  let latest: string | undefined;
  for (const [{ day }, count] of articles) {
    mentions += count;
    if (day === undefined) continue;
    if (first === undefined || day < first) first = day;
    if (latest === undefined || day > latest) latest = day;
  }
  return {
    ...entity,
    mentionId: entity.id,
    articles: articles.size,
    mentions,
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    ...(isUnresolved(entity) ? { unresolved: true } : {}),
  };
}

function isUnresolved({ type, name }: RecordEntity): boolean {
  return type === "agency" && isBareAgency(name);
}

/** The id under which articles mention an entity: an own id without what tells namesakes apart. */
export function mentionIdOf(id: string): string {
  const at = id.startsWith("official:") || id.startsWith("person:") ? id.indexOf("@") : -1;
  return at < 0 ? id : id.slice(0, at);
}

/** The wordings under which articles mention an entity, most frequent first, the name itself left out. */
export function aliasesOf(entity: CorpusEntity): string[] {
  const counts = new Map<string, number>();
  for (const article of entity.articles) {
    for (const row of rowsOf(article, entity.mentionId)) {
      const wording = wordingOf(article, row);
      if (wording !== entity.name) counts.set(wording, (counts.get(wording) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([wording]) => wording);
}

function entitiesOf(posting: Posting, articles: readonly ArticleRecord[]): readonly CorpusEntity[] {
  const { entity } = posting;
  if (entity.type !== "official") return [entityOf(posting, { articles, assumed: new Set(), seat: "" }, entity.id)];
  const bearers = bearersOf(articles, entity.id);
  if (bearers.length < 2)
    return [entityOf(posting, bearers[0] ?? { articles, assumed: new Set(), seat: "" }, entity.id)];
  const ids = distinctIds(entity.id, bearers);
  return bearers.map((bearer, i) => {
    const id = ids[i] ?? entity.id;
    const namesake = {
      seat: bearer.seat,
      others: ids.filter((other) => other !== id),
      assumed: [...bearer.assumed].map(({ uri }) => uri),
    };
    return { ...entityOf(posting, bearer, id), namesake };
  });
}

function distinctIds(base: string, bearers: readonly Bearer[]): string[] {
  const seen = new Map<string, number>();
  return bearers.map(({ seat }) => {
    const count = (seen.get(seat) ?? 0) + 1;
    seen.set(seat, count);
    return `${base}@${seat}${count > 1 ? `-${count}` : ""}`;
  });
}

function entityOf(posting: Posting, { articles }: Bearer, id: string): CorpusEntity {
  const { entity } = posting;
  const dated = articles.filter(({ day }) => day !== undefined);
  const first = dated[0]?.day;
  const latest = dated[dated.length - 1]?.day;
  return {
    id,
    mentionId: entity.id,
    type: entity.type,
    name: entity.name,
    articles,
    mentions: articles.reduce((sum, article) => sum + (posting.articles.get(article) ?? 0), 0),
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    ...(isUnresolved(entity) ? { unresolved: true } : {}),
  };
}
