import type { MentionType } from "../recognize/mention.js";
import type { FileSpan } from "../text/spans.js";
import { type ArticleRecord, mentionOf, roleIn } from "./article-record.js";
import { commonOrder, likeness, sharedPairs } from "./similarity.js";

/** A formulation, person or agency of one of two articles. */
export interface ComparedItem {
  readonly id: string;
  readonly name: string;
  /** As the article words it first. */
  readonly wording: string;
  /** The first mention's stretch of the file. */
  readonly span: FileSpan;
  readonly mentions: number;
  /** Whether it is offered rather than asserted at every mention. */
  readonly candidate: boolean;
}

/** A wording of the first article that the second words otherwise. */
export interface Rewording<Item = ComparedItem> {
  readonly before: Item;
  readonly after: Item;
  /** 0…1: how alike the wordings and what stands around them are. */
  readonly score: number;
}

/** A person in either article: where in the order of first mentions, and in which capacity. */
export interface ComparedPerson {
  readonly id: string;
  readonly name: string;
  /** Places in the order of first mentions, from 1. */
  readonly before?: number;
  readonly after?: number;
  readonly roleBefore?: string;
  readonly roleAfter?: string;
  /** Whether the person's place among those whom both name has changed. */
  readonly moved: boolean;
  readonly spanBefore?: FileSpan;
  readonly spanAfter?: FileSpan;
}

/** What sets two lists of entities apart. */
export interface ItemDifference<Item = ComparedItem> {
  readonly onlyBefore: readonly Item[];
  readonly onlyAfter: readonly Item[];
  readonly both: readonly (readonly [before: Item, after: Item])[];
}

export interface SloganDifference extends ItemDifference {
  readonly reworded: readonly Rewording[];
}

export interface ArticleSummary {
  readonly uri: string;
  readonly title: string;
  readonly day?: string;
  readonly source?: string;
}

export interface Comparison {
  readonly before: ArticleSummary;
  readonly after: ArticleSummary;
  readonly slogans: SloganDifference;
  /** In the order of the second article, then those of the first alone. */
  readonly people: readonly ComparedPerson[];
  readonly agencies: ItemDifference;
}

/** How much of the text around a wording is its context, in UTF-16 code units. */
const reach = 12;
/** Wordings less alike than this are different formulations in any context. */
const leastAlike = 0.4;
/** Wordings this alike are one, whatever stands around them. */
const surelyAlike = 0.6;
const leastScore = 0.45;

/** Compares two articles; the first is taken as the earlier one. */
export function compareArticles(a: ArticleRecord, b: ArticleRecord): Comparison {
  return {
    before: summaryOf(a),
    after: summaryOf(b),
    slogans: compareSlogans(a, b),
    people: comparePeople(a, b),
    agencies: difference(itemsOf(a, "agency", false), itemsOf(b, "agency", false)),
  };
}

export function summaryOf({ uri, title, day, source }: ArticleRecord): ArticleSummary {
  return { uri, title, ...(day ? { day } : {}), ...(source ? { source } : {}) };
}

/** An item found in an article, with what stands around its first mention. */
interface Item extends ComparedItem {
  readonly key: string;
  readonly context: string;
}

/**
 * The entities of a class in order of first mention. Formulations are told apart by their wording, since
 * it is the wording that changes; the lexicon takes variants of one formulation for one entity.
 */
function itemsOf(article: ArticleRecord, type: MentionType, byWording: boolean): Item[] {
  const items = new Map<string, { item: Item; mentions: number; candidate: boolean }>();
  for (let row = 0; row < article.mentions.length; row++) {
    const mention = mentionOf(article, row);
    if (!mention || mention.entity.type !== type) continue;
    const key = byWording ? mention.text : mention.entity.id;
    const known = items.get(key);
    if (known) {
      known.mentions++;
      known.candidate &&= mention.candidate;
      continue;
    }
    const { start, end } = mention.span;
    const context = article.text.slice(Math.max(0, start - reach), start) + article.text.slice(end, end + reach);
    const item = {
      key,
      context,
      id: mention.entity.id,
      name: mention.entity.name,
      wording: mention.text,
      span: mention.file,
      mentions: 1,
      candidate: false,
    };
    items.set(key, { item, mentions: 1, candidate: mention.candidate });
  }
  return [...items.values()].map(({ item, mentions, candidate }) => ({ ...item, mentions, candidate }));
}

