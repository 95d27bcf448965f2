import { type MentionType, mentionTypes } from "../recognize/mention.js";
import type { ArticleRecord, RecordEntity } from "./article-record.js";

/** The articles that mention an entity, with the number of mentions in each. */
export interface Posting {
  readonly entity: RecordEntity;
  readonly articles: ReadonlyMap<ArticleRecord, number>;
  /** Changes with every change of the posting. */
  readonly revision: number;
}

interface MutablePosting extends Posting {
  readonly entity: RecordEntity;
  readonly articles: Map<ArticleRecord, number>;
  revision: number;
}

/**
 * The folder's articles and where each entity is mentioned in them. A change costs what the changed article
 * is big, whatever the folder's size. What the index answers depends on the records in it alone, not on the
 * order in which they came.
 */
export class CorpusIndex {
  private readonly records = new Map<string, ArticleRecord>();
  private readonly posted = new Map<string, MutablePosting>();
  private readonly ids: Readonly<Record<MentionType, Set<string>>>;
  private readonly sources = new Map<string, Set<ArticleRecord>>();
  /** Oldest first; articles without a date behind all others. */
  private readonly dated: ArticleRecord[] = [];
  private changes = 0;

  constructor() {
    this.ids = Object.fromEntries(mentionTypes.map((type) => [type, new Set<string>()])) as Record<
      MentionType,
      Set<string>
    >;
  }

  /** Grows with every change: what was computed for another revision is stale. */
  get revision(): number {
    return this.changes;
  }

  get size(): number {
    return this.records.size;
  }

  /** Puts an article in, in the place of the one that had its address. */
  set(record: ArticleRecord): void {
    this.remove(record.uri);
    const shared = {
      ...record,
      entities: record.entities.map((entity) => this.posted.get(entity.id)?.entity ?? entity),
    };
    this.records.set(shared.uri, shared);
    this.insertByDate(shared);
    addTo(this.sources, shared.source ?? "", shared);
    mentionCounts(shared).forEach((count, i) => {
      const entity = shared.entities[i];
      if (entity) this.post(entity, shared, count);
    });
    this.changes++;
  }

  /** Takes an article out; false when there is none at this address. */
  delete(uri: string): boolean {
    const found = this.remove(uri);
    if (found) this.changes++;
    return found;
  }

  /** Moves an article to another address, over one that is there; false when there is none to move. */
  rename(from: string, to: string): boolean {
    const record = this.records.get(from);
    if (!record) return false;
    if (from === to) return true;
    this.remove(from);
    this.set({ ...record, uri: to });
    return true;
  }

  /** Takes out all articles below a folder. Returns their addresses. */
  deleteFolder(folder: string): string[] {
    const inside = this.below(folder);
    for (const uri of inside) this.delete(uri);
    return inside;
  }

  /** Moves all articles below a folder. Returns their old addresses. */
  renameFolder(from: string, to: string): string[] {
    const inside = this.below(from);
    const moved = inside.flatMap((uri) => this.records.get(uri) ?? []);
    for (const uri of inside) this.delete(uri);
    for (const record of moved) this.set({ ...record, uri: asFolder(to) + record.uri.slice(asFolder(from).length) });
    return inside;
  }

  clear(): void {
    for (const uri of [...this.records.keys()]) this.delete(uri);
  }

  article(uri: string): ArticleRecord | undefined {
    return this.records.get(uri);
  }

  /** Oldest first, then by address; articles without a date come last. */
  articles(): readonly ArticleRecord[] {
    return this.dated;
  }

  /** The articles of each source in order of date, the sources by name; "" stands for those without one. */
  bySource(): ReadonlyMap<string, readonly ArticleRecord[]> {
    const names = [...this.sources.keys()].sort();
    return new Map(names.map((name) => [name, [...(this.sources.get(name) ?? [])].sort(compareByDate)]));
  }

  posting(entityId: string): Posting | undefined {
    return this.posted.get(entityId);
  }

  /** The entities of one class, in no set order. */
  postings(type: MentionType): Posting[] {
    return [...this.ids[type]].flatMap((id) => this.posted.get(id) ?? []);
  }

  /** The number of entities of one class. */
  count(type: MentionType): number {
    return this.ids[type].size;
  }

  /** The articles that mention an entity, oldest first. */
  articlesWith(entityId: string): ArticleRecord[] {
    const articles = this.posted.get(entityId)?.articles;
    if (!articles) return [];
    // What most articles mention is picked out of the order that is there, which beats sorting it anew.
    return articles.size * 8 > this.dated.length
      ? this.dated.filter((record) => articles.has(record))
      : [...articles.keys()].sort(compareByDate);
  }

  private below(folder: string): string[] {
    const prefix = asFolder(folder);
    return [...this.records.keys()].filter((uri) => uri.startsWith(prefix));
  }

  private remove(uri: string): boolean {
    const record = this.records.get(uri);
    if (!record) return false;
    this.records.delete(uri);
    this.dated.splice(lowerBound(this.dated, record), 1);
    removeFrom(this.sources, record.source ?? "", record);
    for (const entity of record.entities) this.unpost(entity, record);
    return true;
  }

  private post(entity: RecordEntity, record: ArticleRecord, count: number): void {
    let posting = this.posted.get(entity.id);
    if (!posting) {
      posting = { entity, articles: new Map(), revision: this.changes };
      this.posted.set(entity.id, posting);
      this.ids[entity.type].add(entity.id);
    }
    posting.articles.set(record, count);
    posting.revision = this.changes;
  }

  private unpost(entity: RecordEntity, record: ArticleRecord): void {
    const posting = this.posted.get(entity.id);
    if (!posting) return;
    posting.articles.delete(record);
    posting.revision = this.changes;
    if (posting.articles.size > 0) return;
    this.posted.delete(entity.id);
    this.ids[entity.type].delete(entity.id);
  }

  private insertByDate(record: ArticleRecord): void {
    this.dated.splice(lowerBound(this.dated, record), 0, record);
  }
}

/** Oldest first; without a date last; one day's articles by their time, then by address. */
export function compareByDate(a: ArticleRecord, b: ArticleRecord): number {
  return (
    compareText(a.day ?? "9999", b.day ?? "9999") ||
    compareText(a.date ?? "", b.date ?? "") ||
    compareText(a.uri, b.uri)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lowerBound(records: readonly ArticleRecord[], record: ArticleRecord): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareByDate(records[middle] as ArticleRecord, record) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Mentions by the index of their entity. */
function mentionCounts({ entities, mentions }: ArticleRecord): number[] {
  const counts = new Array<number>(entities.length).fill(0);
  for (let row = 0; row < mentions.length; row++) {
    const entity = mentions.entity(row);
    counts[entity] = (counts[entity] ?? 0) + 1;
  }
  return counts;
}

function asFolder(uri: string): string {
  return uri.endsWith("/") ? uri : `${uri}/`;
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function removeFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