function difference(before: readonly Item[], after: readonly Item[]): ItemDifference {
  const later = new Map(after.map((item) => [item.key, item]));
  const earlier = new Set(before.map((item) => item.key));
  return {
    onlyBefore: before.filter((item) => !later.has(item.key)).map(shown),
    onlyAfter: after.filter((item) => !earlier.has(item.key)).map(shown),
    both: before.flatMap((item) => {
      const match = later.get(item.key);
      return match ? [[shown(item), shown(match)] as const] : [];
    }),
  };
}

function shown({ key: _key, context: _context, ...item }: Item): ComparedItem {
  return item;
}

function compareSlogans(a: ArticleRecord, b: ArticleRecord): SloganDifference {
  const before = itemsOf(a, "slogan", true);
  const after = itemsOf(b, "slogan", true);
  const plain = difference(before, after);
  const lost = before.filter((item) => !after.some((other) => other.key === item.key));
  const gained = after.filter((item) => !before.some((other) => other.key === item.key));
  const pairs = rewordings(lost, gained);
  const taken = new Set(pairs.flatMap(({ before: x, after: y }) => [`-${x.wording}`, `+${y.wording}`]));
  return {
    onlyBefore: plain.onlyBefore.filter((item) => !taken.has(`-${item.wording}`)),
    onlyAfter: plain.onlyAfter.filter((item) => !taken.has(`+${item.wording}`)),
    both: plain.both,
    reworded: pairs,
  };
}

/** Pairs what was lost with what was gained, the most alike first, each at most once. */
function rewordings(lost: readonly Item[], gained: readonly Item[]): Rewording[] {
  const scored = lost.flatMap((x) => gained.map((y) => ({ x, y, score: rewordingScore(x, y) })));
  const used = new Set<Item>();
  const pairs: (Rewording & { readonly at: number })[] = [];
  for (const { x, y, score } of scored.filter(({ score: s }) => s > 0).sort((p, q) => q.score - p.score)) {
    if (used.has(x) || used.has(y)) continue;
    used.add(x).add(y);
    pairs.push({ before: shown(x), after: shown(y), score, at: lost.indexOf(x) });
  }
  return pairs.sort((p, q) => p.at - q.at).map(({ at: _at, ...pair }) => pair);
}

/** 0 for what is no rewording. Like wordings count twice as much as like contexts. */
function rewordingScore(x: Item, y: Item): number {
  const alike = likeness(x.wording, y.wording);
  const contexts = sharedPairs(x.context, y.context);
  // Two general phrases of one family are no more than that.
  if (x.candidate && y.candidate && alike < surelyAlike) return 0;
  if (x.id === y.id) return Math.max(leastScore, (2 * alike + contexts) / 3);
  if (alike < leastAlike) return 0;
  const score = (2 * alike + contexts) / 3;
  return alike >= surelyAlike || score >= leastScore ? score : 0;
}

function comparePeople(a: ArticleRecord, b: ArticleRecord): ComparedPerson[] {
  const before = peopleIn(a);
  const after = peopleIn(b);
  const kept = new Set(commonOrder([...before.keys()], [...after.keys()]).map(([, j]) => [...after.keys()][j]));
  const ids = [...after.keys(), ...[...before.keys()].filter((id) => !after.has(id))];
  return ids.map((id) => {
    const x = before.get(id);
    const y = after.get(id);
    return {
      id,
      name: (y ?? x)?.name ?? "",
      ...(x ? { before: x.place, spanBefore: x.span, ...(x.role ? { roleBefore: x.role } : {}) } : {}),
      ...(y ? { after: y.place, spanAfter: y.span, ...(y.role ? { roleAfter: y.role } : {}) } : {}),
      moved: x !== undefined && y !== undefined && !kept.has(id),
    };
  });
}

interface PlacedPerson {
  readonly name: string;
  readonly place: number;
  readonly span: FileSpan;
  readonly role?: string;
}

/** The officials of an article in the order of their first mention, by id. */
function peopleIn(article: ArticleRecord): Map<string, PlacedPerson> {
  const people = new Map<string, PlacedPerson>();
  for (let row = 0; row < article.mentions.length; row++) {
    const index = article.mentions.entity(row);
    const entity = article.entities[index];
    if (entity?.type !== "official" || people.has(entity.id)) continue;
    const role = roleIn(article, index);
    people.set(entity.id, {
      name: entity.name,
      place: people.size + 1,
      span: article.mentions.file(row),
      ...(role ? { role } : {}),
    });
  }
  return people;
}
